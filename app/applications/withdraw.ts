import { randomUUID } from 'node:crypto'
import type { Form } from '~/engine/form'
import type { Actor } from './actor'
import { canFollow } from './can-follow'
import type { Fact, NewFact } from './facts'
import { noticesOf } from './notices'
import { openApplication } from './open-application'
import { NotFound } from './permissions'
import { overLetterOf } from './schools/over-letter'
import type { Services } from './services'
import { closedBy } from './standing'
import { viewerFor } from './viewer'

const withdrawalBy = ({ role }: Actor, on: string): NewFact => ({ id: randomUUID(), fact: 'withdrawn', on, by: role, details: {} })

/** Whether there is still something to stop: a request that was sent, and has neither stopped nor come to a final plan. */
export const mayWithdraw = (actor: Actor, facts: readonly Fact[], today: string): boolean => canFollow(facts, withdrawalBy(actor, today), today) === true

/**
 * Ends a request because the family asks to. A dated fact like any other; pressed twice, it happens once. After the final plan there is
 * nothing left to stop. Somebody who brought a child to the council's notice has asked for nothing that they could take back.
 * @throws NotFound
 */
export async function withdraw(services: Services, actor: Actor, form: Form, reference: string): Promise<Fact | undefined> {
  const { store, clock } = services
  for (;;) {
    const open = await openApplication(services, actor, form, reference, 'withdraw')
    if ((await viewerFor(services, actor, form, open)) !== 'family') throw new NotFound('not theirs to withdraw')
    const { application, journey } = open
    const facts = await store.facts(actor, application.id)
    const next = withdrawalBy(actor, clock.today())
    if (!mayWithdraw(actor, facts, clock.today())) return closedBy(facts)
    const result = await store.record(
      actor,
      application.id,
      {
        fact: next,
        after: facts.length,
        messages: noticesOf(services, form, application, journey, next),
        endsInvitations: overLetterOf(services),
      },
      clock.now(),
    )
    if ('recorded' in result) return result.recorded
    if (result.refused === 'not-found') throw new NotFound('gone')
  }
}
