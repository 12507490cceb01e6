import { randomUUID, timingSafeEqual } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { blindIndex, open, seal, type DataKey } from '../seal'
import type { DataKeys } from './data-keys'
import type { Database } from './database'
import type { Outbox } from './outbox'
import { applications, codeRequests, people, sessions } from './schema'
import type { Verbs } from './verbs'

const triesAllowed = 5

export const emailPlace = (person: string) => ({ table: 'people', column: 'email', row: person })
const askedPlace = (browser: string) => ({ table: 'code_requests', column: 'email', row: browser })

/** Addresses that differ only in case, or in how an accent is encoded, are one person. */
const sameEmail = (email: string) => email.trim().normalize('NFC').toLowerCase()

/** Compares two hashes in constant time. */
function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Account holders, by the email that they sign in with. */
export interface Accounts {
  /** The person with this email, made if there is none yet. */
  personWith(email: string, at: string): string
  /** The same for two spellings of one address. */
  indexOf(email: string): string
}

export const accountsIn = ({ db }: Database, keys: DataKeys, indexKey: DataKey): Accounts => ({
  indexOf: (email) => blindIndex(indexKey, 'people.email', sameEmail(email)),
  personWith(email, at) {
    const emailIndex = this.indexOf(email)
    const found = db.select({ id: people.id }).from(people).where(eq(people.emailIndex, emailIndex)).get()
    if (found) return found.id
    const id = randomUUID()
    const wrapped = keys.fresh('people', id)
    const sealed = seal(keys.of('people', id, wrapped), emailPlace(id), email)
    db.insert(people).values({ id, emailIndex, email: sealed, createdAt: at, ...wrapped }).run()
    return id
  },
})

/** How people sign in. */
export function peopleVerbs(
  { db, write }: Database,
  keys: DataKeys,
  outboxKey: DataKey,
  { outbox, accounts }: { readonly outbox: Outbox; readonly accounts: Accounts },
): Verbs<'askForCode' | 'signIn' | 'person'> {
  return {
    askForCode: ({ browser, email, message, ...request }) =>
      write(() => {
        db.delete(codeRequests).where(eq(codeRequests.browser, browser)).run()
        db.insert(codeRequests)
          .values({ ...request, browser, email: seal(outboxKey, askedPlace(browser), email), wrongTries: 0 })
          .run()
        outbox.put(message, request.askedAt)
      }),

    signIn: ({ browser, proof, at, claim, oldTokenHash, newTokenHash, newBrowser }) =>
      write(() => {
        const ofThis = 'linkHash' in proof ? eq(codeRequests.linkHash, proof.linkHash) : eq(codeRequests.browser, browser)
        const request = db.select().from(codeRequests).where(ofThis).get()
        // Used up, replaced by a newer one or never asked for: only a new code helps.
        if (!request || request.expiresAt <= at) return { refused: 'expired' }
        if (request.browser !== browser) return { refused: 'other-browser' }
        if (request.wrongTries >= triesAllowed) return { refused: 'locked' }
        if ('codeHash' in proof && !isSameHash(proof.codeHash, request.codeHash)) {
          const wrongTries = request.wrongTries + 1
          db.update(codeRequests).set({ wrongTries }).where(eq(codeRequests.browser, browser)).run()
          return { refused: wrongTries < triesAllowed ? 'wrong' : 'locked' }
        }
        db.delete(codeRequests).where(eq(codeRequests.browser, browser)).run()
        const person = accounts.personWith(String(open(outboxKey, askedPlace(browser), request.email)), at)
        if (claim) {
          db.update(applications)
            .set({ person, browser: null })
            .where(and(eq(applications.browser, browser), isNull(applications.person)))
            .run()
        }
        const old = oldTokenHash === undefined ? undefined : db.delete(sessions).where(eq(sessions.tokenHash, oldTokenHash)).returning({ mark: sessions.mark }).get()
        db.insert(sessions).values({ tokenHash: newTokenHash, browser: newBrowser, mark: old?.mark ?? newBrowser, person, openedAt: at, seenAt: at }).run()
        return { person }
      }),

    person(actor) {
      if (actor.role !== 'person') return undefined
      const found = db.select().from(people).where(eq(people.id, actor.person)).get()
      if (!found) return undefined
      const key = keys.of('people', found.id, found)
      return { id: found.id, email: String(open(key, emailPlace(found.id), found.email)) }
    },
  }
}
