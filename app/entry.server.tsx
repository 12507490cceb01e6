import { gzipSync } from 'node:zlib'
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { ServedContext } from './shell/served'
import { shellOf } from './shell/shell.server'

// Drawn and zipped at once: a stream costs about twice as much for either, and pages are small (docs/decisions/0002-remix-2-contained.md).
export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, context: AppLoadContext): Response {
  // When an action is refused, Remix runs no loader of the route that says so: the root.
  const isRefused = remix.staticHandlerContext.errors !== null
  const html = renderToString(
    <ServedContext.Provider value={{ nonce: context.nonce, ...(isRefused && { shell: shellOf(context, request.url) }) }}>
      <RemixServer context={remix} url={request.url} />
    </ServedContext.Provider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const page = `<!doctype html>${html}`
  if (!/\bgzip\b/.test(request.headers.get('Accept-Encoding') ?? '')) return new Response(page, { status, headers })
  headers.set('Content-Encoding', 'gzip')
  headers.append('Vary', 'Accept-Encoding')
  return new Response(gzipSync(page, { level: 3 }), { status, headers })
}

/** Faults are logged by kind and place, never with a message that could hold what somebody typed. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  // Remix's own 4xx (no such route, another method) are no faults of ours.
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  context.reportFault(error)
}
