import type { Request } from 'express'
import { REFUSED, type RefusedCode } from '~/context.server'

/** Makes of a request one for the page that says why it was turned away. */
export function toldWhy(request: Request, code: RefusedCode): void {
  request.method = request.method === 'HEAD' ? 'HEAD' : 'GET'
  request.url = request.originalUrl = `/refused/${REFUSED[code]}/${code}`
}
