import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './calendar'
import { exceptionTestOf, isExceptionKind, type ExceptionClaim, type ExceptionFacts } from './exceptions'
import { limitsOf } from './send'
import type { Route } from './routes'

const anyDate = fc.nat(36_500).map((days) => addDays('2015-03-23', days))

/** A request received on Monday 1 June 2026: limits on 13 July, 21 September and 19 October; advice asked for on `askedOn`. */
const caseOf = (askedOn?: string, assessDecidedOn?: string, route: Route = 'new'): ExceptionFacts => {
  const advice = askedOn ? [{ adviser: 'school', requestedOn: askedOn, receivedOn: askedOn }] : []
  return { limits: limitsOf({ route, startedOn: '2026-06-01', advice }), advice, assessDecidedOn }
}

const freed = (claim: ExceptionClaim, facts: ExceptionFacts) =>
  exceptionTestOf(claim, facts).findings.flatMap(({ limit, disapplied }) => (disapplied ? [limit.id] : []))

const reasons = (claim: ExceptionClaim, facts: ExceptionFacts) => exceptionTestOf(claim, facts).findings.map(({ reason }) => reason)

describe('a school closed for the summer', () => {
  const summer = { kind: 'school-closed', fromOn: '2026-07-25', toOn: '2026-09-02' }

  test.each([
    ['2026-07-17', []],
    ['2026-07-18', ['assess-decision', 'plan-decision', 'final-plan']],
    ['2026-08-26', ['assess-decision', 'plan-decision', 'final-plan']],
    ['2026-08-27', []],
  ])('advice asked for on %s frees %j', (askedOn, expected) => expect(freed(summer, caseOf(askedOn))).toEqual(expected))

  test('frees the first six weeks only if the advice was not asked for after deciding', () => {
    expect(reasons(summer, caseOf('2026-07-18', '2026-07-17'))).toEqual(['advice-after-decision', 'met', 'met', 'not-for-this-limit'])
    expect(freed(summer, caseOf('2026-07-18', '2026-07-18'))).toContain('assess-decision')
  })

  test('must be closed for four weeks', () => {
    expect(freed({ ...summer, toOn: '2026-08-22' }, caseOf('2026-07-25'))).toHaveLength(3)
    expect(reasons({ ...summer, toOn: '2026-08-21' }, caseOf('2026-07-25'))[0]).toBe('closed-under-4-weeks')
  })

  test('counts only the advice of that school, when it is named', () => {
    expect(freed({ ...summer, adviser: 'school' }, caseOf('2026-07-20'))).toHaveLength(3)
    expect(reasons({ ...summer, adviser: 'nursery' }, caseOf('2026-07-20'))[0]).toBe('advice-not-requested')
  })

  test('means nothing by itself: advice must have been asked for', () => {
    expect(reasons(summer, caseOf())).toEqual(['advice-not-requested', 'advice-not-requested', 'advice-not-requested'])
    expect(reasons({ kind: 'school-closed', fromOn: '2026-07-25' }, caseOf('2026-07-20'))[0]).toBe('dates-missing')
  })

  test('goes for a nursery too', () => {
    expect(freed({ ...summer, kind: 'early-years-closed' }, caseOf('2026-07-20'))).toHaveLength(3)
  })
})

describe('a family away', () => {
  const away = (fromOn: string, toOn: string) => ({ kind: 'absent', fromOn, toOn })

  test('27 days free nothing, 28 days free each limit whose period holds all of them', () => {
    expect(reasons(away('2026-06-08', '2026-07-04'), caseOf())[0]).toBe('absence-too-short')
    expect(freed(away('2026-06-08', '2026-07-05'), caseOf())).toEqual(['assess-decision', 'plan-decision', 'final-plan'])
  })

  test('the first and last day of the period are inside it', () => {
    expect(freed(away('2026-06-01', '2026-07-13'), caseOf())).toContain('assess-decision')
    expect(freed(away('2026-06-01', '2026-07-14'), caseOf())).toEqual(['plan-decision', 'final-plan'])
    expect(reasons(away('2026-05-31', '2026-07-13'), caseOf())).toEqual(Array(3).fill('absence-outside-period'))
  })

  test('frees the adviser whose six weeks hold it', () => {
    expect(freed(away('2026-07-20', '2026-08-20'), caseOf('2026-07-13'))).toEqual(['plan-decision', 'final-plan', 'advice'])
  })

  test('14 days are enough after an order of the Tribunal, an agreement or a concession', () => {
    for (const route of ['tribunal-assess', 'mediation-assess', 'unopposed-assess', 'tribunal-make-plan'] as const) {
      expect(freed(away('2026-06-02', '2026-06-15'), caseOf(undefined, undefined, route))).toContain('final-plan')
      expect(freed(away('2026-06-02', '2026-06-14'), caseOf(undefined, undefined, route))).toEqual([])
    }
  })
})

