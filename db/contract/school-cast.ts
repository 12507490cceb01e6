import type { Actor } from '~/applications/actor'
import type { Application, Store } from '~/applications/ports'
import type { NewInvitation } from '~/applications/schools/invitation'
import { entry, id, message, minute, operator, sentApplication, signedIn, summary } from './cast'

// A school that is asked, and its people.

export const oak = '990101'
export const elm = '990102'
export const senco = 'senco@oak.example'

/** The email to a school that was writing when it was closed. */
export const over = { subject: 'It is closed', body: 'You can stop.' }

export const newInvitation = (more: Partial<NewInvitation> = {}, urn = oak, email = senco): NewInvitation => ({
  id: id('invitation'),
  asked: { school: { urn, name: 'Oak School' }, email, asks: ['seen'], shows: ['needs'], by: 'family' },
  dueOn: '2026-05-16',
  tokenHash: id('token'),
  message: message(email),
  ...more,
})
export const start = (more: object = {}) => ({ id: id('application'), reference: id('REF'), form: 'school-advice', language: 'en', parts: [{ name: 'child-name', answers: { childFirstNames: 'Sam' } }], ...more })
export const added = (store: Store, actor: Actor, urn: string, email: string, more: object = {}) => store.addMember(actor, urn, { email, name: 'Rosa Bell', isLead: false, message: message(email), ...more }, minute(1))

/** A person who belongs to a school. */
export async function member(store: Store, urn = oak, email = `${id('teacher')}@oak.example`, isLead = false) {
  await added(store, operator, urn, email, { isLead })
  return signedIn(store, email)
}

export async function asked(store: Store, more: Partial<NewInvitation> = {}) {
  const ann = await signedIn(store)
  const request = await sentApplication(store, ann)
  await store.savePart(ann, request.id, { name: 'child', answers: { childFirstNames: 'Sam' }, base: 0 }, minute(6))
  const invitation = newInvitation(more)
  await store.invite(ann, request.id, invitation, minute(10))
  return { ann, request, invitation }
}

export async function accepted(store: Store, actor: Actor, invitation: string): Promise<Application> {
  const begun = await store.accept(actor, invitation, start(), minute(11))
  if (!begun || begun === 'reference-taken') throw new Error('It was not accepted')
  return begun
}

export const send = (store: Store, actor: Actor, application: string, at = minute(20)) =>
  store.record(actor, application, entry('brought-to-notice', 0, { sent: { summary: summary('What we know'), hash: 'f00d' } }), at)
