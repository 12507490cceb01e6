import { describe, expect, it, test } from 'vitest'
import * as fc from 'fast-check'
import { addDays } from '~/timeline'
import { canFollow } from './can-follow'
import { factDetails, factNames, type DetailsOf, type Fact, type FactName } from './facts'
import { aStory, type Told } from './facts/a-story'
import { storyOf } from './facts/story'
import type { Position } from './facts/turns'
import { wordsFor } from '~/i18n/words'
import { statusOf } from './status'
import { datesOf, timelineViewOf, type Viewer } from './timeline-view'

const today = '2026-11-23'
const asked: Told = ['submitted', '2026-01-12']
const agreed: Told = ['assessment-agreed', '2026-02-20']
const refused: Told = ['assessment-refused', '2026-02-20', { reasons: 'School can help.' }]
const draft: Told = ['draft-plan-sent', '2026-05-11']
const final: Told = ['final-plan-sent', '2026-05-26']

/** Whether the last of these can follow the others: true, or the code. */
function codeOf(...told: readonly Told[]): true | string {
  const facts = aStory(...told)
  const answer = canFollow(facts.slice(0, -1), facts.at(-1) as Fact, today)
  return answer === true ? true : answer.code
}

describe('what happened in its usual order is believed', () => {
  it.each<[string, readonly Told[]]>([
    ['a whole request', [asked, ['caseworker-named', '2026-01-13', { name: 'Sam' }], agreed, ['advice-requested', '2026-02-21', { from: 'health' }], ['advice-received', '2026-03-21', { from: 'health' }], ['plan-agreed', '2026-05-01'], draft, ['school-consulted', '2026-05-12', { school: 'Oak School' }], ['school-replied', '2026-05-20', { school: 'Oak School', answer: 'yes' }], ['comments-received', '2026-05-21'], final]],
    ['everything in one day', [['received-on-paper', '2026-01-12', { how: 'letter' }], ['assessment-agreed', '2026-01-12'], ['advice-requested', '2026-01-12', { from: 'health' }], ['advice-received', '2026-01-12', { from: 'health' }], ['plan-agreed', '2026-01-12'], ['draft-plan-sent', '2026-01-12']]],
    ['a draft plan with no word before it that a plan is agreed', [asked, agreed, draft]],
    ['a refusal, an appeal and an order to assess', [asked, refused, ['mediation-certificate-issued', '2026-03-01'], ['appeal-lodged', '2026-03-10'], ['order-made', '2026-07-01', { order: 'assess' }], ['assessment-agreed', '2026-07-10']]],
    ['a change of mind about a refusal', [asked, refused, ['decision-reversed', '2026-03-20', { decision: 'assessment-refused' }], ['assessment-agreed', '2026-03-25'], ['plan-refused', '2026-05-01', {}]]],
    ['an agreement at mediation to make a plan', [asked, agreed, ['plan-refused', '2026-04-01', {}], ['mediation-agreed', '2026-05-01', { agreement: 'make-plan' }], draft, final]],
    ['a re-assessment of a plan', [asked, agreed, draft, final, ['reassessment-asked-for', '2026-09-01'], ['reassessment-decided', '2026-09-10', { outcome: 'assess' }], ['draft-plan-sent', '2026-10-01']]],
    ['a request to assess again that turns out to be a first one', [['submitted', '2026-01-12', { request: 're-assessment' }], ['corrected', '2026-01-14', { request: 'first' }], agreed]],
    ['a letter that asks to assess again', [['received-on-paper', '2026-01-12', { request: 're-assessment' }], ['reassessment-decided', '2026-01-20', { outcome: 'assess' }]]],
    ['a request to assess again that comes after a letter', [['received-on-paper', '2026-01-12', {}], ['submitted', '2026-01-14', { request: 're-assessment' }], ['reassessment-decided', '2026-01-20', { outcome: 'assess' }]]],
    ['a second wish to meet, about a changed draft', [asked, agreed, draft, ['meeting-asked-for', '2026-05-20'], ['draft-plan-sent', '2026-05-25'], ['meeting-asked-for', '2026-05-26']]],
    ['a letter that comes after a request to assess again', [['submitted', '2026-01-12', { request: 're-assessment' }], ['received-on-paper', '2026-01-14', {}], ['reassessment-decided', '2026-01-20', { outcome: 'assess' }]]],
    ['a letter that had come before the form did', [asked, ['received-on-paper', '2026-01-09', {}]]],
    ['advice that was asked for before the decision, told late', [asked, agreed, ['advice-requested', '2026-02-01', { from: 'education' }]]],
    ['a final plan before 15 days when the family wants no more time', [asked, agreed, draft, ['final-plan-sent', '2026-05-13', { familyAgreed: true }]]],
    ['a final plan on the first day after the 15', [asked, agreed, draft, final]],
    ['an exception that ends', [asked, ['exception-claimed', '2026-02-01', { exception: 'personal', fromOn: '2026-01-20', reason: 'You told us about an illness.' }], ['exception-ended', '2026-02-10', { exception: 'personal' }]]],
  ])('%s', (_, told) => {
    const facts = aStory(...told)
    facts.forEach((fact, index) => expect([fact.fact, canFollow(facts.slice(0, index), fact, today)]).toEqual([fact.fact, true]))
  })
})

