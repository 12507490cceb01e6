import { describe, expect, it } from 'vitest'
import { arrivedUpload, draft, newUpload, readyUpload, sentApplication, stateOf, uploadLimits, minute, visitor, type OpenNew } from './cast'

/** How many files and bytes there is room for. */
export function filesHaveRoom(openNew: OpenNew): void {
  const ann = visitor('annas-phone')
  const begun = async () => {
    const store = await openNew()
    return { store, application: (await draft(store, ann)).id }
  }

  describe('the room for files', () => {
    it('is shared by all that one browser has begun and not sent; what was sent, and what others begin, has its own', async () => {
      const { store, application } = await begun()
      await arrivedUpload(store, ann, application, minute(1), 900)
      const second = (await draft(store, ann)).id
      const room = async (of: string, holder = ann) => {
        const upload = newUpload()
        const result = await store.beginUpload(holder, of, upload, uploadLimits, minute(2))
        await store.dropUpload(holder, of, upload)
        return 'begun' in result ? [result.room, result.beyond] : result
      }
      expect([await room(application), await room(second)]).toEqual([[100, 'too-much'], [600, 'too-much-unsent']])
      const upload = newUpload()
      await store.beginUpload(ann, second, upload, uploadLimits, minute(3))
      expect(await store.uploadArrived(ann, second, upload, { size: 601, hash: 'a' }, uploadLimits, minute(3))).toMatchObject({ state: 'refused', refused: 'too-much-unsent' })
      const bea = visitor('beas-phone')
      expect(await room((await draft(store, bea)).id, bea)).toEqual([1000, 'too-much'])
      const sent = (await sentApplication(store, ann)).id
      expect(await room(sent)).toEqual([1000, 'too-much'])
      await arrivedUpload(store, ann, sent, minute(4), 900)
      expect(await room(second)).toEqual([600, 'too-much-unsent'])
    })

    it('is so many files; refused ones count until they are taken away', async () => {
      const { store, application } = await begun()
      const upload = await readyUpload(store, ann, application)
      const refused = newUpload()
      await store.beginUpload(ann, application, refused, uploadLimits, minute(1))
      await store.uploadArrived(ann, application, refused, { refused: 'wrong-kind' }, uploadLimits, minute(1))
      for (let file = 0; file < 3; file++) await store.beginUpload(ann, application, newUpload(), uploadLimits, minute(1))
      expect(await store.beginUpload(ann, application, newUpload(), uploadLimits, minute(2))).toEqual({ refused: 'too-many' })
      await store.removeUpload(ann, application, refused.id, minute(2))
      expect(await store.beginUpload(ann, application, newUpload(), uploadLimits, minute(2))).toHaveProperty('begun')
      await store.removeUpload(ann, application, upload.id, minute(2))
      expect(await store.beginUpload(ann, application, newUpload(), uploadLimits, minute(2))).toHaveProperty('begun')
    })

    it('is so many bytes; what was refused takes none', async () => {
      const { store, application } = await begun()
      await arrivedUpload(store, ann, application, minute(1), 600)
      expect(await store.beginUpload(ann, application, newUpload(), uploadLimits, minute(1))).toMatchObject({ room: 400 })
      const big = await arrivedUpload(store, ann, application, minute(1), 401)
      expect((await store.uploads(ann, application)).find((each) => each.id === big.id)).toMatchObject({ state: 'refused', refused: 'too-much' })
      expect(await store.namedObjects([big.object])).toEqual([])
      const fitting = await arrivedUpload(store, ann, application, minute(1), 400)
      expect(await stateOf(store, ann, application, fitting.id)).toBe('checking')
      expect(await store.beginUpload(ann, application, newUpload(), uploadLimits, minute(1))).toMatchObject({ room: 0 })
    })

    it('is never more, however many arrive at once', async () => {
      const { store, application } = await begun()
      await Promise.all(Array.from({ length: 20 }, () => arrivedUpload(store, ann, application, minute(1), 300)))
      const all = await store.uploads(ann, application)
      expect(all).toHaveLength(5)
      expect(all.filter((each) => each.state === 'checking')).toHaveLength(3)
    })
  })
}
