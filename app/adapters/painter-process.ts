import * as z from 'zod'
import { InspectorFailed } from '~/applications/failures'
import type { Bytes, Painter } from '~/applications/ports'
import { confinedProcess, type ConfinedSettings } from './confined-process'

const painted = z.strictObject({ pages: z.int().min(0), sizes: z.array(z.int().min(1).max(4 * 1024 * 1024)).max(50) })

/** How many families can wait for their photos to be joined: whoever comes after them is asked to try again. */
const MOST_JOINS = 4

/** Paints pages, and joins photos, in processes of their own: no join waits before the check of anybody's file. */
export function painterProcess(settings: ConfinedSettings): Painter {
  const confined = confinedProcess({ timeLimit: 60_000, ...settings })
  const joining = confinedProcess({ timeLimit: 60_000, ...settings })
  let joins = 0
  return {
    async pages({ type, bytes }) {
      if (type !== 'pdf' && type !== 'jpeg' && type !== 'png') return { pages: 0, pictures: [] }
      const { line, rest, stop } = await confined.run(type, bytes)
      try {
        const { pages, sizes } = painted.parse(JSON.parse(line))
        return { pages, pictures: await cut(rest, sizes) }
      } catch (error) {
        await stop()
        throw error instanceof InspectorFailed ? error : new InspectorFailed('The painter said something strange.', { cause: error })
      }
    },
    async *join(photos) {
      if (joins >= MOST_JOINS) throw new InspectorFailed('Too many photos are joined at once.')
      joins += 1
      try {
        const { rest } = await joining.run('join', after(JSON.stringify(photos.map(({ size }) => size)), photos))
        yield* rest
      } finally {
        joins -= 1
      }
    },
    close: async () => void (await Promise.all([confined.close(), joining.close()])),
  }
}

async function* after(line: string, photos: readonly { readonly bytes: Bytes }[]): Bytes {
  yield Buffer.from(`${line}\n`)
  for (const { bytes } of photos) yield* bytes
}

/** The pictures that stand one after the other. */
async function cut(rest: Bytes, sizes: readonly number[]): Promise<readonly Uint8Array[]> {
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const pieces: Uint8Array[] = []
  let came = 0
  for await (const piece of rest) {
    came += piece.byteLength
    if (came > total) break
    pieces.push(piece)
  }
  if (came !== total) throw new InspectorFailed('The pictures are not whole.')
  const all = Buffer.concat(pieces)
  let at = 0
  return sizes.map((size) => all.subarray(at, (at += size)))
}