describe('what cannot be true is refused, and the code says why', () => {
  it.each<[string, string, readonly Told[]]>([
    ['a day that has not come', 'in-the-future', [['submitted', '2026-11-24']]],
    ['a day before these limits were law', 'too-long-ago', [['submitted', '2015-03-22']]],
    ['a decision on something never received', 'not-received', [agreed]],
    ['a decision before the request came', 'before-receipt', [asked, ['assessment-agreed', '2026-01-11']]],
    ['a second sending', 'already-recorded', [asked, ['submitted', '2026-01-13']]],
    ['a second way in where it was no request that began it', 'already-recorded', [asked, agreed, draft, final, ['reassessment-asked-for', '2026-09-01'], ['received-on-paper', '2026-09-02', {}]]],
    ['a first decision where the family asked to assess again', 'use-reassessment-decided', [['submitted', '2026-01-12', { request: 're-assessment' }], agreed]],
    ['word that there is no plan after the decision', 'cannot-follow', [asked, agreed, ['corrected', '2026-03-01', { request: 're-assessment' }]]],
    ['word that there is a plan after an order to assess', 'cannot-follow', [asked, refused, ['appeal-lodged', '2026-03-10'], ['order-made', '2026-07-01', { order: 'assess' }], ['corrected', '2026-07-02', { request: 're-assessment' }]]],
    ['a plan before an assessment', 'cannot-follow', [asked, ['plan-agreed', '2026-02-01']]],
    ['a draft plan before an assessment', 'cannot-follow', [asked, draft]],
    ['a final plan before a draft', 'cannot-follow', [asked, agreed, final]],
    ['a refusal to assess after the final plan', 'cannot-follow', [asked, agreed, draft, final, ['assessment-refused', '2026-06-01', {}]]],
    ['two decisions on one day', 'cannot-follow', [asked, refused, ['assessment-agreed', '2026-02-20']]],
    ['a decision after one that was taken already', 'cannot-follow', [asked, agreed, ['assessment-agreed', '2026-02-25']]],
    ['a final plan on the fifteenth day', 'comments-not-over', [asked, agreed, draft, ['final-plan-sent', '2026-05-25']]],
    ['a final plan too soon after a changed draft', 'comments-not-over', [asked, agreed, draft, ['draft-plan-sent', '2026-05-20'], final]],
    ['anything after it was withdrawn', 'closed', [asked, ['withdrawn', '2026-02-01', {}], agreed]],
    ['anything after it ended', 'closed', [asked, ['assessment-ended', '2026-02-01', { reason: 'moved-away' }], agreed]],
    ['withdrawing on a day after which things happened', 'cannot-come-before', [asked, agreed, ['withdrawn', '2026-02-01', {}]]],
    ['withdrawing after the final plan', 'cannot-follow', [asked, agreed, draft, final, ['withdrawn', '2026-06-01', {}]]],
    ['advice nobody asked for', 'advice-not-requested', [asked, agreed, ['advice-received', '2026-03-01', { from: 'health' }]]],
    ['advice before it was asked for', 'advice-not-requested', [asked, agreed, ['advice-requested', '2026-03-02', { from: 'health' }], ['advice-received', '2026-03-01', { from: 'health' }]]],
    ['the same advice twice', 'already-recorded', [asked, agreed, ['advice-requested', '2026-03-02', { from: 'health' }], ['advice-requested', '2026-03-03', { from: 'health' }]]],
    ['an answer from a school nobody asked', 'school-not-consulted', [asked, agreed, draft, ['school-replied', '2026-05-20', { school: 'Oak School', answer: 'no' }]]],
    ['the end of an exception nobody claimed', 'exception-not-claimed', [asked, ['exception-ended', '2026-02-01', { exception: 'personal' }]]],
    ['an exception that ends before it starts', 'dates-reversed', [asked, ['exception-claimed', '2026-03-01', { exception: 'absent', fromOn: '2026-02-20', toOn: '2026-02-01', reason: 'Away' }]]],
    ['an estimate in the past', 'estimate-passed', [asked, ['estimate-given', '2026-03-01', { step: 'assess-decision', expectedOn: '2026-02-28' }]]],
    ['an order with no appeal', 'appeal-not-lodged', [asked, refused, ['order-made', '2026-07-01', { order: 'assess' }]]],
    ['an order about another decision', 'other-decision', [asked, refused, ['appeal-lodged', '2026-03-10'], ['order-made', '2026-07-01', { order: 'make-plan' }]]],
    ['a change of mind with no refusal', 'cannot-follow', [asked, agreed, ['decision-reversed', '2026-03-01', { decision: 'assessment-refused' }]]],
    ['a change of mind about another decision', 'other-decision', [asked, refused, ['decision-reversed', '2026-03-01', { decision: 'plan-refused' }]]],
    ['refusing again what the Tribunal ordered', 'must-assess', [asked, refused, ['appeal-lodged', '2026-03-10'], ['order-made', '2026-07-01', { order: 'assess' }], ['assessment-refused', '2026-07-02', {}]]],
    ['a first decision where a re-assessment was asked for', 'use-reassessment-decided', [asked, ['reassessment-asked-for', '2026-01-13'], agreed]],
    ['a re-assessment decided that nobody asked for', 'reassessment-not-asked-for', [asked, ['reassessment-decided', '2026-02-01', { outcome: 'assess' }]]],
    ['an appeal before a decision', 'cannot-follow', [asked, ['appeal-lodged', '2026-02-01']]],
    ['a second appeal', 'already-recorded', [asked, refused, ['appeal-lodged', '2026-03-01'], ['appeal-lodged', '2026-03-02']]],
  ])('%s: %s', (_, code, told) => expect(codeOf(...told)).toBe(code))

  test('the reason names what it cannot follow, and when', () => {
    const facts = aStory(asked, agreed, draft, final)
    const next = { id: 'next', fact: 'assessment-refused', on: '2026-06-01', by: 'test', details: {} } as const
    expect(canFollow(facts, next, today)).toEqual({
      code: 'cannot-follow',
      values: { fact: 'assessment-refused', on: '2026-06-01', after: 'final-plan-sent', afterOn: '2026-05-26' },
    })
  })
})

