import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newKeyRingText, openStore, parseKeyRing } from '#db'
import { families } from '#db/seed/families'
import { portalIn } from './portal.contract'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'demo-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const demo = (settings?: Record<string, string>) => portalIn(folder, ['demo'], settings)

/** A store with real data, and the file with its keys. */
async function realData(): Promise<string> {
  const ring = newKeyRingText().replace('demo:', 'k1:')
  const store = await openStore(`sqlite:${folder}/data/waymark.db`, parseKeyRing(ring))
  await store.setPurpose('production')
  await store.close()
  writeFileSync(join(folder, 'ring.txt'), ring)
  return join(folder, 'ring.txt')
}

describe('portal demo', () => {
  it('prints a family for each way in which a request can stand, the same when asked again', () => {
    const first = demo()
    expect(first).toMatchObject({ status: 0, stderr: '' })
    expect(first.stdout.trimEnd().split('\n')).toHaveLength(families.length + 1)
    expect(first.stdout).toMatch(/^late-excused@family\.example +gathering-advice, late-excused +G6MC-W28Z$/m)
    expect(demo()).toEqual(first)
  })

  it('refuses real data, and leaves no key of its own there', async () => {
    await realData()
    const before = readdirSync(join(folder, 'data'))
    expect(demo()).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('Choose another DATA_DIR') as string })
    expect(readdirSync(join(folder, 'data'))).toEqual(before)
  })

  it('refuses real data even with the keys to them', async () => {
    const KEY_RING_FILE = await realData()
    expect(demo({ KEY_RING_FILE })).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('holds production data') as string })
  })

  it('refuses a portal that is set to production', () => {
    expect(demo({ WAYMARK_MODE: 'production' })).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('never put there') as string })
    expect(existsSync(join(folder, 'data'))).toBe(false)
  })

  it('says no to a file that is not a store', () => {
    mkdirSync(join(folder, 'data'))
    writeFileSync(join(folder, 'data/demo-key-ring.txt'), newKeyRingText())
    writeFileSync(join(folder, 'data/waymark.db'), 'This is not a database, however long one looks at it. '.repeat(200))
    expect(demo()).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('not a database') as string })
  })
})
