import { describe, expect, it } from 'vitest'
import { keysAsWords, littleForm } from './fixtures/little-form'
import type { Answers } from './form'
import { journeyOf } from './journey'
import { changesOf, isBlankRow, summaryOf, withoutProtected, type Row, type Summary } from './summary'

const summary = (answers: Answers) => summaryOf(littleForm, journeyOf(littleForm, answers, '2026-05-04'), keysAsWords)
const rows = ({ sections }: Summary): readonly Row[] => sections.flatMap((section) => section.rows)
const row = (of: Summary, question: string) => rows(of).find((each) => each.question === question) as Row

describe('a summary', () => {
  it('says each answer in words, section by section, and knows the name', () => {
    const said = summary({ firstName: 'Sam', born: { notSaid: 'dont-know' }, inSchool: 'yes', school: 'Hill\nSchool' })
    expect(said).toMatchObject({ form: 'little', language: 'en', title: 'little:title', name: 'Sam' })
    expect(said.sections.map((section) => section.title)).toEqual(['little:sections.child'])
    expect(row(said, 'born')).toEqual({ question: 'born', page: 'born', label: 'little:questions.born.label', lines: ['questions:notSaid.dont-know'] })
    expect(row(said, 'school').lines).toEqual(['Hill', 'School'])
    expect(isBlankRow(row(summary({ lastName: null }), 'lastName'))).toBe(true)
    expect(summary({ lastName: 'O' }).name).toBe('O')
    expect(summary({}).name).toBe('little:name')
  })

  it('leaves out what does not apply', () => {
    expect(rows(summary({ inSchool: 'no', school: 'Hill' })).map((each) => each.question)).not.toContain('school')
  })

  it('groups the rows of each item', () => {
    const said = row(summary({ helpers: [{ key: 'x7', helperName: 'Jo', helperKnown: 'no' }] }), 'helpers')
    expect(said.items).toMatchObject([{ key: 'x7', title: 'little:questions.helpers.item number=1' }])
    expect(said.items?.[0]?.rows.map(({ question, lines }) => [question, lines])).toEqual([['helperName', ['Jo']], ['helperKnown', ['no']]])
    expect(isBlankRow(said)).toBe(false)
    expect(isBlankRow(row(summary({ helpers: [] }), 'helpers'))).toBe(true)
  })

  it('hides an answer that asks for it, alone, in an item, or because of a later answer', () => {
    const said = summary({ phone: 'secret', address: '1 Mill Lane', hide: 'yes', helpers: [{ key: 'a', helperName: 'secret' }, { key: 'b', helperName: 'Jo' }] })
    const seen = withoutProtected(said, 'kept private')
    expect(row(said, 'phone').isProtected).toBe(true)
    expect(row(seen, 'phone').lines).toEqual(['kept private'])
    expect(row(seen, 'address').lines).toEqual(['kept private'])
    expect(row(seen, 'helpers').items?.map((item) => item.rows[0]?.lines)).toEqual([['kept private'], ['Jo']])
    expect(JSON.stringify(seen)).not.toMatch(/secret|Mill Lane/)
    expect(row(summary({ address: '1 Mill Lane', hide: 'no' }), 'address').isProtected).toBeUndefined()
  })
})

describe('what changed after sending', () => {
  const sent = summary({ firstName: 'Sam', inSchool: 'no', helpers: [{ key: 'a', helperName: 'Jo' }] })

  it('is nothing when nothing changed', () => {
    expect(changesOf(sent, summary({ firstName: 'Sam', inSchool: 'no', helpers: [{ key: 'a', helperName: 'Jo' }] }))).toBeUndefined()
    expect(changesOf(sent, summary({ firstName: 'Sam', lastName: null, inSchool: 'no', helpers: [{ key: 'a', helperName: 'Jo' }] }))).toBeUndefined()
  })

  it('is a correction when something said was changed', () => {
    const changes = changesOf(sent, summary({ firstName: 'Samira', inSchool: 'no', helpers: [{ key: 'a', helperName: 'Jo' }] }))
    expect(changes?.kind).toBe('corrected')
    expect(rows(changes?.summary as Summary).map((each) => [each.question, each.lines])).toEqual([['firstName', ['Samira']]])
  })

  it('is an addition when only blanks were filled', () => {
    const changes = changesOf(sent, summary({ firstName: 'Sam', lastName: 'O', inSchool: 'no', helpers: [{ key: 'a', helperName: 'Jo' }] }))
    expect(changes?.kind).toBe('added-to')
    expect(rows(changes?.summary as Summary).map((each) => each.question)).toEqual(['lastName'])
  })

  it('is a correction when an item was changed or taken away', () => {
    expect(changesOf(sent, summary({ firstName: 'Sam', inSchool: 'no', helpers: [{ key: 'a', helperName: 'Joe' }] }))?.kind).toBe('corrected')
    expect(changesOf(sent, summary({ firstName: 'Sam', inSchool: 'no', helpers: [] }))?.kind).toBe('corrected')
  })
})
