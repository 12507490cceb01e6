import { describe, expect, it } from 'vitest'
import { fieldsApart } from './fields-apart'
import { Unreadable } from './fields-in'

const program = new URL('./fields.fixture.mjs', import.meta.url)
const doing = (deed: string) => fieldsApart(new TextEncoder().encode(deed), program, { milliseconds: deed === 'loops' ? 1500 : 60_000, megabytes: 600 })
const code = (deed: string) => doing(deed).catch((error: unknown) => (error instanceof Unreadable ? error.code : String(error)))

describe('a file that is read apart', () => {
  it('is read, or refused', async () => {
    expect(await doing('answers')).toEqual(new Map([['name', ['Alex']]]))
    expect(await code('refuses')).toBe('locked')
  })

  it.each(['loops', 'hoards', 'ends', ...(process.platform === 'win32' ? [] : ['unpacks'])])('ends only its own process when it %s', async (deed) => {
    expect(await code(deed)).toBe('too-heavy')
    expect(await code('refuses')).toBe('locked')
  }, 90_000)

  it('is no excuse for a fault of ours', async () => {
    expect(await code('breaks')).toContain('broke down')
  })
})
