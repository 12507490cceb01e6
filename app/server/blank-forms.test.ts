import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, describe, expect, it } from 'vitest'
import { PrinterBusy, PrinterFailed, PrinterSlow } from '~/applications/failures'
import type { PrintJob } from '~/applications/ports'
import type { Council } from '~/config.server'
import { blankForms } from './blank-forms'

const council = JSON.parse(readFileSync(new URL('../../db/demo-council.json', import.meta.url), 'utf8')) as Council
const ends: (() => void)[] = []
afterEach(() => ends.splice(0).forEach((end) => end()))

async function serving(print: (job: PrintJob) => Promise<Uint8Array>, mode: 'demo' | 'production' = 'demo') {
  const reported: unknown[] = []
  const printer = { print, kept: async () => undefined, close: async () => undefined }
  const app = express()
    .use((_request, response, next) => {
      response.set({ 'Cache-Control': 'no-store', Vary: 'Cookie, Accept-Language' })
      next()
    })
    .use(blankForms({ council, mode }, { printer }, (error) => reported.push(error)))
    .use((_request, response) => void response.status(response.locals.refused ? 503 : 404).send(String(response.locals.refused)))
  const server = app.listen(0, '127.0.0.1')
  ends.push(() => server.close())
  await once(server, 'listening')
  const at = (path: string, headers: Record<string, string> = {}) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/paper/${path}`, { headers })
  return { at, reported }
}

describe('a blank form', () => {
  it('is the same file for everybody, which caches may keep', async () => {
    const jobs: PrintJob[] = []
    const { at } = await serving(async (job) => {
      jobs.push(job)
      return Buffer.from('%PDF')
    })
    const answer = await at('parent-request/en/large-print.pdf')
    expect([answer.status, await answer.text()]).toEqual([200, '%PDF'])
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'public, max-age=3600',
      'content-disposition': 'attachment; filename="parent-request-large-print.pdf"',
    })
    expect([answer.headers.get('vary'), answer.headers.get('set-cookie')]).toEqual([null, null])
    expect(jobs).toMatchObject([{ kind: 'blank', form: 'parent-request', language: 'en', look: 'large', council: { phone: council.phone } }])
    expect(JSON.stringify(jobs)).not.toContain(council.complaints)
    expect((await at('parent-request/en/large-print.pdf', { 'If-None-Match': answer.headers.get('etag') ?? '', 'Cache-Control': 'max-age=0' })).status).toBe(304)
  })

  it.each(['no-such-form/en/form.pdf', 'parent-request/xx/form.pdf', 'parent-request/en/other.pdf', 'parent-request/en/constructor', '__proto__/en/form.pdf', '..%2f..%2fetc/en/form.pdf', '%FF/en/form.pdf'])(
    'is not there at %s',
    async (path) => {
      const { at } = await serving(() => Promise.reject(new Error('nothing is printed')))
      expect((await at(path)).status).toBe(404)
    },
  )

  it('is offered in the pseudo-language by a demo only', async () => {
    const print = async () => Buffer.from('%PDF')
    expect((await (await serving(print, 'demo')).at('parent-request/qps/form.pdf')).status).toBe(200)
    expect((await (await serving(print, 'production')).at('parent-request/qps/form.pdf')).status).toBe(404)
  })

  it.each([
    ['too many wait', new PrinterBusy(), 0],
    ['it takes too long', new PrinterSlow(), 0],
    ['it cannot be printed', new PrinterFailed(), 1],
  ])('leads to the page of refusals, kept by no cache, when %s', async (_why, error, reports) => {
    const { at, reported } = await serving(() => Promise.reject(error))
    const answer = await at('parent-request/en/form.pdf')
    expect([answer.status, await answer.text(), answer.headers.get('cache-control')]).toEqual([503, 'no-paper', 'no-store'])
    expect(reported.length).toBe(reports)
  })
})
