import { cp, rm } from 'node:fs/promises'
import { savedPagesFolder } from './judges/html'
import { seededData, startPortal } from './portal'

/** Forgets the pages that an earlier run saved, so that only this run is judged, and makes the demo that every portal of this run begins with. */
export default async function prepareRun(): Promise<void> {
  await rm(savedPagesFolder, { recursive: true, force: true })
  await rm(seededData, { recursive: true, force: true })
  const portal = await startPortal()
  await portal.stop()
  await cp(portal.dataDir, seededData, { recursive: true })
  await portal.close()
}
