import type { Actor } from '../actor'
import { authorise, NotFound } from '../permissions'
import type { Services } from '../services'
import type { Invitation } from './invitation'
import { overLetterOf } from './over-letter'

/**
 * Takes an invitation back: the school sees nothing of the request any more, and nothing of what it wrote. A family takes back what it asked itself. Taken back
 * twice is the same as once.
 * @throws NotFound
 */
export async function takeBack(services: Pick<Services, 'store' | 'clock' | 'council' | 'wordsFor'>, actor: Actor, reference: string, id: string): Promise<Invitation> {
  const { store, clock } = services
  const application = await store.application(actor, reference)
  authorise(actor, 'invite', application)
  const invitation = (await store.invitations(actor, application.id)).find((each) => each.id === id)
  const isFamily = actor.role === 'visitor' || actor.role === 'person'
  if (!invitation || (isFamily && invitation.asked.by !== 'family')) throw new NotFound('not theirs to take back')
  const taken = await store.takeBack(actor, application.id, id, overLetterOf(services), clock.now())
  if (!taken) throw new NotFound('gone')
  return taken
}
