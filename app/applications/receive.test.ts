import { describe, expect, it } from 'vitest'
import { council, house, stranger, visitor } from './fixtures/house'
import { checkUploads } from './check-uploads'
import { StoreUnavailable } from './failures'
import { forgetObjects } from './forget-objects'
import { openUpload, uploadsOf } from './open-upload'
import { NotAllowed, NotFound } from './permissions'
import { announce, announced, giveUp, OutOfPlace, PIECE, receive } from './receive'
import type { Bytes, Objects } from './ports'
import type { Services } from './services'
import { parentRequest } from '~/forms/parent-request'
import { attach } from './attach'
import { family } from './fixtures/school-house'
import { submit } from './submit'
import { cameAt } from './uploads'
import { withdraw } from './withdraw'

const home = house()
const MIB = 1024 * 1024
const limits = { files: 4, bytes: 12 * MIB, draftBytes: 36 * MIB, fileBytes: 10 * MIB, videoBytes: 10 * MIB, unfinishedHours: 24 }

async function whole(bytes: Bytes): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of bytes) all.push(piece)
  return Buffer.concat(all)
}
/** Bytes as a line brings them; after so many, it breaks. */
async function* line(bytes: Buffer, breaksAt = Infinity): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) {
    const chunk = bytes.subarray(at, Math.min(at + 65_536, breaksAt))
    if (chunk.length > 0) yield chunk
    if (at + 65_536 > breaksAt) throw new Error('the line broke')
  }
}
const letter = (size: number) => Buffer.from('Dear Ms Lee, Maya reads well. '.repeat(size / 30 + 1)).subarray(0, size)
const services = (more: Partial<Services> = {}): Services => ({
  ...home.services,
  scanner: { scan: async (bytes) => (await whole(bytes), 'clean') },
  inspector: { inspect: async ({ bytes }) => whole(bytes).then((copy) => ({ type: 'txt', size: copy.length, copy: line(copy) })), close: async () => undefined },
  uploadLimits: limits,
  ...more,
})
const about = (size: number) => ({ name: 'letter.txt', size, modified: 7 })
const begin = async (size: number) => {
  const { reference } = await home.draft()
  const outcome = await announce(services(), visitor, reference, about(size))
  return { reference, id: 'upload' in outcome ? outcome.upload.id : '' }
}
const files = async (reference: string) => (await uploadsOf(services(), visitor, reference)).uploads
const cameOf = async (reference: string) => (await files(reference))[0]?.expected?.came
const objectsLeft = async () => {
  const names: string[] = []
  for await (const { name } of home.services.objects.list()) names.push(name)
  return names
}

