import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { newKeyRingText, openStore, parseKeyRing } from '#db'
import type { Store } from '~/applications/ports'
import { storeContract } from '../store.contract'

let folder: string
const opened: Store[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-store-'))
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()))
})
afterAll(() => rmSync(folder, { recursive: true }))

const ring = parseKeyRing(newKeyRingText())
let files = 0

storeContract(async () => {
  const store = await openStore(`sqlite:${join(folder, `${++files}.db`)}`, ring)
  opened.push(store)
  return store
})
