import { expect, it } from 'vitest'
import { keysAsWords, littleForm } from './fixtures/little-form'
import type { Answers } from './form'
import { journeyOf } from './journey'
import { protectionBy } from './protection'
import { changesOf, protectedMore, summaryOf, withoutProtected } from './summary'

const today = '2026-05-04'
const journey = (answers: Answers) => journeyOf(littleForm, answers, today)
const summary = (answers: Answers) => summaryOf(littleForm, journey(answers), keysAsWords)

it('hides what was sent before a family asked to be hidden, also where the answer has gone since', () => {
  const sent = summary({ address: '0113 496 0999', hide: 'no' })
  expect(JSON.stringify(withoutProtected(sent, 'kept'))).toContain('0113 496 0999')
  for (const now of [{ address: '0113 496 0999', hide: 'yes' }, { hide: 'yes' }]) {
    const seen = withoutProtected(protectedMore(sent, protectionBy(littleForm, journey(now))), 'kept')
    expect(JSON.stringify(seen)).not.toContain('0113 496 0999')
  }
})

it('never shows again what was sent as protected', () => {
  const sent = summary({ address: '0113 496 0999', hide: 'yes' })
  const seen = withoutProtected(protectedMore(sent, protectionBy(littleForm, journey({ address: '0113 496 0999', hide: 'no' }))), 'kept')
  expect(JSON.stringify(seen)).not.toContain('0113 496 0999')
})

it('sends as a change that details are to be kept private', () => {
  const changes = changesOf(summary({ address: '0113 496 0999', hide: 'no' }), summary({ address: '0113 496 0999', hide: 'yes' }))
  const rows = changes?.summary.sections.flatMap((section) => section.rows) ?? []
  expect(rows.find((row) => row.question === 'address')).toMatchObject({ isProtected: true })
})

it('sends as blank an answer that no longer applies, since it was taken back', () => {
  const changes = changesOf(summary({ inSchool: 'yes', school: 'Hill School' }), summary({ inSchool: 'no', school: 'Hill School' }))
  expect(changes?.kind).toBe('corrected')
  const rows = changes?.summary.sections.flatMap((section) => section.rows) ?? []
  expect(rows.find((row) => row.question === 'school')?.lines).toEqual([])
})
