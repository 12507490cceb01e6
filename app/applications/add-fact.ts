import { randomUUID } from 'node:crypto'
import type * as z from 'zod'
import type { Actor } from './actor'
import { canFollow, type Refusal } from './can-follow'
import { factDetails, type Fact, type FactName, type NewFact } from './facts'
import { authorise, NotFound } from './permissions'
import type { Entry, RecordResult } from './ports'
import { closes } from './standing'
import { overLetterOf } from './schools/over-letter'
import { joiningOf, putBefore } from './schools/put-with-request'
import { referenceIn } from './reference'
import { stageNewsOf, type NewsServices } from './stage-news'
import { statusOf, type Status } from './status'

/** A fact as a caller tells it. Its details are checked here. */
export interface FactToAdd {
  readonly fact: FactName
  /** The calendar date it happened on. */
  readonly on: string
  readonly details?: unknown
  /** Sent again with the same key, it is recorded once. */
  readonly idempotencyKey?: string
}

export type AddFactResult =
  | { readonly recorded: Fact; readonly repeated: boolean; readonly status: Status }
  | { readonly refused: Refusal }
  /** The details are not what this fact asks for. */
  | { readonly invalid: readonly z.core.$ZodIssue[] }
  /** This key was used for something else. `busy`: others kept recording facts meanwhile; the caller may try again. */
  | { readonly failed: 'key-reused' | 'busy' }

/**
 * Records that something happened, if it can follow from what happened before, and tells the family if that changes where they are.
 * @throws NotAllowed, NotFound
 */
export async function addFact(
  services: NewsServices,
  actor: Actor,
  reference: string,
  { fact, on, details, idempotencyKey }: FactToAdd,
): Promise<AddFactResult> {
  const { store, clock, formNamed } = services
  const application = await store.application(actor, reference)
  authorise(actor, 'record-fact', application)
  const checked = factDetails[fact].safeParse(details ?? {})
  if (!checked.success) return { invalid: checked.error.issues }

  const today = clock.today()
  const form = formNamed(application.form)
  const next: NewFact = { id: randomUUID(), fact, on, by: actor.role === 'system' ? actor.name : actor.role, details: written(checked.data) }
  const idempotency = idempotencyKey === undefined ? {} : { idempotency: { key: idempotencyKey, request: requestText(reference, next) } }
  const record = (entry: Omit<Entry, 'fact'>) => store.record(actor, application.id, { fact: next, ...idempotency, ...entry }, clock.now())

  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const facts = await store.facts(actor, application.id)
    const answer = canFollow(facts, next, today)
    if (answer !== true) {
      // A retry of what was recorded cannot follow itself: ask the store whether it knows the key.
      const before = putBefore(facts, next)
      if (before) return { recorded: before, repeated: true, status: statusOf(facts, today) }
      const known = idempotencyKey === undefined ? undefined : await record({ after: NEVER })
      return (known && outcomeOf(known, statusOf(facts, today))) ?? { refused: answer }
    }
    const change = { before: statusOf(facts, today), after: statusOf([...facts, { ...next, recordedAt: clock.now() }], today), facts, next }
    const joining = form && fact === 'put-with-request' ? await joiningOf(services, actor, form, application, String(next.details['reference'])) : {}
    if (!joining) return { refused: { code: 'no-such-request', values: { fact, on, reference: String(next.details['reference']) } } }
    const messages = [...(form ? await stageNewsOf(services, actor, form, application, change) : []), ...(joining.messages ?? [])]
    const outcome = outcomeOf(await record({ after: facts.length, ...joining, messages, ...(closes(next) && { endsInvitations: overLetterOf(services) }) }), change.after)
    if (outcome) return outcome
  }
  return { failed: 'busy' }
}

/** A reference is written as we write it, however it was typed. */
const written = (details: NewFact['details']): NewFact['details'] =>
  typeof details['reference'] === 'string' ? { ...details, reference: referenceIn(details['reference']) } : details

const MOST_TRIES = 20
/** No application has so many facts: nothing is recorded, only a retry is recognised. */
const NEVER = -1

/** What the store said; undefined when other facts came in between. */
function outcomeOf(result: RecordResult, status: Status): AddFactResult | undefined {
  if ('recorded' in result) return { ...result, status }
  if (result.refused === 'not-found') throw new NotFound('gone')
  return result.refused === 'stale' ? undefined : { failed: result.refused }
}

/** The same for the same request, whatever the order of its keys: the schema has put the details in order. */
const requestText = (reference: string, { fact, on, details }: NewFact): string => JSON.stringify([reference, fact, on, details])
