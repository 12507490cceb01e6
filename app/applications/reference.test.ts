import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newReference, readReference } from './reference'

describe('a reference', () => {
  it('has no vowels and can be read back however it is typed', () => {
    for (let count = 0; count < 500; count += 1) {
      const reference = newReference()
      expect(reference).toMatch(/^[2-9B-DF-HJ-NP-TV-Z]{4}-[2-9B-DF-HJ-NP-TV-Z]{4}$/)
      expect(readReference(` ${reference.toLowerCase().replace('-', ' ')} `)).toBe(reference)
    }
  })
  it('notices one wrong character and two that changed places', () => {
    fc.assert(
      fc.property(fc.nat(7), fc.constantFrom(...'23456789BCDFGHJKLMNPQRSTVWXYZ'), (at, wrong) => {
        const right = newReference().replace('-', '')
        const changed = right.slice(0, at) + wrong + right.slice(at + 1)
        expect(readReference(changed) !== undefined).toBe(changed === right)
        const swapped = right.slice(0, at) + (right[at + 1] ?? '') + (right[at] ?? '') + right.slice(at + 2)
        expect(readReference(swapped) !== undefined).toBe(swapped === right)
      }),
    )
  })
  it('is not made of anything else', () => {
    expect(readReference('')).toBeUndefined()
    expect(readReference('AAAA-AAAA')).toBeUndefined()
  })
})
