import type { Actor } from '../actor'
import type { Application } from '../application'
import type { NewMessage } from '../message'

/** Somebody who belongs to a school, and signs in as themselves. */
export interface Member {
  readonly person: string
  readonly email: string
  /** As colleagues know them; the address, where nobody has said. */
  readonly name: string
  /** Invites and removes others. */
  readonly isLead: boolean
  readonly addedAt: string
}

/** A part of a form that a colleague was asked to do. */
export interface GivenSection {
  readonly section: string
  readonly person: string
  readonly name: string
}

/** Who belongs to a school, and what its members share. An operator names people for any school, a lead for their own; members read. */
export interface Members {
  /** Added again, they are there once. Only an operator makes a lead of somebody who is there. Undefined for whoever may not add. */
  addMember(
    actor: Actor,
    urn: string,
    member: Pick<Member, 'email' | 'name' | 'isLead'> & { readonly message: NewMessage },
    at: string,
  ): Promise<Member | undefined>
  /** From then on they see nothing of the school, in a session that is open as well. A lead cannot take away the last lead. Undefined for whoever may not. */
  removeMember(actor: Actor, urn: string, person: string, at: string): Promise<'removed' | 'last-lead' | undefined>
  /** Whoever sees something of what the school writes, or is asked, without belonging to it: for whoever leads it, who can take them out as well. */
  outsiders(actor: Actor, urn: string): Promise<readonly Pick<Member, 'person' | 'email'>[] | undefined>
  /** In the order in which they came; undefined for whoever does not belong to it. */
  members(actor: Actor, urn: string): Promise<readonly Member[] | undefined>
  /** The numbers of the schools that this person belongs to. */
  schoolsOf(actor: Actor): Promise<readonly string[]>
  /** What the members of a school write and have sent, newest first. */
  schoolApplications(actor: Actor, urn: string): Promise<readonly Application[]>
  /** Gives a part of a form to a member of the school that it belongs to, or to nobody. False for anybody else. */
  giveSection(actor: Actor, application: string, section: string, person: string | undefined): Promise<boolean>
  sectionsGiven(actor: Actor, application: string): Promise<readonly GivenSection[]>
}
