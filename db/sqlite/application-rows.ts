import { eq, or } from 'drizzle-orm'
import type { Application, Start } from '~/applications/ports'
import type { DataKey } from '../seal'
import type { Database } from './database'
import type { DataKeys } from './data-keys'
import type { PartRows } from './part-rows'
import { applications } from './schema'

export const applicationColumns = {
  id: applications.id,
  reference: applications.reference,
  form: applications.form,
  language: applications.language,
  startedAt: applications.startedAt,
  savedAt: applications.savedAt,
  sentAt: applications.sentAt,
  changedAt: applications.changedAt,
}

type Row = Omit<Application, 'sentAt' | 'changedAt'> & { readonly sentAt: string | null; readonly changedAt: string | null }

export const toApplication = ({ id, reference, form, language, startedAt, savedAt, sentAt, changedAt }: Row): Application => ({
  id, reference, form, language, startedAt, savedAt,
  ...(sentAt !== null && { sentAt }),
  ...(changedAt !== null && { changedAt }),
})

export interface ApplicationRows {
  /** A new application with its parts, and its key; undefined when its id or its reference is taken. */
  begin(start: Start, holder: { browser?: string; person?: string; school?: string }, at: string): { readonly application: Application; readonly key: DataKey } | undefined
}

export const applicationRowsIn = ({ db }: Database, keys: DataKeys, partRows: PartRows): ApplicationRows => ({
  begin({ parts = [], id, reference, form, language }, holder, at) {
    const taken = db.select({ id: applications.id }).from(applications).where(or(eq(applications.id, id), eq(applications.reference, reference))).get()
    if (taken) return undefined
    const wrapped = keys.fresh('applications', id)
    const application: Application = { id, reference, form, language, startedAt: at, savedAt: at }
    db.insert(applications).values({ ...application, ...holder, ...wrapped }).run()
    const key = keys.of('applications', id, wrapped)
    for (const part of parts) partRows.put(key, id, { ...part, revision: 1 })
    return { application, key }
  },
})
