import { describe, expect, it } from 'vitest'
import { readPage } from '~/engine/read-page'
import { kinds } from './index'
import { sampler, samplerQuestions, samplerWords } from './sampler.contract'
import { questionFrom, questionViewOf } from './view'

const viewOf = (id: string, language = 'en') => {
  const question = samplerQuestions.find((each) => each.id === id)
  if (!question) throw new Error(id)
  return questionViewOf(question, samplerWords(language), sampler.needs)
}

describe('a question on its way to the browser', () => {
  it.each(samplerQuestions.map((question) => question.id))('is plain JSON, and the same question again over there: %s', (id) => {
    const view = viewOf(id)
    const arrived = JSON.parse(JSON.stringify(view)) as typeof view
    expect(arrived).toEqual(view)
    const { privacy: _privacy, protectedWhen: _protected, ...sent } = samplerQuestions.find((each) => each.id === id) ?? {}
    expect({ ...questionFrom(arrived), settings: {} }).toEqual({ ...sent, settings: {} })
  })

  it('is of a kind that the sampler shows, so that no kind goes untested', () => {
    expect([...new Set(samplerQuestions.map((question) => question.kind.name))].sort()).toEqual([...kinds.keys()].sort())
  })

  it('carries a sentence for every problem that a page can find', () => {
    const fields = (name: string) => (name === 'text2' ? ['Sam'] : name === 'text2.notSaid' ? ['dont-know'] : name === 'upn' ? ['\uFFFD'] : [])
    const questions = samplerQuestions.filter((question) => question.kind.name !== 'repeat')
    const { problems } = readPage(questions, fields, {}, sampler.needs)
    expect(problems.map((problem) => problem.code)).toEqual(['required', 'unreadable', 'bothSaid'])
    for (const { question, code } of [...problems, { question: 'phone', code: 'needs.reach' }]) expect(viewOf(question).errors[code]).toBeTruthy()
  })

  it('says "(optional)" only where the question is', () => {
    expect(viewOf('email').label).toBe('sampler:questions.email.label (optional)')
    expect(viewOf('phone').label).toBe('sampler:questions.phone.label')
  })

  it('says the limit of a long text as people write it', () => {
    expect(viewOf('longText').words).toMatchObject({ limit: 'You can write up to 20,000 letters and spaces.', left: 'Letters you have left: {{number}}' })
  })

  it('holds no English in another language', () => {
    const { id: _id, kind: _kind, settings: _settings, need: _need, ...said } = viewOf('date2', 'qps')
    const sentences = JSON.stringify(said).match(/"(?!sampler:)[^"]*[a-z]{4,}[^"]*"(?!:)/g) ?? []
    expect(sentences.filter((each) => !/dont-know|rather-not-say/.test(each))).toEqual([])
  })

  it('is refused when its kind is unknown', () => {
    expect(() => questionFrom({ ...viewOf('text'), kind: 'smell' })).toThrow('No kind of question is called smell.')
  })
})
