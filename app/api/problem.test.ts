import { describe, expect, it, test } from 'vitest'
import { refusalCodes } from '~/applications/can-follow'
import { wordsFor } from '~/i18n/words'
import { factResponse, problem, problemResponse, problems, type ProblemCode } from './problem'
import { problemShape } from './shapes'

const words = wordsFor('en')

describe('problems', () => {
  it.each(Object.keys(problems) as ProblemCode[])('%s is said in words', (code) => {
    expect(problemShape.safeParse(problem(words, code)).error).toBeUndefined()
  })

  it('have the media type of RFC 9457, and 401 says which kind of key', () => {
    const response = problemResponse(problem(words, 'no-key'))
    expect([response.status, response.headers.get('content-type'), response.headers.get('www-authenticate')]).toEqual([401, 'application/problem+json', 'Bearer'])
  })

  test.each(refusalCodes)('a fact refused for %s says so in a whole sentence', async (code) => {
    const values = { fact: 'plan-agreed', on: '2026-05-01', after: 'withdrawn', afterOn: '2026-04-01', today: '2026-05-02', earliestOn: '2026-05-03', startedOn: '2026-01-12', reference: 'WMK-7H4-92C' }
    const response = factResponse(words, { refused: { code, values } })
    const told = problemShape.parse(await response.json())
    expect([response.status, told.code]).toEqual([409, code])
    expect(told.detail).toMatch(/\.$/)
    expect(told.detail).not.toMatch(/\{\{|undefined/)
  })
})
