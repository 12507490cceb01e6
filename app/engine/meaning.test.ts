import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { all, any, holds, is, isOneOf, not, type Condition } from './condition'
import { meaningOf, type Meaning } from './meaning'

const test = (name: string, values: readonly string[], isNot = false) => ({ name, values, isNot })

describe('what a condition comes to', () => {
  it('is one test where the same answer may be one of several', () => {
    expect(meaningOf(isOneOf('school', ['a', 'b']))).toEqual(test('school', ['a', 'b']))
    expect(meaningOf(any(is('school', 'a'), any(is('school', 'b'), is('home', 'c'))))).toEqual({ any: [test('school', ['a', 'b']), test('home', ['c'])] })
  })
  it('says "not" only of an answer', () => {
    expect(meaningOf(not(isOneOf('school', ['a', 'b'])))).toEqual(test('school', ['a', 'b'], true))
    expect(meaningOf(not(all(is('school', 'a'), not(is('home', 'c')))))).toEqual({ any: [test('school', ['a'], true), test('home', ['c'])] })
  })
  it('keeps answers that must be two things at once', () => {
    expect(meaningOf(all(is('needs', 'a'), is('needs', 'b')))).toEqual({ all: [test('needs', ['a']), test('needs', ['b'])] })
  })

  it('holds for the same answers', () => {
    const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
      condition: fc.oneof(
        { depthSize: 'small' },
        fc.tuple(fc.constantFrom('x', 'y'), fc.constantFrom('a', 'b', 'c')).map(([name, value]) => is(name, value)),
        tie('condition').map(not),
        fc.array(tie('condition'), { maxLength: 3 }).map((parts) => all(...parts)),
        fc.array(tie('condition'), { maxLength: 3 }).map((parts) => any(...parts)),
      ),
    }))
    const conditionOf = (meaning: Meaning): Condition => {
      if ('all' in meaning) return all(...meaning.all.map(conditionOf))
      if ('any' in meaning) return any(...meaning.any.map(conditionOf))
      const one = isOneOf(meaning.name, meaning.values)
      return meaning.isNot ? not(one) : one
    }
    const value = fc.oneof(fc.constantFrom('a', 'b', 'c', undefined), fc.subarray(['a', 'b', 'c']))
    fc.assert(
      fc.property(condition, value, value, (asked, x, y) => {
        const valueOf = (name: string) => (name === 'x' ? x : y)
        expect(holds(conditionOf(meaningOf(asked)), valueOf)).toBe(holds(asked, valueOf))
      }),
    )
  })
})
