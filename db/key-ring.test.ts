import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { demoKeyName, KeyRingError, newKeyRingText, parseKeyRing } from './key-ring'

const key = () => randomBytes(32).toString('base64')

const faultOf = (text: string) => {
  try {
    parseKeyRing(text)
  } catch (error) {
    if (error instanceof KeyRingError) return [error.fault, error.entry]
    throw error
  }
  return 'none'
}

describe('a key ring', () => {
  it('wraps with its first key and keeps the older ones', () => {
    const [one, two] = [key(), key()]
    const ring = parseKeyRing(`k2:${two}, k1:${one}\n`)
    expect(ring.current).toBe('k2')
    expect([...ring.keys].map(([name, each]) => [name, each.export().toString('base64')])).toEqual([['k2', two], ['k1', one]])
  })

  it('is made anew for a demo, with a name that production can refuse', () => {
    const ring = parseKeyRing(newKeyRingText())
    expect([...ring.keys.keys()]).toEqual([demoKeyName])
    expect(newKeyRingText()).not.toBe(newKeyRingText())
  })

  it('says which entry is wrong and why, without the key', () => {
    const [one, two] = [key(), key()]
    expect(faultOf('  ')).toEqual(['empty', 1])
    expect(faultOf(one)).toEqual(['no-name', 1])
    expect(faultOf(`k2:${two},${one}`)).toEqual(['no-name', 2])
    expect(faultOf(`k2:${two},`)).toEqual(['no-name', 2])
    expect(faultOf(`K 2:${two}`)).toEqual(['bad-name', 1])
    expect(faultOf(`k1:${randomBytes(16).toString('base64')}`)).toEqual(['bad-key', 1])
    expect(faultOf(`k1:${randomBytes(33).toString('base64')}`)).toEqual(['bad-key', 1])
    expect(faultOf(`k1:${one.slice(0, -1)}`)).toEqual(['bad-key', 1])
    expect(faultOf(`k1:${one},k1:${two}`)).toEqual(['same-name-twice', 2])
    expect(faultOf(`k2:${one},k1:${one}`)).toEqual(['same-key-twice', 2])
    expect(() => parseKeyRing(`k1:${one}x`)).toThrow(/^(?!.*[A-Za-z0-9+/]{30})/)
  })
})
