import type { RequestHandler } from 'express'
import type { Refused } from './context.server'

/**
 * Sends what was turned away before Remix (too big, too many, wrong type, from another site) to the page that says so, or answers an
 * API client in its own format.
 */
export const refusals: RequestHandler = (request, response, next) => {
  const refused = (response.locals.refused as Refused | undefined) ?? (isForeign(request.method, request.headers) ? FOREIGN : undefined)
  if (!refused) return next()
  if (request.path.startsWith('/api/')) {
    response.status(refused.status).type('application/problem+json').send({ type: 'about:blank', title: refused.code, status: refused.status, code: refused.code })
    return
  }
  request.method = 'GET'
  request.url = request.originalUrl = `/refused/${refused.status}/${refused.code}`
  next()
}

const FOREIGN = { status: 403, code: 'not-our-form' } as const

/** A change asked for by a page of another site. Programs (no Sec-Fetch-Site, no Origin) still need our token or an API key. */
function isForeign(method: string, headers: { origin?: string | undefined; host?: string | undefined; 'sec-fetch-site'?: string | string[] | undefined }): boolean {
  if (method === 'GET' || method === 'HEAD') return false
  const site = headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') return true
  if (headers.origin === undefined) return false
  return !URL.canParse(headers.origin) || new URL(headers.origin).host !== headers.host
}
