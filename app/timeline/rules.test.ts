import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, isIsoDate } from './calendar'
import { dueOnOf, ruleOn, rules, type RuleId } from './rules'

const anyDate = fc.nat(36_500).map((days) => addDays('2015-03-23', days))

describe('the rules of law', () => {
  test('every rule names its regulation and the day it became law', () => {
    for (const rule of rules) {
      expect(rule.regulation).toMatch(/^(SI \d{4}\/\d+ (reg \d+|r\.\d+)|SEND Code of Practice 2015 para|Local Government Act 1974 s\.)/)
      expect(isIsoDate(rule.from)).toBe(true)
    }
  })

  test('no two entries of one rule are law on the same day', () => {
    for (const rule of rules) {
      const others = rules.filter((other) => other !== rule && other.id === rule.id)
      for (const { from, until = '9999-12-31' } of others) expect(until < rule.from || (rule.until ?? '9999-12-31') < from).toBe(true)
    }
  })

  test('a rule is law from its first day and not the day before', () => {
    expect(ruleOn('final-plan', '2014-09-01').regulation).toBe('SI 2014/1530 reg 13(2)')
    expect(() => ruleOn('final-plan', '2014-08-31')).toThrow('no rule final-plan in law on 2014-08-31')
    expect(() => ruleOn('order-assess', '2015-03-22')).toThrow(RangeError)
  })

  test.each<[RuleId, string, string]>([
    ['assess-decision', '2026-01-05', '2026-02-16'],
    ['plan-refusal', '2026-01-05', '2026-04-27'],
    ['final-plan', '2026-01-05', '2026-05-25'],
    ['advice', '2026-07-13', '2026-08-24'],
    ['reassess-decision', '2026-04-01', '2026-04-16'],
    ['reassess-final-plan', '2026-04-14', '2026-07-21'],
    ['reassess-bar', '2026-08-31', '2027-02-28'],
    ['order-plan-refusal', '2025-02-21', '2025-05-02'], // LGSCO 25 007 473
    ['order-final-plan', '2025-02-21', '2025-05-30'], // LGSCO 25 007 473
    ['unopposed-assess', '2025-02-21', '2025-03-07'],
    ['mediation-final-plan', '2025-02-21', '2025-05-30'],
    ['order-make-draft', '2026-01-05', '2026-02-09'],
    ['order-make-final', '2026-01-05', '2026-03-23'],
    ['ombudsman-complaint', '2026-02-28', '2027-02-28'],
    ['comments', '2026-05-22', '2026-06-05'],
    ['school-reply', '2026-05-22', '2026-06-06'],
  ])('%s from %s ends on %s', (id, startedOn, dueOn) => expect(dueOnOf(ruleOn(id, startedOn), startedOn)).toBe(dueOn))

  test('16 weeks from 18 May 2023 is the day after the one the Ombudsman gave, which counts the day of receipt', () => {
    expect(addDays(dueOnOf(ruleOn('plan-refusal', '2023-05-18'), '2023-05-18'), -1)).toBe('2023-09-06') // LGSCO 23 013 824
  })

  test('week limits leave out the first day and never move for a weekend or a holiday', () => {
    const weekly = rules.flatMap((rule) => ('weeks' in rule.period ? [{ rule, weeks: rule.period.weeks }] : []))
    expect(weekly.length).toBeGreaterThan(12)
    fc.assert(
      fc.property(anyDate, fc.constantFrom(...weekly), (date, { rule, weeks }) => {
        expect(daysBetween(date, dueOnOf(rule, date))).toBe(7 * weeks)
      }),
    )
  })

  test('the 15 days for comments count the day of service as day 1', () => {
    fc.assert(fc.property(anyDate, (date) => daysBetween(date, dueOnOf(ruleOn('comments', date), date)) + 1 === 15))
  })
})
