import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import type { KeyRing } from './key-ring'

// AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D). Every sealed value is bound to its table, column, row and key by
// the additional data, so that a value copied to another row or column does not open.

/** Where a sealed value lives. */
export interface Place {
  readonly table: string
  readonly column: string
  readonly row: string
}

/** A key of one application, one person or the store itself; `id` names it in the additional data. */
export interface DataKey {
  readonly id: string
  readonly key: KeyObject
}

/** A data key under the key-ring key called `kid`. */
export interface WrappedKey {
  readonly kid: string
  readonly wrapped: Buffer
}

/** The key ring lacks a key that this data was written under. */
export class UnknownKey extends Error {
  constructor(readonly kid: string) {
    super(`The key ring has no key called ${kid}`)
  }
}

/** A sealed value does not open: it was changed or moved, or the key of that name is another key. */
export class SealBroken extends Error {
  constructor(readonly place: Place) {
    super(`The sealed value at ${place.table}.${place.column}, row ${place.row}, does not open`)
  }
}

const version = 1
const nonceBytes = 12
const tagBytes = 16
const headBytes = nonceBytes + tagBytes

const boundTo = ({ table, column, row }: Place, kid: string) => Buffer.from(JSON.stringify([table, column, row, kid, version]))

function sealBytes(key: KeyObject, kid: string, place: Place, bytes: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(boundTo(place, kid))
  const body = cipher.update(bytes)
  cipher.final()
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function openBytes(key: KeyObject, kid: string, place: Place, sealed: Buffer): Buffer {
  if (sealed.length < headBytes) throw new SealBroken(place)
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(boundTo(place, kid))
  decipher.setAuthTag(sealed.subarray(nonceBytes, headBytes))
  const bytes = decipher.update(sealed.subarray(headBytes))
  try {
    decipher.final()
  } catch {
    throw new SealBroken(place)
  }
  return bytes
}

/** Seals a value of plain JSON for one place. */
export const seal = (key: DataKey, place: Place, value: unknown): Buffer =>
  sealBytes(key.key, key.id, place, Buffer.from(JSON.stringify(value)))

/**
 * The value that was sealed for this place.
 * @throws SealBroken
 */
export const open = (key: DataKey, place: Place, sealed: Buffer): unknown =>
  JSON.parse(openBytes(key.key, key.id, place, sealed).toString())

const keyIn = (ring: KeyRing, kid: string): KeyObject => {
  const key = ring.keys.get(kid)
  if (!key) throw new UnknownKey(kid)
  return key
}

/** Wraps a data key under the ring's current key. */
const wrap = (ring: KeyRing, place: Place, bytes: Buffer): WrappedKey => ({
  kid: ring.current,
  wrapped: sealBytes(keyIn(ring, ring.current), ring.current, place, bytes),
})

/** A fresh data key, wrapped for the row that it belongs to. */
export const newWrappedKey = (ring: KeyRing, place: Place): WrappedKey => wrap(ring, place, randomBytes(32))

/**
 * The data key of a row.
 * @throws UnknownKey, SealBroken
 */
export const unwrapKey = (ring: KeyRing, place: Place, { kid, wrapped }: WrappedKey): DataKey => ({
  id: `${place.table}:${place.row}`,
  key: createSecretKey(openBytes(keyIn(ring, kid), kid, place, wrapped)),
})

/** The same data key under the ring's current key. */
export const rewrapKey = (ring: KeyRing, place: Place, { kid, wrapped }: WrappedKey): WrappedKey =>
  wrap(ring, place, openBytes(keyIn(ring, kid), kid, place, wrapped))

/** A blind index: finds equal texts without keeping them. `about` keeps indexes of different columns apart. */
export const blindIndex = (key: DataKey, about: string, text: string): string =>
  createHmac('sha256', key.key).update(JSON.stringify([about, text])).digest('base64url')
