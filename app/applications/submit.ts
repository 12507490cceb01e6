import { randomUUID } from 'node:crypto'
import type { Form } from '~/engine/form'
import type { Problem } from '~/engine/read-page'
import { summaryOf } from '~/engine/summary'
import type { Actor } from './actor'
import { changeOf, requestOf } from './asked-for'
import type { Fact, NewFact } from './facts'
import { noticesOf } from './notices'
import { openApplication } from './open-application'
import { NotFound } from './permissions'
import { changesSince, hashOf } from './sent-summary'
import { closedBy, receivedAs } from './standing'
import type { Services } from './services'

export type SubmitOutcome =
  | { readonly sent: Fact }
  /** Still needed before it can be sent. */
  | { readonly missing: readonly Problem[] }
  /** Sent before, and nothing has changed since. */
  | { readonly unchanged: Fact }
  /** Withdrawn or ended: nothing more can be sent. */
  | { readonly closed: Fact }

/**
 * Sends an application: the frozen Summary, the fact, the receipt and the council's notice in one transaction, once, however often it is
 * pressed. Pressed again after changes, it sends those as a correction or an addition; what was sent stays as it was sent.
 */
export async function submit(services: Services, actor: Actor, form: Form, reference: string): Promise<SubmitOutcome> {
  const { store, clock } = services
  for (;;) {
    const { application, journey } = await openApplication(services, actor, form, reference, 'send')
    const facts = await store.facts(actor, application.id)
    const closed = closedBy(facts)
    if (closed) return { closed }
    const received = receivedAs(facts)
    const sent = received ? await store.sent(actor, application.id) : []
    // In the words of the first sending, so that another language is never taken for another answer.
    const now = summaryOf(form, journey, services.wordsFor(sent[0]?.summary.language ?? application.language))
    const changes = received && changesSince(sent, now)
    if (received && !changes) return { unchanged: received }
    if (!received && journey.missing.length > 0) return { missing: journey.missing }

    const summary = changes?.summary ?? now
    const told = changes ? changeOf(form, journey, changes, facts, clock.today()) : requestOf(form, journey)
    const fact: NewFact = { id: randomUUID(), on: clock.today(), by: actor.role, ...told }
    const result = await store.record(
      actor,
      application.id,
      {
        fact,
        after: facts.length,
        sent: { summary, hash: hashOf(summary) },
        messages: noticesOf(services, form, application, journey, fact),
      },
      clock.now(),
    )
    if ('recorded' in result) return { sent: result.recorded }
    if (result.refused === 'not-found') throw new NotFound('gone')
  }
}
