import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { savedPagesFolder } from './judges/html'
import { seededData, startPortal } from './portal'

/** Until the papers of the demo are checked: otherwise every portal that begins with this demo would check them again. */
async function papersChecked(dataDir: string): Promise<void> {
  const database = new Database(join(dataDir, 'waymark.db'), { readonly: true })
  const waiting = database.prepare("select count(*) from uploads where state = 'checking'").pluck()
  while (waiting.get() !== 0) await setTimeout(50)
  database.close()
}

/** Forgets the pages that an earlier run saved, so that only this run is judged, and makes the demo that every portal of this run begins with. */
export default async function prepareRun(): Promise<void> {
  await rm(savedPagesFolder, { recursive: true, force: true })
  await rm(seededData, { recursive: true, force: true })
  const portal = await startPortal()
  await papersChecked(portal.dataDir)
  await portal.stop()
  await cp(portal.dataDir, seededData, { recursive: true })
  await portal.close()
}
