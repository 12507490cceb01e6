import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import type { Request } from 'express'
import { afterEach, describe, expect, it } from 'vitest'
import { sentParts } from './sent-parts'

/** What came of one request: each part as it was read, and how the reading ended. */
interface Read {
  readonly parts: string[]
  ended?: 'well' | 'broken'
}

let server: Server | undefined
afterEach(() => void server?.close())

/** A real server that reads every part, or only so much of each file. */
async function reading(maxBytes = 1e6, most = Number.POSITIVE_INFINITY): Promise<{ readonly port: number; readonly reads: Read[]; readonly whenEnded: () => Promise<Read> }> {
  const reads: Read[] = []
  const waiting: ((read: Read) => void)[] = []
  server = createServer((request, response) => {
    const read: Read = { parts: [] }
    reads.push(read)
    const readAll = async () => {
      for await (const part of sentParts(request as Request, maxBytes)) {
        if ('value' in part) {
          read.parts.push(`${part.name}=${part.value}`)
          continue
        }
        let size = 0
        for await (const chunk of part.bytes) {
          size += chunk.byteLength
          if (size >= most) break
        }
        read.parts.push(`${part.fileName}:${size > most ? 'much' : size}`)
      }
    }
    readAll()
      .then(() => void (read.ended = 'well'), () => void (read.ended = 'broken'))
      .finally(() => {
        if (!response.destroyed) response.end('read')
        waiting.shift()?.(read)
      })
  }).listen(0)
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, reads, whenEnded: () => new Promise((resolve) => waiting.push(resolve)) }
}

const BOUNDARY = 'zq'
const field = (name: string, value: string) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const file = (name: string, bytes: string) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n${bytes}\r\n`
const END = `--${BOUNDARY}--\r\n`
const headed = (body: string, length = Buffer.byteLength(body)) => `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=${BOUNDARY}\r\nContent-Length: ${length}\r\n\r\n${body}`

async function send(port: number, text: string, isCut = false): Promise<string> {
  const socket = connect(port, 'localhost')
  let said = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.write(text, () => (isCut ? socket.destroy() : undefined))
  if (isCut) return ''
  while (!said.includes('read')) {
    if (socket.destroyed) return said
    await Promise.race([once(socket, 'data'), once(socket, 'close')])
  }
  socket.destroy()
  return said
}

describe('a form that brings files', () => {
  const body = [field('csrf', 't'), file('Brief für Ömer.pdf', 'x'.repeat(50_000)), file('', ''), file('b.txt', ''), field('last', 'z'), END].join('')

  it('is read part by part, without the empty part of a box where nobody picked a file', async () => {
    const { port, reads } = await reading()
    expect(await send(port, headed(body))).toContain('200')
    expect(reads).toEqual([{ parts: ['csrf=t', 'Brief für Ömer.pdf:50000', 'b.txt:0', 'last=z'], ended: 'well' }])
  })

  it('goes on to the next part when a file was not read to its end', async () => {
    const { port, reads } = await reading(1e6, 10)
    await send(port, headed(body))
    expect(reads).toEqual([{ parts: ['csrf=t', 'Brief für Ömer.pdf:much', 'b.txt:0', 'last=z'], ended: 'well' }])
  })

  it('is broken wherever it is cut', async () => {
    const { port, whenEnded } = await reading()
    const length = Buffer.byteLength(body)
    for (let at = 1; at <= 20; at++) {
      const ended = whenEnded()
      await send(port, headed(body.slice(0, Math.floor((body.length * at) / 21)), length), true)
      expect([at, (await ended).ended]).toEqual([at, 'broken'])
    }
  })

  it.each([
    ['has no end', [field('csrf', 't')].join(''), 1e6],
    ['has more fields than a form of ours', Array.from({ length: 60 }, (_, at) => field(`f${at}`, '')).join('') + END, 1e6],
    ['is larger than it may be', file('a.txt', 'x'.repeat(200_000)) + END, 100_000],
  ])('that %s is broken', async (_what, text, maxBytes) => {
    const { port, whenEnded } = await reading(maxBytes)
    const ended = whenEnded()
    // The server hangs up.
    send(port, headed(text)).catch(() => undefined)
    expect((await ended).ended).toBe('broken')
  })
})
