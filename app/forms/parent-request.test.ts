import { describe, expect, it } from 'vitest'
import { changeOf, remarksOn, requestOf } from '~/applications/asked-for'
import { changesSince } from '~/applications/sent-summary'
import { holds } from '~/engine/condition'
import { pagesOf, questionsOf, type Answers } from '~/engine/form'
import { journeyOf } from '~/engine/journey'
import { wordsOf } from '~/engine/naming'
import { summaryOf, withoutProtected } from '~/engine/summary'
import { wordsFor } from '~/i18n/words'
import { parentRequest } from './parent-request'

const pagesFor = (answers: Answers, today = '2026-11-10') => journeyOf(parentRequest, answers, today).stops.map((stop) => stop.page.id)
const minimum = { whoYouAre: 'other', childLastName: 'Nowak', childBirthDate: '2018-04', askForAssessment: ['ask'], requesterLastName: 'Nowak' }
const bornOn = (childBirthDate: string, today?: string) => pagesFor({ childBirthDate }, today)

describe('what a parent must say', () => {
  it('is only who they are, who the child is, that they ask, and one way to reach them', () => {
    const required = questionsOf(parentRequest).flatMap((each) => (each.need === 'required' ? [each.id] : []))
    expect(required).toEqual(['whoYouAre', 'childBirthDate', 'askForAssessment'])
    expect(parentRequest.needs.map((need) => need.oneOf)).toEqual([
      ['childFirstNames', 'childLastName'],
      ['requesterFirstNames', 'requesterLastName'],
      ['requesterEmail', 'requesterPhone', 'requesterAddress'],
    ])
  })

  it.each([{ requesterEmail: 'a@example.com' }, { requesterPhone: '07700 900123' }, { requesterAddress: { lines: ['1 Mill Lane'] } }])(
    'is met by single names and one way: %j',
    (way) => expect(journeyOf(parentRequest, { ...minimum, ...way }, '2026-11-10').missing).toEqual([]),
  )
  it('is not met by an address that no letter can reach', () => {
    const answers = { ...minimum, requesterAddress: { noFixedAddress: true } }
    expect(journeyOf(parentRequest, answers, '2026-11-10').missing.map(({ code }) => code)).toEqual(['needs.wayToReach'])
  })
  it('comes first, so that it can be sent at once', () => {
    const asked = ['whoYouAre', 'childBirthDate', 'askForAssessment', ...parentRequest.needs.flatMap((need) => need.oneOf)]
    const first = parentRequest.sections[0]?.pages.flatMap((page) => page.questions.map((each): string => each.id))
    expect(asked.filter((id) => !first?.includes(id))).toEqual([])
  })
  it('is not more when somebody answers no to everything about sharing', () => {
    const no = { shareReports: 'no', talkToOtherParent: 'no', supporter: 'no', healthRecords: 'no', inviteSchool: 'no', papers: 'no' }
    expect(journeyOf(parentRequest, { ...minimum, requesterPhone: '07700 900123', ...no }, '2026-11-10').missing).toEqual([])
  })
})

