import { describe, expect, it, test } from 'vitest'
import type { WayIn } from '~/engine/copy-request'
import { wordsFor } from '~/i18n/words'
import { adviserKinds, estimatedSteps, waysIn, type Fact } from './facts'
import { aStory, type Told } from './facts/a-story'
import { demoFamilies, demoStoryOf, type DemoFamily } from './fixtures/demo-stories'
import { stages } from './status'
import { datesOf, deedKinds, timelineViewOf, type TimelineView, type Viewer } from './timeline-view'

const today = '2026-11-23'
const words = wordsFor('en')
const viewOf = (facts: readonly Fact[], on = today, language = 'en', viewer: Viewer = 'family') => timelineViewOf({ facts, name: 'Zofia', viewer, today: on, words: wordsFor(language) })
const demo = (family: DemoFamily, ...more: readonly Told[]) => viewOf(aStory(...demoStoryOf(family, today), ...more))
const cardIn = (view: TimelineView) => view.stages.flatMap(({ card }) => card ?? [])[0] ?? expect.fail('no card')
const path = (view: TimelineView) => view.stages.map(({ state, title }) => `${state}: ${title}`)
const deedsIn = (view: TimelineView) => cardIn(view).youCan.deeds.map(({ kind }) => kind)

describe('the demo families read', () => {
  it.each<[DemoFamily, string]>([
    ['on-track', 'We are looking closely at what help Zofia needs. We have asked for reports.'],
    ['due', 'We are finding out what help Zofia may need.'],
    ['late', 'We are looking closely at what help Zofia needs. We have asked for reports.'],
    ['late-excused', 'We are looking closely at what help Zofia needs. We have asked for reports.'],
    ['refused', 'We said no to an EHC needs assessment. You can disagree.'],
    ['draft-plan-out', 'The draft plan is with you. Please check it.'],
    ['final', 'The final plan is ready. It must be followed.'],
    ['withdrawn', 'You asked us to stop, so this request is closed.'],
  ])('%s: where we are, at once', (family, lead) => expect(demo(family).lead).toEqual(lead))

  it.each(demoFamilies)('%s: one stage is where we are, and only it has a card with its five parts', (family) => {
    const here = demo(family).stages.filter((stage) => stage.state === 'now' || stage.state === 'late')
    expect(here).toHaveLength(1)
    expect(demo(family).stages.filter((stage) => stage.card)).toEqual(here)
    const { now, next, youCan, talk, ifWrong } = cardIn(demo(family))
    for (const part of [now.texts, next.texts, youCan.deeds, talk.texts]) expect(part.length).toBeGreaterThan(0)
    expect(ifWrong.text).toMatch(/\.$/)
    const ids = demo(family).stages.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(demoFamilies)('%s: no sentence in the code, on the path or in the calendar', (family) => {
    const facts = aStory(...demoStoryOf(family, today))
    const { stages, lead, heading, stateText } = viewOf(facts, today, 'qps')
    const qps = datesOf({ facts, viewer: 'family', today, words: wordsFor('qps') })
    const told = [heading, lead, ...Object.values(stateText), ...stages.map(({ title }) => title), ...qps.map(({ title }) => title)]
    for (const text of told) expect(text).not.toMatch(/\b(we|you|the|of|to)\b/i)
  })
})

describe('a family that answered a draft plan', () => {
  const answer = (...more: readonly Told[]) => demo('draft-plan-out', ['comments-received', today, { text: 'More hours.', school: 'Oak School' }], ...more)

  it('is thanked first, may say more, and is not asked again for the school that it named', () => {
    expect(demo('draft-plan-out').lead).toBe('The draft plan is with you. Please check it.')
    expect(answer().lead).toBe('Thank you. We have your answer to the draft plan.')
    expect(cardIn(answer()).youCan.deeds.find(({ kind }) => kind === 'comment')?.text).toMatch(/^Tell us more about the draft/)
    expect(deedsIn(answer())).not.toContain('choose-school')
  })

  it('is asked anew about a changed draft', () => {
    const changed = demo('draft-plan-out', ['comments-received', '2026-11-20', { school: 'Oak School' }], ['draft-plan-sent', '2026-11-21'])
    expect(changed.lead).toBe('The draft plan is with you. Please check it.')
    expect(deedsIn(changed)).toContain('choose-school')
  })
})

describe('the way', () => {
  it('of a request to assess again has its own limits: 15 days, and 14 weeks from a yes (2014 Regulations regs 25, 27)', () => {
    const asked: Fact = { id: 'f', fact: 'submitted', on: '2026-05-01', recordedAt: '2026-05-01T09:00:00.000Z', by: 'visitor', details: { request: 're-assessment' } }
    const { stages } = timelineViewOf({ facts: [asked], name: 'Zofia', viewer: 'family', today: '2026-05-02', words: wordsFor('en') })
    const said = stages.map(({ title, when }) => `${title}: ${when}`)
    expect(said).toContain('You get the new plan: In 14 weeks at most, from when we say yes')
    expect(said.join(' ')).not.toMatch(/20 weeks|16 weeks|yes or no to an assessment/)
  })

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
    expect(path(demo('refused'))).toEqual(['done: We got your letter', 'now: We said no to an assessment'])
    expect(path(demo('refused', ['decision-reversed', today, { decision: 'assessment-refused' }]))).toEqual([
      'done: We got your letter', 'done: We said no to an assessment', 'now: We changed our mind', 'to-come: We write to say that we will assess',
      'to-come: People who know Zofia tell us more', 'to-come: We say yes or no to a plan', 'to-come: You check the draft plan', 'to-come: You get the final plan',
    ])
  })

  it('begins as it came: by letter, by phone or in person, on the day on which it reached us', () => {
    const opened = (how?: WayIn, viewer?: Viewer) => {
      const facts = aStory(['received-on-paper', '2026-11-20', how ? { how } : {}])
      const [first] = viewOf(facts, '2026-11-23', 'en', viewer).stages
      return [first?.title, first?.when, first?.card?.now.texts[0]]
    }
    expect(opened('letter')).toEqual(['We got your letter', 'Friday 20 November 2026', 'We got your letter on Friday 20 November 2026. A person will read all you wrote.'])
    expect(opened('phone')).toEqual(['You asked us by phone', 'Friday 20 November 2026', 'You asked us by phone on Friday 20 November 2026. A person will read all you said.'])
    expect(opened()[0]).toBe('We got your request')
    expect(opened('letter', 'notifier').slice(0, 2)).toEqual(['We got your letter about Zofia', 'Friday 20 November 2026'])
  })

  it('after an order says what was settled, and by when', () => {
    const facts = aStory(['submitted', '2026-01-12'], ['assessment-refused', '2026-02-20', {}], ['appeal-lodged', '2026-03-01'], ['order-made', '2026-07-01', { order: 'assess' }])
    const view = viewOf(facts, '2026-07-05')
    expect(view.lead).toBe('We will now assess Zofia. The clock has started again.')
    expect(cardIn(view).next.texts).toEqual(['We write to say that we will assess, by Wednesday 15 July 2026.'])
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
    expect(demo('late').stages.find(({ id }) => id === 'plan-decision')?.when).toBe('We now aim for Thursday 10 December 2026. The first date was Thursday 12 November 2026.')
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
    expect(cardIn(demo('due')).next.texts).toEqual(['We tell you yes or no, by Monday 23 November 2026. That is today.'])
  })
})

