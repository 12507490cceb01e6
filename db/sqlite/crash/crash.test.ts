import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newKeyRingText, openStore, parseKeyRing } from '#db'
import { draft, operator } from '../../contract/cast'

const program = fileURLToPath(new URL('keep-saving.ts', import.meta.url))
const ring = newKeyRingText()
let folder: string
let url: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-crash-'))
  url = `sqlite:${join(folder, 'waymark.db')}`
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Opens the store here, does something with it and closes it again. */
async function withStore<Result>(work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<Result>): Promise<Result> {
  const store = await openStore(url, parseKeyRing(ring))
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/**
 * Runs keep-saving.ts and gives the lines it wrote. `isEnough` is asked at every line; then it is killed.
 * `fileLimit` is the largest file that it may write, in blocks of 512 bytes: past it, writing fails as on a full disk.
 */
async function saveUntil(application: string, from: number, isEnough: (lines: number) => boolean, fileLimit?: number): Promise<string[]> {
  const script = `${fileLimit ? `ulimit -f ${fileLimit}; ` : ''}exec "$@"`
  const command = [process.execPath, '--import', 'tsx', program, url, ring, application, String(from)]
  const child = spawn('sh', ['-c', script, 'sh', ...command], { stdio: ['ignore', 'pipe', 'inherit'] })
  const closed = new Promise((done) => child.once('close', done))
  const lines: string[] = []
  for await (const line of createInterface(child.stdout)) {
    lines.push(line)
    if (isEnough(lines.length)) child.kill('SIGKILL')
  }
  await closed
  return lines
}

const kept = (application: string) => withStore(async (store) => (await store.parts(operator, application)).map((part) => part.name))

describe('a crash', () => {
  it('killed while saving, five times: nothing that was acknowledged is lost, and nothing is there twice', async () => {
    const { id } = await withStore((store) => draft(store, operator))
    const acknowledged: string[] = []
    for (let kill = 1; kill <= 5; kill++) {
      const lines = await saveUntil(id, kill * 100_000, (count) => count >= 20 * kill)
      expect(lines.length).toBeGreaterThanOrEqual(20 * kill)
      acknowledged.push(...lines.map((number) => `page-${number}`))
    }
    const names = await kept(id)
    expect(acknowledged.filter((name) => !names.includes(name))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
    // At most the one save that was under way at each kill is there without having been acknowledged.
    expect(names.length - acknowledged.length).toBeLessThanOrEqual(5)
  })

  it('on a full disk saving is refused as unavailable, what was acknowledged stays, and it recovers when there is room', async () => {
    const { id } = await withStore((store) => draft(store, operator))
    const lines = await saveUntil(id, 0, () => false, 2000)
    expect(lines.at(-1)).toBe('unavailable')
    const acknowledged = lines.slice(0, -1).map((number) => `page-${number}`)
    expect(acknowledged.length).toBeGreaterThan(40)
    const names = await kept(id)
    expect(acknowledged.filter((name) => !names.includes(name))).toEqual([])
    await saveUntil(id, 100_000, (count) => count >= 3)
    expect(await kept(id)).toContain('page-100002')
  })
})
