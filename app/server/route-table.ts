import type { ServerBuild } from '@remix-run/node'

/** What is known of a path before Remix sees the request. */
export interface RouteMatch {
  /** The name of the route in the Remix build. */
  readonly id: string
  /** The pattern of the route, such as `apply/:form`: it names nobody. */
  readonly pattern: string
  readonly methods: readonly string[]
}

export interface RouteTable {
  match(path: string): RouteMatch | undefined
}

/** Every URL as one expression, made once: Remix ranks all routes again at each question. */
export function routeTable(routes: ServerBuild['routes']): RouteTable {
  const rows = Object.values(routes)
    .filter((route) => route !== undefined && route.parentId !== undefined)
    .map(({ id, path = '', module }) => ({
      path,
      expression: expressionOf(path),
      match: {
        id,
        pattern: path || '/',
        methods: [...(module.loader || module.default ? ['GET', 'HEAD'] : []), ...(module.action ? ['POST'] : [])],
      },
    }))
    .sort((a, b) => (rankOf(a.path) < rankOf(b.path) ? -1 : 1))
  return {
    match(path) {
      const asked = decoded(path)
      if (asked === undefined) return undefined
      return rows.find(({ expression }) => expression.test(asked))?.match
    },
  }
}

/** A name before a parameter before anything at all, segment by segment. */
const rankOf = (path: string) => path.split('/').map((segment) => (segment === '*' ? '2' : segment.startsWith(':') ? '1' : '0')).join('')

const expressionOf = (path: string) =>
  new RegExp(`^/${path.split('/').map((segment) => (segment === '*' ? '.*' : segment.startsWith(':') ? '[^/]+' : segment.replace(/\W/g, '\\$&'))).join('/')}/*$`, 'i')

/** Segment by segment, so that a slash inside one stays written as %2F; undefined for bytes that are no UTF-8, which cannot name anything of ours. */
function decoded(path: string): string | undefined {
  try {
    return path.split('/').map((segment) => decodeURIComponent(segment).replaceAll('/', '%2F')).join('/')
  } catch {
    return undefined
  }
}
