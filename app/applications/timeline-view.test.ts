import { describe, expect, it, test } from 'vitest'
import { wordsFor } from '~/i18n/words'
import { adviserKinds, estimatedSteps, type Fact } from './facts'
import { aStory, type Told } from './facts/a-story'
import { demoFamilies, demoStoryOf, type DemoFamily } from './facts/demo-stories'
import { stages } from './status'
import { datesOf, deedKinds, timelineViewOf, type TimelineView } from './timeline-view'

const today = '2026-11-23'
const words = wordsFor('en')
const viewOf = (facts: readonly Fact[], on = today, language = 'en') => timelineViewOf({ facts, name: 'Zofia', today: on, words: wordsFor(language) })
const demo = (family: DemoFamily, ...more: readonly Told[]) => viewOf(aStory(...demoStoryOf(family, today), ...more))
const cardIn = (view: TimelineView) => view.stages.flatMap(({ card }) => card ?? [])[0] ?? expect.fail('no card')
const path = (view: TimelineView) => view.stages.map(({ state, title }) => `${state}: ${title}`)
const deedsIn = (view: TimelineView) => cardIn(view).youCan.deeds.map(({ kind }) => kind)

describe('the demo families read', () => {
  it.each<[DemoFamily, readonly string[]]>([
    ['on-track', ['We are looking closely at what help Zofia needs. We have asked for reports.']],
    ['due', ['We are finding out what help Zofia may need.']],
    ['late', ['Sorry, we are 11 days late to decide about a plan.', 'We are looking closely at what help Zofia needs. We have asked for reports.']],
    ['late-excused', ['Sorry, we are 6 days late to decide about a plan.', 'We are looking closely at what help Zofia needs. We have asked for reports.']],
    ['refused', ['We said no to an EHC needs assessment. You can disagree.']],
    ['draft-plan-out', ['The draft plan is with you. Please check it.']],
    ['final', ['The final plan is ready. It must be followed.']],
    ['withdrawn', ['You asked us to stop, so this request is closed.']],
  ])('%s: where we are, at once', (family, lead) => expect(demo(family).lead).toEqual(lead))

  it.each(demoFamilies)('%s: one stage is where we are, and only it has a card with its five parts', (family) => {
    const here = demo(family).stages.filter((stage) => stage.state === 'now' || stage.state === 'late')
    expect(here).toHaveLength(1)
    expect(demo(family).stages.filter((stage) => stage.card)).toEqual(here)
    const { now, next, youCan, talk, ifWrong } = cardIn(demo(family))
    for (const part of [now, next, youCan.deeds, talk.texts]) expect(part.length).toBeGreaterThan(0)
    expect(ifWrong.text).toMatch(/\.$/)
    const ids = demo(family).stages.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(demoFamilies)('%s: no sentence in the code, on the path or in the calendar', (family) => {
    const facts = aStory(...demoStoryOf(family, today))
    const { stages, lead, heading, stateText } = viewOf(facts, today, 'qps')
    const qps = datesOf({ facts, today, words: wordsFor('qps') })
    const told = [heading, ...lead, ...Object.values(stateText), ...stages.map(({ title }) => title), ...qps.map(({ title }) => title)]
    for (const text of told) expect(text).not.toMatch(/\b(we|you|the|of|to)\b/i)
  })
})

describe('the way', () => {
  it('shows what is done, where we are and what is to come', () => {
    expect(path(demo('on-track'))).toEqual([
      'done: We got your request',
      'done: We said yes to an assessment',
      'now: People who know Zofia tell us more',
      'to-come: We say yes or no to a plan',
      'to-come: You check the draft plan',
      'to-come: You get the final plan',
    ])
    expect(demo('on-track').stages.map(({ when }) => when)).toEqual([
      'Wednesday 9 September 2026',
      'Wednesday 14 October 2026. The law gave us until Wednesday 21 October 2026.',
      'Since Thursday 15 October 2026',
      'By Wednesday 30 December 2026',
      'You get 15 days or more to tell us what you think',
      'By Wednesday 27 January 2027',
    ])
  })

  it('ends with a refusal, and goes on after a change of mind', () => {
    expect(path(demo('refused'))).toEqual(['done: We got your request', 'now: We said no to an assessment'])
    expect(path(demo('refused', ['decision-reversed', today, { decision: 'assessment-refused' }]))).toEqual([
      'done: We got your request', 'done: We said no to an assessment', 'now: We changed our mind', 'to-come: We write to say that we will assess',
      'to-come: People who know Zofia tell us more', 'to-come: We say yes or no to a plan', 'to-come: You check the draft plan', 'to-come: You get the final plan',
    ])
  })

  it('after an order says what was settled, and by when', () => {
    const facts = aStory(['submitted', '2026-01-12'], ['assessment-refused', '2026-02-20', {}], ['appeal-lodged', '2026-03-01'], ['order-made', '2026-07-01', { order: 'assess' }])
    const view = viewOf(facts, '2026-07-05')
    expect(view.lead).toEqual(['We will now assess Zofia. The clock has started again.'])
    expect(cardIn(view).next).toEqual(['Next: we write to say that we will assess, by Wednesday 15 July 2026.'])
  })

  it('says sorry for what was done late', () => {
    const view = viewOf(aStory(['submitted', '2026-01-12'], ['assessment-agreed', '2026-02-24']), '2026-03-01')
    expect(view.stages[1]?.when).toBe('Tuesday 24 February 2026. This was 1 day late. We are sorry.')
  })

  it('begins before anything was sent', () => {
    expect(path(viewOf([]))[0]).toBe('now: You fill in your request')
    expect(viewOf([]).stages).toHaveLength(7)
  })
})

describe('late', () => {
  it('is said first: sorry, how late, why, the first date and the new one', () => {
    expect(cardIn(demo('late')).late).toEqual([
      'Sorry, we are 11 days late to decide about a plan.',
      'Why it is late: We do not have enough educational psychologists.',
      'The first date was Thursday 12 November 2026.',
      'We now aim for Thursday 10 December 2026.',
    ])
    expect(demo('late').stages.find(({ id }) => id === 'plan-decision')?.when).toBe('The first date was Thursday 12 November 2026. We now aim for Thursday 10 December 2026.')
    expect(deedsIn(demo('late')).slice(0, 3)).toEqual(['ask-manager', 'complain', 'ombudsman'])
  })

  it('and excused says so, and keeps the first date', () => {
    expect(cardIn(demo('late-excused')).late).toEqual([
      'Sorry, we are 6 days late to decide about a plan.',
      'The law lets us be late this time. This is why: You were away for more than four weeks.',
      'The first date was Tuesday 17 November 2026.',
      'We now aim for Monday 7 December 2026.',
    ])
  })

  it('with nothing said about it owns up to that', () => {
    expect(cardIn(viewOf(aStory(['submitted', '2026-01-12']), '2026-02-24')).late).toEqual([
      'Sorry, we are 1 day late to say yes or no.', 'We have not told you why yet. You can ask us now.', 'The first date was Monday 23 February 2026.',
      'We have no new date yet. Ask us for one.', 'We are still working on it.',
    ])
  })

  it('a second time says that the new date went by too', () => {
    const facts = aStory(['submitted', '2026-01-12'], ['estimate-given', '2026-02-24', { step: 'assess-decision', expectedOn: '2026-03-02' }])
    expect(cardIn(viewOf(facts, '2026-03-03')).late).toContain('Then we said Monday 2 March 2026, and that day has gone by too.')
  })

  it('is not yet on the last day', () => {
    expect(cardIn(demo('due')).late).toEqual([])
    expect(cardIn(demo('due')).next).toEqual(['Next: we tell you yes or no, by Monday 23 November 2026. That is today.'])
  })
})

describe('a no', () => {
  it('comes with reasons, mediation, appeal, free help and asking again', () => {
    const card = cardIn(demo('refused'))
    expect(card.now).toEqual([
      'We told you on Wednesday 11 November 2026 that we will not assess Zofia now.',
      'Our reasons: From what we have read, the school can give all the help that is needed now.',
    ])
    expect(card.next).toEqual(['You have until Monday 11 January 2027 to appeal.'])
    expect(deedsIn(demo('refused'))).toEqual(['ask-feedback', 'sendiass', 'ipsea', 'mediation', 'appeal', 'dates', 'ask-again'])
  })

  it('can still be appealed late, with a reason', () => {
    const view = viewOf(aStory(['submitted', '2026-01-12'], ['assessment-refused', '2026-02-20', {}]), '2026-06-01')
    expect(deedsIn(view)).toContain('appeal-late')
    expect(deedsIn(view)).not.toContain('appeal')
    expect(cardIn(view).next).toEqual(['The last day to appeal was Monday 20 April 2026.'])
    expect(cardIn(view).now).toContain('Our letter says why. Ask us if it is not clear.')
  })

  it('that was appealed says so, and asks for no second appeal', () => {
    const view = demo('refused', ['mediation-certificate-issued', '2026-11-15'], ['appeal-lodged', '2026-11-20'])
    expect(cardIn(view).now).toContain('We know that you sent an appeal on Friday 20 November 2026.')
    expect(deedsIn(view)).not.toEqual(expect.arrayContaining(['appeal']))
    expect(deedsIn(view)).not.toEqual(expect.arrayContaining(['mediation']))
  })
})

describe('a draft plan', () => {
  it('can be commented on for 15 days, and schools answer', () => {
    const view = demo('draft-plan-out', ['school-consulted', '2026-11-19', { school: 'Oak School' }])
    expect(cardIn(view).now).toContain('We asked Oak School. We wait to hear from Oak School.')
    expect(cardIn(view).next[0]).toBe('First: tell us what you think, by Wednesday 2 December 2026.')
    expect(deedsIn(demo('draft-plan-out', ['comments-received', '2026-11-20']))).not.toContain('comment')
  })
})

test('after a death nothing is offered that would hurt to read', () => {
  const view = viewOf(aStory(['submitted', '2026-01-12'], ['assessment-ended', '2026-02-20', { reason: 'died' }]))
  expect(cardIn(view).now).toEqual(['We ended it on Friday 20 February 2026. We are so sorry for your loss.'])
  expect(deedsIn(view)).not.toContain('ask-again')
  expect(cardIn(view).ifWrong.heading).toBe('If you want to talk')
})

describe('who to talk to', () => {
  const away: Told = ['caseworker-named', '2026-11-10', { name: 'Sam', phone: '01632 960 001', cover: { name: 'Alex', phone: '01632 960 002' }, awayFromOn: '2026-11-16', awayUntilOn: '2026-11-27' }]
  it('is the one who covers while the caseworker is away', () => {
    expect(cardIn(demo('on-track', away)).talk.texts).toEqual([
      'Your caseworker is Sam.', 'Your caseworker is away until Friday 27 November 2026. Talk to Alex until then. Phone 01632 960 002.',
    ])
    expect(demo('on-track', away).caseworker?.cover?.name).toBe('Alex')
  })
  it('is the caseworker again afterwards', () => {
    const view = viewOf(aStory(...demoStoryOf('on-track', today), away), '2026-11-28')
    expect(cardIn(view).talk.texts).toEqual(['Your caseworker is Sam.', 'Phone 01632 960 001.'])
    expect(view.caseworker?.cover).toBeUndefined()
  })
  it('is the team while nobody is named', () => {
    expect(cardIn(viewOf(aStory(['submitted', today]))).talk.texts).toEqual(['Talk to our SEND team. We will name your own caseworker here.'])
  })
})

test('the calendar has the dates to come, and no names', () => {
  const facts = aStory(...demoStoryOf('on-track', today))
  expect(datesOf({ facts, today, words })).toEqual([
    { id: 'plan-decision-1', on: '2026-12-30', title: 'Last day for the council to say no to a plan' },
    { id: 'final-plan-1', on: '2027-01-27', title: 'Last day for the council to send the final plan' },
  ])
  expect(JSON.stringify(demoFamilies.map((family) => datesOf({ facts: aStory(...demoStoryOf(family, today)), today, words })))).not.toMatch(/Zofia|School|Sam/)
})

test('every code that a fact or a stage can have has its words', () => {
  const keys = [
    ...stages.flatMap((stage) => [`lead.${stage}`, ...(stage === 'draft' || stage === 'ended' ? [] : [`news.${stage}`])]),
    ...adviserKinds.map((kind) => `advisers.${kind}`),
    ...estimatedSteps.flatMap((step) => [`next.${step}`, `late.${step}_one`, `late.${step}_other`]),
    ...deedKinds.map((kind) => `you-can.${kind}`),
    ...['moved-away', 'died', 'over-25', 'other'].map((reason) => `now.ended.${reason}`),
  ]
  expect(keys.filter((key) => !words.has(`timeline:${key}`))).toEqual([])
})
