import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express, { type Request } from 'express'
import { describe, expect, it } from 'vitest'
import type { Limited } from '~/context.server'
import { limiter, maySend } from './limits'

const settings = { limitPerMinute: 240, guestDrafts: 3, uploadLimits: { bytes: 2 * 1024 * 1024 } }

/** How many uses are allowed before the first that is not. */
async function allowed(what: Limited, most: number, keyOf: (use: number) => string): Promise<number> {
  const { allow } = limiter({ ...settings, limitByAddress: true })
  for (let use = 0; use <= most; use += 1) if (!(await allow(what, keyOf(use)))) return use
  return Infinity
}

describe('requests', () => {
  /** How many of so many requests, each with a cookie that it made up, are refused. */
  async function refused(limitByAddress: boolean, requests: number): Promise<number> {
    const app = express()
    app.use(...limiter({ ...settings, limitByAddress, limitPerMinute: 10 }).everyRequest)
    app.use((_request, response) => void response.json(response.locals.refused ?? null))
    const server = app.listen(0, 'localhost')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const answers = await Promise.all(Array.from({ length: requests }, async (_, each) => (await fetch(`http://localhost:${port}/`, { headers: { Cookie: `__Host-waymark=${`${each}`.padStart(43, 'x')}` } })).json()))
    server.close()
    return answers.filter((each) => each === 'too-many').length
  }

  it('of one network are no more than those of 20 browsers where the council counts by address, whatever cookies are made up', async () => {
    expect(await refused(true, 205)).toBe(5)
    expect(await refused(false, 205)).toBe(0)
  })
})

describe('what guests begin and anybody sends', () => {
  it('is so many drafts a day for a browser, and 20 times as many for a network', async () => {
    expect([await allowed('draft-for-browser', 3, () => 'the same'), await allowed('draft-for-address', 60, () => 'the same')]).toEqual([3, 60])
  })

  it('is 20 requests full of files a day for a network, counted in megabytes before they come', async () => {
    const { allow } = limiter({ ...settings, limitByAddress: true })
    const tried = []
    for (const megabytes of [30, 10, 1]) tried.push(await allow('megabyte-for-address', 'home', megabytes))
    expect([...tried, await allow('megabyte-for-address', 'library')]).toEqual([true, true, false, true])
    expect(await maySend({ allow, address: 'home' }, 1)).toBe(false)
    expect(await maySend({ allow, address: 'school' }, 40 * 1024 * 1024 + 1)).toBe(false)
    expect(await maySend({ allow, address: undefined }, 10 ** 12)).toBe(true)
  })
})

describe('emails to schools', () => {
  it('are 20 a day for an address, 10 an hour for whoever asks, 30 for a network, and 300 for everybody', async () => {
    const limits = [['invitation-for-email', 20], ['invitation-for-browser', 10], ['invitation-for-address', 30], ['invitation-for-anybody', 300]] as const
    for (const [what, uses] of limits) expect([what, await allowed(what, uses, () => 'the same')]).toEqual([what, uses])
  })
})

describe('sign-in codes', () => {
  it('are 5 an hour for an email address, 10 for a browser, 30 for a network, and 1,000 for everybody', async () => {
    const limits = [['code-for-email', 5], ['code-for-browser', 10], ['code-for-address', 30], ['code-for-anybody', 1000]] as const
    for (const [what, uses] of limits) expect([what, await allowed(what, uses, () => 'the same')]).toEqual([what, uses])
  })

  it('are counted from nothing again once one was used', async () => {
    const { allow, forgive } = limiter({ ...settings, limitByAddress: true })
    const ask = async () => allow('code-for-email', 'ann')
    for (let use = 0; use < 5; use += 1) await ask()
    expect(await ask()).toBe(false)
    await forgive('code-for-email', 'ann')
    expect(await ask()).toBe(true)
  })

  it('for one network leave those for another alone', async () => {
    expect(await allowed('code-for-address', 100, String)).toBe(Infinity)
  })

  it('are counted by the network only where the council has that on; a home has one, whatever its IPv6 address ends in', () => {
    const from = (ip: string) => ({ ip }) as Request
    const [on, off] = [limiter({ ...settings, limitByAddress: true }), limiter({ ...settings, limitByAddress: false })]
    expect(off.addressOf(from('192.0.2.1'))).toBeUndefined()
    expect(on.addressOf(from('192.0.2.1'))).toBe('192.0.2.1')
    expect(on.addressOf(from('2001:db8::1'))).toBe(on.addressOf(from('2001:db8::2')))
  })
})
