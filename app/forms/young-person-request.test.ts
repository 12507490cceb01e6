import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { requestOf } from '~/applications/asked-for'
import { holds } from '~/engine/condition'
import { pagesOf, questionsOf, type Answers } from '~/engine/form'
import { journeyOf } from '~/engine/journey'
import { itemPagesOf } from '~/engine/screen'
import { entriesOf, wordCount, type Words } from '../../locales/reading-age'
import { youngPersonRequest as form } from './young-person-request'

const today = '2026-11-10'
const words = JSON.parse(readFileSync(new URL('../../locales/en/young-person-request.json', import.meta.url), 'utf8')) as Words & {
  readonly questions: Readonly<Record<string, { readonly label: string }>>
  readonly pages: Readonly<Record<string, { readonly intro?: string }>>
}
const journey = (answers: Answers, on = today) => journeyOf(form, answers, on)
const pagesFor = (answers: Answers, on?: string) => journey(answers, on).stops.map(({ page }) => page.id)
const told = (answers: Answers, on?: string) => requestOf(form, journey(answers, on))

// Both were 16 on 10 November 2026. The leaving date of 2026 was 26 June; that of 2027 is 25 June (Education Act 1996 s.8).
const youngPerson = { myFirstNames: 'Niamh', myBirthDate: '2010-08-31', askForAssessment: ['ask'], myPhone: '0113 496 0000' }
const child = { ...youngPerson, myBirthDate: '2010-09-01' }

describe('the questions that a young person is asked', () => {
  it('have 12 words at most', () => {
    const long = questionsOf(form).filter(({ id }) => wordCount(words.questions[id]?.label ?? '') > 12)
    expect(long.map(({ id }) => id)).toEqual([])
  })

  it('come one a page: boxes stand together only where they are one name, one way to reach somebody, one paper or one person', () => {
    const screens = pagesOf(form).flatMap((page) => [page, ...itemPagesOf(page)])
    const together = screens.filter(({ questions }) => questions.length > 1).map(({ id }) => id)
    expect(new Set(together)).toEqual(
      new Set([
        'my-name', 'reach-me', 'who-helped', 'acts-for-me-details', 'grown-up', 'letters-person', 'learn-name', 'asked-before-when', 'care-worker',
        'helper-name', 'helper-reach', 'helper-work', 'other-names', 'do-not-tell', 'supporter-name', 'declaration',
      ]),
    )
  })

  // What is asked and what can be answered is said by the young person, and speaks of the council by name. Everything beside it is said by the council to them.
  const isTheirs = (key: string) => /^sections\.|^pages\.[^.]+\.title$|^questions\.[^.]+\.(label$|options\.)/.test(key)

  it('and their answers are in their own words: never "you", and never of themselves as somebody else', () => {
    const others = entriesOf(words).filter(({ key, words: said }) => isTheirs(key) && /\b(you|yours?|we|us|our|him|her|(your|the) child)\b|\{\{name\}\}/i.test(said))
    expect(others).toEqual([])
    expect(entriesOf(words).filter(({ key, words: said }) => isTheirs(key) && /\b(I|my|me)\b/.test(said)).length).toBeGreaterThan(100)
  })

  it('stand beside hints and reasons in which the young person is "you" and never "I"', () => {
    expect(entriesOf(words).filter(({ key, words: said }) => !isTheirs(key) && /\b(I|me|my|mine|myself)\b/.test(said))).toEqual([])
  })

  it('promise no more than the law lets the council keep', () => {
    const { intro } = words.pages['my-parents'] ?? {}
    expect(intro).toMatch(/your choice.*keep someone safe.*the law/i)
  })

  it('name no age at which the law does not change', () => {
    expect(entriesOf(words).filter(({ words: said }) => /\b(16|sixteen)\b/i.test(said))).toEqual([])
  })
})

describe('what a young person must say', () => {
  it('is only a name, a birthday, that they ask, and one way to reach them', () => {
    expect(questionsOf(form).filter(({ need }) => need === 'required').map(({ id }) => id)).toEqual(['myBirthDate', 'askForAssessment'])
    expect(journey(youngPerson).missing).toEqual([])
    expect(pagesFor(youngPerson).slice(0, 5)).toEqual(['my-name', 'my-birthday', 'ask', 'reach-me', 'my-address'])
  })

  it('is not more for a child, who is welcome', () => {
    expect(journey({ ...child, myBirthDate: '2015-02-01' }).missing).toEqual([])
  })

  it('is not more when they answer no to everything about sharing', () => {
    const no = { talkToParents: 'no', shareReports: 'no', supporter: 'no', healthRecords: 'no', tellPlace: 'no', wantAdvocate: 'no', papers: 'no' }
    expect(journey({ ...youngPerson, ...no }).missing).toEqual([])
  })
})

