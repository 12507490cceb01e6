import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, describe, expect, it } from 'vitest'
import type { Establishment } from '~/applications/establishments'
import { StoreUnavailable } from '~/applications/failures'
import { establishments } from './establishments'

const ends: (() => void)[] = []
afterEach(() => ends.splice(0).forEach((end) => end()))

const oak: Establishment = {
  urn: '990301', name: 'Oak School', type: 'Academy', phase: 'Primary', status: 'closed', lowAge: null, highAge: null, street: '', locality: '', address3: '',
  town: 'York', county: '', postcode: 'YO1 1AA', authorityCode: '', authority: '', ukprn: '', website: '', phone: '',
}

async function serving(find: (text: string) => Promise<readonly Establishment[]>, refused?: string) {
  const reports: unknown[] = []
  const app = express().set('query parser', 'simple')
  app.use((_request, response, next) => {
    response.set({ 'Cache-Control': 'no-store', Vary: 'Cookie' })
    if (refused) response.locals.refused = refused
    next()
  })
  app.use(establishments({ store: { findEstablishments: find } } as unknown as Parameters<typeof establishments>[0], (error) => reports.push(error)))
  const server = app.listen(0, '127.0.0.1')
  ends.push(() => server.close())
  await once(server, 'listening')
  return { reports, at: (query: string) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/establishments${query}`) }
}

describe('/establishments', () => {
  it('gives what may be meant, to be kept by nobody', async () => {
    const asked: string[] = []
    const { at } = await serving(async (text) => (asked.push(text), [oak]))
    const answer = await at('?q=oak%20york')
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('vary'), answer.headers.get('set-cookie')]).toEqual([200, 'no-store', null, null])
    expect(await answer.json()).toEqual({ found: [{ value: 'Oak School, York (URN 990301, closed)', label: 'Oak School', details: 'York, YO1 1AA. Academy', status: 'closed' }] })
    for (const odd of ['', '?q=a&q=b', '?q[x]=1', '?q=%FF']) expect((await at(odd)).status).toBe(200)
    expect(asked).toEqual(['oak york', '', '', '', expect.any(String)])
  })

  it('says so, and no more, while the store cannot be read', async () => {
    const { at, reports } = await serving(() => Promise.reject(new StoreUnavailable('gone')))
    const answer = await at('?q=oak')
    expect([answer.status, answer.headers.get('cache-control'), await answer.json()]).toEqual([503, 'no-store', { found: [] }])
    expect(reports).toHaveLength(1)
  })

  it('leaves whoever asks too often to the page that says so', async () => {
    const { at } = await serving(async () => [oak], 'too-many')
    expect((await at('?q=oak')).status).toBe(404)
  })
})
