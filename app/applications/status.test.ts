import { describe, expect, it, test } from 'vitest'
import { canFollow } from './can-follow'
import { factDetails, type Fact } from './facts'
import { aStory, type Told } from './facts/a-story'
import { demoFamilies, demoStoryOf, type DemoFamily } from './fixtures/demo-stories'
import { milestonesOf } from './milestones'
import { statusOf, type Status } from './status'

const today = '2026-11-23'
const asked: Told = ['submitted', '2026-01-12']

describe('the demo families', () => {
  const expected: Record<DemoFamily, Status> = {
    'on-track': { stage: 'gathering-advice', since: '2026-10-14', route: 'new', lateness: { state: 'on-track', step: 'plan-decision', dueOn: '2026-12-30', days: 0 } },
    'due': { stage: 'finding-out', since: '2026-10-24', route: 'new', lateness: { state: 'due-today', step: 'assess-decision', dueOn: today, days: 0 } },
    'late': {
      stage: 'gathering-advice', since: '2026-09-02', route: 'new',
      lateness: { state: 'late', step: 'plan-decision', dueOn: '2026-11-12', days: 11, reason: 'We do not have enough educational psychologists.', expectedOn: '2026-12-10' },
    },
    'late-excused': {
      stage: 'gathering-advice', since: '2026-09-04', route: 'new',
      lateness: { state: 'late-excused', step: 'plan-decision', dueOn: '2026-11-17', days: 6, excusedBy: 'absent', reason: 'You were away for more than four weeks.', expectedOn: '2026-12-07' },
    },
    'refused': { stage: 'no-assessment', since: '2026-11-11', route: 'new' },
    'draft-plan-out': { stage: 'draft-plan', since: '2026-11-18', route: 'new', lateness: { state: 'on-track', step: 'final-plan', dueOn: '2026-12-21', days: 0 } },
    'final': { stage: 'final-plan', since: '2026-11-03', route: 'new' },
    'withdrawn': { stage: 'withdrawn', since: '2026-11-13', route: 'new' },
  }
  it.each(demoFamilies)('%s stands where its story says', (family) => {
    expect(statusOf(aStory(...demoStoryOf(family, today)), today)).toEqual(expected[family])
  })

  it.each(demoFamilies)('every fact of %s can follow the ones before, on any first day', (family) => {
    for (const day of ['2026-01-01', '2026-08-15', '2028-02-29']) {
      const facts = aStory(...demoStoryOf(family, day))
      facts.forEach((fact, index) => {
        expect(factDetails[fact.fact].safeParse(fact.details).error).toBeUndefined()
        expect(canFollow(facts.slice(0, index), fact, day)).toBe(true)
      })
      expect(statusOf(facts, day).stage).toBe(expected[family].stage)
      expect(statusOf(facts, day).lateness?.state).toBe(expected[family].lateness?.state)
    }
  })
})

