import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto'

/** The keys that wrap data keys. The current one wraps; old ones still unwrap, so that data written under them stays readable. */
export interface KeyRing {
  readonly current: string
  readonly keys: ReadonlyMap<string, KeyObject>
}

/** What is wrong with the text of a key ring; the sentence for a person is the caller's. Never carries a key. */
export type KeyRingFault = 'empty' | 'no-name' | 'bad-name' | 'bad-key' | 'same-name-twice' | 'same-key-twice'

export class KeyRingError extends Error {
  constructor(
    readonly fault: KeyRingFault,
    /** Which entry is at fault, counted from 1. */
    readonly entry: number,
  ) {
    super(`Key ring: ${fault}, entry ${entry}`)
  }
}

/** The name of the key in a generated demo ring: production refuses a ring that holds it. */
export const demoKeyName = 'demo'

const names = /^[a-z0-9][a-z0-9-]{0,31}$/
// Exactly 32 bytes in canonical base64.
const keys256 = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/

/**
 * Reads a key ring from text such as 'k2:BASE64,k1:BASE64': the first key is the current one, each is 256 bits.
 * @throws KeyRingError
 */
export function parseKeyRing(text: string): KeyRing {
  if (text.trim() === '') throw new KeyRingError('empty', 1)
  const entries = text.trim().split(',').map((entry, index) => readEntry(entry.trim(), index + 1))
  const keys = new Map<string, KeyObject>()
  const seen = new Set<string>()
  entries.forEach(([name, key], index) => {
    if (keys.has(name)) throw new KeyRingError('same-name-twice', index + 1)
    if (seen.has(key)) throw new KeyRingError('same-key-twice', index + 1)
    seen.add(key)
    keys.set(name, createSecretKey(Buffer.from(key, 'base64')))
  })
  const [current] = keys.keys()
  if (current === undefined) throw new KeyRingError('empty', 1)
  return { current, keys }
}

function readEntry(entry: string, number: number): [name: string, key: string] {
  const colon = entry.indexOf(':')
  if (colon === -1) throw new KeyRingError('no-name', number)
  const [name, key] = [entry.slice(0, colon), entry.slice(colon + 1)]
  if (!names.test(name)) throw new KeyRingError('bad-name', number)
  if (!keys256.test(key)) throw new KeyRingError('bad-key', number)
  return [name, key]
}

/** The text of a fresh ring for a demo. */
export const newKeyRingText = (): string => `${demoKeyName}:${randomBytes(32).toString('base64')}`
