import { createHash, randomUUID } from 'node:crypto'
import type { Form } from '~/engine/form'
import { addDays } from '~/timeline'
import type { Actor } from '../actor'
import type { NewMessage } from '../message'
import { openApplication } from '../open-application'
import { NotFound } from '../permissions'
import type { Services } from '../services'
import { newToken } from '../sign-in'
import { closedBy } from '../standing'
import { viewerFor } from '../viewer'
import type { Ask, Asked, Invitation } from './invitation'
import { overLetterOf } from './over-letter'

/** Whom to ask for what. */
export interface ToInvite {
  /** From the form or the caller: again with the same, one invitation. */
  readonly key: string
  /** The number of the school in the national register. */
  readonly urn: string
  readonly email: string
  readonly asks: readonly Ask[]
  readonly shows: readonly string[]
  /** By which day; the usual number of days from today, when it is not said. */
  readonly dueOn?: string
}

export type InviteOutcome =
  | { readonly invited: Invitation; readonly repeated: boolean }
  /** `key-reused`: asked before with the same key, and otherwise. `asked-already`: for something else, or shown something else, and that is still open. */
  | { readonly refused: 'no-such-school' | 'too-many' | 'closed' | 'key-reused' | 'asked-already' }

/** The hash by which a link in an email is known. */
export const hashOfLink = (token: string): string => createHash('sha256').update(token).digest('hex')

/** What can be shown of a request to a school, besides who the pupil is. */
export const showable = (form: Form): readonly string[] => [...(form.pupil?.upn === undefined ? [] : ['upn']), ...form.shareable]

/** By which day a school is asked to answer, if it were asked today. */
export const usualDueOn = ({ clock, invitationDays }: Pick<Services, 'clock' | 'invitationDays'>): string => addDays(clock.today(), invitationDays.toAnswer)

const WITHIN = 42

/** The last day by which a school can be asked to answer: what comes later helps no decision (2014 Regulations reg 5(1)), and access would stay open for it. */
export const latestDueOn = (today: string): string => addDays(today, WITHIN)

/**
 * Asks somebody at a school what the school knows about the child or young person of a request. The request waits for nothing: it is sent, counted and decided
 * as if nobody had been asked.
 * @throws NotFound also for whoever is not the family, and for what no school can be asked about
 */
export async function inviteSchool(services: Services, actor: Actor, form: Form, reference: string, told: ToInvite): Promise<InviteOutcome> {
  const { store, clock } = services
  const open = await openApplication(services, actor, form, reference, 'invite')
  const isCouncil = actor.role === 'system' || actor.role === 'operator'
  if (!form.pupil || (!isCouncil && (await viewerFor(services, actor, form, open)) !== 'family')) throw new NotFound('not theirs to ask about')
  if (closedBy(await store.facts(actor, open.application.id))) return { refused: 'closed' }
  const school = await store.establishment(told.urn)
  if (!school || school.status === 'closed' || school.unlistedAt !== undefined) return { refused: 'no-such-school' }

  const { name, town, urn } = school
  const token = newToken()
  const dueOn = told.dueOn ?? usualDueOn(services)
  const asked: Asked = {
    school: { urn, name, ...(town && { town }) },
    email: told.email,
    asks: told.asks,
    // What the council asks is asked in its own name: the family's own words are the family's to show.
    shows: isCouncil ? [] : told.shows.filter((each) => showable(form).includes(each)),
    by: isCouncil ? ('council' as const) : ('family' as const),
  }
  const id = idOf(actor, reference, told.key)
  const result = await store.invite(actor, open.application.id, { id, asked, dueOn, tokenHash: hashOfLink(token), message: letterOf(services, told.email, token, dueOn) }, clock.now())
  if ('invited' in result) {
    const { invited, repeated } = result
    // Another process may have ended the request since: what ends it later ends this as well.
    if (closedBy(await store.facts(actor, open.application.id))) {
      await store.takeBack(actor, open.application.id, invited.id, overLetterOf(services), clock.now())
      return { refused: 'closed' }
    }
    const isOther = repeated && JSON.stringify(toldIn(invited.asked)) !== JSON.stringify(toldIn(asked))
    return isOther ? { refused: invited.id === id ? 'key-reused' : 'asked-already' } : { invited, repeated }
  }
  if (result.refused === 'not-found') throw new NotFound('gone')
  return { refused: result.refused }
}

const toldIn = ({ school, email, asks, shows }: Asked) => [school.urn, email.toLowerCase(), asks, shows]

/** Two callers may use the same key, and one caller for two requests. */
const idOf = (actor: Actor, reference: string, key: string) =>
  createHash('sha256').update(JSON.stringify([actor.role === 'system' ? actor.name : actor.role, reference, key])).digest('hex').slice(0, 32)

/** The email to the school. It names nobody: who it is about is read after signing in. */
function letterOf({ council, baseUrl, wordsFor }: Services, to: string, token: string, dueOn: string): NewMessage {
  const words = wordsFor('en')
  const values = { council: council.name, link: `${baseUrl}/invited/${token}`, date: words.date(dueOn) }
  return { id: randomUUID(), to, subject: words.text('mail:invitation.subject', values), body: words.text('mail:invitation.body', values) }
}
