import { and, eq, isNotNull, isNull, lt, or } from 'drizzle-orm'
import type { Database } from './database'
import { applications, codeRequests, sessions, settings } from './schema'
import type { Verbs } from './verbs'

/** Forgetting in time, and what the store knows about itself. */
export function housekeepingVerbs({ sqlite, db, write }: Database): Verbs<'forget' | 'purpose' | 'setPurpose' | 'ping' | 'close'> {
  return {
    forget({ draftsBefore, guestDraftsBefore, sessionsBefore }) {
      const forgotten = write(() => {
        db.delete(sessions).where(lt(sessions.seenAt, sessionsBefore)).run()
        db.delete(codeRequests).where(lt(codeRequests.expiresAt, sessionsBefore)).run()
        const isGuests = isNotNull(applications.browser)
        const isOld = or(and(isGuests, lt(applications.savedAt, guestDraftsBefore)), lt(applications.savedAt, draftsBefore))
        return db.delete(applications).where(and(isNull(applications.sentAt), isOld)).run().changes
      })
      // The data keys must leave the write-ahead log too: without them, what is left anywhere else stays closed.
      sqlite.pragma('wal_checkpoint(TRUNCATE)')
      return forgotten
    },

    purpose() {
      const found = db.select().from(settings).where(eq(settings.name, 'purpose')).get()?.value
      return found === 'demo' || found === 'production' ? found : undefined
    },

    setPurpose: (purpose) =>
      write(() => {
        db.insert(settings).values({ name: 'purpose', value: purpose }).onConflictDoNothing().run()
      }),

    ping: (at) =>
      write(() => {
        db.insert(settings)
          .values({ name: 'pinged-at', value: at })
          .onConflictDoUpdate({ target: settings.name, set: { value: at } })
          .run()
      }),

    close() {
      sqlite.close()
    },
  }
}
