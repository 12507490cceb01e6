import { and, eq, isNotNull, isNull, not, or, sql, type SQL } from 'drizzle-orm'
import type { Actor, Role } from '~/applications/actor'
import type { DataKey } from '../seal'
import type { DataKeys } from './data-keys'
import type { Database } from './database'
import { applications, invitations, members, people } from './schema'

// Whose an application is, decided inside the query: a visitor holds those begun in this browser that nobody has signed in
// for, a person holds their own, a system what was sent, an operator everything. What belongs to a school is held by its members, and by whoever began
// it or was invited, until they leave the school or the request that it is about is closed to it.

const holder = sql.placeholder('holder')
const begunByThem = eq(applications.person, holder)
const memberWho = (left: SQL) => sql`exists (select 1 from ${members} where ${members.school} = ${applications.school} and ${members.person} = ${holder} and ${left})`
const isMember = memberWho(isNull(members.leftAt))
const hasLeft = memberWho(isNotNull(members.leftAt))
const ofInvitation = (such: SQL | undefined) => sql`exists (select 1 from ${invitations} where ${invitations.answer} = ${applications.id} and ${such})`
const wasInvited = ofInvitation(sql`${invitations.emailIndex} = (select ${people.emailIndex} from ${people} where ${people.id} = ${holder})`)
// A no closes what was begun, and not what was sent before.
const isOver = ofInvitation(or(isNotNull(invitations.takenBackAt), isNotNull(invitations.endedAt), and(isNotNull(invitations.declinedAt), isNull(applications.sentAt))))
const theirs: Readonly<Record<Role, SQL | undefined>> = {
  visitor: and(eq(applications.browser, holder), isNull(applications.person)),
  person: or(
    and(begunByThem, isNull(applications.school)),
    and(isNotNull(applications.school), or(isMember, and(or(begunByThem, wasInvited), not(hasLeft))), not(isOver)),
  ),
  system: isNotNull(applications.sentAt),
  operator: sql`true`,
}

/** The value of the placeholder `holder` in a query made by `perRole`. */
export function holderOf(actor: Actor): string | null {
  if (actor.role === 'visitor') return actor.browser
  return actor.role === 'person' ? actor.person : null
}

/** Of those that a person holds, the ones that they began themselves: with what belongs to a school, others stand on its own page. */
export const own = begunByThem

/** Prepares a query once for each role, each with that role's own condition. */
export function perRole<Query>(prepare: (theirs: SQL | undefined, role: Role) => Query): (actor: Actor) => Query {
  const queries: Readonly<Record<Role, Query>> = {
    visitor: prepare(theirs.visitor, 'visitor'),
    person: prepare(theirs.person, 'person'),
    system: prepare(theirs.system, 'system'),
    operator: prepare(theirs.operator, 'operator'),
  }
  return (actor) => queries[actor.role]
}

/** The data key of an application if the actor holds it: the one gate in front of everything that belongs to an application. */
export type Held = (actor: Actor, application: string) => DataKey | undefined

export function heldIn({ db }: Database, keys: DataKeys): Held {
  const wrapped = perRole((own) =>
    db
      .select({ kid: applications.kid, wrapped: applications.wrapped })
      .from(applications)
      .where(and(eq(applications.id, sql.placeholder('application')), own))
      .prepare(),
  )
  return (actor, application) => {
    const found = wrapped(actor).get({ application, holder: holderOf(actor) })
    return found && keys.of('applications', application, found)
  }
}
