import { describe, expect, it } from 'vitest'
import { journeyOf } from '~/engine/journey'
import { summaryOf } from '~/engine/summary'
import { parentRequest, type ParentRequestAnswers } from '~/forms/parent-request'
import { schoolAdvice } from '~/forms/school-advice'
import { youngPersonRequest } from '~/forms/young-person-request'
import { wordsFor } from '~/i18n/words'
import type { Application, Sent } from './ports'
import { viewerFor } from './viewer'

const operator = { role: 'operator' } as const
const journeyOfOne = (whoYouAre: ParentRequestAnswers['whoYouAre']) => journeyOf(parentRequest, { whoYouAre, childFirstNames: 'Zofia' }, '2026-11-23')
const sentBy = (who: ParentRequestAnswers['whoYouAre']): Sent => ({
  fact: 'fact-1', hash: 'hash', summary: summaryOf(parentRequest, journeyOfOne(who), wordsFor('en')),
})
const viewer = (saysNow: ParentRequestAnswers['whoYouAre'], ...sent: readonly Sent[]) =>
  viewerFor({ store: { sent: () => Promise.resolve([...sent]) }, wordsFor }, operator, parentRequest, {
    application: { id: 'application-1' } as Application,
    journey: journeyOfOne(saysNow),
  })

it('is the family that asked, and not a neighbour or a doctor', async () => {
  expect(await viewer('parent', sentBy('parent'))).toBe('family')
  expect(await viewer('grandparent', sentBy('grandparent'))).toBe('family')
  expect(await viewer('other', sentBy('other'))).toBe('notifier')
})

it('does not become the family by an answer that was not sent', async () => {
  expect(await viewer('parent', sentBy('other'))).toBe('notifier')
  expect(await viewer('parent', sentBy('other'), sentBy('parent'))).toBe('family')
})

describe('a school', () => {
  const using = (schoolUse: 'request' | 'evidence') => journeyOf(schoolAdvice, { schoolUse, childFirstNames: 'Malik' }, '2026-11-23')
  const viewer = (was: 'request' | 'evidence', now: 'request' | 'evidence') =>
    viewerFor({ store: { sent: () => Promise.resolve([{ fact: 'fact-1', hash: 'hash', summary: summaryOf(schoolAdvice, using(was), wordsFor('en')) }]) }, wordsFor }, operator, schoolAdvice, {
      application: { id: 'application-1' } as Application,
      journey: using(now),
    })

  it('that sent what it knows has not asked by an answer that was not sent', async () => {
    expect([await viewer('request', 'request'), await viewer('evidence', 'evidence'), await viewer('evidence', 'request')]).toEqual(['school', 'notifier', 'notifier'])
  })
})

describe('a child who told the council about themselves', () => {
  const bornOn = (myBirthDate: string, today: string) => journeyOf(youngPersonRequest, { myFirstNames: 'Esther', myBirthDate }, today)
  const sent: Sent = { fact: 'fact-1', hash: 'hash', summary: summaryOf(youngPersonRequest, bornOn('2010-09-01', '2026-11-23'), wordsFor('en')) }
  const viewer = (myBirthDate: string, today: string) =>
    viewerFor({ store: { sent: () => Promise.resolve([sent]) }, wordsFor }, operator, youngPersonRequest, {
      application: { id: 'application-1' } as Application,
      journey: bornOn(myBirthDate, today),
    })

  it('has the rights of a young person from the day after the school leaving date', async () => {
    expect([await viewer('2010-09-01', '2027-06-25'), await viewer('2010-09-01', '2027-06-26')]).toEqual(['notifier', 'family'])
  })

  it('does not have them sooner by a birthday that was not sent', async () => {
    expect(await viewer('2009-09-01', '2026-11-23')).toBe('notifier')
  })
})
