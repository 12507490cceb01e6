import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { requestOf, routeAsked } from '~/applications/asked-for'
import { viewerOf } from '~/applications/timeline-view'
import { questionsOf, type Answers } from '~/engine/form'
import { essentialIn, journeyOf } from '~/engine/journey'
import { protectionBy } from '~/engine/protection'
import { summaryOf, withoutProtected } from '~/engine/summary'
import { wordsFor } from '~/i18n/words'
import { phaseTransferOf } from '~/timeline/phase-transfer'
import { entriesOf, type Words } from '../../locales/reading-age'
import { ASKS } from './invite-school'
import { schoolAdvice as form } from './school-advice'
import { TOLD_IN } from './school-advice/when-asked'

const today = '2026-11-10'
const words = JSON.parse(readFileSync(new URL('../../locales/en/school-advice.json', import.meta.url), 'utf8')) as Words & {
  readonly pages: Readonly<Record<string, { readonly intro?: string }>>
  readonly questions: Readonly<Record<string, { readonly hint?: string }>>
}
const journey = (answers: Answers, on = today) => journeyOf(form, answers, on)
const pagesFor = (answers: Answers, on?: string) => journey(answers, on).stops.map(({ page }) => page.id)
const told = (answers: Answers, on?: string) => requestOf(form, journey(answers, on))

const least = { settingName: 'Elm Primary School', writerPhone: '0113 496 0000', childFirstNames: 'Robin', childBirthDate: '2018-03-12', askForAssessment: ['ask'] }

describe('what a school must say', () => {
  it('is only who asks, one way to reach them, who the pupil is, and that they ask', () => {
    expect(questionsOf(form).filter(({ need }) => need === 'required').map(({ id }) => id)).toEqual(['settingName', 'childBirthDate', 'askForAssessment'])
    expect(journey(least).missing).toEqual([])
    expect(journey({ ...least, writerPhone: null, writerEmail: 'senco@elm.example' }).missing).toEqual([])
  })

  it('is a way to reach them only on the web, where nobody else can ask for it: a letter is a request without', () => {
    const { missing } = journey({ ...least, writerPhone: null })
    expect(missing.map(({ code }) => code)).toEqual(['needs.wayToReach'])
    expect(essentialIn(form, missing)).toEqual([])
  })

  it('is not even a birth date in a letter', () => {
    const letter = journey({ ...least, childBirthDate: undefined })
    expect(letter.missing.map(({ question }) => question)).toEqual(['childBirthDate'])
    expect(essentialIn(form, letter.missing)).toEqual([])
  })

  it('is not more where the family disagrees, nothing was tried, nothing spent, and no head agrees', () => {
    const no = {
      familyTold: 'yes', familyAgrees: 'disagree', senStatus: 'none', cycles: [], adviceHad: [], attainments: [], diagnoses: [], notionalSpend: 0, headAgrees: 'no',
      talkingHard: 'no', papers: 'no',
    }
    expect(journey({ ...least, ...no }).missing).toEqual([])
    expect(told({ ...least, ...no })).toMatchObject({ fact: 'submitted', details: { remarks: ['school-asks', 'family-disagrees'] } })
  })
})

describe('a request by a school', () => {
  it('is a request in law, and the school has none of the family’s other rights', () => {
    expect(told(least)).toEqual({ fact: 'submitted', details: { remarks: ['school-asks'] } })
    expect(viewerOf(form, journey(least))).toBe('school')
  })

  it('is one whether or not the school says so at the first question', () => {
    expect(told({ ...least, schoolUse: 'request' })).toEqual(told(least))
  })

  it('asks to assess again where there is a plan, as the head may too (s.44(2))', () => {
    const again = { ...least, askedBefore: 'has-plan' }
    expect(told(again)).toEqual({ fact: 'submitted', details: { request: 're-assessment', remarks: ['has-plan', 'school-asks'] } })
    expect(routeAsked(form, journey(again))).toBe('reassessment')
    expect(pagesFor(again)).toContain('plan-here')
  })
})

