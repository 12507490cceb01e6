import type * as z from 'zod'
import type { Words } from '~/engine/words'
import type { AddFactResult } from '~/applications/add-fact'
import type { FactResult, Problem } from './shapes'

/** What the API may answer besides what was asked for, and with which status. */
export const problems = {
  'bad-json': 400,
  'bad-since': 400,
  'no-key': 401,
  'not-allowed': 403,
  'not-found': 404,
  'wrong-method': 405,
  'cannot-follow': 409,
  'cannot-invite': 409,
  'too-big': 413,
  'wrong-type': 415,
  'bad-fact': 422,
  'bad-invitation': 422,
  'bad-idempotency-key': 422,
  'key-reused': 422,
  'too-many': 429,
  'copy-failed': 503,
  'busy': 503,
} as const
export type ProblemCode = keyof typeof problems

/** A problem in words (RFC 9457). */
export function problem(words: Words, code: ProblemCode, more: Pick<Problem, 'instance' | 'errors'> = {}): Problem {
  return {
    type: `urn:waymark:problem:${code}`,
    title: words.text(`api:problems.${code}.title`),
    status: problems[code],
    detail: words.text(`api:problems.${code}.detail`),
    code,
    ...more,
  }
}

/** A problem as a response. */
export const problemResponse = (told: Problem): Response =>
  new Response(JSON.stringify(told), {
    status: told.status,
    headers: { 'content-type': 'application/problem+json', ...(told.status === 401 && { 'www-authenticate': 'Bearer' }) },
  })

/** What came of adding a fact: what was recorded (201, or 200 for a retry), or why not. */
export function factResponse(words: Words, result: AddFactResult): Response {
  if ('recorded' in result) {
    const { recorded, repeated, status } = result
    const body: FactResult = { recorded: { ...recorded }, repeated, status }
    return Response.json(body, { status: repeated ? 200 : 201 })
  }
  if ('failed' in result) return problemResponse(problem(words, result.failed))
  if ('invalid' in result) return problemResponse(problem(words, 'bad-fact', { errors: errorsOf(result.invalid, ['details']) }))
  const { code, values } = result.refused
  return problemResponse({
    ...problem(words, 'cannot-follow'),
    type: `urn:waymark:problem:${code}`,
    detail: words.text(`api:refusals.${code}`, { ...values }),
    code,
  })
}

/** Where each mistake is, as a JSON pointer (RFC 6901). */
export const errorsOf = (issues: readonly z.core.$ZodIssue[], within: readonly string[] = []) =>
  issues.map(({ path, message }) => ({
    pointer: [...within, ...path].map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    detail: message,
  }))
