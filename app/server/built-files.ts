import express, { type RequestHandler, type Response } from 'express'

const HEADERS = { 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': 'same-origin' }
/** Nobody needs a part of a file; and a part that there is not would come as an error. */
const OPTIONS = { index: false, redirect: false, acceptRanges: false, setHeaders: (response: Response) => void response.set(HEADERS) } as const

/** Smallest first. */
const ZIPPED = [
  { encoding: 'br', end: '.br' },
  { encoding: 'gzip', end: '.gz' },
] as const

/** The files of a build that are not assets: what is asked for by a name that never changes. */
export const plainFiles = (client: string): RequestHandler => express.static(client, { ...OPTIONS, maxAge: '1h' })

/** Its assets, whose names change with what is in them. Each script and style stands beside itself zipped (scripts/build.mjs): none is zipped for who asks. */
export function assets(client: string): RequestHandler {
  const files = express.static(`${client}/assets`, { ...OPTIONS, immutable: true, maxAge: '1y' })
  return (request, response, next) => {
    const kind = /\.(js|css)$/.exec(request.path)?.[1]
    if (!kind) return files(request, response, next)
    const { url } = request
    const taken = request.acceptsEncodings()
    const zipped = ZIPPED.find(({ encoding }) => taken.includes(encoding))
    response.type(kind).vary('Accept-Encoding')
    if (zipped) {
      response.set('Content-Encoding', zipped.encoding)
      request.url = request.path + zipped.end
    }
    files(request, response, (error) => {
      // There is no such file: what answers next is none.
      request.url = url
      for (const name of ['Content-Encoding', 'Content-Type']) response.removeHeader(name)
      next(error)
    })
  }
}