describe('whatever a council sends', () => {
  const firstDay = '2026-01-12'
  const samples: { [Name in FactName]?: DetailsOf<Name>[] } = {
    'assessment-ended': [{ reason: 'moved-away' }],
    'advice-requested': [{ from: 'health' }, { from: 'education', name: 'Oak School' }],
    'advice-received': [{ from: 'health' }, { from: 'education', name: 'Oak School' }],
    'school-consulted': [{ school: 'Oak School' }],
    'school-replied': [{ school: 'Oak School', answer: 'yes' }],
    'final-plan-sent': [{}, { familyAgreed: true }],
    'exception-claimed': [{ exception: 'personal', fromOn: '2026-01-20', reason: 'Ill' }],
    'exception-ended': [{ exception: 'personal' }],
    'estimate-given': [{ step: 'final-plan', expectedOn: '2026-12-01' }],
    'mediation-agreed': [{ agreement: 'assess' }, { agreement: 'make-plan' }, { agreement: 'other' }],
    'order-made': [{ order: 'assess' }, { order: 'make-plan' }, { order: 'amend-plan' }, { order: 'dismissed' }],
    'decision-reversed': [{ decision: 'assessment-refused' }, { decision: 'plan-refused' }],
    'reassessment-decided': [{ outcome: 'assess' }, { outcome: 'refuse' }],
    'caseworker-named': [{ name: 'Sam' }],
  }
  const closings = ['withdrawn', 'assessment-ended'] as const satisfies FactName[]
  const onward = factNames.filter((name) => !closings.some((closing) => closing === name))
  // Endings are rare, or nothing would ever come after the first few facts.
  const anyName = fc.oneof({ weight: 99, arbitrary: fc.constantFrom(...onward) }, { weight: 1, arbitrary: fc.constantFrom(...closings) })
  const anyFact = anyName.chain((fact) =>
    fc.record({ fact: fc.constant(fact), later: fc.constantFrom(0, 0, 1, 4, 15, -9), details: fc.constantFrom(...(samples[fact] ?? [{}])), by: fc.constant('test') }),
  )
  /** What is left of any list of facts when each is recorded only if it can follow those before. */
  const accepted = fc.array(anyFact, { minLength: 20, maxLength: 300, size: 'max' }).map((tried) =>
    tried.reduce<readonly Fact[]>((facts, { later, ...each }, index) => {
      const on = addDays(facts.at(-1)?.on ?? firstDay, later)
      const fact: Fact = { ...each, on, id: `f${String(index).padStart(3, '0')}`, recordedAt: `2026-11-23T09:00:00.${String(index).padStart(3, '0')}Z` }
      return canFollow(facts, fact, today) === true ? [...facts, fact] : facts
    }, []),
  )

  /** The order of things in law, said a second time and another way than the table does. */
  const needs: Partial<Record<Position, readonly FactName[]>> = {
    'assessing': ['assessment-agreed', 'reassessment-decided'],
    'no-assessment': ['assessment-refused', 'reassessment-decided'],
    'planning': ['plan-agreed', 'order-made', 'mediation-agreed', 'decision-reversed'],
    'no-plan': ['plan-refused'],
    'commenting': ['draft-plan-sent'],
    'final': ['final-plan-sent'],
    'withdrawn': ['withdrawn'],
    'evidence': ['evidence-sent'],
    'ended': ['assessment-ended'],
  }

  test('the facts tried get everywhere', () => {
    const seen = new Set<Position>()
    const routes = new Set<string>()
    for (const facts of fc.sample(accepted, { numRuns: 150, seed: 1 })) {
      const { position, rounds } = storyOf(facts)
      seen.add(position)
      for (const { route } of rounds) routes.add(route)
    }
    // All of them begin as a draft.
    expect([...seen.add('draft')].sort()).toEqual(['assessing', 'commenting', 'deciding', 'draft', 'ended', 'evidence', 'final', 'no-assessment', 'no-plan', 'planning', 'withdrawn'])
    expect([...routes].sort()).toEqual(['mediation-assess', 'new', 'reassessment', 'tribunal-assess', 'tribunal-make-plan', 'unopposed-assess'])
  })

  test('every sample is what the table of details asks for', () => {
    for (const name of factNames) for (const details of samples[name] ?? []) expect(factDetails[name].safeParse(details).success).toBe(true)
  })

  test('what was accepted is all believed, and stands where its own facts put it', () => {
    fc.assert(
      fc.property(accepted, (facts) => {
        const { position, refused: doubted, rounds } = storyOf(facts)
        expect([...doubted]).toEqual([])
        const names = facts.map((each) => each.fact)
        const needed = needs[position]
        if (needed) expect(needed.some((name) => names.includes(name))).toBe(true)
        if (names.includes('final-plan-sent')) expect(names).toContain('draft-plan-sent')
        for (const round of rounds) {
          const days = round.facts.map((each) => each.on)
          expect(days).toEqual([...days].sort())
          const first = (name: FactName) => round.facts.find((each) => each.fact === name)
          const [final, draft] = [first('final-plan-sent'), first('draft-plan-sent')]
          if (final) expect(draft && (final.details['familyAgreed'] === true || final.on >= addDays(draft.on, 15))).toBe(true)
          expect(round.facts.filter((each) => ['withdrawn', 'assessment-ended', 'final-plan-sent', 'assessment-refused'].includes(each.fact)).length).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('the order in which facts were recorded makes no difference to where we are', () => {
    fc.assert(
      fc.property(
        accepted.chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts], { minLength: facts.length }))),
        ([facts, shuffled]) => {
          expect(statusOf(shuffled, today)).toEqual(statusOf(facts, today))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('there is a page for whoever follows it, whatever happened and on whatever day', () => {
    const words = wordsFor('en')
    fc.assert(
      fc.property(accepted, fc.nat({ max: 900 }), fc.constantFrom<Viewer>('family', 'notifier'), (facts, days, viewer) => {
        const on = addDays(facts.at(-1)?.on ?? firstDay, days)
        const view = timelineViewOf({ facts, name: 'Zofia', viewer, today: on, words })
        const here = view.stages.filter(({ state }) => state === 'now' || state === 'late')
        expect(here).toHaveLength(1)
        expect(new Set(view.stages.map(({ id }) => id)).size).toBe(view.stages.length)
        expect(view.stages.findIndex((stage) => stage === here[0])).toBe(view.stages.findLastIndex(({ state }) => state !== 'to-come'))
        const told = JSON.stringify([view, datesOf({ facts, viewer, today: on, words })])
        expect(told).not.toMatch(/\{\{|undefined|NaN|Invalid/)
        expect(here[0]?.state === 'late').toBe(here[0]?.card?.late[0]?.startsWith('Sorry') ?? false)
      }),
      { numRuns: 100 },
    )
  })

  test('nothing is recorded twice that happens once, and nothing after the end', () => {
    fc.assert(
      fc.property(accepted, anyFact, (facts, { fact, details, by }) => {
        const next = { fact, details, by, on: today }
        const ended = facts.find((each) => each.fact === 'withdrawn' || each.fact === 'assessment-ended')
        if (ended) expect(canFollow(facts, { ...next, id: 'next' }, today)).toMatchObject({ code: 'closed' })
        if (facts.length > 0) expect(canFollow(facts, { ...next, id: 'next', fact: 'submitted', details: {}, on: facts[0]?.on ?? today }, today)).toSatisfy(
          (answer) => answer !== true || !facts.some((each) => each.fact === 'submitted'),
        )
      }),
      { numRuns: 60 },
    )
  })
})
