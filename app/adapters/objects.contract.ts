import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Bytes, Objects } from '~/applications/ports'

const MIB = 1024 * 1024

async function* inPieces(bytes: Uint8Array, size = 65_553): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function whole(bytes: Bytes | undefined): Promise<Buffer | undefined> {
  if (!bytes) return undefined
  const all: Uint8Array[] = []
  for await (const piece of bytes) all.push(piece)
  return Buffer.concat(all)
}
const namesIn = async (objects: Objects) => {
  const names: string[] = []
  for await (const { name } of objects.list()) names.push(name)
  return names.sort()
}

/** What every place for objects promises. `openAgain` gives the same place as a process that starts anew would see it. */
export function objectsContract(openNew: () => Promise<{ readonly objects: Objects; readonly openAgain: () => Promise<Objects> }>): void {
  describe('a place for objects', () => {
    it.each([0, 1, 65_536, 3 * MIB + 7])('gives back %i bytes as they were put, also after a new start', async (size) => {
      const { objects, openAgain } = await openNew()
      const [name, bytes] = [randomUUID(), randomBytes(size)]
      await objects.put(name, inPieces(bytes))
      expect((await whole(await objects.get(name)))?.equals(bytes)).toBe(true)
      expect((await whole(await (await openAgain()).get(name)))?.equals(bytes)).toBe(true)
      expect(await namesIn(objects)).toEqual([name])
    })

    it('has nothing under a name until all of it is there', async () => {
      const { objects } = await openNew()
      const name = randomUUID()
      let went: (() => void) | undefined
      async function* slow(): AsyncGenerator<Uint8Array> {
        yield randomBytes(MIB)
        await new Promise<void>((resolve) => (went = resolve))
        yield randomBytes(MIB)
      }
      const put = objects.put(name, slow())
      while (!went) await new Promise((resolve) => setTimeout(resolve, 5))
      expect(await objects.get(name)).toBeUndefined()
      went()
      await put
      expect(await whole(await objects.get(name))).toHaveLength(2 * MIB)
    })

    it('keeps nothing of what broke off, says why it did, and can be asked again', async () => {
      const { objects } = await openNew()
      const name = randomUUID()
      class LineCut extends Error {}
      async function* cut(): AsyncGenerator<Uint8Array> {
        yield randomBytes(MIB)
        throw new LineCut()
      }
      await expect(objects.put(name, cut())).rejects.toThrow(LineCut)
      expect(await objects.get(name)).toBeUndefined()
      expect(await namesIn(objects)).toEqual([])
      await objects.put(name, inPieces(Buffer.from('whole')))
      expect(String(await whole(await objects.get(name)))).toBe('whole')
    })

    it('keeps what was there when its replacement broke off, and replaces it when that is whole', async () => {
      const { objects } = await openNew()
      const name = randomUUID()
      await objects.put(name, inPieces(Buffer.from('first')))
      async function* cut(): AsyncGenerator<Uint8Array> {
        yield Buffer.from('sec')
        throw new Error('cut')
      }
      await expect(objects.put(name, cut())).rejects.toThrow('cut')
      expect(String(await whole(await objects.get(name)))).toBe('first')
      await objects.put(name, inPieces(Buffer.from('second')))
      expect(String(await whole(await objects.get(name)))).toBe('second')
    })

    it('has nothing under a name that was never used or was deleted, and deletes what is not there', async () => {
      const { objects } = await openNew()
      const name = randomUUID()
      expect(await objects.get(name)).toBeUndefined()
      await objects.delete(name)
      await objects.put(name, inPieces(Buffer.from('here')))
      await objects.delete(name)
      await objects.delete(name)
      expect(await objects.get(name)).toBeUndefined()
      expect(await namesIn(objects)).toEqual([])
    })

    it('tells everything that is there and since when', async () => {
      const { objects } = await openNew()
      const names = Array.from({ length: 30 }, () => randomUUID()).sort()
      const from = Date.now()
      await Promise.all(names.map((name) => objects.put(name, inPieces(Buffer.from(name)))))
      expect(await namesIn(objects)).toEqual(names)
      for await (const { name, at } of objects.list()) expect([name, Math.abs(Date.parse(at) - from) < 60_000]).toEqual([name, true])
      for (const name of names) expect(String(await whole(await objects.get(name)))).toBe(name)
    })

    it('lets go of an object that is read only in part', async () => {
      const { objects } = await openNew()
      const name = randomUUID()
      await objects.put(name, inPieces(randomBytes(4 * MIB)))
      for (let time = 0; time < 50; time++) for await (const piece of (await objects.get(name)) ?? []) if (piece.length > 0) break
      await objects.delete(name)
      expect(await objects.get(name)).toBeUndefined()
    })

    it.each(['', '../../etc/passwd', 'a/b', 'short', 'x'.repeat(65), `${randomUUID()}\0`, '..........'])('takes no name such as %j', async (name) => {
      const { objects } = await openNew()
      await expect(objects.put(name, inPieces(Buffer.from('x')))).rejects.toThrow('name')
      await expect(objects.get(name)).rejects.toThrow('name')
      await expect(objects.delete(name)).rejects.toThrow('name')
    })
  })
}
