import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsOf, line, littleForm, pick } from './fixtures/little-form'
import { pageOf, pagesOf, type Page } from './form'
import { readPage, suggestionOf, typedFrom, typedOf, warningsOf } from './read-page'

const questionsOn = (id: string) => (pageOf(littleForm, id) as Page).questions
const read = (id: string, posted: Record<string, unknown>, answers = {}) => readPage(questionsOn(id), fieldsOf(posted), answers, littleForm.needs)

describe('reading a page', () => {
  it('keeps what was typed, and takes blanks for an answer', () => {
    const reading = read('name', { firstName: ' Sam ' })
    expect(reading).toEqual({ typed: { firstName: { '': ' Sam ' }, lastName: { '': '' } }, answers: { firstName: 'Sam', lastName: null }, problems: [] })
  })

  it('asks again only for what the law needs', () => {
    expect(read('name', { lastName: 'O' }).problems).toEqual([{ question: 'firstName', box: '', code: 'required' }])
  })

  it('names the question, the box and the fault, and still keeps the rest', () => {
    const { problems, answers, typed } = read('name', { firstName: 'bad', lastName: 'O' })
    expect(problems).toEqual([{ question: 'firstName', box: '', code: 'bad' }])
    expect(answers).toEqual({ firstName: undefined, lastName: 'O' })
    expect(typed['firstName']).toEqual({ '': 'bad' })
  })

  it('keeps "I do not know" as an answer, only where it is offered', () => {
    expect(read('born', { 'born.notSaid': 'dont-know' }).answers).toEqual({ born: { notSaid: 'dont-know' } })
    expect(read('born', { 'born.notSaid': 'rather-not-say' }).answers).toEqual({ born: null })
    expect(read('born', { born: '2016', 'born.notSaid': 'dont-know' }).problems).toEqual([{ question: 'born', box: '', code: 'bothSaid' }])
  })

  it('takes "I do not know" from the radios of a choice too', () => {
    expect(read('in-school', { inSchool: 'dont-know' }).answers).toEqual({ inSchool: { notSaid: 'dont-know' } })
    expect(read('born', { born: 'dont-know' }).answers).toEqual({ born: 'dont-know' })
    const offered = pick('state', ['dont-know', 'yes'], { notSaid: ['dont-know'] })
    expect(readPage([offered], fieldsOf({ state: 'dont-know' })).answers).toEqual({ state: 'dont-know' })
  })

  it('asks for one way to reach a family, and takes no address for none', () => {
    const problems = [{ question: 'phone', box: '', code: 'needs.reach' }]
    expect(read('reach', {}).problems).toEqual(problems)
    expect(read('reach', { address: 'nowhere' }).problems).toEqual(problems)
    expect(read('reach', { address: '1 Mill Lane' }).problems).toEqual([])
    expect(readPage([line('address')], fieldsOf({}), { phone: '1' }, littleForm.needs).problems).toEqual([])
    expect(read('name', { firstName: 'Sam' }).problems).toEqual([])
  })

  it('does not take broken bytes for something a person typed', () => {
    expect(read('name', { firstName: 'S\uFFFDm' }).problems).toEqual([{ question: 'firstName', box: '', code: 'unreadable' }])
  })

  it('takes the last of a box sent twice, and drops files', () => {
    expect(typedOf(line('a'), fieldsOf({ a: ['one', 'two'] }))).toEqual({ '': 'two' })
    expect(typedOf(line('a'), fieldsOf({ a: new File([], 'a.exe') }))).toEqual({ '': '' })
  })

  it('puts an answer back into its boxes', () => {
    expect(typedFrom(line('a'), 'Sam')).toEqual({ '': 'Sam' })
    expect(typedFrom(line('a'), { notSaid: 'dont-know' })).toEqual({ notSaid: 'dont-know' })
    expect(typedFrom(line('a'), null)).toEqual({})
  })

  it('warns of what looks odd without stopping anyone', () => {
    const questions = [line('a'), line('b'), line('c')]
    expect(warningsOf(questions, { a: 'odd', b: { notSaid: 'dont-know' }, c: 'fine' }, { today: '2026-05-04', postcodeAreas: [], dangerPhrases: [] })).toEqual({ a: 'odd' })
  })

  it('chooses beforehand only what is an answer', () => {
    const asked = line('b', { suggested: 'c' })
    expect([suggestionOf(asked, () => 'Sam'), suggestionOf(asked, () => 7), suggestionOf(asked, () => undefined), suggestionOf(line('b'), () => 'Sam')]).toEqual(['Sam', undefined, undefined, undefined])
  })

  it('never throws, whatever is posted', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), fc.integer(), fc.constant(null))
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('firstName', 'lastName', 'firstName.notSaid', '__proto__', 'hide'), anything), (posted) => {
        for (const page of pagesOf(littleForm)) readPage(page.questions, fieldsOf(posted))
      }),
    )
  })
})
