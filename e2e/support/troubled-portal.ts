import { copyFile, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startPortal, test as base, type Portal } from './portal'

/** A portal whose printing gets into the trouble that the words of a copy name. */
export type TroubledPortal = Portal & {
  /** How many times a worker was given the copy of an application. */
  triesAt(reference: string): Promise<number>
}

/** The portal as it is built, with another worker in the place of its own. */
async function startTroubledPortal(): Promise<TroubledPortal> {
  await mkdir('.cache', { recursive: true })
  const built = await mkdtemp('.cache/troubled-')
  const node = join(built, 'node')
  await cp('build', built, { recursive: true })
  await copyFile(join(node, 'worker.js'), join(node, 'sound-worker.js'))
  await copyFile('e2e/support/troubled-worker.mjs', join(node, 'worker.js'))
  const portal = await startPortal({ entry: join(node, 'server.js'), env: { LIMIT_PER_MINUTE: '100000', PDF_WORKERS: '2' } })
  return {
    ...portal,
    triesAt: async (reference) => (await readFile(join(node, 'jobs'), 'utf8')).split(reference).length - 1,
    close: async () => {
      await portal.close()
      await rm(built, { recursive: true, force: true })
    },
  }
}

/** The everyday `test`, with such a portal. */
export const test = base.extend<object, { portal: TroubledPortal }>({
  portal: [
    async ({}, use) => {
      const portal = await startTroubledPortal()
      await use(portal)
      await portal.close()
    },
    { scope: 'worker' },
  ],
})

export { expect } from 'playwright/test'
