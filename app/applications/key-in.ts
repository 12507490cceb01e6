import { randomUUID } from 'node:crypto'
import type * as z from 'zod'
import { checkAnswers, type AnswerFault } from '~/engine/check-answers'
import type { WayIn } from '~/engine/copy-request'
import { questionsOf, type Answers, type Form } from '~/engine/form'
import { essentialIn, journeyOf } from '~/engine/journey'
import { partsFrom } from '~/engine/parts'
import { warningsOf, type Problem } from '~/engine/read-page'
import { summaryOf } from '~/engine/summary'
import type { Actor } from './actor'
import { asListed } from './as-listed'
import { requestOf } from './asked-for'
import { canFollow, type Refusal } from './can-follow'
import { marked } from './danger'
import { factDetails, type Fact, type NewFact } from './facts'
import { noticesOf, safeEmailOf } from './notices'
import { authorise } from './permissions'
import type { Application } from './ports'
import { newReference } from './reference'
import { canonicalJson, hashOf } from './sent-summary'
import { givenBy, type Services } from './services'

/** What staff type in for somebody who told the council by letter, email, phone or in person. */
export interface KeyIn {
  /** The answers, in the format of docs/answers.md; they are checked here. */
  readonly answers: unknown
  /** The calendar date on which it reached any address of the council: the law counts from it. */
  readonly receivedOn: string
  readonly how?: WayIn
  /** Whoever types it in. */
  readonly by: string
  /** In which the copy and the emails are written. */
  readonly language: string
  /** Told to them already, say on the phone; without it, a new one. */
  readonly reference?: string
}

/** What was typed in, and is recorded. */
export interface KeyedIn {
  readonly application: Application
  readonly received: Fact
  /** It was typed in before: nothing was recorded or sent again. */
  readonly repeated: boolean
  /** The email that hears of it, and can sign in to follow it. */
  readonly email?: string
  /** What the pages ask for and this does not say. */
  readonly missing: readonly Problem[]
  /** Warning codes for answers that are kept as they are but look odd, by question id. */
  readonly warnings: Readonly<Record<string, string>>
  /** Answers that do not count, since what they belong to does not apply. */
  readonly ignored: readonly string[]
}

export type KeyInOutcome =
  | { readonly keyedIn: KeyedIn }
  | { readonly faults: readonly AnswerFault[] }
  /** Without this it is no request. */
  | { readonly missing: readonly Problem[] }
  /** The date cannot be. */
  | { readonly refused: Refusal }
  /** The name of whoever types it in cannot be. */
  | { readonly invalid: readonly z.core.$ZodIssue[] }
  | { readonly failed: 'reference-taken' }

/**
 * Records a request that came by another way than the portal, as the portal records those that are sent on it: the same frozen Summary, the
 * same receipt, and the day on which it came. Everything is recorded at once, or nothing; the same answers received on the same day are recorded once.
 * @throws NotAllowed
 */
export async function keyIn(services: Services, actor: Actor, form: Form, told: KeyIn): Promise<KeyInOutcome> {
  authorise(actor, 'key-in', 'any')
  const { store, clock, wordsFor } = services
  const { language, receivedOn } = told
  const { answers: given, faults } = checkAnswers(form, told.answers)
  if (faults.length > 0) return { faults }
  const answers = await asListed(store, questionsOf(form), given)
  const journey = journeyOf(form, answers, receivedOn)
  const details = factDetails['received-on-paper'].safeParse({ how: told.how, keyedInBy: told.by, ...marked(requestOf(form, journey), form, journey.answers, givenBy(services), []).details })
  if (!details.success) return { invalid: details.error.issues }
  const fact: NewFact = { id: randomUUID(), fact: 'received-on-paper', on: receivedOn, by: actor.role, details: details.data }
  const follows = canFollow([], fact, clock.today())
  if (follows !== true) return { refused: follows }
  const missing = essentialIn(form, journey.missing)
  if (missing.length > 0) return { missing }

  const summary = summaryOf(form, journey, wordsFor(language))
  const email = safeEmailOf(form, journey)
  const id = idOf(services, form, receivedOn, answers)
  for (;;) {
    const start = { id, reference: told.reference ?? newReference(), form: form.id, language, parts: partsFrom(form, answers) }
    const result = await store.receive(
      actor,
      { ...start, ...(email !== undefined && { followedBy: email }) },
      { fact, sent: { summary, hash: hashOf(summary) }, messages: noticesOf(services, form, start, journey, fact) },
      clock.now(),
    )
    if (result === 'reference-taken' && told.reference !== undefined) return { failed: result }
    if (result === 'reference-taken') continue
    const { application, recorded: received, repeated } = result
    const ignored = Object.keys(answers).filter((question) => !(question in journey.answers))
    const warnings = warningsOf(questionsOf(form), journey.answers, givenBy(services))
    return { keyedIn: { application, received, repeated, missing: journey.missing, warnings, ignored, ...(email !== undefined && { email }) } }
  }
}

/** The same for the same answers received on the same day, so that they make one application. A keyed hash, since a plain one could be guessed at. */
const idOf = ({ secrets }: Services, form: Form, receivedOn: string, answers: Answers): string =>
  secrets.hash('paper', canonicalJson([form.id, receivedOn, answers]))
