import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { blindIndex, type DataKey } from '../seal'
import type { Database } from './database'
import { applications } from './schema'

/** A name can be guessed by whoever may try for ever. */
const TRIES = 10

/** What whoever sent a request without signing in knows of it, kept as blind indexes: one for each way of knowing it. */
export interface Senders {
  put(application: string, known: readonly string[]): void
  /**
   * Gives a sent request that a browser holds, and no person, to the person who knows one of them. False when it is not there, or is not such a one, or
   * when too many were wrong.
   */
  give(reference: string, known: string, person: string): boolean
}

export function sendersIn({ db }: Database, indexKey: DataKey): Senders {
  const indexOf = (known: string) => blindIndex(indexKey, 'applications.senders', known)
  return {
    put: (application, known) => void db.update(applications).set({ senders: known.map(indexOf).join(' ') }).where(eq(applications.id, application)).run(),

    give(reference, known, person) {
      const found = db
        .select({ id: applications.id, senders: applications.senders, tries: applications.senderTries })
        .from(applications)
        .where(and(eq(applications.reference, reference), isNotNull(applications.browser), isNull(applications.person), isNotNull(applications.sentAt)))
        .get()
      if (!found || found.tries >= TRIES) return false
      const isSender = found.senders.split(' ').includes(indexOf(known))
      const after = isSender ? { person, browser: null, senders: '' } : { senderTries: sql`${applications.senderTries} + 1` }
      db.update(applications).set(after).where(eq(applications.id, found.id)).run()
      return isSender
    },
  }
}
