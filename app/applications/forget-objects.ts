import type { Services } from './services'

/** How long an object may be nobody's: longer than a piece takes to arrive, or a file to be checked. */
const HOURS = 24
const BATCH = 500

/**
 * Keeps records and objects together: files that stopped arriving are forgotten in time, and objects that no record names (of senders who went away, of drafts
 * that were deleted, of a server that was killed) are deleted. Returns how many objects went.
 */
export async function forgetObjects({ store, clock, objects, uploadLimits }: Pick<Services, 'store' | 'clock' | 'objects' | 'uploadLimits'>): Promise<number> {
  const hoursAgo = (hours: number) => new Date(Date.parse(clock.now()) - hours * 3_600_000).toISOString()
  const before = hoursAgo(HOURS)
  await store.forgetArriving(hoursAgo(uploadLimits.unfinishedHours))
  let gone = 0
  const forget = async (names: readonly string[]) => {
    const named = new Set(await store.namedObjects(names))
    for (const name of names.filter((each) => !named.has(each))) {
      await objects.delete(name)
      gone += 1
    }
  }
  let old: string[] = []
  for await (const { name, at } of objects.list()) {
    if (at >= before) continue
    old.push(name)
    if (old.length < BATCH) continue
    await forget(old)
    old = []
  }
  await forget(old)
  return gone
}
