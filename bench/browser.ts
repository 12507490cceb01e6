import { Agent, request, type OutgoingHttpHeaders } from 'node:http'
import { gunzipSync } from 'node:zlib'

export interface Answer {
  readonly status: number
  /** Path and search that it redirects to. */
  readonly location: string | undefined
  readonly text: string
  /** From asking to the last byte. */
  readonly ms: number
  /** Bytes of the body as they were sent. */
  readonly bytes: number
}

/** One person's browser: keeps its cookies and connection, and asks for gzip. */
export interface Browser {
  get(path: string): Promise<Answer>
  post(path: string, fields: Iterable<readonly [string, string]>): Promise<Answer>
  /** A request of a script: with headers of its own, and bytes. */
  send(method: string, path: string, headers: OutgoingHttpHeaders, bytes?: Buffer): Promise<Answer>
  /** A second connection with the same cookies: another tab. */
  another(): Browser
  close(): void
}

export function openBrowser(origin: string, cookies = new Map<string, string>()): Browser {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = (method: string, path: string, body?: string | Buffer, more: OutgoingHttpHeaders = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const from = performance.now()
      const headers = {
        'Accept-Encoding': 'gzip',
        'Accept-Language': 'en',
        Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body !== undefined && { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body), Origin: origin }),
        ...more,
      }
      const asked = request(origin + path, { agent, method, headers }, (response) => {
        for (const line of response.headers['set-cookie'] ?? []) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
          if (name) cookies.set(name, value ?? '')
        }
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const ms = performance.now() - from
          const sent = Buffer.concat(chunks)
          const text = (response.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent).toString()
          const { location } = response.headers
          const to = location ? new URL(location, origin) : undefined
          resolve({ status: response.statusCode ?? 0, location: to && to.pathname + to.search, text, ms, bytes: sent.length })
        })
      })
      asked.on('error', reject)
      asked.end(body)
    })
  return {
    get: (path) => ask('GET', path),
    post: (path, fields) => ask('POST', path, new URLSearchParams([...fields].map(([name, value]) => [name, value])).toString()),
    send: (method, path, headers, bytes) => ask(method, path, bytes, headers),
    another: () => openBrowser(origin, cookies),
    close: () => agent.destroy(),
  }
}