describe('other claims', () => {
  test('exceptional personal circumstances free each period they overlap, by a day or more', () => {
    const from = (fromOn: string, toOn?: string) => ({ kind: 'personal', fromOn, toOn })
    expect(freed(from('2026-07-13', '2026-07-20'), caseOf())).toEqual(['assess-decision', 'plan-decision', 'final-plan'])
    expect(freed(from('2026-07-14', '2026-07-20'), caseOf())).toEqual(['plan-decision', 'final-plan'])
    expect(freed(from('2026-10-19', '2026-10-30'), caseOf('2026-07-13'))).toEqual(['final-plan'])
    expect(freed(from('2026-05-01', '2026-05-31'), caseOf())).toEqual([])
    expect(freed(from('2026-05-01'), caseOf('2026-07-13'))).toEqual(['assess-decision', 'plan-decision', 'final-plan', 'advice'])
  })

  test('a missed appointment frees only the advice of the body that gave it, in its six weeks', () => {
    const missed = (fromOn: string, adviser?: string) => ({ kind: 'missed-appointment', fromOn, adviser })
    expect(reasons(missed('2026-07-13'), caseOf('2026-07-13'))).toEqual([...Array(3).fill('not-for-this-limit'), 'met'])
    expect(freed(missed('2026-08-24'), caseOf('2026-07-13'))).toEqual(['advice'])
    expect(freed(missed('2026-08-25'), caseOf('2026-07-13'))).toEqual([])
    expect(freed(missed('2026-07-12'), caseOf('2026-07-13'))).toEqual([])
    expect(freed(missed('2026-07-20', 'hospital'), caseOf('2026-07-13'))).toEqual([])
    expect(freed(missed('2026-07-20'), caseOf())).toEqual([])
  })

  test.each(['ep-shortage', 'nhs-delay', 'summer', 'constructor', ''])('%j is not known to the law', (kind) => {
    expect(isExceptionKind(kind)).toBe(false)
    expect(new Set(reasons({ kind, fromOn: '2026-06-01', toOn: '2026-12-01' }, caseOf()))).toEqual(new Set(['not-known-to-the-law']))
  })

  test('the coronavirus exception is spent', () => {
    expect(reasons({ kind: 'coronavirus', fromOn: '2026-06-01' }, caseOf())[0]).toBe('not-law-then')
    const in2020 = { limits: limitsOf({ route: 'new', startedOn: '2020-03-02' }), advice: [] } // limits 13 April, 22 June, 20 July 2020
    expect(freed({ kind: 'coronavirus', fromOn: '2020-03-23' }, in2020)).toEqual(['plan-decision', 'final-plan'])
    expect(reasons({ kind: 'coronavirus', fromOn: '2020-09-26' }, in2020)[0]).toBe('not-law-then')
  })

  test('a claim without its dates, or with them the wrong way round, frees nothing', () => {
    expect(reasons({ kind: 'absent', fromOn: '2026-06-02' }, caseOf())[0]).toBe('dates-missing')
    expect(reasons({ kind: 'personal' }, caseOf())[0]).toBe('dates-missing')
    expect(reasons({ kind: 'personal', fromOn: '2026-07-02', toOn: '2026-07-01' }, caseOf())[0]).toBe('dates-reversed')
  })

  test('nothing excuses the 15 days to decide whether to re-assess', () => {
    expect(reasons({ kind: 'personal', fromOn: '2026-06-02' }, caseOf(undefined, undefined, 'reassessment'))).toEqual(['not-for-this-limit'])
  })

  test('no claim ever moves a limit, and a longer absence inside a period never frees less', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(30), fc.integer({ min: 28, max: 100 }), (startedOn, wait, days) => {
        const facts = { limits: limitsOf({ route: 'new', startedOn }), advice: [] }
        const before = facts.limits.map(({ dueOn }) => dueOn)
        const fromOn = addDays(startedOn, wait)
        const free = (length: number) => freed({ kind: 'absent', fromOn, toOn: addDays(fromOn, length - 1) }, facts)
        expect(facts.limits.map(({ dueOn }) => dueOn)).toEqual(before)
        expect(free(days).includes('final-plan')).toBe(wait + days - 1 <= 140)
        expect(free(27)).toEqual([])
      }),
    )
  })
})
