import { request } from 'node:http'
import type { Answer, Visitor } from './http-visitor'

// What a sender says by the tus protocol, request by request, so that a test can break off where it likes.

const RESUMABLE = { 'Tus-Resumable': '1.0.0' }
const base64 = (text: string) => Buffer.from(text).toString('base64')

export interface FileToSend {
  readonly name: string
  readonly bytes: Buffer
  readonly replaces?: string
}

export interface Sender {
  /** Says that a file comes. Gives the answer; `location` is where its bytes go. */
  announce(file: FileToSend, more?: Readonly<Record<string, string>>): Promise<Answer>
  /** How much of it is there. */
  came(path: string): Promise<number>
  /** Sends bytes from this offset on. */
  send(path: string, from: number, bytes: Buffer): Promise<Answer>
  /** Sends the first of these bytes, and then the line breaks. */
  cut(path: string, from: number, bytes: Buffer, after: number): Promise<void>
  stop(path: string): Promise<Answer>
  /** Sends all of a file; gives where. */
  sendAll(file: FileToSend): Promise<string>
}

/** @param papers the path of the page of the papers */
export async function senderAt(url: string, visitor: Visitor, papers: string): Promise<Sender> {
  const ours = { ...RESUMABLE, 'X-Form-Token': await visitor.token() }
  const patch = (from: number) => ({ ...ours, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(from) })
  const announce: Sender['announce'] = ({ name, bytes, replaces }, more = {}) => {
    const about = { name, modified: '1', ...(replaces && { replaces }) }
    const metadata = Object.entries(about).map(([key, value]) => `${key} ${base64(value)}`).join(',')
    return visitor.ask(`${papers}/arriving`, { method: 'POST', headers: { ...ours, 'Upload-Length': String(bytes.length), 'Upload-Metadata': metadata, ...more } })
  }
  const send: Sender['send'] = (path, from, bytes) => visitor.ask(path, { method: 'PATCH', headers: patch(from), body: bytes })
  return {
    announce,
    send,
    async came(path) {
      const { status, headers } = await visitor.ask(path, { method: 'HEAD', headers: ours })
      if (status !== 200) throw new Error(`${path} was answered ${status}`)
      return Number(headers['upload-offset'])
    },
    cut: (path, from, bytes, after) =>
      new Promise((resolve, reject) => {
        const { hostname, port } = new URL(url)
        const Cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
        const asked = request({ hostname, port, path, method: 'PATCH', headers: { ...patch(from), Cookie, 'Content-Length': bytes.length } })
        // Broken by ourselves.
        asked.once('error', () => undefined)
        asked.once('close', resolve)
        asked.once('response', () => reject(new Error('It was answered before it broke off.')))
        const begun = bytes.subarray(0, after)
        if (begun.length === 0) asked.flushHeaders()
        asked.write(begun.length > 0 ? begun : Buffer.alloc(0), () => asked.destroy())
      }),
    stop: (path) => visitor.ask(path, { method: 'DELETE', headers: ours }),
    async sendAll(file) {
      const { status, location } = await announce(file)
      if (status !== 201) throw new Error(`${file.name} was announced, and answered ${status}`)
      const sent = await send(location, 0, file.bytes)
      if (sent.status !== 204) throw new Error(`${file.name} was answered ${sent.status}`)
      return location
    },
  }
}
