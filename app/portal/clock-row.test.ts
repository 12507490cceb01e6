import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { ClockFaults, clockColumns, clockRowOf, inputColumns, type ClockRow } from './clock-row'

const worked = readFileSync(new URL('../timeline/fixtures/deadline-cases.csv', import.meta.url))
const cases = parse<ClockRow>(worked, { columns: true })
const passedThrough = ['scenario', 'who_holds_right', 'exception_test_result', 'note']
const computed = clockColumns.filter((column) => !inputColumns.includes(column) && !passedThrough.includes(column))

/** A request received on Monday 12 January 2026: 23 February, 4 May, 1 June. */
const row = (cells: ClockRow): ClockRow => clockRowOf({ case_id: 'T', route: 'new', clock_start: '2026-01-12', now: '2026-01-20', ...cells })
const standing = (cells: ClockRow) => {
  const { step_open_at_now, step_due, state_at_now, days_to_due } = row(cells)
  return [step_open_at_now, step_due, state_at_now, days_to_due]
}
const codes = (cells: ClockRow) => {
  try {
    row(cells)
  } catch (error) {
    if (error instanceof ClockFaults) return error.message
  }
  return 'no fault'
}

describe('the worked cases', () => {
  test('are all there', () => {
    expect(cases).toHaveLength(24)
    expect(computed).toHaveLength(23)
  })

  test.each(cases.map((known) => [known['case_id'], known['scenario'], known] as const))('%s: %s', (_id, _scenario, known) => {
    const input = Object.fromEntries(inputColumns.map((column) => [column, known[column] ?? '']))
    const filled = clockRowOf(input)
    expect(Object.fromEntries(computed.map((column) => [column, filled[column]]))).toEqual(
      Object.fromEntries(computed.map((column) => [column, known[column]])),
    )
  })

  test('what was in a computed column does not matter, and the rest passes through', () => {
    for (const known of cases) {
      const wrong = { ...known, ...Object.fromEntries(computed.map((column) => [column, 'wrong'])) }
      expect(clockRowOf(wrong)).toEqual(known)
    }
  })
})

describe('the step that is open', () => {
  test.each<[string, ClockRow, string[]]>([
    ['before the clock starts', { now: '2026-01-10' }, ['decide whether to assess', '2026-02-23', 'on track', '44']],
    ['on the last day', { now: '2026-02-23' }, ['decide whether to assess', '2026-02-23', 'due today', '0']],
    ['the day after', { now: '2026-02-24' }, ['decide whether to assess', '2026-02-23', 'late', '-1']],
    ['assessment agreed', { now: '2026-02-24', decided_on: '2026-02-24' }, ['decide whether to issue', '2026-05-04', 'on track', '69']],
    ['a plan agreed', { now: '2026-06-02', decided_on: '2026-02-20', outcome: 'issue' }, ['final plan', '2026-06-01', 'late', '-1']],
    [
      'a draft served',
      { now: '2026-05-31', decided_on: '2026-02-20', draft_served: '2026-05-01' },
      ['final plan', '2026-06-01', 'on track', '1'],
    ],
    ['final on the last day', { now: '2026-07-01', outcome: 'issue', final_sent_on: '2026-06-01' }, ['finished', '', 'final in time', '']],
    ['final the day after', { now: '2026-07-01', outcome: 'issue', final_sent_on: '2026-06-02' }, ['finished', '', 'final late', '']],
    [
      'refused on the last day',
      { now: '2026-07-01', outcome: 'refused-assess', decided_on: '2026-02-23' },
      ['finished', '', 'decided in time', ''],
    ],
    [
      'refused the day after',
      { now: '2026-07-01', outcome: 'refused-assess', decided_on: '2026-02-24' },
      ['finished', '', 'decided late', ''],
    ],
    ['refused, only the letter dated', { outcome: 'refused-assess', decision_letter: '2026-02-24' }, ['finished', '', 'decided late', '']],
    [
      'no plan, late',
      { now: '2026-07-01', decided_on: '2026-02-20', outcome: 'no-plan', decision_letter: '2026-05-05' },
      ['finished', '', 'ended no plan', ''],
    ],
    ['withdrawn before a decision', { now: '2026-07-01', outcome: 'withdrawn' }, ['finished', '', 'withdrawn', '']],
    ['withdrawn after one', { now: '2026-07-01', decided_on: '2026-02-20', outcome: 'withdrawn' }, ['finished', '', 'withdrawn', '']],
    [
      're-assessment not decided',
      { route: 'reassessment', now: '2026-01-28' },
      ['decide whether to re-assess', '2026-01-27', 'late', '-1'],
    ],
    [
      're-assessment refused',
      { route: 'reassessment', decided_on: '2026-01-27', outcome: 'refused-assess' },
      ['finished', '', 'decided in time', ''],
    ],
    [
      're-assessment agreed',
      { route: 'reassessment', now: '2026-05-05', decided_on: '2026-01-27' },
      ['final plan', '2026-05-05', 'due today', '0'],
    ],
    ['order, not told yet', { route: 'tribunal-assess', now: '2026-01-27' }, ['decide whether to assess', '2026-01-26', 'late', '-1']],
    [
      'agreement, told',
      { route: 'mediation-assess', decided_on: '2026-01-19' },
      ['decide whether to issue', '2026-03-23', 'on track', '62'],
    ],
    [
      'concession, plan agreed',
      { route: 'unopposed-assess', decided_on: '2026-01-19', outcome: 'issue' },
      ['final plan', '2026-04-20', 'on track', '90'],
    ],
    ['order to make a plan', { route: 'tribunal-make-plan' }, ['draft plan', '2026-02-16', 'on track', '27']],
    ['order to make a plan, issuing', { route: 'tribunal-make-plan', outcome: 'issue' }, ['draft plan', '2026-02-16', 'on track', '27']],
    [
      'order to make a plan, drafted',
      { route: 'tribunal-make-plan', now: '2026-03-31', draft_served: '2026-02-16' },
      ['final plan', '2026-03-30', 'late', '-1'],
    ],
    ['order to make a plan, done', { route: 'tribunal-make-plan', final_sent_on: '2026-03-30' }, ['finished', '', 'final in time', '']],
  ])('%s', (_name, cells, expected) => expect(standing(cells)).toEqual(expected))
})

