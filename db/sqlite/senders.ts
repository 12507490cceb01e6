import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { blindIndex, type DataKey } from '../seal'
import type { Database } from './database'
import { applications } from './schema'

/** What whoever sent a request without signing in knows of it, kept as blind indexes: one for each way of knowing it. */
export interface Senders {
  put(application: string, known: readonly string[]): void
  /** Gives a sent request that is nobody's yet to the person who knows one of them. False when it is not there, or somebody's. */
  give(reference: string, known: string, person: string): boolean
}

export function sendersIn({ db }: Database, indexKey: DataKey): Senders {
  const indexOf = (known: string) => blindIndex(indexKey, 'applications.senders', known)
  return {
    put: (application, known) => void db.update(applications).set({ senders: known.map(indexOf).join(' ') }).where(eq(applications.id, application)).run(),

    give(reference, known, person) {
      const found = db
        .select({ id: applications.id, senders: applications.senders })
        .from(applications)
        .where(and(eq(applications.reference, reference), isNull(applications.person), isNotNull(applications.sentAt)))
        .get()
      if (!found?.senders.split(' ').includes(indexOf(known))) return false
      db.update(applications).set({ person, browser: null }).where(eq(applications.id, found.id)).run()
      return true
    },
  }
}
