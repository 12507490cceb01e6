import { randomUUID } from 'node:crypto'
import type { Actor } from '../actor'
import { authorise, NotFound } from '../permissions'
import type { Services } from '../services'
import type { Member } from './member'

/**
 * Makes somebody a member of a school, and tells them by email. They sign in as themselves, with that address. A member is added once.
 * @throws NotFound for whoever may not add members there
 */
export async function nameMember(
  services: Pick<Services, 'store' | 'clock' | 'council' | 'baseUrl' | 'wordsFor'>,
  actor: Actor,
  urn: string,
  { email, name, isLead }: Pick<Member, 'email' | 'name' | 'isLead'>,
): Promise<Member> {
  authorise(actor, 'manage-members', 'any')
  const { store, clock, council, baseUrl } = services
  const values = { council: council.name, link: `${baseUrl}/schools/${urn}` }
  const say = (part: 'subject' | 'body') => services.wordsFor('en').text(`mail:member.${part}`, values)
  const message = { id: randomUUID(), to: email, subject: say('subject'), body: say('body') }
  const member = await store.addMember(actor, urn, { email, name, isLead, message }, clock.now())
  if (!member) throw new NotFound('not theirs to add to')
  return member
}

/**
 * Takes somebody out of a school: they see nothing of it any more. Taken out twice is the same as once.
 * @throws NotFound for whoever may not
 */
export async function removeMember({ store, clock }: Pick<Services, 'store' | 'clock'>, actor: Actor, urn: string, person: string): Promise<'removed' | 'last-lead'> {
  authorise(actor, 'manage-members', 'any')
  const result = await store.removeMember(actor, urn, person, clock.now())
  if (!result) throw new NotFound('not theirs to take out')
  return result
}
