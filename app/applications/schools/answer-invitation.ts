import { randomUUID } from 'node:crypto'
import type { Answers, Form } from '~/engine/form'
import { partsFrom } from '~/engine/parts'
import type { Actor } from '../actor'
import type { Application } from '../application'
import { authorise, NotFound } from '../permissions'
import { newReference } from '../reference'
import { mayMeanDanger } from '../danger'
import { dangerAtSchoolOf } from '../notices'
import { givenBy, type Services } from '../services'
import type { Invitation, InvitationKey, Invited } from './invitation'
import { schoolNewsOf } from './school-news'
import { shownTo, type Pupil, type Shown } from './shown-to'

/** What is known when a school begins to write. */
export interface KnownBefore {
  readonly pupil: Pupil
  readonly school: Invitation['asked']['school']
  /** The address of whoever accepts. */
  readonly email: string
  /** Of the request that asks, and by when. */
  readonly reference: string
  readonly dueOn: string
}

/** What a school begins to write: the form, and its first answers. */
export interface Begun {
  readonly form: Form
  readonly answers: Answers
}

/** An invitation, opened by whoever was asked. */
export interface OpenInvitation extends Invited {
  readonly shown: Shown
}

/** @throws NotFound when it is not theirs to open */
export async function openInvitation(services: Services, actor: Actor, key: InvitationKey): Promise<OpenInvitation> {
  authorise(actor, 'answer-invitation', 'any')
  const invited = await services.store.invitation(actor, key)
  const form = invited && services.formNamed(invited.request.form)
  if (!form) throw new NotFound('no such invitation')
  return { ...invited, shown: shownTo(form, invited, services.clock.today(), services.wordsFor(invited.request.language)) }
}

/**
 * Accepts, which begins what the school writes, with what is known in it. However often it is pressed, and by whoever of the school, one thing is begun.
 * @param begin the form that the school fills in, and its first answers
 * @returns undefined when the invitation is over
 * @throws NotFound when it is not theirs
 */
export async function acceptInvitation(
  services: Services,
  actor: Actor,
  key: InvitationKey,
  begin: (known: KnownBefore) => Begun | Promise<Begun>,
): Promise<Application | undefined> {
  const { store, clock } = services
  const { invitation, request, shown } = await openInvitation(services, actor, key)
  const person = await store.person(actor)
  if (!person) throw new NotFound('gone')
  const { form, answers } = await begin({ pupil: shown.pupil, school: invitation.asked.school, email: person.email, reference: request.reference, dueOn: invitation.dueOn })
  for (;;) {
    const start = { id: randomUUID(), reference: newReference(), form: form.id, language: request.language, parts: partsFrom(form, answers) }
    const accepted = await store.accept(actor, invitation.id, start, clock.now())
    if (accepted !== 'reference-taken') return accepted
  }
}

/** Why a school says no: its words, and the form in which it said them. */
export interface SaidNo {
  readonly reason: string
  readonly form: Form
  readonly answers: Answers
}

/**
 * Declines, with a reason that whoever asked can read. What was answered before stays answered. Where words of it may mean danger, staff are asked to read it, if the
 * request has come to them.
 * @throws NotFound when it is not theirs
 */
export async function declineInvitation(services: Services, actor: Actor, key: InvitationKey, { reason, form, answers }: SaidNo): Promise<Invitation> {
  const { invitation, request } = await openInvitation(services, actor, key)
  const danger = request.sentAt !== undefined && mayMeanDanger(form, answers, givenBy(services)) ? [dangerAtSchoolOf(services, request.reference)] : []
  const messages = [...danger, ...(await schoolNewsOf(services, request, invitation.asked.by))]
  const declined = await services.store.decline(actor, invitation.id, { reason, messages }, services.clock.now())
  if (!declined) throw new NotFound('gone')
  return declined
}
