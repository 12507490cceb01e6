import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { all, any, holds, is, isOneOf, not, testsOf, type Condition } from './condition'

const answers: Readonly<Record<string, unknown>> = { inSchool: 'yes', formats: ['audio', 'braille'], blank: null, reason: { notSaid: 'dont-know' } }
const isTrue = (condition: Condition) => holds(condition, (name) => answers[name])

describe('a condition', () => {
  it('holds when the answer is the value, or is one of several ticked', () => {
    expect(isTrue(is('inSchool', 'yes'))).toBe(true)
    expect(isTrue(is('formats', 'braille'))).toBe(true)
    expect(isTrue(is('formats', 'none'))).toBe(false)
    expect(isTrue(isOneOf('inSchool', ['no', 'yes']))).toBe(true)
  })

  it('does not hold for what was left blank, not said or never seen', () => {
    for (const name of ['blank', 'reason', 'unseen']) expect(isTrue(is(name, 'yes'))).toBe(false)
    expect(isTrue(not(is('unseen', 'yes')))).toBe(true)
  })

  it('holds for all of nothing, and not for any of nothing', () => {
    expect(isTrue(all())).toBe(true)
    expect(isTrue(any())).toBe(false)
  })

  it('names every answer that it tests', () => {
    expect(testsOf(all(is('a', '1'), not(any(is('b', '2'), is('a', '3')))))).toEqual([['a', '1'], ['b', '2'], ['a', '3']])
  })

  it('means the same after a journey as JSON, and "not" turns it round', () => {
    const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
      condition: fc.oneof(
        { depthSize: 'small' },
        fc.tuple(fc.constantFrom('inSchool', 'formats', 'unseen'), fc.constantFrom('yes', 'no', 'audio')).map(([name, value]) => is(name, value)),
        fc.array(tie('condition'), { maxLength: 3 }).map((parts) => all(...parts)),
        fc.array(tie('condition'), { maxLength: 3 }).map((parts) => any(...parts)),
        tie('condition').map(not),
      ),
    }))
    fc.assert(
      fc.property(condition, (one) => {
        expect(isTrue(JSON.parse(JSON.stringify(one)) as Condition)).toBe(isTrue(one))
        expect(isTrue(not(one))).toBe(!isTrue(one))
      }),
    )
  })
})
