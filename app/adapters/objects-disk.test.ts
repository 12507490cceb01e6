import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StoreUnavailable } from '~/applications/failures'
import { diskObjects } from './objects-disk'
import { objectsContract } from './objects.contract'

let base: string
let folders = 0
beforeAll(() => void (base = mkdtempSync(join(tmpdir(), 'waymark-objects-'))))
afterAll(() => rmSync(base, { recursive: true, force: true }))
const newFolder = () => join(base, String(++folders))

async function* bytesOf(size: number): AsyncGenerator<Uint8Array> {
  for (let left = size; left > 0; left -= 65_536) yield randomBytes(Math.min(left, 65_536))
}

objectsContract(async () => {
  const folder = newFolder()
  return { objects: diskObjects(folder), openAgain: async () => diskObjects(folder) }
})

describe('objects on a disk', () => {
  it('can be read by their owner alone', async () => {
    const folder = newFolder()
    await diskObjects(folder).put(randomUUID(), bytesOf(10))
    const all = [folder, ...readdirSync(folder, { recursive: true, withFileTypes: true }).map((each) => join(each.parentPath, each.name))]
    for (const path of all) expect([path, (statSync(path).mode & 0o077).toString(8)]).toEqual([path, '0'])
  })

  it('leave room for the database beside them', async () => {
    const folder = newFolder()
    const objects = diskObjects(folder, Number.MAX_SAFE_INTEGER)
    await expect(objects.put(randomUUID(), bytesOf(10))).rejects.toThrow(StoreUnavailable)
    expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).includes('part'))).toEqual([])
  })

  it('what a write that was killed left behind is told and can be deleted', async () => {
    const folder = newFolder()
    const objects = diskObjects(folder)
    const name = randomUUID()
    await objects.put(name, bytesOf(10))
    const left = `${name.slice(0, 2)}${randomUUID().slice(2)}.abc123.part`
    writeFileSync(join(folder, name.slice(0, 2), left), 'half')
    utimesSync(join(folder, name.slice(0, 2), left), 1, 1)
    const found = []
    for await (const each of objects.list()) found.push(each)
    expect(found.map((each) => each.name).sort()).toEqual([name, left].sort())
    expect(found.find((each) => each.name === left)?.at).toBe('1970-01-01T00:00:01.000Z')
    await objects.delete(left)
    expect(readdirSync(join(folder, name.slice(0, 2)))).toEqual([name])
  })

  it('a disk that cannot be written or read is said to be unavailable', async () => {
    const folder = newFolder()
    const objects = diskObjects(folder)
    const name = randomUUID()
    // A file where a folder must be made: no disk, for root as well.
    writeFileSync(join(folder, name.slice(0, 2)), '')
    await expect(objects.put(name, bytesOf(10))).rejects.toThrow(StoreUnavailable)
    await expect(objects.get(name)).rejects.toThrow(StoreUnavailable)
  })
})
