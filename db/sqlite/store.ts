import type { Store } from '~/applications/ports'
import type { KeyRing } from '../key-ring'
import { applicationRowsIn } from './application-rows'
import { applicationVerbs } from './applications'
import { dataKeysIn, rewrapKeysIn } from './data-keys'
import { openDatabase, type Database } from './database'
import { establishmentVerbs } from './establishments'
import { factRowsIn } from './fact-rows'
import { factVerbs } from './facts'
import { heldIn } from './held'
import { housekeepingVerbs } from './housekeeping'
import { invitationRowsIn } from './invitation-rows'
import { invitationVerbs, invitedVerbs } from './invitations'
import { memberVerbs } from './members'
import { membershipsIn } from './memberships'
import { outboxIn, outboxVerbs } from './outbox'
import { partRowsIn } from './part-rows'
import { partVerbs } from './parts'
import { accountsIn, peopleVerbs } from './people'
import { sendersIn } from './senders'
import { sessionVerbs } from './sessions'
import { uploadRowsIn } from './upload-rows'
import { uploadCheckVerbs, uploadVerbs } from './uploads'
import { promised, withSqlite } from './verbs'

function storeIn(database: Database, ring: KeyRing): Store {
  const keys = dataKeysIn(database, ring)
  const own = { index: keys.own('index'), outbox: keys.own('outbox') }
  const held = heldIn(database, keys)
  const partRows = partRowsIn(database)
  const uploadRows = uploadRowsIn(database)
  const outbox = outboxIn(database, own.outbox)
  const senders = sendersIn(database, own.index)
  const factRows = factRowsIn(database, outbox, senders)
  const accounts = accountsIn(database, keys, own.index)
  const rows = applicationRowsIn(database, keys, partRows)
  const memberships = membershipsIn(database, own.index)
  const files = uploadVerbs(database, held, uploadRows, outbox)
  const invitationRows = invitationRowsIn(database, keys, { memberships, accounts, outbox })
  const asking = { rows, invitationRows, partRows, factRows, outbox, accounts, memberships }
  return promised({
    ...applicationVerbs(database, held, { rows, factRows, accounts, memberships, senders }),
    ...partVerbs(database, held, partRows),
    ...factVerbs(database, held, own.index, asking),
    ...files,
    ...uploadCheckVerbs(database, keys, uploadRows, outbox),
    ...establishmentVerbs(database),
    ...invitationVerbs(database, held, asking, files),
    ...invitedVerbs(database, asking),
    ...memberVerbs(database, keys, held, asking),
    ...peopleVerbs(database, keys, own.outbox, { outbox, accounts }),
    ...sessionVerbs(database),
    ...outboxVerbs(database, own.outbox, held),
    ...housekeepingVerbs(database),
  })
}

/**
 * Opens the store in an SQLite file, which is made if it is not there.
 * @throws UnknownKey, SealBroken when the key ring is not the one that the store was written under; StoreUnavailable
 */
export const openSqliteStore = (path: string, ring: KeyRing): Store =>
  withSqlite(() => {
    const database = openDatabase(path)
    try {
      return storeIn(database, ring)
    } catch (error) {
      database.sqlite.close()
      throw error
    }
  })

/** Puts every data key in the file under the ring's current key; works beside a running portal. Returns how many changed. */
export const rewrapSqliteKeys = (path: string, ring: KeyRing): number =>
  withSqlite(() => {
    const database = openDatabase(path)
    try {
      return rewrapKeysIn(database, ring)
    } finally {
      database.sqlite.close()
    }
  })