describe('what a school knows about a request of somebody else', () => {
  it.each(ASKS)('asks for %s in the time between two lessons: at most ten pages, when nothing leads to more', (ask) => {
    const pages = journey({ schoolUse: 'evidence' }).stops.filter(({ section }) => TOLD_IN[ask]?.includes(section.id))
    expect(pages.length).toBeGreaterThan(0)
    expect(pages.length).toBeLessThanOrEqual(10)
  })

  const evidence = { ...least, schoolUse: 'evidence', askForAssessment: undefined }

  it('asks for nothing, and says which request it is about', () => {
    expect(pagesFor(evidence)).toContain('which-request')
    expect(pagesFor(evidence)).not.toContain('ask')
    expect(pagesFor(least)).not.toContain('which-request')
    expect(journey(evidence).missing).toEqual([])
  })

  it('brings the pupil to notice should no request be found, and staff see first what it is', () => {
    expect(told(evidence)).toEqual({ fact: 'brought-to-notice', details: { remarks: ['evidence'] } })
    expect(viewerOf(form, journey(evidence))).toBe('notifier')
    expect(routeAsked(form, journey({ ...evidence, askedBefore: 'has-plan' }))).toBe('new')
  })
})

describe('a move to the next phase', () => {
  const phase = (answers: Answers, on?: string) => journey(answers, on).valueOf('phaseTransfer')
  // On 10 November 2026: Year 6 was born from September 2015 to August 2016.
  it.each([
    ['school', { childBirthDate: '2016-08-31' }],
    ['no', { childBirthDate: '2016-09-01' }],
    ['post-16', { childBirthDate: '2010-09-01' }],
    ['school', { childBirthDate: '2022-09-01' }],
    ['no', { childBirthDate: '2023-09-01' }],
    ['perhaps', { childBirthDate: '2020-01-31' }],
    ['unknown', { childBirthDate: '2016' }],
    ['school', { childBirthDate: '2016', yearGroup: '6' }],
    ['no', { childBirthDate: '2016-08-31', yearGroup: '5' }],
    ['school', { childBirthDate: '2016-08-31', yearGroup: 'not-sure' }],
    ['no', { childBirthDate: '2004-08-31' }],
    ['unknown', {}],
  ])('is %s for %o', (expected, answers) => {
    expect(phase(answers)).toBe(expected)
  })

  it('comes a year later for those who were a year too young', () => {
    expect(phase({ childBirthDate: '2016-09-01' }, '2027-09-01')).toBe('school')
  })

  it('is asked only where the year does not tell, and shown to staff first', () => {
    const [moving, perhaps] = [{ ...least, yearGroup: '11' }, { ...least, yearGroup: '2' }]
    expect(pagesFor(moving)).toContain('next-setting')
    expect(pagesFor(moving)).not.toContain('moves-next-year')
    expect(pagesFor(perhaps)).toContain('moves-next-year')
    expect(pagesFor(perhaps)).not.toContain('next-setting')
    expect(pagesFor({ ...perhaps, movesNextYear: 'yes' })).toContain('next-setting')
    for (const answers of [moving, { ...perhaps, movesNextYear: 'yes' }]) expect(told(answers).details).toEqual({ remarks: ['school-asks', 'phase-transfer'] })
    expect(told(perhaps).details).toEqual({ remarks: ['school-asks'] })
  })

  it('has the days of regulation 18', () => {
    const days = (['school', 'post-16'] as const).map((to) => phaseTransferOf(to, 2027).dueOn.slice(5))
    expect(days).toEqual(['02-15', '03-31'])
    expect(words.pages['next-setting']?.intro).toMatch(/15 February.*31 March/)
  })
})

