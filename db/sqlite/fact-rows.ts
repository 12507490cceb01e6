import { asc, eq, sql } from 'drizzle-orm'
import { factName, type Fact } from '~/applications/facts'
import type { Entry } from '~/applications/ports'
import { open, seal, type DataKey } from '../seal'
import type { Database } from './database'
import type { Outbox } from './outbox'
import { applications, facts, sent } from './schema'
import type { Senders } from './senders'

export type FactRow = typeof facts.$inferSelect

const detailsPlace = (fact: string) => ({ table: 'facts', column: 'details', row: fact })
export const frozenPlace = (fact: string) => ({ table: 'sent', column: 'frozen', row: fact })

/** Facts as rows: sealed when put, opened when read. */
export interface FactRows {
  /** In the order in which they were recorded. */
  all(application: string): readonly FactRow[]
  open(key: DataKey, row: FactRow): Fact
  /** Puts the next fact of an application, with what is frozen and the messages that go with it; the first one sends the application. */
  put(key: DataKey, application: string, position: number, entry: Pick<Entry, 'fact' | 'sent' | 'messages' | 'senders'>, at: string): Fact
}

export function factRowsIn({ db }: Database, outbox: Outbox, senders: Senders): FactRows {
  const inOrder = db.select().from(facts).where(eq(facts.application, sql.placeholder('application'))).orderBy(asc(facts.position)).prepare()
  return {
    all: (application) => inOrder.all({ application }),

    open: (key, row) => ({
      id: row.id,
      fact: factName.parse(row.fact),
      on: row.on,
      recordedAt: row.recordedAt,
      by: row.by,
      details: open(key, detailsPlace(row.id), row.details) as Fact['details'],
    }),

    put(key, application, position, { fact, sent: toFreeze, messages = [], senders: known }, at) {
      const { details, ...clear } = fact
      db.insert(facts)
        .values({ ...clear, application, position, recordedAt: at, details: seal(key, detailsPlace(fact.id), details) })
        .run()
      if (toFreeze) db.insert(sent).values({ fact: fact.id, frozen: seal(key, frozenPlace(fact.id), toFreeze) }).run()
      for (const message of messages) outbox.put(message, at, application)
      if (known) senders.put(application, known)
      db.update(applications)
        .set({ changedAt: at, sentAt: sql`coalesce(${applications.sentAt}, ${at})` })
        .where(eq(applications.id, application))
        .run()
      return { ...fact, recordedAt: at }
    },
  }
}
