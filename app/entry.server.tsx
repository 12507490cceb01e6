import { gzipSync } from 'node:zlib'
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { ContentResponse } from './content.server'
import { ServedProvider } from './shell/served'
import { shellOf } from './shell/shell.server'

// Drawn and zipped at once: a stream costs about twice as much for either, and pages are small (docs/decisions/0002-remix-2-contained.md).
export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, context: AppLoadContext): Response {
  // All that pages show is here when they are drawn (`shown`), so they need no script to wait for more.
  remix.staticHandlerContext.activeDeferreds = null
  const html = renderToString(
    <ServedProvider value={{ nonce: context.nonce, shell: shellOf(context, request.url) }}>
      <RemixServer context={remix} url={request.url} />
    </ServedProvider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.append('Vary', 'Accept-Encoding')
  const page = Buffer.from(`<!doctype html>${html}`)
  if (!context.unzips) return new ContentResponse(page, { status, headers })
  headers.set('Content-Encoding', 'gzip')
  return new ContentResponse(gzipSync(page, ZIP), { status, headers })
}

/** A window of 16 kB holds a page. All the rest of the effort would take a third more time and save one byte in a hundred. */
const ZIP = { level: 2, windowBits: 14, memLevel: 7 } as const

/** Faults are logged by kind and place, never with a message that could hold what somebody typed. */
export const handleError: HandleErrorFunction = (error, { context }) => {
  // Remix's own 4xx (no such route, another method) are no faults of ours.
  if (isRouteErrorResponse(error)) return
  context.reportFault(error)
}
