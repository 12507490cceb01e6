import { createRequestHandler, type GetLoadContextFunction } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import type { RouteTable } from './route-table'

/**
 * Hands each request to Remix. Remix flattens, ranks and compiles all the routes that it is given several times a request, so every route gets
 * a handler of its own that is given the root and that route alone. It must not depend on which path was refused: see refusals.
 */
export function remixByRoute(build: ServerBuild, table: RouteTable, getLoadContext: GetLoadContextFunction): RequestHandler {
  const handlerOf = (id: string) => createRequestHandler({ build: withRoute(build, id), mode: 'production', getLoadContext })
  const handlers = new Map(Object.keys(build.routes).map((id) => [id, handlerOf(id)]))
  return (request, response, next) => {
    const handle = handlers.get(table.match(request.path)?.id ?? '')
    if (handle) void handle(request, response, next)
    else next()
  }
}

/** The same build with one of its routes, below the root. */
function withRoute(build: ServerBuild, id: string): ServerBuild {
  const only = <Route>(routes: Record<string, Route>) => Object.fromEntries(Object.entries(routes).filter(([each]) => each === 'root' || each === id))
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }
}
