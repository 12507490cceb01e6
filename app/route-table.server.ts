import type { ServerBuild } from '@remix-run/node'
import { matchRoutes, type AgnosticDataRouteObject } from '@remix-run/router'

/** What is known of a path before Remix sees the request. */
export interface RouteMatch {
  /** The pattern of the route, such as `apply/:form`: it names nobody. */
  readonly pattern: string
  readonly methods: readonly string[]
}

export interface RouteTable {
  match(path: string): RouteMatch | undefined
}

export function routeTable(routes: ServerBuild['routes']): RouteTable {
  const tree = treeOf(routes)
  return {
    match(path) {
      const found = matchRoutes(tree, path)
      if (!found) return undefined
      const leaf = routes[found.at(-1)?.route.id ?? '']
      const pattern = found.map(({ route }) => route.path).filter(Boolean).join('/')
      const canRead = leaf?.module.loader !== undefined || leaf?.module.default !== undefined
      return { pattern: pattern || '/', methods: [...(canRead ? ['GET', 'HEAD'] : []), ...(leaf?.module.action ? ['POST'] : [])] }
    },
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