describe('limits disapplied', () => {
  const disapplied = (cells: ClockRow) => row(cells)['limits_disapplied']
  const claim = (exception_claimed: string, exception_from: string, exception_to: string, advice_request_received = '') => ({
    exception_claimed,
    exception_from,
    exception_to,
    advice_request_received,
  })

  test.each<[string, string | undefined, ClockRow]>([
    ['no claim', '', {}],
    ['closed, asked in the window before deciding', '5(1);10(1);13(2)', claim('school-closed', '2026-02-01', '2026-03-01', '2026-01-25')],
    ['closed 27 days', 'none', claim('school-closed', '2026-02-01', '2026-02-28', '2026-01-25')],
    ['closed, nothing asked', 'none', claim('school-closed', '2026-02-01', '2026-03-01')],
    ['away 27 days', 'none', claim('absent', '2026-01-12', '2026-02-07')],
    ['away across the first limit', '10(1);13(2)', claim('absent', '2026-02-01', '2026-02-28')],
    ['away inside the advice too', '10(1);13(2);8(1)', claim('absent', '2026-02-20', '2026-03-19', '2026-02-20')],
    ['bereaved near the end', '13(2)', claim('personal', '2026-05-05', '2026-05-06')],
    ['missed appointment', '8(1)', claim('missed-appointment', '2026-03-05', '', '2026-02-20')],
    ['missed appointment, nothing asked', 'none', claim('missed-appointment', '2026-03-05', '')],
    ['something else', 'none', { exception_claimed: 'panel-dates' }],
  ])('%s: %s', (_name, expected, cells) => expect(disapplied(cells)).toBe(expected))

  test('a claim that frees another limit does not excuse the open step', () => {
    const away = claim('absent', '2026-02-01', '2026-02-28')
    expect(standing({ ...away, now: '2026-03-02' })[2]).toBe('late')
    expect(standing({ ...away, now: '2026-05-05', decided_on: '2026-03-02' })[2]).toBe('late - exception claimed')
  })
})

describe('other columns', () => {
  test('cautious dates are for a new request only', () => {
    expect(row({})['decide_by_6w_cautious']).toBe('2026-02-22')
    expect(row({ route: 'unopposed-assess' })).toMatchObject({ decide_by_6w: '2026-01-26', decide_by_6w_cautious: '' })
  })

  test('a latest day for the draft is worked out where an assessment ends in a plan', () => {
    expect(row({ route: 'unopposed-assess' })['latest_draft_15d']).toBe('2026-04-05')
    expect(row({ route: 'tribunal-make-plan' })).toMatchObject({ latest_draft_15d: '', latest_draft_15d_plus_consult: '' })
    expect(row({ route: 'reassessment', decided_on: '2026-01-20' })).toMatchObject({ final_by_20w: '2026-04-28', latest_draft_15d: '' })
  })

  test('appeal dates need a letter, and take the later of letter and certificate', () => {
    expect(row({ mediation_certificate: '2026-03-01' })['appeal_last_day']).toBe('')
    expect(row({ decision_letter: '2026-02-20', mediation_certificate: '2026-04-30' })).toMatchObject({
      contact_mediator_by: '2026-04-20',
      appeal_raw_deadline: '2026-05-30',
      appeal_last_day: '2026-06-01',
    })
  })

  test('a row without a birth date leaves those columns empty', () => {
    expect(row({})).toMatchObject({ csa_ends_end_of: '', turns_25: '', person_status_on_clock_start: '' })
  })
})

describe('a row that cannot be computed names its columns', () => {
  test.each<[ClockRow, string]>([
    [{ route: '', clock_start: '', now: '' }, 'route needed, clock_start needed, now needed'],
    [{ now: '20/01/2026', dob: '2017-03' }, 'now not-a-date, dob not-a-date'],
    [{ route: 'constructor' }, 'route not-a-route'],
    [{ outcome: 'maybe' }, 'outcome not-an-outcome'],
    [{ outcome: 'refused-assess' }, 'decided_on needed'],
    [{ route: 'reassessment', final_sent_on: '2026-05-01' }, 'decided_on needed'],
    [{ route: 'tribunal-make-plan', outcome: 'refused-assess', decided_on: '2026-01-20' }, 'outcome not-on-this-route'],
    [{ clock_start: '2014-08-31' }, 'clock_start not-law-then'],
  ])('%j: %s', (cells, expected) => expect(codes(cells)).toBe(expected))
})
