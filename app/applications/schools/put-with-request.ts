import { randomUUID } from 'node:crypto'
import type { Form } from '~/engine/form'
import { journeyBy } from '~/engine/journey'
import { answersIn } from '~/engine/parts'
import { isFact, type Fact, type NewFact } from '../facts'
import type { Actor } from '../actor'
import type { Application } from '../application'
import type { Entry } from '../ports'
import { newToken } from '../sign-in'
import type { NewsServices } from '../stage-news'
import { closedBy } from '../standing'
import { hashOfLink } from './invite-school'
import { schoolNewsOf } from './school-news'

/** The fact by which it was put with this request before: staff may press twice. */
export const putBefore = (facts: readonly Fact[], next: NewFact): Fact | undefined =>
  facts.find((each) => isFact(each, 'put-with-request') && next.fact === each.fact && next.details['reference'] === each.details.reference)

/**
 * What else is written when staff put what a school sent unasked with a request: it becomes an answer to that request, and the family hears of it.
 * @returns undefined when there is no open request of a family under that reference
 */
export async function joiningOf(services: NewsServices, actor: Actor, form: Form, evidence: Application, reference: string): Promise<Pick<Entry, 'joins' | 'messages'> | undefined> {
  const { store, clock } = services
  const request = await store.application(actor, reference)
  const isOpen = request?.sentAt !== undefined && services.formNamed(request.form)?.pupil !== undefined && !closedBy(await store.facts(actor, request.id))
  if (!isOpen) return undefined
  const { answers } = journeyBy(form, answersIn(form, await store.parts(actor, evidence.id)), clock.today())
  const email = form.contact && answers[form.contact.email]
  const asked = { school: schoolIn(answers[form.evidence?.setting ?? '']), email: typeof email === 'string' ? email : '', asks: [], shows: [], by: 'school' } as const
  // No email goes, so nobody has the link.
  const joins = { id: randomUUID(), asked, dueOn: clock.today(), tokenHash: hashOfLink(newToken()), request: request.id }
  return { joins, messages: await schoolNewsOf(services, request, asked.by) }
}

/** A school as it was chosen from the national register, or as it was called. */
function schoolIn(answer: unknown): { readonly urn: string; readonly name: string; readonly town?: string } {
  if (typeof answer !== 'object' || answer === null || !('urn' in answer) || !('name' in answer)) return { urn: '', name: typeof answer === 'string' ? answer : '' }
  return { urn: String(answer.urn), name: String(answer.name), ...('town' in answer && typeof answer.town === 'string' && { town: answer.town }) }
}
