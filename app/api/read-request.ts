import * as z from 'zod'
import { isReadable } from '~/engine/clean-text'
import type { Words } from '~/engine/words'
import { latestDueOn } from '~/applications/schools/invite-school'
import { errorsOf, problem } from './problem'
import { factInputShape, invitationInputShape, type FactInput, type InvitationInput, type Problem } from './shapes'

/** A fact as it was posted, checked; or what is wrong with it, place by place. */
export function readFactInput(words: Words, json: string): { readonly input: FactInput } | { readonly problem: Problem } {
  const value = parsed(json)
  if (value === undefined) return { problem: problem(words, 'bad-json') }
  const read = factInputShape.safeParse(value.json)
  return read.success ? { input: read.data } : { problem: problem(words, 'bad-fact', { errors: errorsOf(read.error.issues) }) }
}

/** Whom to ask, as it was posted, checked; or what is wrong with it, place by place. */
export function readInvitationInput(words: Words, json: string, today: string): { readonly input: InvitationInput } | { readonly problem: Problem } {
  const value = parsed(json)
  if (value === undefined) return { problem: problem(words, 'bad-json') }
  const latest = latestDueOn(today)
  const read = invitationInputShape
    .refine(({ dueOn }) => dueOn === undefined || dueOn >= today, { path: ['dueOn'], error: words.text('api:refusals.due-before-today', { today }) })
    .refine(({ dueOn }) => dueOn === undefined || dueOn <= latest, { path: ['dueOn'], error: words.text('api:refusals.due-too-late', { latest }) })
    .safeParse(value.json)
  return read.success ? { input: read.data } : { problem: problem(words, 'bad-invitation', { errors: errorsOf(read.error.issues) }) }
}

/** What a key may be: 1 to 200 signs of ASCII without a space. */
export const idempotencyKey = /^[!-~]{1,200}$/

/** The key of a request that may be sent again; undefined when none came. */
export function readIdempotencyKey(words: Words, header: string | undefined): { readonly key: string | undefined } | { readonly problem: Problem } {
  if (header === undefined) return { key: undefined }
  return idempotencyKey.test(header) ? { key: header } : { problem: problem(words, 'bad-idempotency-key') }
}

/** The instant from which changes are asked for, as the store compares it; the beginning of time when none came. */
export function readSince(words: Words, since: string | null): { readonly at: string } | { readonly problem: Problem } {
  if (since === null) return { at: '' }
  const read = z.iso.datetime({ offset: true }).safeParse(since)
  return read.success ? { at: new Date(read.data).toISOString() } : { problem: problem(words, 'bad-since') }
}

function parsed(text: string): { json: unknown } | undefined {
  if (!isReadable(text)) return undefined
  try {
    return { json: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}
