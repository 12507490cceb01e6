import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { answerSchema } from './answer-schema'
import { checkAnswers } from './check-answers'
import { blankAnswers, describeForm, exampleAnswers } from './describe-form'
import { keysAsWords, littleForm } from './fixtures/little-form'
import { questionsOf } from './form'
import { journeyOf } from './journey'
import { keysOf } from './keys-of'

const today = '2026-05-04'

describe('checking answers from outside', () => {
  it('takes what the pages would take, and keeps it as they would', () => {
    const answers = { firstName: ' Sam ', lastName: null, born: { notSaid: 'dont-know' }, helpers: [{ key: 'a1', helperName: ' Jo ', helperKnown: null }] }
    expect(checkAnswers(littleForm, answers)).toEqual({
      answers: { ...answers, firstName: 'Sam', helpers: [{ key: 'a1', helperName: 'Jo', helperKnown: null }] },
      faults: [],
    })
  })

  it.each([
    [[], { question: '', code: 'not-an-object' }],
    ['text', { question: '', code: 'not-an-object' }],
    [{ stranger: 'x' }, { question: 'stranger', code: 'unknown-question' }],
    [JSON.parse('{"__proto__x":1}'), { question: '__proto__x', code: 'unknown-question' }],
    [{ toString: 'x' }, { question: 'toString', code: 'unknown-question' }],
    [{ helperName: 'Jo' }, { question: 'helperName', code: 'belongs-inside-a-repeat' }],
    [{ firstName: 7 }, { question: 'firstName', code: 'wrong-shape' }],
    [{ firstName: { notSaid: 'because' } }, { question: 'firstName', code: 'wrong-shape' }],
    [{ born: { notSaid: 'rather-not-say' } }, { question: 'born', code: 'wrong-shape' }],
    [{ helpers: [{ key: 'a', helperName: { notSaid: 'dont-know' } }] }, { question: 'helpers', code: 'wrong-shape' }],
    [{ firstName: 'bad' }, { question: 'firstName', code: 'bad' }],
    [{ firstName: 'S\uFFFDm' }, { question: 'firstName', code: 'unreadable' }],
    [{ helpers: [{ helperName: 'Jo' }] }, { question: 'helpers', code: 'wrong-shape' }],
    [{ helpers: [{ key: 'a' }, { key: 'a' }] }, { question: 'helpers', code: 'wrong-shape' }],
    [{ helpers: ['a', 'b', 'c', 'd'].map((key) => ({ key })) }, { question: 'helpers', code: 'wrong-shape' }],
    [{ helpers: [{ key: 'a', helperName: 'bad' }] }, { question: 'helpers', code: 'helperName: bad' }],
  ])('refuses %j', (input, fault) => {
    expect(checkAnswers(littleForm, input)).toEqual({ answers: {}, faults: [fault] })
  })

  it('has a JSON schema for every question', () => {
    for (const question of questionsOf(littleForm)) expect(JSON.stringify(z.toJSONSchema(answerSchema(question)))).toContain('"null"')
  })
})

describe('answers made from the form alone', () => {
  it('are the fewest that can be sent', () => {
    const blank = blankAnswers(littleForm, today)
    expect(blank).toEqual({ firstName: 'Sam', phone: 'Sam' })
    expect(journeyOf(littleForm, blank, today).missing).toEqual([])
  })

  it('are a full set that the pages would take', () => {
    const full = exampleAnswers(littleForm, today)
    expect(Object.keys(full)).toEqual(expect.arrayContaining(['school', 'helpers', 'hideFrom']))
    expect(checkAnswers(littleForm, full)).toEqual({ answers: full, faults: [] })
    expect(journeyOf(littleForm, full, today).firstUnfinished).toBeUndefined()
  })
})

describe('the sentences that a form needs', () => {
  const { required, optional } = keysOf(littleForm)

  it('are derived from its ids', () => {
    expect(required).toEqual(
      expect.arrayContaining([
        'title', 'name', 'sections.you', 'pages.name.title', 'pages.born.why', 'questions.helperName.label', 'questions.helpers.add',
        'questions.inSchool.options.yes', 'questions.firstName.errors.required', 'needs.reach',
      ]),
    )
    expect(required).not.toContain('pages.born.title')
    expect(optional).toEqual(expect.arrayContaining(['questions.born.hint', 'pages.born.intro', 'questions.born.errors.bad', 'questions.inSchool.optionHints.yes']))
  })

  it('are the only ones that describing it asks for', () => {
    const asked = new Set<string>()
    const note = (key: string) => (key.startsWith('little:') && asked.add(key.slice('little:'.length)), key)
    describeForm(littleForm, { ...keysAsWords, has: () => true, text: note })
    expect([...asked].filter((key) => !required.includes(key) && !optional.includes(key))).toEqual([])
  })

  it('come with the form as plain JSON', () => {
    const described = describeForm(littleForm, keysAsWords)
    expect(JSON.parse(JSON.stringify(described))).toEqual(described)
    expect(described.sections[1]?.pages[1]?.questions[0]).toMatchObject({ id: 'helpers', kind: 'repeat', required: false, settings: { max: 3 } })
  })
})
