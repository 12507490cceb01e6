import { and, asc, desc, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { Actor } from '~/applications/actor'
import type { Sent } from '~/applications/ports'
import { isOpen, mayTakeBack, MOST_INVITATIONS, type InvitationKey, type Invited } from '~/applications/schools/invitation'
import { open } from '../seal'
import type { ApplicationRows } from './application-rows'
import type { Database } from './database'
import { frozenPlace, type FactRows } from './fact-rows'
import type { Held } from './held'
import type { InvitationRow, InvitationRows } from './invitation-rows'
import type { Memberships } from './memberships'
import type { Outbox } from './outbox'
import type { PartRows } from './part-rows'
import type { Accounts } from './people'
import { applications, facts, invitations, people, sent } from './schema'
import type { Verbs } from './verbs'

/** What a school has sent is reached by way of the request that asked for it, whose holder was looked at before. */
const ofSchool: Actor = { role: 'operator' }

interface Rooms {
  readonly rows: ApplicationRows
  readonly invitationRows: InvitationRows
  readonly partRows: PartRows
  readonly factRows: FactRows
  readonly outbox: Outbox
  readonly accounts: Accounts
  readonly memberships: Memberships
}

/** Schools that a request asks, for whoever holds the request. */
export function invitationVerbs(
  { db, write }: Database,
  held: Held,
  { invitationRows: { answerOf, toInvitation, one, ofRequest, put, close }, partRows, factRows, outbox, accounts, memberships }: Rooms,
  files: Verbs<'uploads' | 'openUpload' | 'uploadPicture' | 'openings'>,
): Verbs<'invite' | 'invitations' | 'takeBack' | 'evidence' | 'openEvidence' | 'evidencePicture'> {
  const frozen = (application: string) =>
    db.select({ fact: sent.fact, frozen: sent.frozen }).from(sent).innerJoin(facts, eq(facts.id, sent.fact)).where(eq(facts.application, application)).orderBy(asc(facts.position)).all()
  /** What a school sent for a request, as whoever holds the request may know it. */
  const sentFor = (actor: Actor, application: string, id: string): string | undefined => {
    const row = held(actor, application) && one(id)
    const answer = row?.application === application ? answerOf(row)?.application : undefined
    return answer?.sentAt === undefined ? undefined : answer.id
  }
  return {
    invite: (actor, application, { id, asked, dueOn, tokenHash, message }, at) =>
      write(() => {
        const key = held(actor, application)
        if (!key) return { refused: 'not-found' }
        const [school, emailIndex] = [memberships.schoolOf(asked.school.urn), accounts.indexOf(asked.email)]
        const before = ofRequest(application)
        const same = before.find((each) => each.id === id) ?? before.find((each) => each.school === school && each.emailIndex === emailIndex && isOpen(toInvitation(each)) && toInvitation(each).asked.by === asked.by)
        if (same) return { invited: toInvitation(same), repeated: true }
        if (one(id)) return { refused: 'not-found' }
        // What a family asks leaves the council room to ask, and the other way round.
        if (before.map(toInvitation).filter((each) => each.asked.by === asked.by).length >= MOST_INVITATIONS) return { refused: 'too-many' }
        put(key, application, { id, asked, dueOn, tokenHash }, at)
        outbox.put(message, at)
        return { invited: { id, asked, askedAt: at, dueOn }, repeated: false }
      }),

    invitations: (actor, application) => (held(actor, application) ? ofRequest(application).map(toInvitation) : []),

    takeBack: (actor, application, id, over, at) =>
      write(() => {
        const row = held(actor, application) && one(id)
        if (row?.application !== application) return undefined
        if (mayTakeBack(toInvitation(row))) close(row, { takenBackAt: at }, over, at)
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
      const answer = sentFor(actor, application, id)
      return answer === undefined ? undefined : files.openUpload(ofSchool, answer, upload, by, at)
    },

    evidencePicture(actor, application, id, upload, page, look) {
      const answer = sentFor(actor, application, id)
      return answer === undefined ? undefined : files.uploadPicture(ofSchool, answer, upload, page, look)
    },
  }
}

/** The same invitations, for whoever is asked. */
export function invitedVerbs(
  { db, write }: Database,
  { rows, invitationRows: { requestOf, answerOf, toInvitation, change, close }, partRows, outbox, memberships }: Rooms,
): Verbs<'invitation' | 'invitationsTo' | 'accept' | 'decline' | 'endInvitations'> {
  /** Whether it is open to them: a member of the school, or whoever has the address, unless they left the school. */
  const mayOpen = (actor: Actor, { school, emailIndex }: InvitationRow): boolean => {
    if (actor.role !== 'person') return false
    if (memberships.isMember(actor, school)) return true
    const own = db.select({ emailIndex: people.emailIndex }).from(people).where(eq(people.id, actor.person)).get()
    return own?.emailIndex === emailIndex && !memberships.hasLeft(actor, school)
  }
  const by = (column: 'id' | 'tokenHash' | 'answer') => db.select().from(invitations).where(eq(invitations[column], sql.placeholder('key'))).prepare()
  const [byId, byToken, byAnswer] = [by('id'), by('tokenHash'), by('answer')]
  const found = (actor: Actor, key: InvitationKey) => {
    const row = 'id' in key ? byId.get({ key: key.id }) : 'tokenHash' in key ? byToken.get({ key: key.tokenHash }) : byAnswer.get({ key: key.answer })
    return row && mayOpen(actor, row) ? row : undefined
  }
  const toInvited = (row: InvitationRow): Invited => {
    const invitation = toInvitation(row)
    const { application: request, key } = requestOf(row)
    const answer = answerOf(row)
    // What came unasked is shown nothing: the family was not asked whether it may.
    const isShown = isOpen(invitation) && invitation.asked.by !== 'school'
    return { invitation, request, parts: isShown ? partRows.all(key, request.id) : [], ...(answer && { answer: answer.application }) }
  }
  const isUnanswered = isNull(applications.sentAt)

  return {
    invitation(actor, key) {
      const row = found(actor, key)
      return row && toInvited(row)
    },

    invitationsTo(actor, urn, { from, most }) {
      const school = memberships.schoolOf(urn)
      if (!memberships.isMember(actor, school)) return { listed: [], isMore: false }
      const isClosed = sql`coalesce(${invitations.declinedAt}, ${invitations.takenBackAt}, ${invitations.endedAt}) is not null`
      const rows = db.select().from(invitations).where(eq(invitations.school, school)).orderBy(isClosed, desc(invitations.place)).limit(most + 1).offset(from).all()
      return { listed: rows.slice(0, most).map(toInvited).filter(({ invitation }) => invitation.asked.by !== 'school'), isMore: rows.length > most }
    },

    accept: (actor, id, start, at) =>
      write(() => {
        const row = found(actor, { id })
        if (!row || actor.role !== 'person' || !isOpen(toInvitation(row))) return undefined
        const before = answerOf(row)
        if (before) return before.application
        const begun = rows.begin(start, { person: actor.person, school: row.school }, at)
        if (!begun) return 'reference-taken'
        change(row, { acceptedAt: at, acceptedByMember: memberships.isMember(actor, row.school), answer: begun.application.id }, at)
        return begun.application
      }),

    decline: (actor, id, { reason, messages }, at) =>
      write(() => {
        const row = found(actor, { id })
        if (!row) return undefined
        const invitation = toInvitation(row)
        if (!isOpen(invitation) || invitation.answeredAt !== undefined) return invitation
        change(row, { declinedAt: at, reason }, at)
        for (const message of messages) outbox.put(message, at, row.application)
        return { ...invitation, declinedAt: at, reason }
      }),

    endInvitations: ({ answered, due }, over, at) =>
      write(() => {
        const isOld = or(and(isNotNull(applications.sentAt), lt(applications.sentAt, answered)), and(isUnanswered, isNull(invitations.declinedAt), lt(invitations.dueOn, due)))
        const old = db
          .select({ invitations })
          .from(invitations)
          .leftJoin(applications, eq(applications.id, invitations.answer))
          .where(and(isNull(invitations.endedAt), isNull(invitations.takenBackAt), isOld))
          .all()
        for (const { invitations: row } of old) close(row, { endedAt: at }, over, at)
        return old.length
      }),
  }
}
