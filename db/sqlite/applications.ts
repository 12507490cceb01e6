import { and, asc, desc, eq, gte, isNotNull, or, sql } from 'drizzle-orm'
import type { Application, Store } from '~/applications/ports'
import type { Database } from './database'
import type { DataKeys } from './data-keys'
import { holderOf, perRole } from './held'
import type { PartRows } from './part-rows'
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
  partRows: PartRows,
): Verbs<'startApplication' | 'application' | 'applications'> {
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

  return {
    startApplication: (actor, { parts = [], ...start }, at) =>
      write(() => {
        const { id, reference, form, language } = start
        const begun = byId(actor).get({ id, holder: holderOf(actor) })
        if (begun) return toApplication(begun)
        const taken = db.select({ id: applications.id }).from(applications).where(or(eq(applications.id, id), eq(applications.reference, reference))).get()
        if (taken) return 'reference-taken'
        const wrapped = keys.fresh('applications', id)
        const row = { id, reference, form, language, startedAt: at, savedAt: at }
        const held = actor.role === 'visitor' ? { browser: actor.browser } : actor.role === 'person' ? { person: actor.person } : {}
        db.insert(applications).values({ ...row, ...held, ...wrapped }).run()
        const key = keys.of('applications', id, wrapped)
        for (const part of parts) partRows.put(key, id, { ...part, revision: 1 })
        return row
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
