import { describe, expect, it, test } from 'vitest'
import { refusalCodes } from '~/applications/can-follow'
import { wordsFor } from '~/i18n/words'
import { factResponse, problem, problemResponse, problems, readFactInput, type ProblemCode } from './problem'
import { problemShape } from './shapes'

const words = wordsFor('en')

describe('a posted fact', () => {
  const read = (json: string) => {
    const result = readFactInput(words, json)
    return 'problem' in result ? [result.problem.code, ...(result.problem.errors ?? []).map((each) => each.pointer)] : result.input
  }

  it('is read with or without details where it needs none', () => {
    expect(read('{"fact":"draft-plan-sent","on":"2026-05-01"}')).toEqual({ fact: 'draft-plan-sent', on: '2026-05-01' })
    expect(read('{"fact":"draft-plan-sent","on":"2026-05-01","details":{}}')).toEqual({ fact: 'draft-plan-sent', on: '2026-05-01', details: {} })
  })

  it.each([
    ['not JSON', '{"fact":', ['bad-json']],
    ['nothing', '', ['bad-json']],
    ['a list', '[]', ['bad-fact', '']],
    ['a fact that does not exist', '{"fact":"plan-lost","on":"2026-05-01"}', ['bad-fact', '/fact']],
    ['a day that does not exist', '{"fact":"plan-agreed","on":"2026-02-30"}', ['bad-fact', '/on']],
    ['a time instead of a day', '{"fact":"plan-agreed","on":"2026-02-20T10:00:00Z"}', ['bad-fact', '/on']],
    ['missing details', '{"fact":"school-consulted","on":"2026-02-20"}', ['bad-fact', '/details']],
    ['details of another type', '{"fact":"school-consulted","on":"2026-02-20","details":{"school":7}}', ['bad-fact', '/details/school']],
    ['a word too many', '{"fact":"plan-agreed","on":"2026-02-20","by":"me"}', ['bad-fact', '']],
  ])('with %s is refused and says where', (_, json, problem) => expect(read(json)).toEqual(problem))
})

describe('problems', () => {
  it.each(Object.keys(problems) as ProblemCode[])('%s is said in words', (code) => {
    expect(problemShape.safeParse(problem(words, code)).error).toBeUndefined()
  })

  it('have the media type of RFC 9457, and 401 says which kind of key', () => {
    const response = problemResponse(problem(words, 'no-key'))
    expect([response.status, response.headers.get('content-type'), response.headers.get('www-authenticate')]).toEqual([401, 'application/problem+json', 'Bearer'])
  })

  test.each(refusalCodes)('a fact refused for %s says so in a whole sentence', async (code) => {
    const values = { fact: 'plan-agreed', on: '2026-05-01', after: 'withdrawn', afterOn: '2026-04-01', today: '2026-05-02', earliestOn: '2026-05-03', startedOn: '2026-01-12' }
    const response = factResponse(words, { refused: { code, values } })
    const told = problemShape.parse(await response.json())
    expect([response.status, told.code]).toEqual([409, code])
    expect(told.detail).toMatch(/\.$/)
    expect(told.detail).not.toMatch(/\{\{|undefined/)
  })
})