describe('a no', () => {
  it('comes with reasons, mediation, appeal, free help and asking again', () => {
    const card = cardIn(demo('refused'))
    expect(card.now.texts).toEqual([
      'We told you on Wednesday 11 November 2026 that we will not assess Zofia now.',
      'Our reasons: From what we have read, the school can give all the help that is needed now.',
    ])
    expect(card.next.texts).toEqual([
      'You have until Monday 11 January 2027 to appeal.',
      'If you say no to mediation today, your certificate is due by Thursday 26 November 2026.',
      'If you say yes today, we must set up a meeting by Wednesday 23 December 2026. If we do not, your certificate is due by Wednesday 30 December 2026.',
      'A mediation certificate may give you more time. We will show the new date here.',
    ])
    expect(deedsIn(demo('refused'))).toEqual(['ask-feedback', 'sendiass', 'ipsea', 'mediation', 'appeal', 'dates', 'ask-again'])
  })

  it('can still be appealed late, with a reason', () => {
    const view = viewOf(aStory(['submitted', '2026-01-12'], ['assessment-refused', '2026-02-20', {}]), '2026-06-01')
    expect(deedsIn(view)).toContain('appeal-late')
    expect(deedsIn(view)).not.toContain('appeal')
    expect(cardIn(view).next.texts).toEqual(['The last day to appeal was Monday 20 April 2026.'])
    expect(cardIn(view).now.texts).toContain('Our letter says why. Ask us if it is not clear.')
  })

  it('that was appealed says so, and asks for no second appeal', () => {
    const view = demo('refused', ['mediation-certificate-issued', '2026-11-15'], ['appeal-lodged', '2026-11-20'])
    expect(cardIn(view).now.texts).toContain('We know that you sent an appeal on Friday 20 November 2026.')
    expect(deedsIn(view)).not.toEqual(expect.arrayContaining(['appeal']))
    expect(deedsIn(view)).not.toEqual(expect.arrayContaining(['mediation']))
  })

  it('says what a mediation certificate does to the last day for an appeal', () => {
    const card = cardIn(demo('refused', ['mediation-certificate-issued', '2026-11-20']))
    expect(card.now.texts).toContain('You got a mediation certificate on Friday 20 November 2026. You can appeal now. It must get there by Monday 11 January 2027.')
    const later = viewOf(aStory(...demoStoryOf('refused', today), ['mediation-certificate-issued', '2026-12-22']), '2026-12-23')
    expect(cardIn(later).now.texts[2]).toContain('It must get there by Friday 22 January 2027.')
  })
})

