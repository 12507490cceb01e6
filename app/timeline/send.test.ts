import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from './calendar'
import { commentsOf, limitsOf, sendTimelineOf, type SendFacts } from './send'

const anyDate = fc.nat(36_500).map((days) => addDays('2015-03-23', days))

const asked: SendFacts = { route: 'new', startedOn: '2026-01-12' } // 23 February, 4 May, 1 June 2026
const agreed: SendFacts = { ...asked, assessDecision: { on: '2026-02-20', outcome: 'assess' } }
const issuing: SendFacts = { ...agreed, planDecision: { on: '2026-04-20', outcome: 'issue' } }

const states = (facts: SendFacts, today: string) => sendTimelineOf(facts, today).steps.map(({ id, state }) => [id, state])

describe('a new request', () => {
  test('shows every step to come from the first day', () => {
    const timeline = sendTimelineOf(asked, '2026-01-12')
    expect(timeline.steps.map(({ id, dueOn, regulation }) => [id, dueOn, regulation])).toEqual([
      ['assess-decision', '2026-02-23', 'SI 2014/1530 reg 5(1)'],
      ['plan-decision', '2026-05-04', 'SI 2014/1530 reg 10(1)'],
      ['final-plan', '2026-06-01', 'SI 2014/1530 reg 13(2)'],
    ])
    expect(timeline.open).toMatchObject({ id: 'assess-decision', due: { daysToDue: 42, state: 'to-come' } })
    expect(timeline.latestDraftOn).toBe('2026-05-17')
    expect(timeline.latestDraftWithConsultationOn).toBe('2026-05-02')
    expect(timeline.warnings).toEqual([])
  })

  test('counts from receipt, never from the decision to assess', () => {
    expect(sendTimelineOf(agreed, '2026-03-01').steps.at(-1)?.dueOn).toBe('2026-06-01')
  })

  test('goes from deciding to assess, to deciding on a plan, to the final plan', () => {
    expect(sendTimelineOf(agreed, '2026-03-01').open?.id).toBe('plan-decision')
    expect(sendTimelineOf(issuing, '2026-05-10').open?.id).toBe('final-plan')
    expect(states(issuing, '2026-05-10')).toEqual([
      ['assess-decision', 'met'],
      ['plan-decision', 'met'],
      ['final-plan', 'to-come'],
    ])
  })

  test('a later fact says that the earlier steps are past, even where their day is not known', () => {
    const timeline = sendTimelineOf({ ...asked, draftServedOn: '2026-05-01' }, '2026-05-10')
    expect(timeline.open?.id).toBe('final-plan')
    expect(timeline.steps.map(({ id }) => id)).toEqual(['final-plan'])
  })

  test('deciding to issue after 16 weeks breaks no limit, deciding not to does', () => {
    const decided = (outcome: 'issue' | 'no-plan') => states({ ...agreed, planDecision: { on: '2026-05-05', outcome } }, '2026-05-06')[1]
    expect(decided('issue')).toEqual(['plan-decision', 'met'])
    expect(decided('no-plan')).toEqual(['plan-decision', 'met-late'])
  })
})

describe('how it ends', () => {
  test('a refusal to assess ends it, in time or late, and owes nothing more', () => {
    const refused = (on: string) => sendTimelineOf({ ...asked, assessDecision: { on, outcome: 'refuse' } }, '2026-03-01')
    expect(refused('2026-02-23')).toMatchObject({ ended: { how: 'refused', inTime: true }, steps: [{ id: 'assess-decision', state: 'met' }] })
    expect(refused('2026-02-24')).toMatchObject({ ended: { how: 'refused', inTime: false }, steps: [{ state: 'met-late' }] })
    expect(refused('2026-02-24').open).toBeUndefined()
    expect(refused('2026-02-24').steps).toHaveLength(1)
  })

  test('a final plan on the last day is in time, the day after is late', () => {
    const sent = (finalSentOn: string) => sendTimelineOf({ ...issuing, finalSentOn }, '2026-07-01').ended
    expect(sent('2026-06-01')).toEqual({ how: 'final-plan', on: '2026-06-01', inTime: true })
    expect(sent('2026-06-02')).toEqual({ how: 'final-plan', on: '2026-06-02', inTime: false })
  })

  test('a withdrawn request keeps what was done and owes nothing more', () => {
    const timeline = sendTimelineOf({ ...agreed, withdrawnOn: '2026-03-10' }, '2026-09-01')
    expect(timeline.ended).toEqual({ how: 'withdrawn', on: '2026-03-10' })
    expect(timeline.steps.map(({ id }) => id)).toEqual(['assess-decision'])
  })
})

describe('a draft plan', () => {
  test('gives the family 15 days that begin with the day of service', () => {
    expect(commentsOf('2026-05-22')).toMatchObject({ lastOn: '2026-06-05', earliestFinalOn: '2026-06-06' })
  })

  test('served too late warns that the final plan cannot be in time', () => {
    const served = (draftServedOn: string, rest = {}) => sendTimelineOf({ ...issuing, draftServedOn, ...rest }, '2026-05-25').warnings
    expect(served('2026-05-17')).toEqual([])
    expect(served('2026-05-18')).toEqual(['final-plan-cannot-be-in-time'])
    expect(served('2026-05-18', { withdrawnOn: '2026-05-20' })).toEqual([])
    expect(served('2026-05-18', { finalSentOn: '2026-06-01' })).toEqual(['final-plan-sent-before-comments-ended'])
    expect(served('2026-05-18', { finalSentOn: '2026-06-02' })).toEqual([])
  })

  test('served on the latest day leaves no day to spare', () => {
    fc.assert(
      fc.property(anyDate, (startedOn) => {
        const { latestDraftOn = '', steps } = sendTimelineOf({ route: 'new', startedOn }, startedOn)
        expect(commentsOf(latestDraftOn).earliestFinalOn).toBe(steps.at(-1)?.dueOn)
        expect(daysBetween(startedOn, latestDraftOn)).toBe(125)
      }),
    )
  })
})

