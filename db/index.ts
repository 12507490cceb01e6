import type { Store } from '~/applications/ports'
import type { KeyRing } from './key-ring'
import { openSqliteStore, rewrapSqliteKeys } from './sqlite/store'

export { demoKeyName, KeyRingError, newKeyRingText, parseKeyRing, type KeyRing, type KeyRingFault } from './key-ring'
export { SealBroken, UnknownKey } from './seal'

/** The kinds of store, by the scheme of their URL. */
const kinds = { sqlite: { open: openSqliteStore, rewrap: rewrapSqliteKeys } }

function kindOf(url: string) {
  const [scheme = '', ...rest] = url.split(':')
  const address = rest.join(':')
  if (!Object.hasOwn(kinds, scheme) || address === '') throw new Error(`No store opens ${scheme}: use sqlite:/path/to/file.db`)
  return { ...kinds[scheme as keyof typeof kinds], address }
}

/**
 * Opens the store at a URL such as 'sqlite:/var/lib/waymark/waymark.db', made and brought up to date if need be.
 * @throws UnknownKey or SealBroken when the key ring is not the one it was written under; StoreUnavailable
 */
export async function openStore(url: string, ring: KeyRing): Promise<Store> {
  const { open, address } = kindOf(url)
  return open(address, ring)
}

/** Puts every data key of a store under the current key of the ring, so that old ones can be retired. Returns how many changed. */
export async function rewrapKeys(url: string, ring: KeyRing): Promise<number> {
  const { rewrap, address } = kindOf(url)
  return rewrap(address, ring)
}