describe('whose choice it is', () => {
  it('is asked about somebody of 15 who is past the school leaving date', () => {
    expect(bornOn('2010-08-31', '2026-06-26')).not.toContain('own-choice')
    expect(bornOn('2010-08-31', '2026-06-27')).toContain('own-choice')
  })
  it('is not asked about somebody of 16 who is not past the school leaving date', () => {
    expect(bornOn('2010-09-01', '2027-06-25')).not.toContain('own-choice')
    expect(bornOn('2010-09-01', '2027-06-26')).toContain('own-choice')
  })
  it('is asked when an uncertain birth date may be on either side', () => {
    expect(bornOn('2010', '2026-11-10')).toContain('own-choice')
    expect(bornOn('2010-08', '2026-11-10')).toContain('own-choice')
    expect(bornOn('2010-09', '2026-11-10')).not.toContain('own-choice')
  })
  it('leads to who may decide when the young person cannot', () => {
    const answers = { childBirthDate: '2008-01-01', ownChoice: 'cannot-decide' }
    expect(pagesFor(answers)).toEqual(expect.arrayContaining(['deciding', 'representative']))
    expect(pagesFor(answers)).not.toContain('invite-young-person')
    expect(pagesFor({ ...answers, representative: 'deputy' })).toContain('representative-details')
    expect(pagesFor({ ...answers, ownChoice: 'asked-me' })).toContain('invite-young-person')
  })

  // Born on 1 September 2010: 16 in the school year that ends in 2027, when the leaving date is 25 June (Education Act 1996 s.8).
  const draft = { ...minimum, whoYouAre: 'parent', childBirthDate: '2010-09-01', requesterPhone: '07700 900123' }
  const told = (answers: Answers, today: string) => requestOf(parentRequest, journeyOf(parentRequest, answers, today))

  it('changes hands in a draft that a parent began before the leaving date and sends after it, and holds nothing up', () => {
    expect(told(draft, '2027-06-25')).toEqual({ fact: 'submitted', details: {} })
    expect(told(draft, '2027-06-26')).toEqual({ fact: 'submitted', details: { remarks: ['ask-young-person'] } })
    expect(journeyOf(parentRequest, draft, '2027-06-26').missing).toEqual([])
  })
  it.each([
    ['asked-me', 'young-person-decides'],
    ['can-decide', 'young-person-decides'],
    ['cannot-decide', 'someone-acts'],
    ['unsure', 'ask-young-person'],
    [{ notSaid: 'rather-not-say' }, 'ask-young-person'],
  ])('is shown to staff first where the answer is %j, as %s', (ownChoice, remark) => {
    expect(told({ ...draft, ownChoice }, '2027-06-26').details).toEqual({ remarks: [remark] })
    expect(told({ ...draft, ownChoice }, '2027-06-25').details).toEqual({})
  })
  it('is said in plain words to a parent before it is sent, and names the young person', () => {
    const said = (today: string, ownChoice?: string) => {
      const journey = journeyOf(parentRequest, { ...draft, childFirstNames: 'Ola', ownChoice }, today)
      return remarksOn(parentRequest, journey).map((code) => wordsOf(parentRequest, wordsFor('en'), 'Ola').remark(code))
    }
    expect(said('2027-06-25')).toEqual([])
    expect(said('2027-06-26')).toEqual([expect.stringMatching(/the right to ask is Ola's own.*You can still send this/)])
    expect(said('2027-06-26', 'can-decide')).toEqual([expect.stringContaining("the right to ask is Ola's own")])
    expect(said('2027-06-26', 'cannot-decide')).toEqual([undefined])
  })
  it('is shown to staff once more only if it changed: a parent who sends a change after the leaving date', () => {
    const journey = (today: string, answers: Answers = {}) => journeyOf(parentRequest, { ...draft, ...answers }, today)
    const first = { hash: '', fact: 'f1', summary: summaryOf(parentRequest, journey('2027-06-25'), wordsFor('en')) }
    const later = journey('2027-06-26', { whyNow: 'Exams went badly.' })
    const changes = changesSince([first], summaryOf(parentRequest, later, wordsFor('en')))
    const after = (details: object) => changes && changeOf(parentRequest, later, changes, [{ id: 'f1', fact: 'submitted', on: '2027-06-25', by: 'family', recordedAt: '2027-06-25T10:00:00.000Z', details: { ...details } }], '2027-06-26')
    expect(after({})).toEqual({ fact: 'added-to', details: { remarks: ['ask-young-person'] } })
    expect(after({ remarks: ['ask-young-person'] })).toEqual({ fact: 'added-to', details: {} })
  })
})

it('shows staff first each no about sharing, and holds nothing up', () => {
  const remarks = (answers: Answers) => requestOf(parentRequest, journeyOf(parentRequest, { ...minimum, whoYouAre: 'parent', ...answers }, '2026-11-10'))
  for (const [code, answers] of [
    ['ask-before-parents', { talkToOtherParent: 'ask-me-first' }],
    ['do-not-tell-parents', { talkToOtherParent: 'no' }],
    ['ask-before-school', { schoolSituation: 'school', inviteSchool: 'no' }],
    ['ask-before-sharing', { shareReports: 'ask-me-first' }],
    ['ask-before-sharing', { healthRecords: 'no' }],
    ['do-not-tell', { doNotTell: [{ key: 'a1', doNotTellName: 'Uncle Ray' }] }],
    ['do-not-tell', { otherParents: [{ key: 'a1', otherParentMayContact: 'no' }] }],
    ['do-not-tell', { helpers: [{ key: 'a1', helperAsk: 'do-not-contact' }] }],
    ['keep-private', { keepDetailsPrivate: 'yes' }],
    ['has-supporter', { supporter: 'yes' }],
    ['talk-about-privacy', { noticeRead: 'want-to-talk' }],
    ['custody', { schoolSituation: 'custody' }],
    ['not-in-education', { schoolSituation: 'none' }],
    ['not-in-education', { schoolSituation: 'college', attendance: 'not-attending' }],
  ] as const) expect(remarks(answers)).toEqual({ fact: 'submitted', details: { remarks: [code] } })
  const yes = { talkToOtherParent: 'yes', schoolSituation: 'school', inviteSchool: 'yes', shareReports: 'yes', healthRecords: 'yes', supporter: 'no', keepDetailsPrivate: 'no', doNotTell: [] }
  expect(remarks(yes).details).toEqual({})
})

describe('what depends on age', () => {
  it('asks about more time from the 18th birthday', () => {
    expect(bornOn('2008-11-11')).not.toContain('more-time')
    expect(bornOn('2008-11-10')).toContain('more-time')
    expect(bornOn('2008-11')).toContain('more-time')
    expect(bornOn('2008-12')).not.toContain('more-time')
  })
  it('asks about the early years until the fifth birthday', () => {
    expect(bornOn('2021-11-11')).toEqual(expect.arrayContaining(['health-visitor', 'two-year-check']))
    expect(bornOn('2021-11-10')).not.toContain('health-visitor')
    expect(bornOn('2021-11')).toContain('health-visitor')
  })
  it('asks about adult life from the September of Year 9', () => {
    expect(bornOn('2013-08-31', '2026-09-01')).toContain('adult-life')
    expect(bornOn('2013-08-31', '2026-08-31')).not.toContain('adult-life')
    expect(bornOn('2013-09-01', '2026-09-01')).not.toContain('adult-life')
    expect(bornOn('2013', '2026-09-01')).toContain('adult-life')
  })
  it('goes by the year somebody is taught in, where we know it', () => {
    const pupil = { childBirthDate: '2013-02-01', schoolSituation: 'school' }
    expect(pagesFor({ ...pupil, yearGroup: '8' })).not.toContain('adult-life')
    expect(pagesFor({ ...pupil, yearGroup: 'not-sure' })).toContain('adult-life')
    expect(pagesFor({ ...pupil, childBirthDate: '2015-02-01', yearGroup: '9' })).toContain('adult-life')
    expect(pagesFor({ ...pupil, schoolSituation: 'none', yearGroup: '8' })).toContain('adult-life')
  })
  it('asks none of it before a birth date is there', () => {
    for (const page of ['own-choice', 'more-time', 'health-visitor', 'adult-life']) expect(pagesFor({})).not.toContain(page)
  })
})

describe('the year group', () => {
  const guessed = (childBirthDate: string, today: string) => journeyOf(parentRequest, { childBirthDate }, today).valueOf('usualYear')
  it.each([
    // From 1 September after the fourth birthday, a child is in Reception; each 1 September is a year on (Education Act 1996 s.579).
    ['2020-08-31', '2024-08-31', 'early-years'],
    ['2020-08-31', '2024-09-01', 'reception'],
    ['2020-09-01', '2024-09-01', 'early-years'],
    ['2020-09-01', '2025-09-01', 'reception'],
    ['2017-03-27', '2026-11-10', '5'],
    ['2017-03-27', '2027-08-31', '5'],
    ['2017-03-27', '2027-09-01', '6'],
    ['2016-02-29', '2026-11-10', '6'],
    ['2009-08-31', '2026-11-10', '13'],
    ['2008-08-31', '2026-11-10', 'after-13'],
    ['2026-10-01', '2026-11-10', 'early-years'],
  ])('of somebody born on %s is on %s guessed to be %s', (bornOn, today, year) => expect(guessed(bornOn, today)).toBe(year))
  it('is guessed of an uncertain birth date only where every day of it has the same year', () => {
    expect(guessed('2017-03', '2026-11-10')).toBe('5')
    expect([guessed('2017', '2026-11-10'), guessed('', '2026-11-10'), journeyOf(parentRequest, {}, '2026-11-10').valueOf('usualYear')]).toEqual(['unknown', 'unknown', 'unknown'])
  })
  it('is only a guess: it counts for nothing until it is an answer', () => {
    const journey = journeyOf(parentRequest, { childBirthDate: '2013-02-01', schoolSituation: 'school' }, '2026-11-10')
    expect(journey.answers).not.toHaveProperty('yearGroup')
    expect(journey.stop('year-group')).toMatchObject({ unseen: 1, started: false })
  })
})

describe('what depends on where the child lives and learns', () => {
  it('asks nothing about a school of somebody who has none', () => {
    for (const schoolSituation of ['home-educated', 'waiting', 'none'])
      for (const page of ['school-name', 'year-group', 'attendance', 'missing-school', 'spoken-to-school', 'invite-school', 'custody'])
        expect(pagesFor({ schoolSituation, attendance: 'part-time' })).not.toContain(page)
    expect(pagesFor({ schoolSituation: 'waiting' })).toContain('out-of-school')
  })
  it('asks what gets in the way of somebody who misses school', () => {
    expect(pagesFor({ schoolSituation: 'school', attendance: 'not-attending' })).toContain('missing-school')
    expect(pagesFor({ schoolSituation: 'school', attendance: 'full-time' })).not.toContain('missing-school')
  })
  it('asks who looks after a child in care, and less of one who was in care', () => {
    const inCare = ['looked-after-council', 'looked-after-social-worker', 'reviewing-officer', 'virtual-school']
    const asked = (lookedAfter: string) => pagesFor({ lookedAfter }).filter((page) => inCare.includes(page))
    for (const order of ['agreement', 'interim-order', 'full-order']) expect(asked(order)).toEqual(inCare)
    expect(asked('adopted')).toEqual(['looked-after-council', 'virtual-school'])
    expect(asked('no')).toEqual([])
  })
})

const hiddenFor = (answers: Answers) =>
  questionsOf(parentRequest).flatMap((each) => {
    const { valueOf } = journeyOf(parentRequest, answers, '2026-11-10')
    return each.protectedWhen && holds(each.protectedWhen, (name) => answers[name] ?? valueOf(name)) ? [each.id] : []
  })

describe('somebody who must not be found', () => {
  it('has contacts, address, school and every other trace of the place hidden', () => {
    expect(hiddenFor({ keepDetailsPrivate: 'no' })).toEqual(['ethnicGroup'])
    const traces = ['requesterEmail', 'requesterPhone', 'requesterAddress', 'keepPrivateFrom', 'childAddress', 'schoolName', 'doctor', 'helperPlace']
    expect(hiddenFor({ keepDetailsPrivate: 'yes' })).toEqual(expect.arrayContaining(traces))
  })
  it('is not given away by anything that others read', () => {
    const secret = 'Flat 9, Hidden Street'
    const answers = Object.fromEntries(
      pagesOf(parentRequest).flatMap((page) =>
        page.questions.map((each) => [each.id, each.protectedWhen && each.kind.name.endsWith('text') ? secret : each.kind.example(each.settings)]),
      ),
    )
    const helpers = [{ key: 'a1', helperName: 'Dr Khan', helperPlace: secret, helperContact: secret }]
    const read = (keepDetailsPrivate: string) => {
      const journey = journeyOf(parentRequest, { ...answers, helpers, keepDetailsPrivate }, '2026-11-10')
      return JSON.stringify(withoutProtected(summaryOf(parentRequest, journey, wordsFor('en')), 'Kept private'))
    }
    expect(read('no')).toContain(secret)
    expect(read('yes')).not.toContain(secret)
    expect(read('yes')).toContain('Dr Khan')
    for (const id of ['requesterEmail', 'requesterPhone'] as const) expect(read('yes')).not.toContain(answers[id])
  })
  it('may be the other parent, whose own details are hidden then', () => {
    for (const answers of [{ otherParentMayContact: 'no-safety' }, { otherParentKeepPrivate: 'yes' }])
      expect(hiddenFor(answers)).toEqual(expect.arrayContaining(['otherParentPhone', 'otherParentEmail', 'otherParentAddress']))
  })
  it('can leave every page about safety quickly', () => {
    const quick = pagesOf(parentRequest).flatMap((page) => (page.exitQuickly ? [page.id] : []))
    expect(quick).toEqual(expect.arrayContaining(['safe-ways', 'best-way', 'keep-private', 'keep-private-from', 'other-parents', 'do-not-tell']))
  })
})

it('asks nobody for religion, and keeps the ethnic group out of every copy', () => {
  expect(questionsOf(parentRequest).map((each) => each.id).filter((id) => /relig|faith/i.test(id))).toEqual([])
  expect(hiddenFor({ ethnicGroup: 'CHNE', keepDetailsPrivate: 'no' })).toEqual(['ethnicGroup'])
})
