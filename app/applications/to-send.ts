import type { Form } from '~/engine/form'
import { summaryOf, type Summary } from '~/engine/summary'
import type { Actor } from './actor'
import type { Fact } from './facts'
import type { OpenApplication } from './open-application'
import { changesSince, hashOf } from './sent-summary'
import type { Services } from './services'
import { receivedAs } from './standing'

/** What would be sent if Send were pressed now. */
export interface ToSend {
  readonly facts: readonly Fact[]
  /** How it came in; not there before it was sent. */
  readonly received: Fact | undefined
  /** What is told since then; not there when it is nothing, and before the first sending. */
  readonly changes: ReturnType<typeof changesSince>
  readonly summary: Summary
  /** Says nothing of the answers, and is another when they are: a page carries it, so that nothing is sent that was not shown there. */
  readonly mark: string
}

export async function toSendOf(services: Services, actor: Actor, form: Form, { application, journey }: OpenApplication): Promise<ToSend> {
  const { store, secrets } = services
  const facts = await store.facts(actor, application.id)
  const received = receivedAs(facts)
  const sent = received ? await store.sent(actor, application.id) : []
  // In the words of the first sending, so that another language is never taken for another answer.
  const now = summaryOf(form, journey, services.wordsFor(sent[0]?.summary.language ?? application.language))
  const changes = received && changesSince(sent, now)
  const summary = changes?.summary ?? now
  return { facts, received, changes, summary, mark: secrets.hash('to-send', hashOf(summary)) }
}
