import { Agent, request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'

/** A request as it goes over the wire: nothing is tidied, so that a test can send what no browser would. */
export interface Ask {
  readonly method?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Buffer
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  readonly text: string
  /** Where a redirect leads; '' when it is none. */
  readonly location: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Sends one request and reads all of the answer. Rejects when the connection breaks or 20 seconds pass. */
export const send = (url: string, path: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }
    const asked = request({ agent, hostname, port, path, method, headers: { ...length, ...headers }, timeout: 20_000 }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const read = Buffer.concat(chunks)
        const { statusCode = 0, headers: answered } = response
        resolve({ status: statusCode, headers: answered, body: read, text: read.toString('utf8'), location: answered.location ?? '' })
      })
    })
    asked.on('timeout', () => asked.destroy(new Error(`${method} ${path} was not answered in 20 seconds`)))
    asked.on('error', reject)
    asked.end(body)
  })

export type Fields = Readonly<Record<string, string | readonly string[]>>

/** What a browser posts for these fields. */
export const urlEncoded = (fields: Fields): string =>
  new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each]))).toString()

export const FORM = 'application/x-www-form-urlencoded'

/** A browser without a screen: it keeps cookies and reads the token of our own forms, and can send anything. */
export interface Visitor {
  readonly cookies: Map<string, string>
  ask(path: string, ask?: Ask): Promise<Answer>
  /** Posts a form with this browser's own token, unless the fields bring another. */
  post(path: string, fields: Fields, headers?: OutgoingHttpHeaders): Promise<Answer>
  /** Sends files as a browser's form does, after its fields. */
  sendFiles(path: string, files: readonly { readonly name: string; readonly bytes: Buffer }[], fields?: Readonly<Record<string, string>>): Promise<Answer>
  /** The token that our pages put into the forms of this browser. */
  token(): Promise<string>
}

export const tokenIn = (html: string): string => /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''

/** @param sent headers of every request, such as an API key */
export function visitorAt(url: string, sent: OutgoingHttpHeaders = {}): Visitor {
  const cookies = new Map<string, string>()
  let known = ''
  const ask = async (path: string, { headers = {}, ...rest }: Ask = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await send(url, path, { ...rest, headers: { ...(cookie && { Cookie: cookie }), ...sent, ...headers } })
    for (const each of answer.headers['set-cookie'] ?? []) {
      const [pair = ''] = each.split(';')
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    return answer
  }
  const token = async () => (known ||= tokenIn((await ask('/sign-in')).text))
  const post = async (path: string, fields: Fields, headers: OutgoingHttpHeaders = {}) =>
    ask(path, { method: 'POST', headers: { 'Content-Type': FORM, ...headers }, body: urlEncoded({ csrf: await token(), ...fields }) })
  const sendFiles: Visitor['sendFiles'] = async (path, files, fields = {}) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ csrf: await token(), ...fields })) form.append(name, value)
    for (const { name, bytes } of files) form.append('files', new Blob([new Uint8Array(bytes)]), name)
    const encoded = new Response(form)
    return ask(path, { method: 'POST', headers: { 'Content-Type': encoded.headers.get('Content-Type') ?? '' }, body: Buffer.from(await encoded.arrayBuffer()) })
  }
  return { cookies, ask, post, sendFiles, token }
}

/** Asks for a PDF until it is there: a busy portal says after some seconds that it is still being made. */
export async function untilMade(visitor: Pick<Visitor, 'ask'>, url: string): Promise<Answer> {
  const answer = await visitor.ask(url)
  return answer.location.endsWith('pdf=making') ? untilMade(visitor, url) : answer
}
