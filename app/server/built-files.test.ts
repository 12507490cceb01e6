import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assets } from './built-files'

const client = mkdtempSync(join(tmpdir(), 'built-'))
const app = express()
app.use('/assets', assets(client))
app.use((_request, response) => void response.status(404).send('none'))
const server = createServer(app)

const asked = async (path: string, encoding = 'br') => {
  const { port } = server.address() as AddressInfo
  const answer = await new Promise<IncomingMessage>((resolve, reject) => get({ port, path, headers: { 'Accept-Encoding': encoding } }, resolve).on('error', reject))
  const { statusCode, headers } = answer
  return { status: statusCode, encoding: headers['content-encoding'], body: await buffer(answer) }
}

beforeAll(async () => {
  mkdirSync(join(client, 'assets'))
  for (const name of ['kept.js', 'gone.js']) {
    const bytes = Buffer.from(`/* ${name} */`)
    for (const [end, content] of [['', bytes], ['.br', brotliCompressSync(bytes)], ['.gz', gzipSync(bytes)]] as const) writeFileSync(join(client, 'assets', name + end), content)
  }
  await new Promise<void>((resolve) => server.listen(0, resolve))
})
afterAll(() => {
  server.close()
  rmSync(client, { recursive: true })
})

describe('assets', () => {
  it.each([
    ['br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', undefined],
  ])('come to whoever takes %s as %s', async (taken, encoding) => {
    expect(await asked('/assets/kept.js', taken)).toMatchObject({ status: 200, encoding })
  })

  it('that are gone since the portal started are not there, and it goes on', async () => {
    expect((await asked('/assets/gone.js')).status).toBe(200)
    for (const end of ['', '.br', '.gz']) rmSync(join(client, 'assets', `gone.js${end}`))
    expect(await asked('/assets/gone.js')).toEqual({ status: 404, encoding: undefined, body: Buffer.from('none') })
    expect((await asked('/assets/kept.js')).status).toBe(200)
  })
})
