import type { ServerBuild } from '@remix-run/node'
import { matchRoutes, type AgnosticDataRouteObject } from '@remix-run/router'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'

/**
 * One line a request, by allow-list: the pattern of the route, never the URL; no body, no header, no name, no address.
 */
export function requestLog(log: Logger, routes: ServerBuild['routes']): RequestHandler {
  const tree = treeOf(routes)
  const pattern = (path: string) =>
    matchRoutes(tree, path)
      ?.map(({ route }) => route.path)
      .filter(Boolean)
      .join('/') ?? 'unknown'
  return (request, response, next) => {
    const from = performance.now()
    response.once('finish', () => {
      log.info({
        request: response.locals.requestId as string,
        method: request.method,
        route: pattern(request.path),
        status: response.statusCode,
        ms: Math.round(performance.now() - from),
      })
    })
    next()
  }
}

function treeOf(routes: ServerBuild['routes'], parent?: string): AgnosticDataRouteObject[] {
  return Object.values(routes)
    .filter((route) => route !== undefined && route.parentId === parent)
    .map((route) => {
      const { id, path, index } = route
      return index ? { id, index: true as const } : { id, ...(path && { path }), children: treeOf(routes, id) }
    })
}