describe('the end of compulsory school age', () => {
  it('decides whose right it is, never the 16th birthday', () => {
    expect(told(youngPerson)).toEqual({ fact: 'submitted', details: {} })
    expect(told(child)).toEqual({ fact: 'brought-to-notice', details: { remarks: ['child-asks'] } })
    expect(told({ ...youngPerson, myBirthDate: '2010-08-31' }, '2026-06-26').fact).toBe('brought-to-notice')
    expect(told({ ...youngPerson, myBirthDate: '2010-08-31' }, '2026-06-27').fact).toBe('submitted')
  })

  it('hands a draft over that was begun before it and is sent after it', () => {
    const draft = { ...child, grownUpName: 'Ruth', grownUpKnows: 'not-safe' }
    expect([told(draft, '2027-06-25').fact, told(draft, '2027-06-26').fact]).toEqual(['brought-to-notice', 'submitted'])
    expect(pagesFor(draft, '2027-06-25')).toEqual(expect.arrayContaining(['grown-up', 'grown-up-not-safe']))
    expect(pagesFor(draft, '2027-06-26')).toContain('my-parents')
    expect(journey(draft, '2027-06-26').answers).not.toHaveProperty('grownUpKnows')
  })

  it('is taken to be past where the birthday does not tell, or is not said', () => {
    for (const myBirthDate of ['2010', undefined]) expect(told({ ...youngPerson, myBirthDate }).fact).toBe('submitted')
    expect(told({ ...youngPerson, myBirthDate: '2010-09' }).fact).toBe('brought-to-notice')
  })
})

describe('whom the council may talk to', () => {
  it('is the choice of a young person alone: parents are told what they choose', () => {
    expect(pagesFor(youngPerson)).toContain('my-parents')
    expect(pagesFor(youngPerson)).not.toContain('grown-up')
    expect(pagesFor({ ...youngPerson, talkToParents: 'some-things' })).toContain('my-parents-some')
    expect(told({ ...youngPerson, talkToParents: 'no' }).details).toEqual({ remarks: ['do-not-tell-parents'] })
  })

  it('is heeded in each of their choices: each no is shown to staff first, and holds nothing up', () => {
    const remarks = (answers: Answers) => told({ ...youngPerson, ...answers })
    for (const [code, answers] of [
      ['ask-before-parents', { talkToParents: 'some-things' }],
      ['ask-before-school', { learnWhere: 'college', tellPlace: 'no' }],
      ['ask-before-school', { learnWhere: 'college', tellPlace: 'ask-me-first' }],
      ['ask-before-sharing', { shareReports: 'no' }],
      ['ask-before-sharing', { healthRecords: 'ask-me-first' }],
      ['do-not-tell', { doNotTell: [{ key: 'a1', doNotTellName: 'Uncle Ray' }] }],
      ['do-not-tell', { helpers: [{ key: 'a1', helperAsk: 'do-not-contact' }] }],
      ['keep-private', { keepDetailsPrivate: 'yes' }],
      ['has-supporter', { supporter: 'yes' }],
      ['talk-about-privacy', { noticeRead: 'want-to-talk' }],
      ['wants-advocate', { wantAdvocate: 'yes' }],
      ['custody', { learnWhere: 'custody' }],
      ['not-in-education', { learnWhere: 'waiting' }],
      ['not-in-education', { learnWhere: 'school', going: 'not-going' }],
    ] as const) expect(remarks(answers)).toEqual({ fact: 'submitted', details: { remarks: [code] } })
    const yes = { talkToParents: 'yes', learnWhere: 'college', tellPlace: 'yes', shareReports: 'yes', healthRecords: 'yes', supporter: 'no', wantAdvocate: 'no', doNotTell: [], helpers: [{ key: 'a1', helperAsk: 'please-ask', helperReport: 'no' }] }
    expect(remarks(yes).details).toEqual({})
  })

  it('is asked of a child too, who may say that it is not safe: then nothing shows where they are', () => {
    expect(pagesFor(child)).toContain('grown-up')
    expect(pagesFor(child)).not.toContain('my-parents')
    const unsafe = { ...child, grownUpKnows: 'not-safe' }
    expect(told(unsafe).details).toEqual({ remarks: ['child-asks', 'not-safe-to-tell', 'keep-private'] })
    const { valueOf } = journey(unsafe)
    const hidden = questionsOf(form).flatMap(({ id, protectedWhen }) => (protectedWhen && holds(protectedWhen, valueOf) ? [id] : []))
    expect(hidden).toEqual(expect.arrayContaining(['myEmail', 'myPhone', 'myAddress', 'grownUpName', 'learnName', 'doctor', 'safety']))
  })

  it('can be left quickly wherever it is about safety', () => {
    const quick = pagesOf(form).flatMap((page) => (page.exitQuickly ? [page.id] : []))
    expect(quick).toEqual(expect.arrayContaining(['reach-me', 'safe-to-email', 'keep-private', 'moving-on', 'grown-up', 'my-parents', 'my-parents-no', 'do-not-tell', 'safety']))
  })
})