describe('the family', () => {
  it('need not have been told, and whoever reads the copy learns nothing of why', () => {
    const unsafe = { ...least, familyTold: 'not-safe', familyNotToldWhy: 'A marker of fear' }
    expect(told(unsafe).details).toEqual({ remarks: ['school-asks', 'family-not-told', 'not-safe-to-tell', 'keep-private'] })
    expect(pagesFor(unsafe)).not.toContain('family-agrees')
    expect(JSON.stringify(withoutProtected(summaryOf(form, journey(unsafe), wordsFor('en')), 'private'))).not.toContain('A marker of fear')
  })

  it.each([
    ['it is not safe to tell them', { familyTold: 'not-safe' }],
    ['somebody must not find them', { keepDetailsPrivate: 'yes' }],
    ['nobody is sure', { keepDetailsPrivate: 'unsure' }],
    ['one parent is not safe to contact', { parents: [{ key: 'a1', parentMayContact: 'no-safety' }] }],
  ])('is kept private where %s, and so is the setting, which tells where they are', (_, answers) => {
    const isKept = protectionBy(form, journey({ ...least, ...answers }))
    for (const id of ['settingName', 'settingTown', 'childAddress', 'writerName', 'writerRole', 'writerEmail', 'headName', 'declarationName', 'parentsViews', 'nextSetting', 'nextSettingPlans']) expect(isKept(id)).toBe(true)
  })

  it.each([
    [['keep-private'], { keepDetailsPrivate: 'unsure' }],
    [['do-not-tell'], { parents: [{ key: 'a1', parentMayContact: 'yes' }, { key: 'a2', parentMayContact: 'no' }] }],
    [['keep-private', 'do-not-tell'], { parents: [{ key: 'a1', parentMayContact: 'no-safety' }] }],
    [[], { parents: [{ key: 'a1', parentMayContact: 'yes', parentLivesWithChild: 'no' }] }],
  ])('is told of with care: staff see %j first', (remarks, answers) => {
    expect(told({ ...least, ...answers }).details).toEqual({ remarks: ['school-asks', ...remarks] })
  })

  it('is shown as it is otherwise', () => {
    const isKept = protectionBy(form, journey({ ...least, keepDetailsPrivate: 'no' }))
    for (const id of ['settingName', 'settingTown', 'childAddress', 'writerName', 'writerRole', 'writerEmail', 'headName', 'declarationName', 'parentsViews', 'nextSetting', 'nextSettingPlans']) expect(isKept(id)).toBe(false)
  })

  it('is a young person from the end of school age, who is reached themselves', () => {
    expect(pagesFor({ ...least, childBirthDate: '2010-08-31' })).toContain('young-person')
    expect(pagesFor({ ...least, childBirthDate: '2010-09-01' })).not.toContain('young-person')
  })
})

it('keeps everything about social care from every copy', () => {
  const section = form.sections.find(({ id }) => id === 'safeguarding')
  const asked = section ? questionsOf({ ...form, sections: [section] }) : []
  const isKept = protectionBy(form, journey({ ...least, keepDetailsPrivate: 'no', socialCare: ['child-protection', 'was-looked-after'] }))
  expect(asked.map(({ id }) => [id, isKept(id)])).toEqual(
    ['socialCare', 'socialWorker', 'socialWorkerContact', 'lookedAfter', 'lookedAfterCouncil', 'reviewingOfficer', 'virtualSchool', 'safety'].map((id) => [id, true]),
  )
  expect(JSON.stringify(told({ ...least, socialCare: ['looked-after'] }))).not.toContain('looked')
})

it('asks where a pupil learns who is not on the premises, and staff see first who learns nowhere', () => {
  expect(pagesFor({ ...least, learnsWhere: 'here', attending: 'full-time' })).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(learns-elsewhere|attending-since)$/)]))
  expect(pagesFor({ ...least, learnsWhere: 'hospital', attending: 'part-time' })).toEqual(expect.arrayContaining(['learns-elsewhere', 'attending-since']))
  const remarks = (answers: Answers) => told({ ...least, ...answers }).details['remarks']
  expect(remarks({ learnsWhere: 'custody' })).toEqual(['school-asks', 'custody'])
  for (const answers of [{ learnsWhere: 'nowhere' }, { attending: 'not-attending' }]) expect(remarks(answers)).toEqual(['school-asks', 'not-in-education'])
})

it('asks of care no more than there was', () => {
  const asked = (socialCare: readonly string[]) => pagesFor({ ...least, socialCare }).filter((page) => /^looked-after|^reviewing-officer$|^virtual-school$/.test(page))
  expect(asked(['looked-after'])).toEqual(['looked-after', 'looked-after-council', 'reviewing-officer', 'virtual-school'])
  expect(asked(['was-looked-after'])).toEqual(['looked-after', 'looked-after-council', 'virtual-school'])
  expect(asked(['early-help'])).toEqual([])
})

it('gives an example of evidence for each area that is of that area', () => {
  const hints = ['talking', 'learning', 'feelings', 'senses'].map((area) => words.questions[`${area}Evidence`]?.hint)
  expect(new Set(hints).size).toBe(4)
})

it('speaks to staff, never to a parent', () => {
  expect(entriesOf(words).filter(({ words: said }) => /\byour (child|son|daughter|family)\b/i.test(said))).toEqual([])
})
