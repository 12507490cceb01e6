import { and, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import type { Actor, Role } from '~/applications/actor'
import type { DataKey } from '../seal'
import type { DataKeys } from './data-keys'
import type { Database } from './database'
import { applications } from './schema'

// Whose an application is, decided inside the query: a visitor holds those begun in this browser that nobody has signed in
// for, a person holds their own, a system what was sent, an operator everything.

const holder = sql.placeholder('holder')
const theirs: Readonly<Record<Role, SQL | undefined>> = {
  visitor: and(eq(applications.browser, holder), isNull(applications.person)),
  person: eq(applications.person, holder),
  system: isNotNull(applications.sentAt),
  operator: sql`true`,
}

/** The value of the placeholder `holder` in a query made by `perRole`. */
export function holderOf(actor: Actor): string | null {
  if (actor.role === 'visitor') return actor.browser
  return actor.role === 'person' ? actor.person : null
}

/** Prepares a query once for each role, each with that role's own condition. */
export function perRole<Query>(prepare: (theirs: SQL | undefined) => Query): (actor: Actor) => Query {
  const queries: Readonly<Record<Role, Query>> = {
    visitor: prepare(theirs.visitor),
    person: prepare(theirs.person),
    system: prepare(theirs.system),
    operator: prepare(theirs.operator),
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
