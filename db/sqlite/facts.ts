import { asc, eq, sql } from 'drizzle-orm'
import { factName, type Fact } from '~/applications/facts'
import type { Actor } from '~/applications/actor'
import type { Sent } from '~/applications/ports'
import { blindIndex, open, seal, type DataKey } from '../seal'
import type { Database } from './database'
import type { Held } from './held'
import type { Outbox } from './outbox'
import { applications, facts, retries, sent } from './schema'
import type { Verbs } from './verbs'

const detailsPlace = (fact: string) => ({ table: 'facts', column: 'details', row: fact })
const frozenPlace = (fact: string) => ({ table: 'sent', column: 'frozen', row: fact })

/** Whose idempotency keys these are: two callers may use the same key. */
function callerOf(actor: Actor): string {
  if (actor.role === 'visitor') return `visitor:${actor.browser}`
  if (actor.role === 'person') return `person:${actor.person}`
  return actor.role === 'system' ? `system:${actor.name}` : 'operator'
}

const toFact = (key: DataKey, row: typeof facts.$inferSelect): Fact => ({
  id: row.id,
  fact: factName.parse(row.fact),
  on: row.on,
  recordedAt: row.recordedAt,
  by: row.by,
  details: open(key, detailsPlace(row.id), row.details) as Fact['details'],
})

/** What happened to an application, and what was frozen when it was sent. */
export function factVerbs({ db, write }: Database, held: Held, indexKey: DataKey, outbox: Outbox): Verbs<'facts' | 'sent' | 'record'> {
  const ofApplication = eq(facts.application, sql.placeholder('application'))
  const inOrder = db.select().from(facts).where(ofApplication).orderBy(asc(facts.position)).prepare()
  const frozen = db
    .select({ fact: sent.fact, frozen: sent.frozen })
    .from(sent)
    .innerJoin(facts, eq(facts.id, sent.fact))
    .where(ofApplication)
    .orderBy(asc(facts.position))
    .prepare()

  return {
    facts(actor, application) {
      const key = held(actor, application)
      return key ? inOrder.all({ application }).map((row) => toFact(key, row)) : []
    },

    sent(actor, application) {
      const key = held(actor, application)
      if (!key) return []
      return frozen
        .all({ application })
        .map((row) => ({ fact: row.fact, ...(open(key, frozenPlace(row.fact), row.frozen) as Omit<Sent, 'fact'>) }))
    },

    record: (actor, application, { fact, after, sent: toFreeze, messages = [], idempotency }, at) =>
      write(() => {
        const key = held(actor, application)
        if (!key) return { refused: 'not-found' }
        const keyIndex = idempotency && blindIndex(indexKey, 'retries', `${callerOf(actor)} ${idempotency.key}`)
        // A plain hash of a few dates and names could be guessed.
        const requestIndex = idempotency && blindIndex(indexKey, 'retries.request', idempotency.request)
        if (keyIndex) {
          const tried = db.select().from(retries).innerJoin(facts, eq(facts.id, retries.fact)).where(eq(retries.keyIndex, keyIndex)).get()
          const isSame = tried?.retries.request === requestIndex && tried?.facts.application === application
          if (tried) return isSame ? { recorded: toFact(key, tried.facts), repeated: true } : { refused: 'key-reused' }
        }
        const already = inOrder.all({ application })
        const submitted = fact.fact === 'submitted' && already.find((each) => each.fact === 'submitted')
        if (submitted) return { recorded: toFact(key, submitted), repeated: true }
        if (already.length !== after) return { refused: 'stale' }

        const { details, ...clear } = fact
        db.insert(facts)
          .values({ ...clear, application, position: after + 1, recordedAt: at, details: seal(key, detailsPlace(fact.id), details) })
          .run()
        if (toFreeze) db.insert(sent).values({ fact: fact.id, frozen: seal(key, frozenPlace(fact.id), toFreeze) }).run()
        if (keyIndex && requestIndex) db.insert(retries).values({ keyIndex, request: requestIndex, fact: fact.id }).run()
        for (const message of messages) outbox.put(message, at)
        db.update(applications)
          .set({ changedAt: at, sentAt: sql`coalesce(${applications.sentAt}, ${at})` })
          .where(eq(applications.id, application))
          .run()
        return { recorded: { ...fact, recordedAt: at }, repeated: false }
      }),
  }
}
