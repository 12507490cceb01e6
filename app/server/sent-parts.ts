import busboy from 'busboy'
import type { Request } from 'express'
import type { Bytes } from '~/applications/ports'

const MAX_FIELDS = 50
const MAX_FIELD_BYTES = 10_000
/** A sender that says nothing for so long has gone away. */
const IDLE = 60_000

/** A part of a form that brings files. The bytes of a file must be read before the next part comes. */
export type SentPart = { readonly name: string; readonly value: string } | { readonly name: string; readonly fileName: string; readonly bytes: Bytes }

export const bringsFiles = ({ headers }: Pick<Request, 'headers'>): boolean => /^multipart\/form-data;/i.test(headers['content-type'] ?? '')

/** What came is no form of ours, or broke off, or is larger than it may be. */
export class UnreadableForm extends Error {
  constructor(readonly code: 'wrong-type' | 'too-big', cause?: unknown) {
    super(code, { cause })
  }
}

/**
 * The parts of a form that brings files (RFC 7578), one after the other as they come; no file is ever whole in memory. Whoever stops asking for
 * more leaves the rest unread.
 * @param maxBytes the most that all of it may be
 * @throws UnreadableForm
 */
export async function* sentParts(request: Request, maxBytes: number): AsyncGenerator<SentPart> {
  const waiting: (SentPart & { readonly skip?: () => void })[] = []
  let ended: { readonly error?: unknown } | undefined
  let wake = () => {}
  const push = (part: (typeof waiting)[number]) => {
    waiting.push(part)
    wake()
  }
  const end = (error?: unknown) => {
    ended ??= { error }
    wake()
  }
  const parser = parserOf(request)
  parser.on('field', (name, value) => push({ name, value }))
  parser.on('file', (name, bytes, { filename }) => {
    // What breaks off rejects whoever reads it; nobody else need hear.
    bytes.on('error', () => undefined)
    // A browser sends an empty part where nobody picked a file.
    if (filename) push({ name, fileName: filename, bytes: bytes.iterator({ destroyOnReturn: false }) as Bytes, skip: () => bytes.resume() })
    else bytes.resume()
  })
  parser.on('fieldsLimit', () => end(new UnreadableForm('wrong-type')))
  parser.on('error', (error) => end(new UnreadableForm('wrong-type', error)))
  parser.on('close', () => end())

  let size = 0
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > maxBytes) {
      end(new UnreadableForm('too-big'))
      parser.destroy(new UnreadableForm('too-big'))
    }
  })
  request.setTimeout(IDLE, () => request.destroy())
  // A file that is being read breaks off with its form.
  request.once('close', () => {
    if (!request.complete) parser.destroy(new UnreadableForm('wrong-type'))
  })
  request.pipe(parser)

  try {
    for (;;) {
      const part = waiting.shift()
      if (part) {
        yield part
        // The next part comes once this one has passed, read or not.
        part.skip?.()
      } else if (ended?.error) throw ended.error
      else if (ended) return
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  } finally {
    // The answer can only be read by a browser that has sent all of it.
    request.unpipe(parser).resume()
  }
}

/** @throws UnreadableForm where the headers name no such form */
function parserOf({ headers }: Request): busboy.Busboy {
  try {
    return busboy({ headers, defParamCharset: 'utf8', limits: { fields: MAX_FIELDS, fieldSize: MAX_FIELD_BYTES } })
  } catch (error) {
    throw new UnreadableForm('wrong-type', error)
  }
}
