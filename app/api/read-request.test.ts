import { describe, expect, it } from 'vitest'
import { wordsFor } from '~/i18n/words'
import { openApiDocument } from './openapi'
import { readFactInput, readIdempotencyKey, readInvitationInput } from './read-request'

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

  it('is cleaned as a page cleans what is typed', () => {
    const school = String.raw`\u0000Oak\n\u001b \u202eSchool\ud800`
    expect(read(`{"fact":"school-consulted","on":"2026-05-01","details":{"school":"${school}"}}`)).toMatchObject({ details: { school: 'Oak School' } })
    const reasons = String.raw`First.\r\n\u0007Second.\u2066 `
    expect(read(`{"fact":"assessment-refused","on":"2026-05-01","details":{"reasons":"${reasons}"}}`)).toMatchObject({ details: { reasons: 'First.\nSecond.' } })
  })

  it.each([
    ['not JSON', '{"fact":', ['bad-json']],
    ['nothing', '', ['bad-json']],
    ['bytes that were no text', '{"fact":"school-consulted","on":"2026-05-01","details":{"school":"Oak\uFFFD"}}', ['bad-json']],
    ['what is left of such bytes, escaped', String.raw`{"fact":"school-consulted","on":"2026-05-01","details":{"school":"Oak\ufffd"}}`, ['bad-fact', '/details/school']],
    ['a name of signs that nobody sees', String.raw`{"fact":"school-consulted","on":"2026-05-01","details":{"school":"\u0000\u202e"}}`, ['bad-fact', '/details/school']],
    ['a list', '[]', ['bad-fact', '']],
    ['a fact that does not exist', '{"fact":"plan-lost","on":"2026-05-01"}', ['bad-fact', '/fact']],
    ['a day that does not exist', '{"fact":"plan-agreed","on":"2026-02-30"}', ['bad-fact', '/on']],
    ['a time instead of a day', '{"fact":"plan-agreed","on":"2026-02-20T10:00:00Z"}', ['bad-fact', '/on']],
    ['missing details', '{"fact":"school-consulted","on":"2026-02-20"}', ['bad-fact', '/details']],
    ['details of another type', '{"fact":"school-consulted","on":"2026-02-20","details":{"school":7}}', ['bad-fact', '/details/school']],
    ['a word too many', '{"fact":"plan-agreed","on":"2026-02-20","by":"me"}', ['bad-fact', '']],
  ])('with %s is refused and says where', (_, json, problem) => expect(read(json)).toEqual(problem))
})

describe('whom to ask', () => {
  const read = (dueOn: string) => readInvitationInput(words, JSON.stringify({ urn: '990101', email: 'senco@oak.example', asks: ['seen'], dueOn }), '2026-05-01')

  it('has a day to answer by in the six weeks from today, or is refused and says why', () => {
    for (const dueOn of ['2026-05-01', '2026-06-12']) expect(read(dueOn)).toMatchObject({ input: { dueOn } })
    for (const [dueOn, told] of [['2026-04-30', 'before today'], ['2026-06-13', 'after 2026-06-12']] as const) {
      expect(read(dueOn)).toMatchObject({ problem: { code: 'bad-invitation', errors: [{ pointer: '/dueOn', detail: expect.stringContaining(told) as string }] } })
    }
  })
})

describe('an Idempotency-Key', () => {
  const isTaken = (header: string) => 'key' in readIdempotencyKey(words, header)
  const keys = ['case-4711-step-3', '!', '~', 'x'.repeat(200), '', 'two words', 'tab\there', 'clé', 'x'.repeat(201), 'line\n']

  it('is 1 to 200 signs without a space, and none is needed', () => {
    expect(keys.map(isTaken)).toEqual([true, true, true, true, false, false, false, false, false, false])
    expect(readIdempotencyKey(words, undefined)).toEqual({ key: undefined })
  })

  it('is what the OpenAPI document says', () => {
    const document = JSON.stringify(openApiDocument({ url: 'https://portal.example', version: '1', words }))
    const pattern = JSON.parse(/"name":"Idempotency-Key".*?"pattern":("[^"]+")/.exec(document)?.[1] ?? '""') as string
    expect(keys.map((key) => new RegExp(pattern).test(key))).toEqual(keys.map(isTaken))
  })
})