describe('advisers and schools', () => {
  const asking: SendFacts = {
    ...agreed,
    advice: [
      { adviser: 'school', requestedOn: '2026-02-20', receivedOn: '2026-02-23', returnedOn: '2026-03-30' },
      { adviser: 'nhs', requestedOn: '2026-02-20', receivedOn: '2026-02-24' },
      { adviser: 'social-care', requestedOn: '2026-02-20' },
    ],
    schoolConsultations: [{ school: 'Oak', consultedOn: '2026-04-20' }],
    exceptionClaims: [{ kind: 'missed-appointment', fromOn: '2026-03-05', adviser: 'nhs' }],
  }

  test('each has six weeks from the day they received the request', () => {
    expect(sendTimelineOf(asking, '2026-04-08').advice).toMatchObject([
      { of: 'school', dueOn: '2026-04-06', state: 'met' },
      { of: 'nhs', dueOn: '2026-04-07', state: 'late-excused', excusedBy: 'missed-appointment', regulation: 'SI 2014/1530 reg 8(1)' },
    ])
  })

  test('a school asked about a place should answer in 15 days', () => {
    expect(sendTimelineOf(asking, '2026-05-06').schoolReplies).toMatchObject([{ of: 'Oak', dueOn: '2026-05-05', state: 'late' }])
  })

  test('owe nothing once it has ended', () => {
    const ended = sendTimelineOf({ ...asking, withdrawnOn: '2026-05-01' }, '2026-05-06')
    expect(ended.advice.map(({ of }) => of)).toEqual(['school'])
    expect(ended.schoolReplies).toEqual([])
  })
})

describe('an exception', () => {
  test('is never applied unless claimed, excuses when claimed, and moves nothing', () => {
    const bereaved = { kind: 'personal', fromOn: '2026-02-01', toOn: '2026-02-10' }
    const claimed: SendFacts = { ...asked, exceptionClaims: [{ kind: 'ep-shortage' }, bereaved] }
    const excused = { state: 'late-excused', excusedBy: 'personal', dueOn: '2026-02-23' }
    expect(sendTimelineOf(asked, '2026-03-01').open?.due).toMatchObject({ state: 'late', daysToDue: -6 })
    expect(sendTimelineOf(claimed, '2026-03-01').open?.due).toMatchObject(excused)
    expect(limitsOf(claimed)).toEqual(limitsOf(asked))
  })
})

describe('the other routes', () => {
  test('the Tribunal orders an assessment: 2, 10 and 14 weeks, as the Ombudsman counted', () => {
    const { steps } = sendTimelineOf({ route: 'tribunal-assess', startedOn: '2025-02-21' }, '2025-02-21')
    expect(steps.map(({ dueOn }) => dueOn)).toEqual(['2025-03-07', '2025-05-02', '2025-05-30']) // LGSCO 25 007 473
  })

  test('a re-assessment has 15 days to decide, then 14 weeks from that notice', () => {
    const start: SendFacts = { route: 'reassessment', startedOn: '2026-04-01' }
    expect(sendTimelineOf(start, '2026-04-10')).toMatchObject({ open: { id: 'reassess-decision' }, steps: [{ dueOn: '2026-04-16' }] })
    const decided = sendTimelineOf({ ...start, assessDecision: { on: '2026-04-14', outcome: 'assess' } }, '2026-06-01')
    expect(decided).toMatchObject({ open: { id: 'final-plan', due: { dueOn: '2026-07-21', daysToDue: 50 } } })
    expect(decided).not.toHaveProperty('latestDraftOn')
  })

  test('the Tribunal orders a plan: a draft in 5 weeks, the final in 11', () => {
    const start: SendFacts = { route: 'tribunal-make-plan', startedOn: '2026-01-05' }
    expect(sendTimelineOf(start, '2026-02-10').open).toMatchObject({ id: 'draft-plan', due: { dueOn: '2026-02-09', state: 'late' } })
    const drafted = sendTimelineOf({ ...start, draftServedOn: '2026-02-09' }, '2026-02-10')
    expect(drafted.open).toMatchObject({ id: 'final-plan', due: { dueOn: '2026-03-23' } })
  })

  test('a route is refused on a day when it was not law', () => {
    expect(() => limitsOf({ route: 'new', startedOn: '2014-08-31' })).toThrow(RangeError)
  })
})

test('the open step is late exactly from the day after its last day, on every route', () => {
  const route = fc.constantFrom('new', 'reassessment', 'tribunal-assess', 'mediation-assess', 'unopposed-assess', 'tribunal-make-plan')
  fc.assert(
    fc.property(route, anyDate, fc.integer({ min: -10, max: 200 }), (route, startedOn, passed) => {
      const { due } = sendTimelineOf({ route, startedOn }, addDays(startedOn, passed)).open ?? {}
      const left = due ? daysBetween(startedOn, due.dueOn) - passed : NaN
      expect(due?.daysToDue).toBe(left)
      expect(due?.state).toBe(left < 0 ? 'late' : left === 0 ? 'due-today' : 'to-come')
    }),
  )
})
