import { describe, expect, it } from 'vitest'
import { arrivedUpload, council, draft, entry, id, minute, newUpload, readyUpload, sentApplication, uploadLimits, visitor, type OpenNew } from './cast'

const expected = (size: number, modified = 1) => ({ size, modified, came: 0 })

/** The records of what else of files is kept: the pieces that they arrive in, and pictures of their pages. */
export function filesAreKeptInPieces(openNew: OpenNew): void {
  const ann = visitor('annas-phone')
  const begun = async (size = 100) => {
    const store = await openNew()
    const application = (await draft(store, ann)).id
    const upload = newUpload({ expected: expected(size) })
    await store.beginUpload(ann, application, upload, uploadLimits, minute(1))
    const grow = (from: number, bytes: number, object = id('object')) => store.uploadGrew(ann, application, upload, { object, from, size: bytes }, minute(2))
    return { store, application, upload, grow }
  }

  describe('pictures of its pages', () => {
    it('are there while it is ready, and go with it', async () => {
      const store = await openNew()
      const application = (await draft(store, ann)).id
      const upload = await readyUpload(store, ann, application)
      expect(await store.uploads(ann, application)).toMatchObject([{ pages: 3, pictures: 1 }])
      expect(await store.uploadPicture(ann, application, upload.id, 1)).toMatchObject({ object: `${upload.object}-page`, size: 7 })
      expect([await store.uploadPicture(ann, application, upload.id, 2), await store.uploadPicture(ann, application, 'none', 1)]).toEqual([undefined, undefined])
      expect(await store.openings(ann, application)).toEqual([])
      expect(await store.removeUpload(ann, application, upload.id, minute(5))).toEqual({ objects: [upload.object, `${upload.object}-page`] })
      expect(await store.namedObjects([`${upload.object}-page`])).toEqual([])
    })
  })

  describe('a file that arrives in pieces', () => {
    it('says how much of it is there, and then is like any other', async () => {
      const { store, application, upload, grow } = await begun()
      expect(await store.uploads(ann, application)).toMatchObject([{ state: 'arriving', size: 100, expected: { size: 100, came: 0 } }])
      expect([await grow(0, 60, 'piece-one'), await grow(60, 40, 'piece-two')]).toEqual([60, 100])
      expect(await store.uploadArriving(ann, application, upload.id)).toMatchObject({ objects: ['piece-one', 'piece-two'], upload: { expected: { came: 100 } } })
      const arrived = await store.uploadArrived(ann, application, upload, { size: 100, hash: 'f00d' }, uploadLimits, minute(3))
      expect(arrived).toMatchObject({ state: 'checking', size: 100, hash: 'f00d' })
      expect(arrived).not.toHaveProperty('expected')
      expect(await store.uploadArriving(ann, application, upload.id)).toBeUndefined()
      expect(await store.uploadsToCheck(minute(9), minute(20), 5)).toMatchObject([{ id: upload.id, objects: ['piece-one', 'piece-two'] }])
      expect(await store.namedObjects(['piece-one', 'piece-two', 'nobodys'])).toEqual(['piece-one', 'piece-two'])
      await store.uploadChecked(upload, { retryAt: minute(8), brokeDown: false }, minute(4))
      expect(await store.namedObjects(['piece-one', 'piece-two'])).toHaveLength(2)
      await store.uploadChecked(upload, { ready: { object: 'clean-copy', size: 90, type: 'pdf', scanned: true } }, minute(5))
      expect(await store.namedObjects(['piece-one', 'piece-two', 'clean-copy'])).toEqual(['clean-copy'])
    })

    it('takes each piece once and in its turn, and no more than it was said to have', async () => {
      const { grow } = await begun()
      expect(await grow(10, 10)).toBeUndefined()
      expect(await Promise.all([grow(0, 60), grow(0, 60)])).toEqual([60, undefined])
      expect([await grow(0, 60), await grow(60, 41), await grow(60, 40)]).toEqual([undefined, undefined, 100])
    })

    it('begun again from the same device is the one that is on its way; another version of it is another', async () => {
      const { store, application, upload } = await begun()
      const again = (more = {}) => store.beginUpload(ann, application, newUpload({ expected: expected(100), ...more }), uploadLimits, minute(3))
      expect(await again()).toMatchObject({ repeated: { id: upload.id } })
      for (const more of [{ expected: expected(100, 2) }, { expected: expected(99) }, { name: 'Other.pdf' }]) expect(await again(more)).toHaveProperty('begun')
      expect(await store.uploads(ann, application)).toHaveLength(4)
    })

    it('holds the room that it will need', async () => {
      const { store, application, grow, upload } = await begun(600)
      const next = await store.beginUpload(ann, application, newUpload(), uploadLimits, minute(1))
      expect(next).toMatchObject({ room: 400 })
      expect(await grow(0, 600)).toBe(600)
      expect(await store.uploadArrived(ann, application, upload, { size: 600, hash: 'f00d' }, uploadLimits, minute(3))).toMatchObject({ state: 'checking' })
    })

    it('leaves nothing of its pieces when it is refused, given up or taken back', async () => {
      for (const end of ['refuse', 'drop', 'remove'] as const) {
        const { store, application, upload, grow } = await begun()
        await grow(0, 60, 'a-piece')
        if (end === 'refuse') await store.uploadArrived(ann, application, upload, { refused: 'lost' }, uploadLimits, minute(3))
        if (end === 'drop') await store.dropUpload(ann, application, upload)
        if (end === 'remove') expect(await store.removeUpload(ann, application, upload.id, minute(3))).toEqual({ objects: [upload.object, 'a-piece'] })
        expect([end, await store.namedObjects(['a-piece'])]).toEqual([end, []])
      }
    })

    it('is forgotten once nothing came of it for long enough', async () => {
      const { store, application, grow } = await begun()
      await grow(0, 60)
      expect(await store.forgetArriving(minute(2))).toBe(0)
      expect(await store.forgetArriving(minute(3))).toBe(1)
      expect(await store.uploads(ann, application)).toEqual([])
    })
  })

  it('the council’s systems hear nothing of a file that is on its way, and no time goes back while one waits for the scanner', async () => {
    const store = await openNew()
    const { id: application } = await sentApplication(store, ann)
    const changedSince = async (at: string) => (await store.applications(council, { at, limit: 9 })).length
    const coming = newUpload({ expected: { size: 100, modified: 1, came: 0 } })
    await store.beginUpload(ann, application, coming, uploadLimits, minute(20))
    await store.uploadGrew(ann, application, coming, { object: id('object'), from: 0, size: 60 }, minute(21))
    expect(await changedSince(minute(20))).toBe(0)
    const waits = await arrivedUpload(store, ann, application, minute(22))
    await store.record(ann, application, entry('corrected', 1), minute(30))
    await store.uploadChecked(waits, { retryAt: minute(33), brokeDown: false }, minute(31))
    expect(await changedSince(minute(30))).toBe(1)
  })
}
