import { randomUUID } from 'node:crypto'
import type { Form } from '~/engine/form'
import type { Actor } from './actor'
import { canFollow } from './can-follow'
import type { Fact, NewFact } from './facts'
import { noticesOf } from './notices'
import { openApplication } from './open-application'
import { NotFound } from './permissions'
import type { Services } from './services'
import { closedBy } from './standing'

/**
 * Ends a request because the family asks to. A dated fact like any other; pressed twice, it happens once. After the final plan there is
 * nothing left to stop.
 */
export async function withdraw(services: Services, actor: Actor, form: Form, reference: string): Promise<Fact | undefined> {
  const { store, clock } = services
  for (;;) {
    const { application, journey } = await openApplication(services, actor, form, reference, 'withdraw')
    const facts = await store.facts(actor, application.id)
    const next: NewFact = { id: randomUUID(), fact: 'withdrawn', on: clock.today(), by: actor.role, details: {} }
    if (canFollow(facts, next, clock.today()) !== true) return closedBy(facts)
    const result = await store.record(
      actor,
      application.id,
      {
        fact: next,
        after: facts.length,
        messages: noticesOf(services, form, application, journey, next),
      },
      clock.now(),
    )
    if ('recorded' in result) return result.recorded
    if (result.refused === 'not-found') throw new NotFound('gone')
  }
}
