import type { DetailedError, Upload } from 'tus-js-client'
import { FORM_TOKEN } from './form-token'

/** What is sent at once: behind a proxy that holds requests back, this much is sent again when a line breaks. */
const CHUNK = 4 * 1024 * 1024
/** When a line broke: tried again after so many milliseconds, anew after each piece that went through. */
const RETRY_AFTER = [0, 1000, 3000, 5000, 10_000, 20_000]

/** `broke`: is tried once more by itself. The others say what to do first. `told`: the list of the request says why. */
export type Fault = 'broke' | 'not-saved' | 'signed-out' | 'gone' | SaidFault | 'told'
/** What is said of a file that has no record. */
const SAID = ['too-many', 'too-much-today', 'closed'] as const
type SaidFault = (typeof SAID)[number]
/** What the answers to a sender mean. A disk that is full is so for some time. */
const FAULTS: Readonly<Record<number, Fault>> = { 401: 'signed-out', 403: 'signed-out', 404: 'gone', 503: 'not-saved', 507: 'not-saved' }

/** How a file is known again: on the device, and in the list of a request when not all of it came. */
export interface KnownFile {
  readonly name: string
  readonly size: number
  /** When it was last saved, in milliseconds. */
  readonly modified: number
}

/** A file that is to be sent, and where to. */
export interface FileToSend extends KnownFile {
  readonly file: File
  /** Where files arrive, and where this one does when some of it is there already. */
  readonly endpoint: string
  readonly begun?: string | undefined
  readonly csrf: string
  /** The paper that it takes the place of, or the question that it answers. */
  readonly replaces?: string | undefined
  readonly about?: string | undefined
}

export interface Sending {
  /** Undefined when all of it arrived, or it was stopped. */
  readonly ended: Promise<Fault | undefined>
  /** Stops it; resolves when what came of it is deleted. */
  stop(): Promise<void>
}

/**
 * Sends a file in pieces by the tus protocol, going on after the last piece that arrived. Nothing about it is kept on the device: the request's own list
 * remembers what came.
 */
export function sendFile({ file, name, size, modified, endpoint, begun, csrf, replaces, about }: FileToSend, onProgress: (done: number) => void): Sending {
  let upload: Upload | undefined
  let isStopped = false
  let end: (fault?: Fault) => void = () => undefined
  const ended = new Promise<Fault | undefined>((resolve) => (end = resolve))
  const start = async () => {
    const { Upload } = await import('tus-js-client')
    if (isStopped) return
    upload = new Upload(file, {
      endpoint,
      ...(begun !== undefined && { uploadUrl: begun }),
      metadata: { name, modified: String(modified), ...(replaces !== undefined && { replaces }), ...(about !== undefined && { about }) },
      headers: { [FORM_TOKEN]: csrf },
      chunkSize: CHUNK,
      retryDelays: RETRY_AFTER,
      storeFingerprintForResuming: false,
      onShouldRetry: (error) => !isStopped && faultOf(error) === 'broke',
      onProgress: (went) => onProgress(size > 0 ? went / size : 0),
      onSuccess: () => end(),
      onError: (error) => end(faultOf(error)),
    })
    upload.start()
  }
  start().catch(() => end('broke'))
  return {
    ended,
    async stop() {
      isStopped = true
      // What is deleted already, or cannot be reached, is swept in time.
      await upload?.abort(true).catch(() => undefined)
      end()
    },
  }
}

function faultOf(error: Error | DetailedError): Fault {
  const response = 'originalResponse' in error ? error.originalResponse : null
  const status = response?.getStatus() ?? 0
  if (status !== 422) return FAULTS[status] ?? 'broke'
  const said = response?.getBody().trim()
  return SAID.find((each) => each === said) ?? 'told'
}
