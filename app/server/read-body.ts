import type { RequestHandler } from 'express'
import type { RefusedCode } from '~/context.server'
import { bringsFiles } from './sent-parts'

/** The most a posted page may hold. A long answer of 1 MB still arrives, and is answered with its text kept. */
const MAX_BYTES = 4 * 1024 * 1024
const MAX_FIELDS = 500
/** How long it may take to arrive. Node's own limit is for files, which take longer. */
const MAX_MS = 60_000

/**
 * Reads a posted body once, within limits, before Remix sees the request (Remix has no limits of its own). Bytes that are not UTF-8
 * become U+FFFD, which the form engine and the API turn down by name.
 */
export const readBody: RequestHandler = (request, response, next) => {
  // A form that brings files is read by whoever takes them.
  if (request.method === 'GET' || request.method === 'HEAD' || bringsFiles(request)) return next()
  const timer = setTimeout(() => request.destroy(), MAX_MS)
  response.once('close', () => clearTimeout(timer))
  request.once('end', () => clearTimeout(timer))
  const refuse = (code: RefusedCode) => {
    response.locals.refused = code
    request.resume()
    next()
  }
  const chunks: Buffer[] = []
  let size = 0
  let refused = false
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= MAX_BYTES) chunks.push(chunk)
    else if (!refused) {
      refused = true
      chunks.length = 0
      refuse('too-big')
    }
  })
  request.on('end', () => {
    if (refused) return
    const text = Buffer.concat(chunks).toString('utf8')
    if (!request.path.startsWith('/api/') && text.split('&', MAX_FIELDS + 2).length > MAX_FIELDS) return refuse('too-many-fields')
    request.body = text
    next()
  })
  request.on('error', next)
}
