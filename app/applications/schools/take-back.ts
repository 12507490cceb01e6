import type { Actor } from '../actor'
import { authorise, NotFound } from '../permissions'
import type { Services } from '../services'
import type { Invitation } from './invitation'

/**
 * Takes an invitation back: the school sees nothing of the request any more, and nothing of what it wrote. A family takes back what it asked itself. Taken back
 * twice is the same as once.
 * @throws NotFound
 */
export async function takeBack({ store, clock }: Pick<Services, 'store' | 'clock'>, actor: Actor, reference: string, id: string): Promise<Invitation> {
  const application = await store.application(actor, reference)
  authorise(actor, 'invite', application)
  const invitation = (await store.invitations(actor, application.id)).find((each) => each.id === id)
  const isFamily = actor.role === 'visitor' || actor.role === 'person'
  if (!invitation || (isFamily && invitation.asked.by !== 'family')) throw new NotFound('not theirs to take back')
  const taken = await store.takeBack(actor, application.id, id, clock.now())
  if (!taken) throw new NotFound('gone')
  return taken
}
