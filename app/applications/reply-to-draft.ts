import { createHash, randomUUID } from 'node:crypto'
import type { Answers, Form } from '~/engine/form'
import { journeyOf } from '~/engine/journey'
import { nameIn } from '~/engine/naming'
import { summaryOf } from '~/engine/summary'
import type { Actor } from './actor'
import { canFollow } from './can-follow'
import { marked } from './danger'
import type { Fact, NewFact } from './facts'
import { noticesOf } from './notices'
import { openApplication } from './open-application'
import { NotFound } from './permissions'
import { hashOf } from './sent-summary'
import { givenBy, type Services } from './services'
import { viewerFor } from './viewer'

/** What a family says about a draft plan. */
export interface DraftReply {
  /** What to change. */
  readonly text?: string
  /** The school or college that they want. */
  readonly school?: string
  readonly wantsToMeet: boolean
  /** From the form: pressed again and again, it is said once. */
  readonly key: string
}

/**
 * Says what a family thinks of a draft plan: a dated fact with their words, and another if they want to meet, each with the frozen words of
 * the form, a receipt and a notice.
 * @param asked the form that was filled in, and its answers
 * @returns the facts recorded, without a wish to meet that was told before; 'closed' when there is no draft any more to say it about
 * @throws NotFound also for somebody who is not the family
 */
export async function replyToDraft(
  services: Services,
  actor: Actor,
  form: Form,
  reference: string,
  { text, school, wantsToMeet, key }: DraftReply,
  asked: { readonly form: Form; readonly answers: Answers },
): Promise<readonly Fact[] | 'closed'> {
  const open = await openApplication(services, actor, form, reference, 'reply')
  if ((await viewerFor(services, actor, form, open)) !== 'family') throw new NotFound('not theirs to answer')
  const { application, journey } = open
  const today = services.clock.today()
  const told = (name: 'comments-received' | 'meeting-asked-for', details: NewFact['details']): NewFact => ({ id: randomUUID(), fact: name, on: today, by: actor.role, details })
  const says = text !== undefined || school !== undefined
  const before = await services.store.facts(actor, application.id)
  const comments = { ...(text !== undefined && { text }), ...(school !== undefined && { school }) }
  const facts = [
    ...(says ? [told('comments-received', marked({ fact: 'comments-received', details: comments }, asked.form, asked.answers, givenBy(services), before).details)] : []),
    ...(wantsToMeet ? [told('meeting-asked-for', {})] : []),
  ]
  const words = services.wordsFor(application.language)
  const summary = { ...summaryOf(asked.form, journeyOf(asked.form, asked.answers, today), words), name: nameIn(form, journey.valueOf, words) }
  const recorded: Fact[] = []
  for (const fact of facts) {
    const messages = noticesOf(services, form, application, journey, fact)
    const entry = {
      fact,
      // What was said at once is frozen once, with one receipt.
      ...(fact === facts[0] ? { sent: { summary, hash: hashOf(summary) }, messages } : { messages: messages.filter(({ isToFamily }) => !isToFamily) }),
      // Other words from the same page, which a browser may keep, are another comment.
      idempotency: { key: `${key} ${fact.fact} ${digestOf(fact.fact === 'comments-received' ? comments : {})}`, request: JSON.stringify([reference, fact.fact, fact.fact === 'comments-received' ? comments : {}]) },
    }
    const one = await recordedOnce(services, actor, application.id, entry)
    if (one === 'closed') return recorded.length > 0 ? recorded : one
    if (one) recorded.push(one)
  }
  return recorded
}

type OneEntry = Omit<Parameters<Services['store']['record']>[2], 'after'>

/** Records a fact as soon as nobody else does meanwhile; not at all where it cannot follow, as a second wish to meet. */
async function recordedOnce({ store, clock }: Services, actor: Actor, application: string, entry: OneEntry): Promise<Fact | 'closed' | undefined> {
  for (;;) {
    const facts = await store.facts(actor, application)
    const follows = canFollow(facts, entry.fact, clock.today())
    const result = await store.record(actor, application, { ...entry, after: follows === true ? facts.length : -1 }, clock.now())
    if ('recorded' in result) return result.recorded
    if (result.refused !== 'stale') throw new NotFound('gone')
    if (follows !== true) return follows.code === 'already-recorded' ? undefined : 'closed'
  }
}

const digestOf = (details: NewFact['details']) => createHash('sha256').update(JSON.stringify(details)).digest('base64url')
