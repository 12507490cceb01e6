import { and, asc, desc, eq, isNotNull, isNull, lt, or } from 'drizzle-orm'
import type { Actor } from '~/applications/actor'
import type { Sent } from '~/applications/ports'
import { isOpen, MOST_INVITATIONS, type Asked, type Invitation, type InvitationKey, type Invited } from '~/applications/schools/invitation'
import { open, seal } from '../seal'
import { applicationColumns, toApplication, type ApplicationRows } from './application-rows'
import type { Database } from './database'
import type { DataKeys } from './data-keys'
import { frozenPlace, type FactRows } from './fact-rows'
import type { Held } from './held'
import type { Memberships } from './memberships'
import type { Outbox } from './outbox'
import type { PartRows } from './part-rows'
import type { Accounts } from './people'
import { applications, facts, invitations, people, sent } from './schema'
import type { Verbs } from './verbs'

type Row = typeof invitations.$inferSelect
/** What a school has sent is reached by way of the request that asked for it, whose holder was looked at before. */
const ofSchool: Actor = { role: 'operator' }
const placeOf = (column: 'about' | 'reason', id: string) => ({ table: 'invitations', column, row: id })

interface Rooms {
  readonly rows: ApplicationRows
  readonly partRows: PartRows
  readonly factRows: FactRows
  readonly outbox: Outbox
  readonly accounts: Accounts
  readonly memberships: Memberships
}

/** Reading invitations, sealed with the key of the request that they are about. */
function invitationRowsIn({ db }: Database, keys: DataKeys) {
  const applicationWith = (id: string) => db.select({ ...applicationColumns, kid: applications.kid, wrapped: applications.wrapped }).from(applications).where(eq(applications.id, id)).get()
  const requestOf = ({ application }: Row) => {
    const found = applicationWith(application)
    if (!found) throw new Error('An invitation has a request')
    return { request: toApplication(found), key: keys.of('applications', application, found) }
  }
  const answerOf = ({ answer }: Row) => {
    const found = answer === null ? undefined : applicationWith(answer)
    return found && { application: toApplication(found), key: keys.of('applications', found.id, found) }
  }
  const toInvitation = (row: Row): Invitation => {
    const { id, askedAt, dueOn, acceptedAt, declinedAt, takenBackAt, endedAt } = row
    const { key } = requestOf(row)
    const answeredAt = answerOf(row)?.application.sentAt
    return {
      id, askedAt, dueOn,
      asked: open(key, placeOf('about', id), row.about) as Asked,
      ...(acceptedAt !== null && { acceptedAt }),
      ...(answeredAt !== undefined && { answeredAt }),
      ...(declinedAt !== null && { declinedAt }),
      ...(row.reason && { reason: String(open(key, placeOf('reason', id), row.reason)) }),
      ...(takenBackAt !== null && { takenBackAt }),
      ...(endedAt !== null && { endedAt }),
    }
  }
  return {
    requestOf,
    answerOf,
    toInvitation,
    one: (id: string) => db.select().from(invitations).where(eq(invitations.id, id)).get(),
    ofRequest: (application: string) => db.select().from(invitations).where(eq(invitations.application, application)).orderBy(asc(invitations.place)).all(),
  }
}

/** Schools that a request asks, for whoever holds the request. */
export function invitationVerbs(
  database: Database,
  keys: DataKeys,
  held: Held,
  { partRows, factRows, outbox, accounts, memberships }: Rooms,
  files: Verbs<'uploads' | 'openUpload' | 'openings'>,
): Verbs<'invite' | 'invitations' | 'takeBack' | 'evidence' | 'openEvidence'> {
  const { db, write } = database
  const { answerOf, toInvitation, one, ofRequest } = invitationRowsIn(database, keys)
  const frozen = (application: string) =>
    db.select({ fact: sent.fact, frozen: sent.frozen }).from(sent).innerJoin(facts, eq(facts.id, sent.fact)).where(eq(facts.application, application)).orderBy(asc(facts.position)).all()
  return {
    invite: (actor, application, { id, asked, dueOn, tokenHash, message }, at) =>
      write(() => {
        const key = held(actor, application)
        if (!key) return { refused: 'not-found' }
        const [school, emailIndex] = [memberships.schoolOf(asked.school.urn), accounts.indexOf(asked.email)]
        const before = ofRequest(application)
        const same = before.find((each) => each.id === id) ?? before.find((each) => each.school === school && each.emailIndex === emailIndex && isOpen(toInvitation(each)))
        if (same) return { invited: toInvitation(same), repeated: true }
        if (one(id)) return { refused: 'not-found' }
        if (before.length >= MOST_INVITATIONS) return { refused: 'too-many' }
        db.insert(invitations).values({ id, application, school, emailIndex, tokenHash, about: seal(key, placeOf('about', id), asked), askedAt: at, dueOn }).run()
        outbox.put(message, at)
        return { invited: { id, asked, askedAt: at, dueOn }, repeated: false }
      }),

    invitations: (actor, application) => (held(actor, application) ? ofRequest(application).map(toInvitation) : []),

    takeBack: (actor, application, id, at) =>
      write(() => {
        const row = held(actor, application) && one(id)
        if (row?.application !== application) return undefined
        if (isOpen(toInvitation(row))) db.update(invitations).set({ takenBackAt: at }).where(eq(invitations.id, id)).run()
        const now = one(id)
        return now && toInvitation(now)
      }),

    evidence(actor, application) {
      if (!held(actor, application)) return []
      return ofRequest(application).flatMap((row) => {
        const answer = answerOf(row)
        if (answer?.application.sentAt === undefined) return []
        const { application: told, key } = answer
        return [
          {
            invitation: toInvitation(row),
            application: told,
            parts: partRows.all(key, told.id),
            facts: factRows.all(told.id).map((each) => factRows.open(key, each)),
            uploads: files.uploads(ofSchool, told.id),
            openings: files.openings(ofSchool, told.id),
            sent: frozen(told.id).map((each) => ({ fact: each.fact, ...(open(key, frozenPlace(each.fact), each.frozen) as Omit<Sent, 'fact'>) })),
          },
        ]
      })
    },

    openEvidence(actor, application, id, upload, by, at) {
      const row = held(actor, application) && one(id)
      const answer = row?.application === application ? answerOf(row) : undefined
      return answer?.application.sentAt === undefined ? undefined : files.openUpload(ofSchool, answer.application.id, upload, by, at)
    },
  }
}

