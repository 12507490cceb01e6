import { randomUUID } from 'node:crypto'
import type { Form } from '~/engine/form'
import type { Problem } from '~/engine/read-page'
import type { Actor } from './actor'
import { changeOf, requestOf } from './asked-for'
import { marked } from './danger'
import type { Fact, NewFact } from './facts'
import { sendersOf } from './find-request'
import { noticesOf } from './notices'
import { openApplication } from './open-application'
import { NotFound } from './permissions'
import { hashOf } from './sent-summary'
import { schoolNewsOf } from './schools/school-news'
import { closedBy } from './standing'
import { givenBy, type Services } from './services'
import { toSendOf } from './to-send'

export type SubmitOutcome =
  | { readonly sent: Fact }
  /** Still needed before it can be sent. */
  | { readonly missing: readonly Problem[] }
  /** Sent before, and nothing has changed since. */
  | { readonly unchanged: Fact }
  /** It is no longer what the person was shown. */
  | { readonly changed: true }
  /** Withdrawn or ended: nothing more can be sent. */
  | { readonly closed: Fact }

/**
 * Sends an application: the frozen Summary, the fact, the receipt and the council's notice in one transaction, once, however often it is
 * pressed. Pressed again after changes, it sends those as a correction or an addition; what was sent stays as it was sent.
 * @param seen the mark of what the person was shown; whoever sends without looking has none
 */
export async function submit(services: Services, actor: Actor, form: Form, reference: string, seen?: string): Promise<SubmitOutcome> {
  const { store, clock } = services
  for (;;) {
    const open = await openApplication(services, actor, form, reference, 'send')
    const { application, journey } = open
    const { facts, received, changes, summary, mark } = await toSendOf(services, actor, form, open)
    const closed = closedBy(facts)
    if (closed) return { closed }
    if (received && !changes) return { unchanged: received }
    if (seen !== undefined && seen !== mark) return { changed: true }
    if (!received && journey.missing.length > 0) return { missing: journey.missing }

    // What a school was asked for is with the request at once: whoever asked hears of it by the same transaction.
    const asked = await store.invitation(actor, { answer: application.id })
    const told = marked(changes ? changeOf(form, journey, changes, facts, clock.today()) : requestOf(form, journey, asked?.invitation), form, journey.answers, givenBy(services), facts, await store.uploads(actor, application.id))
    const fact: NewFact = { id: randomUUID(), on: clock.today(), by: actor.role, ...told }
    const result = await store.record(
      actor,
      application.id,
      {
        fact,
        after: facts.length,
        sent: { summary, hash: hashOf(summary) },
        ...(actor.role === 'visitor' && { senders: sendersOf(form, journey) }),
        messages: [...noticesOf(services, form, application, journey, fact, asked?.request.sentAt && asked.request.reference), ...(asked ? await schoolNewsOf(services, asked.request, asked.invitation.asked.by) : [])],
      },
      clock.now(),
    )
    if ('recorded' in result) return { sent: result.recorded }
    if (result.refused === 'not-found') throw new NotFound('gone')
  }
}
