import { and, eq, inArray, isNotNull, isNull, lt, notExists, or, sql } from 'drizzle-orm'
import type { Database } from './database'
import { applications, codeRequests, invitations, members, messages, people, sessions, settings } from './schema'
import type { Verbs } from './verbs'

/** Forgetting in time, and what the store knows about itself. */
export function housekeepingVerbs({ sqlite, db, write }: Database): Verbs<'forget' | 'purpose' | 'setPurpose' | 'ping' | 'close'> {
  return {
    forget({ draftsBefore, guestDraftsBefore, sessionsBefore, messagesBefore, undeliveredBefore }) {
      const forgotten = write(() => {
        db.delete(sessions).where(lt(sessions.seenAt, sessionsBefore)).run()
        db.delete(codeRequests).where(lt(codeRequests.expiresAt, sessionsBefore)).run()
        // A school that was asked may still be writing.
        const stillAsked = db.select({ id: invitations.id }).from(invitations).where(and(eq(invitations.application, applications.id), isNull(invitations.endedAt), isNull(invitations.takenBackAt), isNull(invitations.declinedAt)))
        const isGuests = and(isNotNull(applications.browser), notExists(stillAsked))
        const isOld = or(and(isGuests, lt(applications.savedAt, guestDraftsBefore)), lt(applications.savedAt, draftsBefore))
        const isOldDraft = and(isNull(applications.sentAt), isOld)
        // What a school has begun for a request goes with it; what it has sent is the council's, and from then on the council's alone.
        const old = db.select({ id: applications.id }).from(applications).where(isOldDraft)
        const begun = db.select({ id: sql<string>`${invitations.answer}` }).from(invitations).where(and(isNotNull(invitations.answer), inArray(invitations.application, old)))
        db.update(applications).set({ person: null, school: null, browser: null }).where(and(isNotNull(applications.sentAt), inArray(applications.id, begun))).run()
        const answers = db.delete(applications).where(and(isNull(applications.sentAt), inArray(applications.id, begun))).run().changes
        const drafts = answers + db.delete(applications).where(isOldDraft).run().changes
        db.delete(messages).where(or(lt(messages.sentAt, messagesBefore), lt(messages.gaveUpAt, undeliveredBefore))).run()
        const own = db.select({ id: applications.id }).from(applications).where(eq(applications.person, people.id))
        const seen = db.select({ tokenHash: sessions.tokenHash }).from(sessions).where(eq(sessions.person, people.id))
        const belongs = db.select({ school: members.school }).from(members).where(eq(members.person, people.id))
        db.delete(people).where(and(notExists(own), notExists(seen), notExists(belongs))).run()
        return drafts
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