describe('where a request is', () => {
  it.each<[Status['stage'], readonly Told[]]>([
    ['draft', []],
    ['received', [asked]],
    ['finding-out', [asked, ['advice-requested', '2026-01-20', { from: 'education' }]]],
    ['assessing', [asked, ['assessment-agreed', '2026-02-20']]],
    ['gathering-advice', [asked, ['assessment-agreed', '2026-02-20'], ['advice-requested', '2026-02-21', { from: 'health' }]]],
    ['no-plan', [asked, ['assessment-agreed', '2026-02-20'], ['plan-refused', '2026-04-20', {}]]],
    ['plan-agreed', [asked, ['assessment-agreed', '2026-02-20'], ['plan-agreed', '2026-04-20']]],
    ['asking-schools', [asked, ['assessment-agreed', '2026-02-20'], ['draft-plan-sent', '2026-04-20'], ['school-consulted', '2026-05-01', { school: 'Oak' }]]],
    ['draft-plan', [asked, ['assessment-agreed', '2026-02-20'], ['draft-plan-sent', '2026-04-20'], ['school-consulted', '2026-05-01', { school: 'Oak' }], ['school-replied', '2026-05-03', { school: 'Oak', answer: 'no' }]]],
    ['evidence', [['evidence-sent', '2026-01-12', { remarks: ['evidence'] }]]],
    ['evidence', [['brought-to-notice', '2026-01-12', { remarks: ['evidence'] }], ['caseworker-named', '2026-01-20', { name: 'Sam' }], ['put-with-request', '2026-02-01', { reference: 'WMK-7H4-92C' }]]],
    ['ended', [asked, ['assessment-ended', '2026-02-20', { reason: 'moved-away' }]]],
  ])('%s', (stage, told) => expect(statusOf(aStory(...told), today).stage).toBe(stage))

  test('a letter that came before the form moves the first day, and so every limit', () => {
    const facts = aStory(asked, ['received-on-paper', '2026-01-09', {}])
    expect(statusOf(facts, '2026-01-20').lateness?.dueOn).toBe('2026-02-20')
  })

  test('an exception that the law does not accept leaves it late, with the reason said', () => {
    const facts = aStory(asked, ['exception-claimed', '2026-02-01', { exception: 'absent', fromOn: '2026-01-20', toOn: '2026-01-30', reason: 'You were on holiday.' }])
    expect(statusOf(facts, '2026-02-24').lateness).toEqual({ state: 'late', step: 'assess-decision', dueOn: '2026-02-23', days: 1, reason: 'You were on holiday.' })
  })

  test('the last day itself is not late', () => {
    expect(statusOf(aStory(asked), '2026-02-23').lateness?.state).toBe('due-today')
    expect(statusOf(aStory(asked), '2026-02-24').lateness).toMatchObject({ state: 'late', days: 1 })
  })
})

describe('what a school knows about somebody else’s request', () => {
  const unasked: Told = ['brought-to-notice', '2026-01-12', { remarks: ['evidence'] }]
  const joined: Told = ['put-with-request', '2026-03-02', { reference: 'WMK-7H4-92C' }]

  test('runs no clock when it was asked for, however long ago', () => {
    const facts = aStory(['evidence-sent', '2026-01-12', {}], ['added-to', '2026-01-20'])
    expect([statusOf(facts, today), milestonesOf(facts, today)]).toEqual([{ stage: 'evidence', since: '2026-01-12' }, []])
  })

  test('runs the clock of a child brought to notice when nobody asked for it, until it is put with its request', () => {
    expect(statusOf(aStory(unasked), today)).toMatchObject({ stage: 'received', lateness: { state: 'late', dueOn: '2026-02-23' } })
    const facts = aStory(unasked, joined)
    expect([statusOf(facts, today), milestonesOf(facts, today)]).toEqual([{ stage: 'evidence', since: '2026-03-02' }, []])
  })

  test('alone can be put with a request: no request loses its clock by it', () => {
    const next = { ...aStory(unasked, joined)[1] as Fact, id: 'next' }
    expect(canFollow(aStory(unasked), next, today)).toBe(true)
    expect(canFollow(aStory(['submitted', '2026-01-12']), next, today)).toMatchObject({ code: 'not-evidence' })
    expect(canFollow(aStory(['brought-to-notice', '2026-01-12', { who: 'A neighbour' }]), next, today)).toMatchObject({ code: 'not-evidence' })
    expect(canFollow(aStory(['evidence-sent', '2026-01-12', {}]), next, today)).toMatchObject({ code: 'cannot-follow' })
    expect(canFollow(aStory(unasked), { ...next, fact: 'evidence-sent', details: {} }, today)).toMatchObject({ code: 'cannot-follow' })
  })
})

