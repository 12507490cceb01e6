import { and, asc, desc, eq, isNull, lte, or, sql } from 'drizzle-orm'
import type { Message, NewMessage } from '~/applications/ports'
import { open, seal, type DataKey } from '../seal'
import type { Database } from './database'
import { messages } from './schema'
import type { Verbs } from './verbs'

/** Where verbs leave the messages that go out with what they changed, in the same transaction. */
export interface Outbox {
  put(message: NewMessage, at: string): void
}

const placeOf = (id: string) => ({ table: 'messages', column: 'content', row: id })

export function outboxIn({ db }: Database, key: DataKey): Outbox {
  return {
    put({ id, to, subject, body }, at) {
      db.insert(messages).values({ id, content: seal(key, placeOf(id), { to, subject, body }), createdAt: at, failures: 0 }).run()
    },
  }
}

/** Sending what waits, oldest first. */
export function outboxVerbs(
  { db, write }: Database,
  key: DataKey,
): Verbs<'messagesToSend' | 'messageSent' | 'messageFailed' | 'newestMessages'> {
  const toMessage = ({ id, content, createdAt, sentAt, failures }: typeof messages.$inferSelect): Message => ({
    id,
    ...(open(key, placeOf(id), content) as Pick<Message, 'to' | 'subject' | 'body'>),
    createdAt,
    ...(sentAt !== null && { sentAt }),
    failures,
  })
  return {
    messagesToSend: (at, limit) =>
      db
        .select()
        .from(messages)
        .where(and(isNull(messages.sentAt), or(isNull(messages.retryAt), lte(messages.retryAt, at))))
        .orderBy(asc(messages.place))
        .limit(limit)
        .all()
        .map(toMessage),

    messageSent: (id, at) =>
      write(() => {
        db.update(messages).set({ sentAt: at }).where(and(eq(messages.id, id), isNull(messages.sentAt))).run()
      }),

    messageFailed: (id, retryAt) =>
      write(() => {
        db.update(messages).set({ retryAt, failures: sql`${messages.failures} + 1` }).where(eq(messages.id, id)).run()
      }),

    newestMessages: (limit) => db.select().from(messages).orderBy(desc(messages.place)).limit(limit).all().map(toMessage),
  }
}
