import { and, desc, eq, inArray, isNotNull, isNull, notInArray, or, sql } from 'drizzle-orm'
import type { Actor } from '~/applications/actor'
import type { Member } from '~/applications/schools/member'
import { open, seal } from '../seal'
import { applicationColumns, toApplication } from './application-rows'
import type { Database } from './database'
import type { DataKeys } from './data-keys'
import { holderOf, perRole, type Held } from './held'
import type { Memberships } from './memberships'
import type { Outbox } from './outbox'
import { emailPlace, type Accounts } from './people'
import { applications, invitations, members, people, sectionsGiven } from './schema'
import type { Verbs } from './verbs'

const aboutPlace = (school: string, person: string) => ({ table: 'members', column: 'about', row: `${school}/${person}` })

/** What is sealed of a member. */
interface About {
  readonly urn: string
  readonly name: string
}

type Row = typeof members.$inferSelect

/** Who belongs to a school, and what its members share. */
export function memberVerbs(
  { db, write }: Database,
  keys: DataKeys,
  held: Held,
  { memberships, accounts, outbox }: { readonly memberships: Memberships; readonly accounts: Accounts; readonly outbox: Outbox },
): Verbs<'addMember' | 'removeMember' | 'outsiders' | 'members' | 'schoolsOf' | 'schoolApplications' | 'giveSection' | 'sectionsGiven'> {
  const keyOf = (person: string) => {
    const found = db.select().from(people).where(eq(people.id, person)).get()
    if (!found) throw new Error('A member has an account')
    return { key: keys.of('people', person, found), email: found.email }
  }
  const about = ({ school, person, about: sealed }: Row) => open(keyOf(person).key, aboutPlace(school, person), sealed) as About
  const toMember = (row: Row): Member => {
    const { key, email: sealed } = keyOf(row.person)
    const email = String(open(key, emailPlace(row.person), sealed))
    return { person: row.person, email, name: about(row).name || email, isLead: row.isLead, addedAt: row.addedAt }
  }
  const one = (school: string, person: string) => db.select().from(members).where(and(eq(members.school, school), eq(members.person, person))).get()
  const mayManage = (actor: Actor, school: string) => actor.role === 'operator' || memberships.isLead(actor, school)
  /** Who was asked by their address, or began something for the school, and never belonged to it. */
  const outsidersOf = (school: string): readonly string[] => {
    const isOpen = and(isNotNull(invitations.acceptedAt), isNull(invitations.takenBackAt), isNull(invitations.endedAt))
    const asked = inArray(people.emailIndex, db.select({ emailIndex: invitations.emailIndex }).from(invitations).where(and(eq(invitations.school, school), isOpen)))
    const began = inArray(people.id, db.select({ person: applications.person }).from(applications).where(eq(applications.school, school)))
    const known = db.select({ person: members.person }).from(members).where(eq(members.school, school))
    return db.select({ id: people.id }).from(people).where(and(or(asked, began), notInArray(people.id, known))).orderBy(people.createdAt, people.id).all().map(({ id }) => id)
  }
  const ofSchool = perRole((theirs) =>
    db
      .select(applicationColumns)
      .from(applications)
      .where(and(eq(applications.school, sql.placeholder('school')), theirs))
      .orderBy(desc(applications.startedAt), desc(applications.id))
      .prepare(),
  )
  const schoolWith = (application: string) => db.select({ school: applications.school }).from(applications).where(eq(applications.id, application)).get()?.school ?? undefined

  return {
    addMember: (actor, urn, { email, name, isLead, message }, at) =>
      write(() => {
        const school = memberships.schoolOf(urn)
        if (!mayManage(actor, school)) return undefined
        const person = accounts.personWith(email, at)
        const before = one(school, person)
        const isThere = before !== undefined && before.leftAt === null
        if (isThere && actor.role !== 'operator') return toMember(before)
        const said: About = { urn, name: name || (isThere ? about(before).name : '') }
        const row = {
          school, person, leftAt: null,
          about: seal(keyOf(person).key, aboutPlace(school, person), said),
          isLead: actor.role === 'operator' && (isLead || (isThere && before.isLead)),
          addedAt: isThere ? before.addedAt : at,
        }
        db.insert(members).values(row).onConflictDoUpdate({ target: [members.school, members.person], set: row }).run()
        if (!isThere) outbox.put(message, at)
        return toMember(row)
      }),

    removeMember: (actor, urn, person, at) =>
      write(() => {
        const school = memberships.schoolOf(urn)
        const row = one(school, person)
        if (!mayManage(actor, school)) return undefined
        if (!row && outsidersOf(school).includes(person)) {
          const about = seal(keyOf(person).key, aboutPlace(school, person), { urn, name: '' } satisfies About)
          db.insert(members).values({ school, person, about, isLead: false, addedAt: at, leftAt: at }).run()
        }
        if (row?.leftAt !== null) return 'removed'
        const leads = memberships.all(school).filter((each) => each.isLead)
        if (actor.role !== 'operator' && row.isLead && leads.length === 1) return 'last-lead'
        db.update(members).set({ leftAt: at }).where(and(eq(members.school, school), eq(members.person, person))).run()
        const shared = db.select({ id: applications.id }).from(applications).where(eq(applications.school, school)).all()
        for (const { id } of shared) db.delete(sectionsGiven).where(and(eq(sectionsGiven.application, id), eq(sectionsGiven.person, person))).run()
        return 'removed'
      }),

    outsiders(actor, urn) {
      const school = memberships.schoolOf(urn)
      if (!mayManage(actor, school)) return undefined
      return outsidersOf(school).map((person) => {
        const { key, email } = keyOf(person)
        return { person, email: String(open(key, emailPlace(person), email)) }
      })
    },

    members(actor, urn) {
      const school = memberships.schoolOf(urn)
      return actor.role === 'operator' || memberships.isMember(actor, school) ? memberships.all(school).map(toMember) : undefined
    },

    schoolsOf: (actor) =>
      actor.role === 'person'
        ? db
            .select()
            .from(members)
            .where(and(eq(members.person, actor.person), isNull(members.leftAt)))
            .orderBy(members.addedAt)
            .all()
            .map((row) => about(row).urn)
        : [],

    schoolApplications(actor, urn) {
      const school = memberships.schoolOf(urn)
      if (actor.role !== 'operator' && !memberships.isMember(actor, school)) return []
      return ofSchool(actor).all({ school, holder: holderOf(actor) }).map(toApplication)
    },

    giveSection: (actor, application, section, person) =>
      write(() => {
        const school = held(actor, application) && schoolWith(application)
        if (!school || !memberships.isMember(actor, school)) return false
        if (person !== undefined && one(school, person)?.leftAt !== null) return false
        db.delete(sectionsGiven).where(and(eq(sectionsGiven.application, application), eq(sectionsGiven.section, section))).run()
        if (person !== undefined) db.insert(sectionsGiven).values({ application, section, person }).run()
        return true
      }),

    sectionsGiven(actor, application) {
      const school = held(actor, application) && schoolWith(application)
      if (!school) return []
      return db
        .select()
        .from(sectionsGiven)
        .where(eq(sectionsGiven.application, application))
        .all()
        .flatMap(({ section, person }) => {
          const member = one(school, person)
          return member ? [{ section, person, name: toMember(member).name }] : []
        })
    },
  }
}