describe('a draft plan', () => {
  const asking = (...more: readonly Told[]) => demo('draft-plan-out', ['school-consulted', '2026-11-19', { school: 'Oak School' }], ...more)

  it('can be commented on for 15 days, by which a school is chosen too', () => {
    const card = cardIn(demo('draft-plan-out'))
    expect(card.next.texts[0]).toBe('First: tell us what you think, by Wednesday 2 December 2026.')
    expect(card.youCan.deeds.slice(0, 2).map(({ text }) => text)).toEqual([
      'Tell us what to change, by Wednesday 2 December 2026', 'Tell us which school you want, by Wednesday 2 December 2026',
    ])
    expect(card.marks).toContainEqual({ kind: 'due', text: 'Wednesday 2 December 2026' })
  })

  it('can be commented on again while days remain, and not after them', () => {
    const card = cardIn(demo('draft-plan-out', ['comments-received', '2026-11-20']))
    expect(card.now.texts).toEqual(['We have what you told us on Friday 20 November 2026. Thank you.', 'You can tell us more until Wednesday 2 December 2026.'])
    expect(card.youCan.deeds.map(({ kind }) => kind)).toContain('comment')
    const after = viewOf(aStory(...demoStoryOf('draft-plan-out', today), ['comments-received', '2026-11-20']), '2026-12-03')
    expect(deedsIn(after)).not.toEqual(expect.arrayContaining(['comment']))
    expect(deedsIn(after)).not.toEqual(expect.arrayContaining(['choose-school']))
  })

  it('goes to schools, which have 15 days', () => {
    expect(cardIn(asking()).now.waiting).toEqual({ text: 'We are waiting for:', lines: ['Oak School, by Friday 4 December 2026'] })
    const { now } = cardIn(asking(['school-consulted', '2026-11-20', { school: 'Elm School' }], ['school-replied', '2026-11-21', { school: 'Elm School', answer: 'yes' }]))
    expect(now.texts.slice(-2)).toEqual(['We asked Oak School and Elm School.', 'Elm School said yes.'])
  })
})

describe('those who were asked', () => {
  it('each have a day, and are said to be late after it', () => {
    expect(cardIn(demo('on-track')).now.waiting?.lines).toEqual(['the educational psychologist, by Thursday 26 November 2026', 'the speech and language therapist, by Friday 27 November 2026'])
    expect(cardIn(viewOf(aStory(...demoStoryOf('on-track', today)), '2026-11-27')).now.waiting?.lines[0]).toBe('the educational psychologist, late: we asked for it by Thursday 26 November 2026')
  })
})

