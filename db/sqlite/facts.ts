import { asc, eq, sql } from 'drizzle-orm'
import type { Actor } from '~/applications/actor'
import type { Sent } from '~/applications/ports'
import { blindIndex, open, type DataKey } from '../seal'
import type { Database } from './database'
import { frozenPlace, type FactRows } from './fact-rows'
import type { Held } from './held'
import type { InvitationRows } from './invitation-rows'
import { facts, retries, sent } from './schema'
import type { Verbs } from './verbs'

/** Whose idempotency keys these are: two callers may use the same key. */
function callerOf(actor: Actor): string {
  if (actor.role === 'visitor') return `visitor:${actor.browser}`
  if (actor.role === 'person') return `person:${actor.person}`
  return actor.role === 'system' ? `system:${actor.name}` : 'operator'
}

/** What happened to an application, and what was frozen when it was sent. */
export function factVerbs({ db, write }: Database, held: Held, indexKey: DataKey, { factRows: rows, invitationRows }: { readonly factRows: FactRows; readonly invitationRows: InvitationRows }): Verbs<'facts' | 'sent' | 'record'> {
  const frozen = db
    .select({ fact: sent.fact, frozen: sent.frozen })
    .from(sent)
    .innerJoin(facts, eq(facts.id, sent.fact))
    .where(eq(facts.application, sql.placeholder('application')))
    .orderBy(asc(facts.position))
    .prepare()

  return {
    facts(actor, application) {
      const key = held(actor, application)
      return key ? rows.all(application).map((row) => rows.open(key, row)) : []
    },

    sent(actor, application) {
      const key = held(actor, application)
      if (!key) return []
      return frozen
        .all({ application })
        .map((row) => ({ fact: row.fact, ...(open(key, frozenPlace(row.fact), row.frozen) as Omit<Sent, 'fact'>) }))
    },

    record: (actor, application, { after, idempotency, joins, endsInvitations, ...entry }, at) =>
      write(() => {
        const key = held(actor, application)
        const requestKey = joins && held(actor, joins.request)
        if (!key || (joins && !requestKey)) return { refused: 'not-found' }
        const keyIndex = idempotency && blindIndex(indexKey, 'retries', `${callerOf(actor)} ${idempotency.key}`)
        // A plain hash of a few dates and names could be guessed.
        const requestIndex = idempotency && blindIndex(indexKey, 'retries.request', idempotency.request)
        if (keyIndex) {
          const tried = db.select().from(retries).innerJoin(facts, eq(facts.id, retries.fact)).where(eq(retries.keyIndex, keyIndex)).get()
          const isSame = tried?.retries.request === requestIndex && tried?.facts.application === application
          if (tried) return isSame ? { recorded: rows.open(key, tried.facts), repeated: true } : { refused: 'key-reused' }
        }
        const already = rows.all(application)
        const submitted = entry.fact.fact === 'submitted' && already.find((each) => each.fact === 'submitted')
        if (submitted) return { recorded: rows.open(key, submitted), repeated: true }
        if (already.length !== after) return { refused: 'stale' }

        const recorded = rows.put(key, application, after + 1, entry, at)
        if (endsInvitations) for (const row of invitationRows.ofRequest(application).filter(({ endedAt }) => endedAt === null)) invitationRows.close(row, { endedAt: at }, endsInvitations, at)
        if (joins && requestKey) {
          const { request, ...invitation } = joins
          invitationRows.put(requestKey, request, invitation, at, { answer: application, acceptedAt: at })
        }
        invitationRows.answerChanged(application, at)
        if (keyIndex && requestIndex) db.insert(retries).values({ keyIndex, request: requestIndex, fact: recorded.id }).run()
        return { recorded, repeated: false }
      }),
  }
}
