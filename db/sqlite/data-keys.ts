import { eq, sql } from 'drizzle-orm'
import type { KeyRing } from '../key-ring'
import { newWrappedKey, rewrapKey, unwrapKey, type DataKey, type WrappedKey } from '../seal'
import type { Database } from './database'
import { applications, keys, people } from './schema'

type Owner = 'applications' | 'people' | 'keys'

export interface DataKeys {
  /** A fresh wrapped key for a new row. */
  fresh(owner: Owner, id: string): WrappedKey
  /**
   * The data key of a row, unwrapped.
   * @throws UnknownKey, SealBroken
   */
  of(owner: Owner, id: string, wrapped: WrappedKey): DataKey
  /** A key of the store itself, made at the first start. */
  own(name: 'index' | 'outbox'): DataKey
}

// Enough for everybody who is busy at once; each entry is a few hundred bytes.
const keptUnwrapped = 1000

const placeOf = (table: Owner, row: string) => ({ table, column: 'wrapped', row })

/** Data keys, unwrapped once and kept in memory while they are in use. */
export function dataKeysIn({ db, write }: Database, ring: KeyRing): DataKeys {
  const unwrapped = new Map<string, DataKey>()
  const fresh = (owner: Owner, id: string) => newWrappedKey(ring, placeOf(owner, id))
  return {
    fresh,
    of(owner, id, wrapped) {
      const name = `${owner}:${id}`
      const key = unwrapped.get(name) ?? unwrapKey(ring, placeOf(owner, id), wrapped)
      unwrapped.delete(name)
      unwrapped.set(name, key)
      if (unwrapped.size > keptUnwrapped) unwrapped.delete(unwrapped.keys().next().value ?? '')
      return key
    },
    own(name) {
      const find = () => db.select().from(keys).where(eq(keys.name, name)).get()
      // Two processes may start at once on an empty store: the first key stays.
      const make = () => db.insert(keys).values({ name, ...fresh('keys', name) }).onConflictDoNothing().run()
      const wrapped = find() ?? (write(make), find())
      if (!wrapped) throw new Error(`The store has no key called ${name}`)
      return unwrapKey(ring, placeOf('keys', name), wrapped)
    },
  }
}

/** Puts every data key under the ring's current key, all at once. Returns how many changed. */
export function rewrapKeysIn({ db, write }: Database, ring: KeyRing): number {
  const all = [
    { owner: 'applications', table: applications, id: applications.id },
    { owner: 'people', table: people, id: people.id },
    { owner: 'keys', table: keys, id: keys.name },
  ] as const
  return write(() => {
    let changed = 0
    for (const { owner, table, id } of all) {
      const old = db.select({ id, kid: table.kid, wrapped: table.wrapped }).from(table).where(sql`${table.kid} <> ${ring.current}`).all()
      for (const each of old) db.update(table).set(rewrapKey(ring, placeOf(owner, each.id), each)).where(eq(id, each.id)).run()
      changed += old.length
    }
    return changed
  })
}
