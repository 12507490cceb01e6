import type { Part } from '~/engine/parts'
import type { Actor } from '../actor'
import type { Application, Sent, Start } from '../application'
import type { Fact } from '../facts'
import type { NewMessage } from '../message'
import type { By, Opening, Upload } from '../uploads'

/** What a school can be asked for. */
export const asks = ['seen', 'support', 'progress', 'attendance', 'views', 'reports'] as const
export type Ask = (typeof asks)[number]

/** The most schools, or people at schools, that may be asked about one request. */
export const MOST_INVITATIONS = 10

export const askers = ['family', 'council', 'school'] as const

/** Whom a request asks for what, and what they may see of it. */
export interface Asked {
  /** The school, as the national register has it. */
  readonly school: { readonly urn: string; readonly name: string; readonly town?: string }
  /** The work address of whoever is asked. */
  readonly email: string
  readonly asks: readonly Ask[]
  /** What may be seen besides who the pupil is: `upn`, and sections of the form. */
  readonly shows: readonly string[]
  /** `school`: nobody asked. A school sent what it knows, and staff found the request that it belongs to. */
  readonly by: (typeof askers)[number]
}

/** A request asks a school what it knows. It never waits for an answer. Dates are kept; where it stands follows from them. */
export interface Invitation {
  readonly id: string
  readonly asked: Asked
  readonly askedAt: string
  /** By which day an answer is asked for. A later one is welcome as well. */
  readonly dueOn: string
  readonly acceptedAt?: string
  /** Whether whoever accepted belonged to the school, as far as the council knows. */
  readonly isMember?: boolean
  /** When what the school knows was sent. */
  readonly answeredAt?: string
  readonly declinedAt?: string
  readonly reason?: string
  readonly takenBackAt?: string
  /** From when on the school sees nothing of it any more. */
  readonly endedAt?: string
}

export const invitationStates = ['asked', 'accepted', 'answered', 'declined', 'taken-back', 'ended'] as const
export type InvitationState = (typeof invitationStates)[number]

/** Where it stands, and since when. */
export function standingOf({ askedAt, acceptedAt, answeredAt, declinedAt, takenBackAt, endedAt }: Invitation): { readonly state: InvitationState; readonly at: string } {
  if (takenBackAt !== undefined) return { state: 'taken-back', at: takenBackAt }
  if (endedAt !== undefined) return { state: 'ended', at: endedAt }
  if (answeredAt !== undefined) return { state: 'answered', at: answeredAt }
  if (declinedAt !== undefined) return { state: 'declined', at: declinedAt }
  return acceptedAt !== undefined ? { state: 'accepted', at: acceptedAt } : { state: 'asked', at: askedAt }
}

/** Whether the school can still do something about it. */
export const isOpen = (invitation: Invitation): boolean => ['asked', 'accepted', 'answered'].includes(standingOf(invitation).state)

/** Whether the school can be closed out of it: also after a no, which leaves what it had begun. */
export const mayTakeBack = (invitation: Invitation): boolean => isOpen(invitation) || standingOf(invitation).state === 'declined'

export interface NewInvitation extends Pick<Invitation, 'id' | 'asked' | 'dueOn'> {
  readonly tokenHash: string
  readonly message: NewMessage
}

/** The email to whoever was asked, when it is closed while their school writes. */
export type OverLetter = Pick<NewMessage, 'subject' | 'body'>

/** `too-many`: no more can be asked about this request. */
export type InviteResult = { readonly invited: Invitation; readonly repeated: boolean } | { readonly refused: 'too-many' | 'not-found' }

/** An invitation as it is given to whoever was asked. */
export interface Invited {
  readonly invitation: Invitation
  readonly request: Application
  /** The request's answers, of which they may be shown what `shownTo` gives and no more. None once it is over. */
  readonly parts: readonly Part[]
  /** What they write, once they have accepted. */
  readonly answer?: Application
}

/** How whoever was asked names an invitation: by the link in the email, by its id, or by what they write. */
export type InvitationKey = { readonly tokenHash: string } | { readonly id: string } | { readonly answer: string }

/** What a school sent for a request, to be read by whoever holds the request. */
export interface Evidence {
  readonly invitation: Invitation
  readonly application: Application
  readonly parts: readonly Part[]
  readonly facts: readonly Fact[]
  readonly sent: readonly Sent[]
  /** Its files, of which whoever asked sees those that the form lets them. */
  readonly uploads: readonly Upload[]
  readonly openings: readonly Opening[]
}

/** A file that can be read now. */
export interface OpenedFile {
  readonly object: string
  readonly upload: Upload
  readonly sealing: { open(object: string, sealed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> }
}

/** A picture of a page of a file, that can be shown now. */
export type OpenedPicture = Pick<OpenedFile, 'object' | 'sealing'> & { readonly size: number }

/**
 * Invitations, as the store keeps them. Those of a request belong to whoever holds it. For the school, one is open to whoever is signed in with the address that was
 * invited and to members of that school, and to nobody who has left it; to anybody else it does not exist.
 */
export interface Invitations {
  /**
   * Asks a school, with the email that tells it. Again with the same id, or for the same school and address while that is open, it is the one that
   * was asked the first time, and no email goes.
   */
  invite(actor: Actor, application: string, invitation: NewInvitation, at: string): Promise<InviteResult>
  /** Those of a request, first asked first. */
  invitations(actor: Actor, application: string): Promise<readonly Invitation[]>
  /** Closes the school out of it, with the email that tells a school which was writing. */
  takeBack(actor: Actor, application: string, invitation: string, over: OverLetter, at: string): Promise<Invitation | undefined>
  /** What schools have sent for a request, first asked first. */
  evidence(actor: Actor, application: string): Promise<readonly Evidence[]>
  /** Opens a file of what a school has sent, as `openUpload` does for the school. */
  openEvidence(actor: Actor, application: string, invitation: string, upload: string, by: By, at: string): Promise<OpenedFile | undefined>
  /** A picture of a page of such a file, as `uploadPicture` gives it. The first look of whoever has not opened the file is written down. */
  evidencePicture(actor: Actor, application: string, invitation: string, upload: string, page: number, look: { readonly by: By; readonly at: string }): Promise<OpenedPicture | undefined>

  invitation(actor: Actor, key: InvitationKey): Promise<Invited | undefined>
  /** So many of those to a school, for one of its members: what can still be answered first, newest first. */
  invitationsTo(actor: Actor, urn: string, which: { readonly from: number; readonly most: number }): Promise<{ readonly listed: readonly Invited[]; readonly isMore: boolean }>
  /** Begins what the school writes. Accepted before, it is what was begun then. Undefined when it is over. */
  accept(actor: Actor, invitation: string, start: Start, at: string): Promise<Application | 'reference-taken' | undefined>
  decline(actor: Actor, invitation: string, said: { readonly reason: string; readonly messages: readonly NewMessage[] }, at: string): Promise<Invitation | undefined>
  /** Ends those that were answered before an instant, or were to be answered before a day and were not. Returns how many. */
  endInvitations(before: { readonly answered: string; readonly due: string }, over: OverLetter, at: string): Promise<number>
}
