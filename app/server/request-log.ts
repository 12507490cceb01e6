import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { RouteTable } from './route-table'

/**
 * One line a request, by allow-list: the pattern of the route, never the URL; no body, no header, no name, no address.
 */
export function requestLog(log: Logger, table: RouteTable): RequestHandler {
  return (request, response, next) => {
    const from = performance.now()
    response.once('finish', () => {
      log.info({
        request: response.locals.requestId as string,
        method: request.method,
        route: table.match(request.path)?.pattern ?? 'unknown',
        status: response.statusCode,
        ms: Math.round(performance.now() - from),
      })
    })
    next()
  }
}
