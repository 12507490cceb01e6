import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, describe, expect, it } from 'vitest'
import { defaultColours } from '~/ui/brand'
import { plainAnswers } from './plain-answers'

const ends: (() => void)[] = []
afterEach(() => ends.splice(0).forEach((end) => end()))

async function serving(ping: () => Promise<void>): Promise<string> {
  const brand = { councilName: 'Anyborough Council', logoUrl: undefined, colours: defaultColours }
  const services = { store: { ping }, clock: { now: () => '2026-05-01T09:00:00.000Z', today: () => '2026-05-01' } } as unknown as Parameters<typeof plainAnswers>[1]
  const server = express().use(plainAnswers({ brand }, services)).listen(0, '127.0.0.1')
  ends.push(() => server.close())
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('/readyz', () => {
  it('asks the store once, however many ask at once and shortly after', async () => {
    let pings = 0
    const url = await serving(async () => void (pings += 1))
    const answers = [...(await Promise.all([1, 2, 3].map(() => fetch(`${url}/readyz`)))), await fetch(`${url}/readyz`)]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(pings).toBe(1)
  })

  it('says no while the store cannot write', async () => {
    const url = await serving(() => Promise.reject(new Error('disk full')))
    const answer = await fetch(`${url}/readyz`)
    expect([answer.status, await answer.text()]).toEqual([503, 'not ready\n'])
  })
})
