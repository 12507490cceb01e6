import type { CopyRequest } from '~/engine/copy-request'
import type { Form } from '~/engine/form'
import { summaryOf, withoutProtected, type Summary } from '~/engine/summary'
import type { Words } from '~/engine/words'
import { limitsOf } from '~/timeline'
import type { Actor } from './actor'
import { isFact, type Fact } from './facts'
import { storyOf } from './facts/story'
import type { Round } from './facts/turns'
import type { OpenApplication } from './open-application'
import type { Sent } from './ports'
import { guarded, whatStands } from './sent-summary'
import type { Services } from './services'
import { isEvidence, receivedAs } from './standing'
import type { Viewer } from './timeline-view'
import { viewerFor } from './viewer'

/** What copies are made of: an application that this actor may read. */
export interface CopiesOf extends Pick<OpenApplication, 'application' | 'journey'> {
  readonly actor: Actor
  readonly form: Form
  readonly facts: readonly Fact[]
}

type CopyServices = Pick<Services, 'store' | 'wordsFor' | 'council'>

/**
 * The copies of an application, first sent first; of a draft, the draft as it stands, in `words`. Details that somebody keeps from others
 * are left out of every copy.
 */
export async function copiesOf(services: CopyServices, of: CopiesOf, words: Words): Promise<readonly CopyRequest[]> {
  const { application, journey, actor, form, facts } = of
  const sent = await services.store.sent(actor, application.id)
  const each = { reference: application.reference, councilName: services.council.name, councilPhone: services.council.phone }
  const shown = (summary: Summary) => withoutProtected(summary, services.wordsFor(summary.language).text('common:keptPrivate'))
  if (sent.length === 0) return [{ ...each, summary: shown(summaryOf(form, journey, words)) }]
  const viewer = await viewerFor(services, actor, form, of)
  return guarded(sent, form, journey).map(({ summary, ...one }, index) => ({
    ...each,
    summary: shown(summary),
    ...sendingOf(one, facts),
    ...toldBy(viewer, facts),
    ...(index < sent.length - 1 && { hasLater: true as const }),
  }))
}

/** Whoever told it, as a copy says it; nobody of these, where it is the family. */
export function toldBy(viewer: Viewer, facts: readonly Fact[]): Pick<CopyRequest, 'by'> {
  if (viewer === 'family') return {}
  return { by: !isEvidence(receivedAs(facts)) ? viewer : storyOf(facts).position === 'evidence' ? 'answer' : 'evidence' }
}

/**
 * One copy of what the council has: what was first sent, with every later change in it. With changes in it, it is what nobody sent, and has
 * no check code. Undefined when nothing came in a Summary of ours. Details that somebody keeps from others are left out.
 * @param sent what was sent, as it may be handed on (`guarded`)
 */
export function standingCopyOf(
  { wordsFor, council }: Pick<CopyServices, 'wordsFor' | 'council'>,
  { application, facts, sent }: Pick<CopiesOf, 'application' | 'facts'> & { readonly sent: readonly Sent[] },
): CopyRequest | undefined {
  const ofForm = sent.filter(({ summary }) => summary.form === application.form)
  const [first] = ofForm
  const last = ofForm.at(-1)
  const stands = whatStands(sent, application.form)
  if (!first || !last || !stands) return undefined
  const { hash, ...sending } = sendingOf(first, facts)
  const changedAt = first === last ? undefined : facts.find(({ id }) => id === last.fact)?.recordedAt
  return {
    reference: application.reference,
    councilName: council.name,
    councilPhone: council.phone,
    summary: withoutProtected(stands, wordsFor(stands.language).text('common:keptPrivate')),
    ...sending,
    ...(changedAt === undefined ? { hash } : { changedAt }),
  }
}

/** When and how one thing was sent, and what it means for the dates. */
function sendingOf({ fact: id, hash }: Pick<Sent, 'fact' | 'hash'>, facts: readonly Fact[]): Partial<CopyRequest> & { readonly hash: string } {
  const fact = facts.find((each) => each.id === id)
  const received = receivedAs(facts)
  if (!fact || !received) return { hash }
  const [round] = storyOf(facts).rounds
  const sending = { hash, sentAt: fact.recordedAt }
  if (fact.fact === 'corrected' || fact.fact === 'added-to') return { ...sending, changes: { kind: fact.fact, firstOn: round?.startedOn ?? received.on } }
  // What a family says of a draft plan starts no clock.
  if (fact.id !== received.id) return sending
  const keyedIn = isFact(fact, 'received-on-paper') && { on: fact.on, ...(fact.details.how && { how: fact.details.how }) }
  return { ...sending, ...(keyedIn && { keyedIn }), ...(round && { due: dueIn(round) }) }
}

/** By when the law wants each step of a request, as far as that can be dated from the request alone. */
export function dueIn({ route, startedOn }: Pick<Round, 'route' | 'startedOn'>): NonNullable<CopyRequest['due']> {
  const request = route === 'reassessment' ? 're-assessment' : 'first'
  const [decide, plan, final] = limitsOf({ route, startedOn })
  if (!decide) throw new Error(`No limits from ${startedOn}`)
  return { request, countedFrom: startedOn, decideBy: decide.dueOn, ...(plan && { planBy: plan.dueOn }), ...(final && { finalBy: final.dueOn }) }
}