/** The same invitations, for whoever is asked. */
export function invitedVerbs(
  database: Database,
  keys: DataKeys,
  { rows, partRows, outbox, memberships }: Rooms,
): Verbs<'invitation' | 'invitationsTo' | 'accept' | 'decline' | 'endInvitations'> {
  const { db, write } = database
  const { requestOf, answerOf, toInvitation } = invitationRowsIn(database, keys)

  /** Whether it is open to them: a member of the school, or whoever has the address, unless they left the school. */
  const mayOpen = (actor: Actor, { school, emailIndex }: Row): boolean => {
    if (actor.role !== 'person') return false
    if (memberships.isMember(actor, school)) return true
    const own = db.select({ emailIndex: people.emailIndex }).from(people).where(eq(people.id, actor.person)).get()
    return own?.emailIndex === emailIndex && !memberships.hasLeft(actor, school)
  }
  const found = (actor: Actor, key: InvitationKey) => {
    const named = 'id' in key ? eq(invitations.id, key.id) : 'tokenHash' in key ? eq(invitations.tokenHash, key.tokenHash) : eq(invitations.answer, key.answer)
    const row = db.select().from(invitations).where(named).get()
    return row && mayOpen(actor, row) ? row : undefined
  }
  const toInvited = (row: Row): Invited => {
    const invitation = toInvitation(row)
    const { request, key } = requestOf(row)
    const answer = answerOf(row)
    return { invitation, request, parts: isOpen(invitation) ? partRows.all(key, request.id) : [], ...(answer && { answer: answer.application }) }
  }
  const isUnanswered = isNull(applications.sentAt)

  return {
    invitation(actor, key) {
      const row = found(actor, key)
      return row && toInvited(row)
    },

    invitationsTo(actor, urn) {
      const school = memberships.schoolOf(urn)
      if (!memberships.isMember(actor, school)) return []
      return db.select().from(invitations).where(eq(invitations.school, school)).orderBy(desc(invitations.place)).all().map(toInvited)
    },

    accept: (actor, id, start, at) =>
      write(() => {
        const row = found(actor, { id })
        if (!row || actor.role !== 'person' || !isOpen(toInvitation(row))) return undefined
        const before = answerOf(row)
        if (before) return before.application
        const begun = rows.begin(start, { person: actor.person, school: row.school }, at)
        if (!begun) return 'reference-taken'
        db.update(invitations).set({ acceptedAt: at, answer: begun.application.id }).where(eq(invitations.id, id)).run()
        return begun.application
      }),

    decline: (actor, id, { reason, messages }, at) =>
      write(() => {
        const row = found(actor, { id })
        if (!row) return undefined
        const invitation = toInvitation(row)
        if (!isOpen(invitation) || invitation.answeredAt !== undefined) return invitation
        const { key } = requestOf(row)
        db.update(invitations).set({ declinedAt: at, reason: seal(key, placeOf('reason', id), reason) }).where(eq(invitations.id, id)).run()
        for (const message of messages) outbox.put(message, at, row.application)
        return { ...invitation, declinedAt: at, reason }
      }),

    endInvitations: ({ answered, due }, at) =>
      write(() => {
        const isOld = or(and(isNotNull(applications.sentAt), lt(applications.sentAt, answered)), and(isUnanswered, lt(invitations.dueOn, due)))
        const old = db
          .select({ id: invitations.id })
          .from(invitations)
          .leftJoin(applications, eq(applications.id, invitations.answer))
          .where(and(isNull(invitations.endedAt), isNull(invitations.takenBackAt), isNull(invitations.declinedAt), isOld))
          .all()
        for (const { id } of old) db.update(invitations).set({ endedAt: at }).where(eq(invitations.id, id)).run()
        return old.length
      }),
  }
}
