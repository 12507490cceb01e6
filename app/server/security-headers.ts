import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Config } from '~/config.server'

/**
 * Headers of every response but static files. The referrer policy is same-origin: no-referrer makes browsers send `Origin: null` with native forms,
 * which are refused as foreign.
 */
export function securityHeaders({ mode, brand }: Config): RequestHandler {
  const images = brand.logoUrl?.startsWith('https:') ? `'self' data: ${new URL(brand.logoUrl).origin}` : `'self' data:`
  return (_request, response, next) => {
    // 122 bits of chance, which Node keeps ready: bytes asked for one by one cost more than the rest of this.
    const nonce = randomUUID()
    response.locals.nonce = nonce
    response.locals.requestId = randomUUID()
    response.set({
      'Content-Security-Policy': [
        `default-src 'none'`,
        `script-src 'nonce-${nonce}' 'strict-dynamic'`,
        `style-src 'self'`,
        `img-src ${images}`,
        `font-src 'self'`,
        `connect-src 'self'`,
        `form-action 'self'`,
        `base-uri 'none'`,
        `frame-ancestors 'none'`,
      ].join('; '),
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      // Private data: nothing is kept by shared or local caches.
      'Cache-Control': 'no-store',
      Vary: 'Cookie, Accept-Language',
      ...(mode === 'production' && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
    })
    next()
  }
}
