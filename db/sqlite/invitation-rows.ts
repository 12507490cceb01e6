import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Application } from '~/applications/ports'
import { standingOf, type Asked, type Invitation, type NewInvitation, type OverLetter } from '~/applications/schools/invitation'
import { open, seal, type DataKey } from '../seal'
import { applicationColumns, toApplication } from './application-rows'
import type { Database } from './database'
import type { DataKeys } from './data-keys'
import type { Memberships } from './memberships'
import type { Outbox } from './outbox'
import type { Accounts } from './people'
import { applications, invitations } from './schema'

export type InvitationRow = typeof invitations.$inferSelect

const placeOf = (column: 'about' | 'reason', id: string) => ({ table: 'invitations', column, row: id })

interface Opened {
  readonly application: Application
  readonly key: DataKey
}

/** Invitations as rows, sealed with the key of the request that they are about. */
export interface InvitationRows {
  one(id: string): InvitationRow | undefined
  ofRequest(application: string): readonly InvitationRow[]
  requestOf(row: InvitationRow): Opened
  /** What the school writes, once it has accepted. */
  answerOf(row: InvitationRow): Opened | undefined
  toInvitation(row: InvitationRow): Invitation
  /** @param answered what a school had written already, where nobody asked before */
  put(key: DataKey, application: string, invitation: Omit<NewInvitation, 'message'>, at: string, answered?: Pick<InvitationRow, 'answer' | 'acceptedAt'>): void
  change(row: InvitationRow, change: Partial<Pick<InvitationRow, 'answer' | 'acceptedAt' | 'acceptedByMember' | 'declinedAt' | 'takenBackAt' | 'endedAt'>> & { readonly reason?: string }, at: string): void
  /** Closes the school out of it, and tells whoever was asked if their school was writing. */
  close(row: InvitationRow, change: Partial<Pick<InvitationRow, 'takenBackAt' | 'endedAt'>>, over: OverLetter, at: string): void
  /** What is written for a request has changed: other systems learn that the request has news, if it was sent. */
  answerChanged(answer: string, at: string): void
}

export function invitationRowsIn({ db }: Database, keys: DataKeys, { memberships, accounts, outbox }: { readonly memberships: Memberships; readonly accounts: Accounts; readonly outbox: Outbox }): InvitationRows {
  const applicationWith = (id: string): Opened | undefined => {
    const found = db.select({ ...applicationColumns, kid: applications.kid, wrapped: applications.wrapped }).from(applications).where(eq(applications.id, id)).get()
    return found && { application: toApplication(found), key: keys.of('applications', id, found) }
  }
  const requestOf = ({ application }: InvitationRow) => {
    const found = applicationWith(application)
    if (!found) throw new Error('An invitation has a request')
    return found
  }
  const answerOf = ({ answer }: InvitationRow) => (answer === null ? undefined : applicationWith(answer))
  const hasNews = (requests: readonly string[], at: string) =>
    db.update(applications).set({ changedAt: sql`max(${applications.changedAt}, ${at})` }).where(and(inArray(applications.id, [...requests]), isNotNull(applications.sentAt))).run()

  const rows: InvitationRows = {
    requestOf,
    answerOf,
    one: (id) => db.select().from(invitations).where(eq(invitations.id, id)).get(),
    ofRequest: (application) => db.select().from(invitations).where(eq(invitations.application, application)).orderBy(asc(invitations.place)).all(),

    toInvitation(row) {
      const { id, askedAt, dueOn, acceptedAt, acceptedByMember, declinedAt, takenBackAt, endedAt } = row
      const { key } = requestOf(row)
      const answeredAt = answerOf(row)?.application.sentAt
      return {
        id, askedAt, dueOn,
        asked: open(key, placeOf('about', id), row.about) as Asked,
        ...(acceptedAt !== null && { acceptedAt }),
        ...(acceptedByMember !== null && { isMember: acceptedByMember }),
        ...(answeredAt !== undefined && { answeredAt }),
        ...(declinedAt !== null && { declinedAt }),
        ...(row.reason && { reason: String(open(key, placeOf('reason', id), row.reason)) }),
        ...(takenBackAt !== null && { takenBackAt }),
        ...(endedAt !== null && { endedAt }),
      }
    },

    put(key, application, { id, asked, dueOn, tokenHash }, at, answered) {
      const [school, emailIndex] = [memberships.schoolOf(asked.school.urn), accounts.indexOf(asked.email)]
      // Whoever began it on the page of a school was a member of that school.
      const began = answered?.answer && db.select({ school: applications.school }).from(applications).where(eq(applications.id, answered.answer)).get()?.school
      const byMember = answered && { acceptedByMember: began === school }
      db.insert(invitations).values({ id, application, school, emailIndex, tokenHash, about: seal(key, placeOf('about', id), asked), askedAt: at, dueOn, ...answered, ...byMember }).run()
      hasNews([application], at)
    },

    change(row, { reason, ...change }, at) {
      const sealed = reason === undefined ? {} : { reason: seal(requestOf(row).key, placeOf('reason', row.id), reason) }
      db.update(invitations).set({ ...change, ...sealed }).where(eq(invitations.id, row.id)).run()
      hasNews([row.application], at)
    },

    close(row, change, over, at) {
      const invitation = rows.toInvitation(row)
      rows.change(row, change, at)
      if (standingOf(invitation).state === 'accepted') outbox.put({ id: `over ${row.id}`, to: invitation.asked.email, ...over }, at)
    },

    answerChanged(answer, at) {
      const requests = db.select({ id: invitations.application }).from(invitations).where(eq(invitations.answer, answer)).all()
      if (requests.length > 0) hasNews(requests.map(({ id }) => id), at)
    },
  }
  return rows
}
