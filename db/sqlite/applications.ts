import { and, asc, desc, eq, gte, isNotNull, sql } from 'drizzle-orm'
import type { Store } from '~/applications/ports'
import { applicationColumns as columns, toApplication, type ApplicationRows } from './application-rows'
import type { Database } from './database'
import type { FactRows } from './fact-rows'
import { holderOf, own, perRole, type Held } from './held'
import type { Memberships } from './memberships'
import type { Accounts } from './people'
import { applications } from './schema'
import type { Senders } from './senders'
import type { Verbs } from './verbs'

/** Beginning an application and finding it again. */
export function applicationVerbs(
  { db, write }: Database,
  held: Held,
  { rows, factRows, accounts, memberships, senders }: { readonly rows: ApplicationRows; readonly factRows: FactRows; readonly accounts: Accounts; readonly memberships: Memberships; readonly senders: Senders },
): Verbs<'startApplication' | 'receive' | 'giveToSender' | 'application' | 'applications'> {
  const byReference = perRole((theirs) =>
    db.select(columns).from(applications).where(and(eq(applications.reference, sql.placeholder('reference')), theirs)).prepare(),
  )
  const byId = perRole((theirs) => db.select(columns).from(applications).where(and(eq(applications.id, sql.placeholder('id')), theirs)).prepare())
  const newestFirst = perRole((theirs, role) =>
    db.select(columns).from(applications).where(role === 'person' ? and(theirs, own) : theirs).orderBy(desc(applications.startedAt), desc(applications.id)).prepare(),
  )
  const changedSince = perRole((theirs) =>
    db
      .select(columns)
      .from(applications)
      .where(and(isNotNull(applications.changedAt), gte(applications.changedAt, sql.placeholder('at')), theirs))
      .orderBy(asc(applications.changedAt), asc(applications.id))
      .limit(sql.placeholder('limit'))
      .prepare(),
  )
  const everything = { at: '', limit: -1 }

  return {
    startApplication: (actor, start, at) =>
      write(() => {
        const begun = byId(actor).get({ id: start.id, holder: holderOf(actor) })
        if (begun) return toApplication(begun)
        const school = start.school !== undefined && memberships.isMember(actor, memberships.schoolOf(start.school)) ? { school: memberships.schoolOf(start.school) } : {}
        const held = actor.role === 'visitor' ? { browser: actor.browser } : actor.role === 'person' ? { person: actor.person, ...school } : {}
        return rows.begin(start, held, at)?.application ?? 'reference-taken'
      }),

    receive: (actor, { followedBy, ...start }, entry, at) =>
      write(() => {
        const received = byId(actor).get({ id: start.id, holder: holderOf(actor) })
        const key = received && held(actor, received.id)
        const [first] = received ? factRows.all(received.id) : []
        if (received && key && first) return { application: toApplication(received), recorded: factRows.open(key, first), repeated: true }
        const begun = rows.begin(start, followedBy === undefined ? {} : { person: accounts.personWith(followedBy, at) }, at)
        if (!begun) return 'reference-taken'
        const recorded = factRows.put(begun.key, start.id, 1, entry, at)
        return { application: { ...begun.application, sentAt: at, changedAt: at }, recorded, repeated: false }
      }),

    giveToSender: (actor, reference, known) => actor.role === 'person' && write(() => senders.give(reference, known, actor.person)),

    application(actor, reference) {
      const found = byReference(actor).get({ reference, holder: holderOf(actor) })
      return found && toApplication(found)
    },

    applications(actor: Parameters<Store['applications']>[0], since = everything) {
      const holder = holderOf(actor)
      const found = holder === null ? changedSince(actor).all({ holder, ...since }) : newestFirst(actor).all({ holder })
      return found.map(toApplication)
    },
  }
}
