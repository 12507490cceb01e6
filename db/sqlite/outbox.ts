import { and, asc, count, desc, eq, isNotNull, isNull, lt, lte, min, or, sql } from 'drizzle-orm'
import type { Message, NewMessage } from '~/applications/ports'
import { open, seal, type DataKey } from '../seal'
import type { Database } from './database'
import type { Held } from './held'
import { messages } from './schema'
import type { Verbs } from './verbs'

/** Where verbs leave the messages that go out with what they changed, in the same transaction. */
export interface Outbox {
  /** @param application the request that the message is about */
  put(message: NewMessage, at: string, application?: string): void
}

const placeOf = (id: string) => ({ table: 'messages', column: 'content', row: id })

export function outboxIn({ db }: Database, key: DataKey): Outbox {
  return {
    put({ id, isToFamily, gatheredUntil, ...content }, at, application) {
      const about = isToFamily && application !== undefined ? { application } : {}
      const row = { id, content: seal(key, placeOf(id), content), createdAt: at, tries: 0, ...about }
      if (gatheredUntil === undefined) db.insert(messages).values(row).run()
      else db.insert(messages).values({ ...row, retryAt: gatheredUntil }).onConflictDoNothing().run()
    },
  }
}

/** Sending what waits, oldest first. */
export function outboxVerbs(
  { db, write }: Database,
  key: DataKey,
  held: Held,
): Verbs<'messagesToSend' | 'messageSent' | 'messageTried' | 'messageGivenUp' | 'unreachedSince' | 'mailStanding' | 'newestMessages'> {
  const waits = and(isNull(messages.sentAt), isNull(messages.gaveUpAt))
  const toMessage = ({ id, content, createdAt, sentAt, tries }: typeof messages.$inferSelect): Message => ({
    id,
    ...(open(key, placeOf(id), content) as Pick<Message, 'to' | 'subject' | 'body' | 'uselessAfter'>),
    createdAt,
    ...(sentAt !== null && { sentAt }),
    tries,
  })
  return {
    messagesToSend: (at, limit) =>
      db
        .select()
        .from(messages)
        .where(and(waits, or(isNull(messages.retryAt), lte(messages.retryAt, at))))
        .orderBy(asc(messages.place))
        .limit(limit)
        .all()
        .map(toMessage),

    messageSent: (id, at) =>
      write(() => {
        db.update(messages).set({ sentAt: at }).where(and(eq(messages.id, id), isNull(messages.sentAt))).run()
        // Emails that went are forgotten sooner: one that arrived ends what was said of those before it.
        const { application, place } = db.select().from(messages).where(eq(messages.id, id)).get() ?? {}
        if (application && place) db.update(messages).set({ application: null }).where(and(eq(messages.application, application), isNotNull(messages.gaveUpAt), lt(messages.place, place))).run()
      }),

    messageTried: (id, retryAt) =>
      write(() => {
        db.update(messages).set({ retryAt, tries: sql`${messages.tries} + 1` }).where(eq(messages.id, id)).run()
      }),

    messageGivenUp: (id, at) =>
      write(() => {
        db.update(messages).set({ gaveUpAt: at }).where(eq(messages.id, id)).run()
      }),

    unreachedSince(actor, application) {
      if (!held(actor, application)) return undefined
      const settled = or(isNotNull(messages.sentAt), isNotNull(messages.gaveUpAt))
      const newest = db.select({ at: messages.gaveUpAt }).from(messages).where(and(eq(messages.application, application), settled)).orderBy(desc(messages.place)).limit(1).get()
      return newest?.at ?? undefined
    },

    mailStanding() {
      const waiting = db.select({ count: count(), oldestAt: min(messages.createdAt) }).from(messages).where(waits).get()
      const givenUp = db.select({ count: count() }).from(messages).where(isNotNull(messages.gaveUpAt)).get()
      return { waiting: waiting?.count ?? 0, givenUp: givenUp?.count ?? 0, ...(waiting?.oldestAt && { oldestAt: waiting.oldestAt }) }
    },

    newestMessages: (limit) => db.select().from(messages).orderBy(desc(messages.place)).limit(limit).all().map(toMessage),
  }
}
