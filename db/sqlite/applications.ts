import { and, asc, desc, eq, gte, isNotNull, or, sql } from 'drizzle-orm'
import type { Application, Start, Store } from '~/applications/ports'
import type { Database } from './database'
import type { DataKeys } from './data-keys'
import type { FactRows } from './fact-rows'
import { holderOf, perRole, type Held } from './held'
import type { PartRows } from './part-rows'
import type { Accounts } from './people'
import { applications } from './schema'
import type { Verbs } from './verbs'

const columns = {
  id: applications.id,
  reference: applications.reference,
  form: applications.form,
  language: applications.language,
  startedAt: applications.startedAt,
  savedAt: applications.savedAt,
  sentAt: applications.sentAt,
}

const toApplication = ({ sentAt, ...rest }: Omit<Application, 'sentAt'> & { sentAt: string | null }): Application => ({
  ...rest,
  ...(sentAt !== null && { sentAt }),
})

/** Beginning an application and finding it again. */
export function applicationVerbs(
  { db, write }: Database,
  keys: DataKeys,
  held: Held,
  { partRows, factRows, accounts }: { readonly partRows: PartRows; readonly factRows: FactRows; readonly accounts: Accounts },
): Verbs<'startApplication' | 'receive' | 'application' | 'applications'> {
  const byReference = perRole((theirs) =>
    db.select(columns).from(applications).where(and(eq(applications.reference, sql.placeholder('reference')), theirs)).prepare(),
  )
  const byId = perRole((theirs) => db.select(columns).from(applications).where(and(eq(applications.id, sql.placeholder('id')), theirs)).prepare())
  const newestFirst = perRole((theirs) =>
    db.select(columns).from(applications).where(theirs).orderBy(desc(applications.startedAt), desc(applications.id)).prepare(),
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

  /** A new application with its parts, and its key; undefined when its id or its reference is taken. */
  function begin({ parts = [], id, reference, form, language }: Start, holder: { browser?: string; person?: string }, at: string) {
    const taken = db.select({ id: applications.id }).from(applications).where(or(eq(applications.id, id), eq(applications.reference, reference))).get()
    if (taken) return undefined
    const wrapped = keys.fresh('applications', id)
    const application: Application = { id, reference, form, language, startedAt: at, savedAt: at }
    db.insert(applications).values({ ...application, ...holder, ...wrapped }).run()
    const key = keys.of('applications', id, wrapped)
    for (const part of parts) partRows.put(key, id, { ...part, revision: 1 })
    return { application, key }
  }

  return {
    startApplication: (actor, start, at) =>
      write(() => {
        const begun = byId(actor).get({ id: start.id, holder: holderOf(actor) })
        if (begun) return toApplication(begun)
        const held = actor.role === 'visitor' ? { browser: actor.browser } : actor.role === 'person' ? { person: actor.person } : {}
        return begin(start, held, at)?.application ?? 'reference-taken'
      }),

    receive: (actor, { followedBy, ...start }, entry, at) =>
      write(() => {
        const received = byId(actor).get({ id: start.id, holder: holderOf(actor) })
        const key = received && held(actor, received.id)
        const [first] = received ? factRows.all(received.id) : []
        if (received && key && first) return { application: toApplication(received), recorded: factRows.open(key, first), repeated: true }
        const begun = begin(start, followedBy === undefined ? {} : { person: accounts.personWith(followedBy, at) }, at)
        if (!begun) return 'reference-taken'
        const recorded = factRows.put(begun.key, start.id, 1, entry, at)
        return { application: { ...begun.application, sentAt: at }, recorded, repeated: false }
      }),

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
