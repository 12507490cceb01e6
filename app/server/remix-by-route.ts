import { pipeline } from 'node:stream/promises'
import { createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node'
import type { Request as Asked, RequestHandler, Response as Answer } from 'express'
import type { ContentResponse } from '~/content.server'
import type { RouteTable } from './route-table'

/**
 * Hands each request to Remix. Remix flattens, ranks and compiles all the routes that it is given several times a request, so every route gets
 * a handler of its own that is given the root and that route alone. It must not depend on which path was refused: see refusals.
 */
export function remixByRoute(build: ServerBuild, table: RouteTable, contextOf: (asked: Asked, answer: Answer) => Promise<AppLoadContext>): RequestHandler {
  const handlers = new Map(Object.keys(build.routes).map((id) => [id, createRequestHandler(withRoute(build, id), 'production')]))
  return (asked, answer, next) => {
    const handle = handlers.get(table.match(asked.path)?.id ?? '')
    if (!handle) return next()
    const answered = async () => send(await handle(requestOf(asked), await contextOf(asked, answer)), answer)
    answered().catch(next)
  }
}

/** The same build with one of its routes, below the root. */
function withRoute(build: ServerBuild, id: string): ServerBuild {
  const only = <Route>(routes: Record<string, Route>) => Object.fromEntries(Object.entries(routes).filter(([each]) => each === 'root' || each === id))
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }
}

/**
 * What Remix is told of a request: how and which path was asked for. The body is read already, and the headers that
 * count come by the context, so that no page can come to depend on another. Nothing is given up when somebody goes away: a signal for that costs more than most pages.
 */
const requestOf = ({ method, originalUrl }: Asked): Request => new Request(`http://portal${originalUrl}`, { method })

/** Sends content as it is (content.server.ts); any other body is short. Whoever goes away in the middle is nobody's fault. */
async function send(given: Response, answer: Answer): Promise<void> {
  answer.status(given.status)
  for (const [name, value] of given.headers) answer.append(name, value)
  const content = 'content' in given ? (given as ContentResponse).content : given.body && Buffer.from(await given.arrayBuffer())
  if (content === null || Buffer.isBuffer(content)) answer.end(content)
  else
    await pipeline(content, answer).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
    })
}
