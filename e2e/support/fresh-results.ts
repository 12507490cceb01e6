import { rm } from 'node:fs/promises'
import { savedPagesFolder } from './judges/html'

/** Forgets the pages that an earlier run saved, so that only this run is judged. */
export default async function freshResults(): Promise<void> {
  await rm(savedPagesFolder, { recursive: true, force: true })
}