describe('somebody who helps, or who acts', () => {
  it('is named when they help, and nobody asks by what right', () => {
    const helped = { ...youngPerson, whoAsks: 'me-with-help' }
    expect(pagesFor(helped)).toContain('who-helped')
    expect(pagesFor(helped)).not.toContain('acts-for-me')
    expect(told(helped).details).toEqual({})
  })

  it('is asked who they are where the young person cannot decide, and never for proof', () => {
    const acts = { ...youngPerson, whoAsks: 'for-me', actsForMe: 'deputy' }
    expect(pagesFor(acts)).toEqual(expect.arrayContaining(['who-helped', 'acts-for-me', 'acts-for-me-details', 'how-i-decide']))
    expect(pagesFor({ ...acts, actsForMe: 'parent' })).not.toContain('acts-for-me-details')
    expect(questionsOf(form).filter(({ id, need }) => id.startsWith('actsForMe') && need === 'required')).toEqual([])
    expect(told(acts)).toEqual({ fact: 'submitted', details: { remarks: ['someone-acts'] } })
  })

  it('may be the parent of a child, whose right it is', () => {
    const parent = { ...child, whoAsks: 'for-me', actsForMe: 'parent' }
    expect(told(parent).fact).toBe('submitted')
    expect(pagesFor(parent)).not.toContain('grown-up')
    expect(told({ ...parent, actsForMe: 'other' }).fact).toBe('brought-to-notice')
  })
})

it('asks of care no more than there was', () => {
  const asked = (inCare: string) => pagesFor({ ...youngPerson, inCare }).filter((page) => /^in-care-|^reviewing-officer$|^virtual-school$/.test(page))
  expect(asked('now')).toEqual(['in-care-kind', 'in-care-council', 'in-care-worker', 'reviewing-officer', 'virtual-school'])
  expect(asked('before')).toEqual(['in-care-before', 'in-care-council', 'in-care-worker', 'virtual-school'])
  expect([asked('no'), asked('unsure')]).toEqual([[], []])
})

it('asks about more time only from 18 on (Children and Families Act 2014 s.36(10))', () => {
  expect(pagesFor({ myBirthDate: '2008-11-10' })).toContain('more-time')
  expect(pagesFor({ myBirthDate: '2008-11-11' })).not.toContain('more-time')
})

it('asks to assess again where there is a plan, which only those may whose right it is', () => {
  expect(told({ ...youngPerson, askedBefore: 'has-plan' })).toEqual({ fact: 'submitted', details: { request: 're-assessment', remarks: ['has-plan'] } })
  expect(pagesFor({ ...youngPerson, askedBefore: 'has-plan' })).toContain('plan-here')
  expect(told({ ...child, askedBefore: 'has-plan' })).toEqual({ fact: 'brought-to-notice', details: { remarks: ['has-plan', 'child-asks'] } })
})

it('chooses the usual year beforehand, as a guess', () => {
  expect(journey({ myBirthDate: '2009-08-31', learnWhere: 'sixth-form' }).valueOf('usualYear')).toBe('13')
  expect(journey({ myBirthDate: '2009-08-31', learnWhere: 'sixth-form' }).answers).not.toHaveProperty('yearGroup')
})
