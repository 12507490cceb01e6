import type { Request } from 'express'
import { describe, expect, it } from 'vitest'
import type { Limited } from '~/context.server'
import { limiter } from './limits'

/** How many uses are allowed before the first that is not. */
async function allowed(what: Limited, most: number, keyOf: (use: number) => string): Promise<number> {
  const { allow } = limiter({ limitByAddress: true, limitPerMinute: 240 })
  for (let use = 0; use <= most; use += 1) if (!(await allow(what, keyOf(use)))) return use
  return Infinity
}

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

  it('for one network leave those for another alone', async () => {
    expect(await allowed('code-for-address', 100, String)).toBe(Infinity)
  })

  it('are counted by the network only where the council has that on; a home has one, whatever its IPv6 address ends in', () => {
    const from = (ip: string) => ({ ip }) as Request
    const [on, off] = [limiter({ limitByAddress: true, limitPerMinute: 240 }), limiter({ limitByAddress: false, limitPerMinute: 240 })]
    expect(off.addressOf(from('192.0.2.1'))).toBeUndefined()
    expect(on.addressOf(from('192.0.2.1'))).toBe('192.0.2.1')
    expect(on.addressOf(from('2001:db8::1'))).toBe(on.addressOf(from('2001:db8::2')))
  })
})
