import type { Services } from './services'

/** How long a file may be arriving, and an object be nobody's: longer than any upload or check takes. */
const HOURS = 24
const BATCH = 500

/**
 * Keeps records and objects together: files that never arrived are forgotten, and objects that no record names (of senders who went away, of drafts
 * that were deleted, of a server that was killed) are deleted. Returns how many objects went.
 */
export async function forgetObjects({ store, clock, objects }: Pick<Services, 'store' | 'clock' | 'objects'>): Promise<number> {
  const before = new Date(Date.parse(clock.now()) - HOURS * 3_600_000).toISOString()
  await store.forgetArriving(before)
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