describe('no date is promised that cannot be kept', () => {
  const finalOf = (view: TimelineView) => view.stages.find(({ id }) => id === 'final-plan')?.when
  const agreed: readonly Told[] = [['submitted', '2026-01-12'], ['assessment-agreed', '2026-02-20']]
  const cannot = 'The first date was Monday 1 June 2026. Sorry, we cannot keep it. We will tell you the new one.'

  it('when a step before it is now aimed for after it, or too near to it', () => {
    const aiming = (expectedOn: string) => viewOf(aStory(...agreed, ['estimate-given', '2026-04-01', { step: 'plan-decision', expectedOn }]), '2026-05-05')
    expect(finalOf(aiming('2026-06-10'))).toBe(cannot)
    expect(finalOf(aiming('2026-05-18'))).toBe(cannot)
    expect(finalOf(aiming('2026-05-17'))).toBe('By Monday 1 June 2026')
  })

  it('when the draft is late for the family’s 15 days, sent or not', () => {
    const planned: readonly Told[] = [...agreed, ['plan-agreed', '2026-05-01']]
    const sent = (on: string) => cardIn(viewOf(aStory(...planned, ['draft-plan-sent', on]), on)).next.texts.at(-1)
    expect(sent('2026-05-17')).toBe('You get the final plan, by Monday 1 June 2026.')
    expect(sent('2026-05-18')).toBe(`You get the final plan. ${cannot}`)
    expect(cardIn(viewOf(aStory(...planned), '2026-05-18')).next.texts).toEqual([`You get the final plan. ${cannot}`])
    expect(cardIn(viewOf(aStory(...planned), '2026-05-18')).marks).toEqual([])
    expect(cardIn(viewOf(aStory(...planned), '2026-05-17')).marks).toEqual([{ kind: 'due', text: 'Monday 1 June 2026' }])
    const aimed = aStory(...planned, ['estimate-given', '2026-05-02', { step: 'draft-plan', expectedOn: '2026-05-25' }])
    expect(cardIn(viewOf(aimed, '2026-05-03')).next.texts).toEqual([`You get the final plan. ${cannot}`])
  })

  it('and a new date is told at once, with why', () => {
    const view = viewOf(aStory(...agreed, ['estimate-given', '2026-04-01', { step: 'plan-decision', expectedOn: '2026-05-20', reason: 'One report is late.' }]), '2026-04-02')
    expect(cardIn(view).next.texts).toEqual([
      'We decide if Zofia needs a plan. We now aim for Wednesday 20 May 2026. The first date was Monday 4 May 2026.', 'This is why: One report is late.',
    ])
    expect(view.stages.find(({ id }) => id === 'plan-decision')?.when).toBe('We now aim for Wednesday 20 May 2026. The first date was Monday 4 May 2026.')
  })

  it('and an exception is told before the day has passed', () => {
    const away: Told = ['exception-claimed', '2026-04-20', { exception: 'absent', fromOn: '2026-03-02', toOn: '2026-04-10', reason: 'You were away.' }]
    expect(cardIn(viewOf(aStory(...agreed, away), '2026-04-21')).next.texts).toEqual([
      'We decide if Zofia needs a plan, by Monday 4 May 2026.', 'The law may let us be late this time. We will still be as quick as we can. This is why: You were away.',
    ])
  })
})

describe('after an ending', () => {
  const ended = (reason: 'died' | 'over-25' | 'moved-away') => viewOf(aStory(['submitted', '2026-01-12'], ['assessment-ended', '2026-02-20', { reason }]))

  it('by a death there are condolences and someone to talk to, and nothing that would hurt to read', () => {
    const view = ended('died')
    const { now, next, youCan, ifWrong } = cardIn(view)
    expect([view.lead, view.isBereaved, ifWrong.heading]).toEqual(['We are so sorry for your loss.', true, 'If you want to talk'])
    expect([now.texts, next.texts, youCan.deeds]).toEqual([['We closed this on Friday 20 February 2026. We will not ask you for anything more.'], [], []])
  })

  it('at 25, or in another area, it says where to turn, and not to ask here again', () => {
    expect(deedsIn(ended('over-25'))).toEqual(['ask-adult-care', 'copy'])
    expect(cardIn(ended('over-25')).ifWrong.heading).toBe('Where to turn now')
    expect(deedsIn(ended('moved-away'))).toEqual(['ask-new-council', 'copy', 'ipsea'])
    expect(ended('moved-away').mayAdd).toBe(false)
  })
})

test('a child who was brought to notice has a card that says so', () => {
  const view = viewOf(aStory(['brought-to-notice', '2026-11-20', { who: 'Little Acorns Nursery' }]))
  expect([view.lead, view.stages[0]?.title, cardIn(view).now.texts[0]]).toEqual([
    'We were told about Zofia. The clock has started.', 'We were told about Zofia', 'We were told on Friday 20 November 2026. A person will read all we were told.',
  ])
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

test('every code that a fact or a stage can have has its words', () => {
  const keys = [
    ...estimatedSteps.flatMap((step) => [`next.by.${step}`, `next.then.${step}`]),
    ...stages.flatMap((stage) => [`lead.${stage}`, ...(stage === 'draft' || stage === 'ended' ? [] : [`news.${stage}`])]),
    ...adviserKinds.map((kind) => `advisers.${kind}`),
    ...estimatedSteps.flatMap((step) => [`late.${step}_one`, `late.${step}_other`]),
    ...deedKinds.map((kind) => `you-can.${kind}`),
    ...[...waysIn, 'not-said'].flatMap((how) => ['stages.opening', 'now', 'notifier.stages.opening'].map((place) => `${place}.received-on-paper.${how}`)),
    ...['moved-away', 'died', 'over-25', 'other'].flatMap((reason) => [`now.ended.${reason}`, `if.${reason}.text`]),
  ]
  expect(keys.filter((key) => !words.has(`timeline:${key}`))).toEqual([])
})