describe('a file that comes in pieces', () => {
  it('goes on where its line broke, and is checked like any other', async () => {
    const bytes = letter(PIECE + 200_000)
    const { reference, id } = await begin(bytes.length)
    for (const breaksAt of [0, 1, 65_536, PIECE, PIECE + 70_000]) {
      const from = (await cameOf(reference)) ?? 0
      await expect(receive(services(), visitor, reference, id, from, line(bytes.subarray(from), breaksAt - from))).rejects.toThrow('the line broke')
      expect([breaksAt, await cameOf(reference)]).toEqual([breaksAt, breaksAt])
    }
    const from = PIECE + 70_000
    expect(await receive(services(), visitor, reference, id, from, line(bytes.subarray(from)))).toBe(bytes.length)
    expect(await files(reference)).toMatchObject([{ id, state: 'checking', size: bytes.length }])
    const whenCut = await files(reference)
    await checkUploads(services())
    expect((await whole((await openUpload(services(), visitor, reference, id)).bytes)).equals(bytes)).toBe(true)
    expect(await objectsLeft()).toHaveLength(1)

    // Its receipt is that of the same file sent in one go.
    const { reference: other } = await home.draft()
    const atOnce = await attach(services(), visitor, other, { name: 'letter.txt', bytes: line(bytes) })
    expect('upload' in atOnce && atOnce.upload.hash).toBe(whenCut[0]?.hash)
  })

  it('came on the day on which all of it was here, not on that on which it was announced', async () => {
    const { reference, id } = await begin(100)
    const later = services({ clock: { now: () => '2026-05-09T10:00:00.000Z', today: () => '2026-05-09' } })
    await receive(later, visitor, reference, id, 0, line(letter(100)))
    const [upload] = await files(reference)
    expect([upload?.beganAt.slice(0, 10), upload && cameAt(upload)]).toEqual(['2026-05-01', '2026-05-09T10:00:00.000Z'])
    await home.store.describeUpload(visitor, (await home.store.application(visitor, reference))?.id ?? '', id, { details: { paperTitle: 'Mine' }, base: 0 }, '2026-05-20T10:00:00.000Z')
    expect((await files(reference)).map(cameAt)).toEqual(['2026-05-09T10:00:00.000Z'])
  })

  it('is not taken when the request has ended before all of it came', async () => {
    const { reference } = await home.draft(family)
    expect(await submit(home.services, visitor, parentRequest, reference)).toHaveProperty('sent')
    const begun = await announce(services(), visitor, reference, about(100))
    const id = 'upload' in begun ? begun.upload.id : ''
    await receive(services(), visitor, reference, id, 0, line(letter(100).subarray(0, 60)))
    await withdraw(home.services, visitor, parentRequest, reference)
    await receive(services(), visitor, reference, id, 60, line(letter(100).subarray(60)))
    expect([await files(reference), await objectsLeft()]).toMatchObject([[{ state: 'refused', refused: 'closed' }], []])
  })

  it('is let go when it comes byte by byte: a disk is not filled by what takes no room', async () => {
    const { reference, id } = await begin(1000)
    const byte = (from: number) => receive(services(), visitor, reference, id, from, line(letter(1000).subarray(from, from + 1)))
    let came = 0
    const all = async () => {
      for (;;) came = await byte(came)
    }
    await expect(all()).rejects.toThrow('too many pieces')
    expect(came).toBeGreaterThan(300)
    expect([await files(reference), await objectsLeft()]).toMatchObject([[{ state: 'refused', refused: 'lost' }], []])
  })

  it('takes only what comes next', async () => {
    const bytes = letter(200_000)
    const { reference, id } = await begin(bytes.length)
    await receive(services(), visitor, reference, id, 0, line(bytes.subarray(0, 100_000)))
    for (const from of [0, 99_999, 100_001]) await expect(receive(services(), visitor, reference, id, from, line(bytes.subarray(from)))).rejects.toThrow(OutOfPlace)
    await expect(receive(services(), visitor, reference, id, 100_000, line(bytes))).rejects.toThrow(OutOfPlace)
    expect([await cameOf(reference), (await objectsLeft()).length]).toEqual([100_000, 1])
  })

  it('announced twice is one file; what cannot be taken is refused before it comes, and says why', async () => {
    const { reference, id } = await begin(100)
    const say = async (more: object) => announce(services(), visitor, reference, { ...about(100), ...more })
    expect(await say({})).toMatchObject({ upload: { id } })
    expect(await say({ name: 'a.exe' })).toMatchObject({ upload: { state: 'refused', refused: 'wrong-kind' } })
    expect(await say({ size: 11 * MIB })).toMatchObject({ upload: { refused: 'too-big' } })
    await giveUp(services(), visitor, reference, id)
    expect(await say({ size: 9 * MIB })).toMatchObject({ upload: { state: 'arriving' } })
    expect(await say({ name: 'other.txt', size: 4 * MIB })).toMatchObject({ upload: { refused: 'too-much' } })
    expect(await say({ name: 'more.txt' })).toEqual({ refused: 'too-many' })
  })

  it('is somebody’s own', async () => {
    const { reference, id } = await begin(100)
    const tries = [announced, giveUp, (...[all, actor, of, which]: Parameters<typeof giveUp>) => receive(all, actor, of, which, 0, line(letter(100)))]
    for (const attempt of tries) {
      await expect(attempt(services(), stranger, reference, id)).rejects.toThrow(NotFound)
      await expect(attempt(services(), council, reference, id)).rejects.toThrow(NotAllowed)
    }
    await expect(announce(services(), stranger, reference, about(1))).rejects.toThrow(NotFound)
    expect(await cameOf(reference)).toBe(0)
  })

  it('given up leaves nothing, and what arrived cannot be given up', async () => {
    const { reference, id } = await begin(100)
    await receive(services(), visitor, reference, id, 0, line(letter(60)))
    await giveUp(services(), visitor, reference, id)
    expect([await files(reference), await objectsLeft()]).toEqual([[], []])
    await attach(services(), visitor, reference, { id: 'there', name: 'a.txt', bytes: line(letter(9)) })
    await expect(giveUp(services(), visitor, reference, 'there')).rejects.toThrow(NotFound)
  })

  it('whose last piece came just before the server stopped is finished when its sender asks', async () => {
    const { reference, id } = await begin(100)
    const { store } = home.services
    const stopping = services({ store: { ...store, uploadArrived: () => Promise.reject(new StoreUnavailable('stopped')) } })
    await expect(receive(stopping, visitor, reference, id, 0, line(letter(100)))).rejects.toThrow(StoreUnavailable)
    expect(await announced(services(), visitor, reference, id)).toMatchObject({ state: 'checking', size: 100 })
    expect(await announced(services(), visitor, reference, id)).toMatchObject({ state: 'checking', size: 100 })
  })

  it('is refused as lost when a piece is not there any more', async () => {
    const { reference, id } = await begin(100)
    await receive(services(), visitor, reference, id, 0, line(letter(60)))
    const [piece = ''] = await objectsLeft()
    await home.services.objects.delete(piece)
    await receive(services(), visitor, reference, id, 60, line(letter(40)))
    expect(await files(reference)).toMatchObject([{ state: 'refused', refused: 'lost' }])
    expect(await objectsLeft()).toEqual([])
  })

  it('keeps what was on the disk before the disk was full', async () => {
    const { reference, id } = await begin(100)
    await receive(services(), visitor, reference, id, 0, line(letter(60)))
    const full: Objects = { ...home.services.objects, put: () => Promise.reject(new StoreUnavailable('full')) }
    await expect(receive(services({ objects: full }), visitor, reference, id, 60, line(letter(40)))).rejects.toThrow(StoreUnavailable)
    expect(await cameOf(reference)).toBe(60)
  })

  it('is swept with its pieces once it stopped for a day', async () => {
    const { reference, id } = await begin(100)
    await receive(services(), visitor, reference, id, 0, line(letter(60)))
    const later = (hours: number): Services => services({ clock: { ...home.services.clock, now: () => new Date(Date.now() + hours * 3_600_000).toISOString() } })
    const left = async () => [(await files(reference)).length, (await objectsLeft()).length]
    home.later(23 * 60)
    await forgetObjects(services())
    expect(await left()).toEqual([1, 1])
    await forgetObjects(later(25))
    expect(await left()).toEqual([0, 0])
  })
})