describe('the dates', () => {
  const due = (facts: readonly Fact[], day = today) => Object.fromEntries(milestonesOf(facts, day).map((each) => [each.id + (each.of ? ` ${each.of}` : ''), [each.dueOn, each.state]]))

  test('a new request has its three limits from the day it came', () => {
    expect(due(aStory(asked), '2026-01-12')).toEqual({
      'assess-decision': ['2026-02-23', 'to-come'],
      'plan-decision': ['2026-05-04', 'to-come'],
      'final-plan': ['2026-06-01', 'to-come'],
    })
  })

  test('advice, schools, the draft and the family’s 15 days have theirs', () => {
    const facts = aStory(
      asked, ['assessment-agreed', '2026-02-20'], ['advice-requested', '2026-02-21', { from: 'health', receivedByThemOn: '2026-02-23' }],
      ['draft-plan-sent', '2026-05-11'], ['school-consulted', '2026-05-12', { school: 'Oak School' }],
    )
    expect(due(facts, '2026-05-26')).toEqual({
      'assess-decision': ['2026-02-23', 'met'],
      'advice health': ['2026-04-06', 'late'],
      'draft-plan': ['2026-05-17', 'met'],
      'comments': ['2026-05-25', 'passed'],
      'school-reply Oak School': ['2026-05-27', 'to-come'],
      'final-plan': ['2026-06-01', 'to-come'],
    })
  })

  test('a refusal brings the last days for mediation and appeal', () => {
    const told: Told[] = [asked, ['assessment-refused', '2026-06-11', {}]]
    expect(due(aStory(...told), '2026-06-12')).toMatchObject({ 'mediation-contact': ['2026-08-11', 'to-come'], 'appeal': ['2026-09-01', 'to-come'] })
    const certified = aStory(...told, ['mediation-certificate-issued', '2026-08-05'])
    expect(due(certified, '2026-08-06')).toMatchObject({ 'mediation-contact': ['2026-08-11', 'met'], 'appeal': ['2026-09-07', 'to-come'] })
  })

  test('a final plan brings the last day for appeal; an appeal meets it', () => {
    const facts = aStory(...demoStoryOf('final', today), ['appeal-lodged', '2026-11-20'])
    expect(due(facts)['appeal']).toEqual(['2027-01-04', 'met'])
  })

  test('a change of mind starts the second clock: 2, 10 and 14 weeks; of the first, what was met stays', () => {
    const facts = aStory(['submitted', '2024-12-20'], ['assessment-refused', '2025-01-31', {}], ['decision-reversed', '2025-02-21', { decision: 'assessment-refused' }])
    const both = milestonesOf(facts, '2025-02-22')
    expect(both.filter((each) => each.round === 0).map((each) => [each.id, each.state])).toEqual([['assess-decision', 'met']])
    expect(both.filter((each) => each.round === 1).map((each) => [each.id, each.dueOn])).toEqual([
      ['assess-decision', '2025-03-07'], ['plan-decision', '2025-05-02'], ['final-plan', '2025-05-30'],
    ])
  })

  test('an order to make a plan: draft in 5 weeks, final in 11', () => {
    const facts = aStory(asked, ['assessment-agreed', '2026-02-20'], ['plan-refused', '2026-04-20', {}], ['appeal-lodged', '2026-05-20'], ['order-made', '2026-09-01', { order: 'make-plan' }])
    expect(statusOf(facts, '2026-09-02')).toMatchObject({ stage: 'plan-agreed', route: 'tribunal-make-plan', lateness: { step: 'draft-plan', dueOn: '2026-10-06' } })
    expect(due(facts, '2026-09-02')).toMatchObject({ 'draft-plan': ['2026-10-06', 'to-come'], 'final-plan': ['2026-11-17', 'to-come'] })
  })

  test('a re-assessment: 15 days to decide, then 14 weeks', () => {
    const told: Told[] = [asked, ['reassessment-asked-for', '2026-01-12']]
    expect(due(aStory(...told), '2026-01-13')).toEqual({ 'reassess-decision': ['2026-01-27', 'to-come'] })
    const agreed = aStory(...told, ['reassessment-decided', '2026-01-26', { outcome: 'assess' }])
    expect(due(agreed, '2026-01-27')).toEqual({ 'reassess-decision': ['2026-01-27', 'met'], 'final-plan': ['2026-05-04', 'to-come'] })
  })
})
