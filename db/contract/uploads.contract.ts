import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Bytes } from '~/applications/ports'
import { arrivedUpload, council, draft, entry, id, message, minute, newUpload, operator, readyUpload, sentApplication, signedIn, stateOf, uploadLimits, visitor, type OpenNew } from './cast'

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
async function whole(bytes: Bytes): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of bytes) all.push(piece)
  return Buffer.concat(all)
}

/** The records of files, from the first byte to the last opening. */
export function filesAreRecorded(openNew: OpenNew): void {
  const ann = visitor('annas-phone')
  const begun = async () => {
    const store = await openNew()
    return { store, application: (await draft(store, ann)).id }
  }

  describe('a file that arrives', () => {
    it('is arriving, is checked, is ready', async () => {
      const { store, application } = await begun()
      const upload = newUpload({ name: 'Dr Lee’s letter.pdf', details: { title: 'A letter' } })
      const first = { id: upload.id, state: 'arriving', name: upload.name, size: 0, by: upload.by, beganAt: minute(1), changedAt: minute(1), details: { title: 'A letter' }, revision: 0 }
      const result = await store.beginUpload(ann, application, upload, uploadLimits, minute(1))
      expect(result).toMatchObject({ begun: first, room: 1000 })
      expect(await store.uploads(ann, application)).toEqual([first])
      const arrived = { ...first, state: 'checking', arrivedAt: minute(2), size: 70, hash: 'f00d', changedAt: minute(2) }
      expect(await store.uploadArrived(ann, application, upload, { size: 70, hash: 'f00d' }, uploadLimits, minute(2))).toEqual(arrived)
      expect(await store.uploads(ann, application)).toEqual([arrived])
      const ready = { object: id('object'), size: 60, type: 'pdf', scanned: true } as const
      expect(await store.uploadChecked(upload, { ready }, minute(3))).toBe(true)
      expect(await store.uploads(ann, application)).toEqual([{ ...arrived, state: 'ready', size: 60, type: 'pdf', scanned: true, changedAt: minute(3) }])
    })

    it('keeps its draft from being forgotten', async () => {
      const { store, application } = await begun()
      await arrivedUpload(store, ann, application, minute(25))
      await store.forget({ draftsBefore: minute(10), guestDraftsBefore: minute(20), sessionsBefore: minute(0), messagesBefore: minute(0), undeliveredBefore: minute(0) })
      expect(await store.uploads(ann, application)).toHaveLength(1)
    })

    it('goes with its draft', async () => {
      const { store, application } = await begun()
      const upload = await readyUpload(store, ann, application, minute(2))
      await store.openUpload(ann, application, upload.id, { role: 'visitor' }, minute(3))
      await store.forget({ draftsBefore: minute(10), guestDraftsBefore: minute(20), sessionsBefore: minute(0), messagesBefore: minute(0), undeliveredBefore: minute(0) })
      expect(await store.namedObjects([upload.object])).toEqual([])
    })

    it('goes with a guest to the account they sign in to', async () => {
      const { store, application } = await begun()
      const upload = await readyUpload(store, ann, application)
      const person = await signedIn(store, 'ann@example.org', 'annas-phone')
      expect((await store.openUpload(person, application, upload.id, { role: 'person' }, minute(3)))?.object).toBe(upload.object)
      expect(await store.uploads(ann, application)).toEqual([])
    })

    it('pressed twice, is there once; what arrived is not asked for again', async () => {
      const { store, application } = await begun()
      const upload = await arrivedUpload(store, ann, application)
      const again = await store.beginUpload(ann, application, { ...upload, object: id('object') }, uploadLimits, minute(2))
      expect(again).toMatchObject({ repeated: { id: upload.id, state: 'checking' } })
      expect(await store.namedObjects([upload.object])).toEqual([upload.object])
      expect(await store.uploads(ann, application)).toHaveLength(1)
    })

    it('of the same bytes and name as one that is there is that one, and takes no room', async () => {
      const { store, application } = await begun()
      const first = await arrivedUpload(store, ann, application)
      const again = newUpload({ name: first.name })
      const [other, late] = [newUpload({ name: 'Another name.pdf' }), newUpload({ name: first.name })]
      for (const each of [again, other, late]) await store.beginUpload(ann, application, each, uploadLimits, minute(2))
      const same = { size: 5, hash: `f00d ${first.id}` }
      expect(await store.uploadArrived(ann, application, again, same, uploadLimits, minute(3))).toMatchObject({ id: first.id, state: 'checking' })
      expect(await store.namedObjects([first.object, again.object])).toEqual([first.object])
      expect(await store.uploadArrived(ann, application, other, same, uploadLimits, minute(3))).toMatchObject({ id: other.id })
      // One that was taken back is sent anew.
      await store.removeUpload(ann, application, first.id, minute(4))
      expect(await store.uploadArrived(ann, application, late, same, uploadLimits, minute(5))).toMatchObject({ id: late.id })
    })

    it('begun again before it arrived, belongs to the one who began last', async () => {
      const { store, application } = await begun()
      const first = newUpload()
      const second = { ...first, object: id('object') }
      await store.beginUpload(ann, application, first, uploadLimits, minute(1))
      expect(await store.beginUpload(ann, application, second, uploadLimits, minute(2))).toHaveProperty('begun')
      expect(await store.uploadArrived(ann, application, first, { size: 5, hash: 'a' }, uploadLimits, minute(3))).toBeUndefined()
      expect(await store.dropUpload(ann, application, first)).toBe(false)
      expect(await store.namedObjects([first.object, second.object])).toEqual([second.object])
      expect(await store.uploadArrived(ann, application, second, { size: 5, hash: 'a' }, uploadLimits, minute(3))).toMatchObject({ state: 'checking' })
      expect(await store.uploadArrived(ann, application, second, { size: 5, hash: 'a' }, uploadLimits, minute(4))).toBeUndefined()
    })

    it('whose sender went away was never there', async () => {
      const { store, application } = await begun()
      const upload = newUpload()
      await store.beginUpload(ann, application, upload, uploadLimits, minute(1))
      expect(await store.dropUpload(ann, application, upload)).toBe(true)
      expect(await store.dropUpload(ann, application, upload)).toBe(false)
      expect(await store.uploads(ann, application)).toEqual([])
      const arrived = await arrivedUpload(store, ann, application)
      expect(await store.dropUpload(ann, application, arrived)).toBe(false)
    })

    it('cannot take the id of a file of somebody else', async () => {
      const { store, application } = await begun()
      const bea = visitor('beas-phone')
      const other = await draft(store, bea)
      const upload = newUpload()
      await store.beginUpload(ann, application, upload, uploadLimits, minute(1))
      expect(await store.beginUpload(bea, other.id, { ...upload, object: id('object') }, uploadLimits, minute(2))).toEqual({ refused: 'not-found' })
      expect(await store.uploads(ann, application)).toHaveLength(1)
    })

    it('that never arrived is forgotten in time; what arrived is not', async () => {
      const { store, application } = await begun()
      const [old, late] = [newUpload(), newUpload()]
      await arrivedUpload(store, ann, application, minute(1))
      await store.beginUpload(ann, application, old, uploadLimits, minute(1))
      await store.beginUpload(ann, application, late, uploadLimits, minute(5))
      expect(await store.forgetArriving(minute(5))).toBe(1)
      expect((await store.uploads(ann, application)).map((each) => each.state)).toEqual(['checking', 'arriving'])
    })
  })

  describe('checking', () => {
    it('gives each file to one checker, those that wait longest first, and again when that one did not come back', async () => {
      const { store, application } = await begun()
      const [one, two] = [await arrivedUpload(store, ann, application, minute(1)), await arrivedUpload(store, ann, application, minute(2))]
      expect(await store.uploadsToCheck(minute(0), minute(9), 5)).toEqual([])
      expect((await store.uploadsToCheck(minute(3), minute(9), 1)).map((each) => each.id)).toEqual([one.id])
      const [given, ...none] = await store.uploadsToCheck(minute(3), minute(9), 5)
      expect([given?.id, none]).toEqual([two.id, []])
      expect(given).toMatchObject({ object: two.object, name: 'Letter.pdf', size: 100, failures: 0 })
      expect((await store.uploadsToCheck(minute(9), minute(20), 5)).map((each) => each.id)).toEqual([one.id, two.id])
    })

    it('of what a checker had to itself when the server stopped is due at its next start', async () => {
      const { store, application } = await begun()
      const upload = await arrivedUpload(store, ann, application, minute(1))
      await store.uploadsToCheck(minute(2), minute(20), 5)
      expect(await store.uploadsToCheck(minute(3), minute(20), 5)).toEqual([])
      expect(await store.checkAgain(minute(3))).toBe(1)
      expect(await store.uploadsToCheck(minute(3), minute(20), 5)).toMatchObject([{ id: upload.id }])
    })

    it('that did not work is done again when it is due, and counts', async () => {
      const { store, application } = await begun()
      const upload = await arrivedUpload(store, ann, application)
      const before = await store.uploads(ann, application)
      expect(await store.uploadChecked(upload, { retryAt: minute(8), brokeDown: true }, minute(4))).toBe(true)
      expect(await store.uploads(ann, application)).toEqual(before)
      expect(await store.uploadsToCheck(minute(7), minute(9), 5)).toEqual([])
      expect(await store.uploadsToCheck(minute(8), minute(9), 5)).toMatchObject([{ id: upload.id, failures: 1 }])
    })

    it('knows what was sent, and leaves one message for all that comes until it goes', async () => {
      const { store, application } = await begun()
      const sent = await sentApplication(store, ann)
      const mine = async (owner: string) => (await arrivedUpload(store, ann, owner), (await store.uploadsToCheck(minute(9), minute(20), 5))[0])
      expect(await mine(application)).not.toHaveProperty('sentAs')
      const [one, two] = [await mine(sent.id), await mine(sent.id)]
      if (!one || !two) throw new Error('nothing is due')
      expect([one.sentAs, two.sentAs]).toEqual([sent.reference, sent.reference])
      const ready = () => ({ ready: { object: id('object'), size: 1, type: 'pdf', scanned: true } }) as const
      const news = { ...message('council@example.org'), gatheredUntil: minute(20) }
      const waiting = async (at: string) => (await store.messagesToSend(at, 300)).filter((each) => each.id === news.id).length
      expect(await store.uploadChecked(one, ready(), minute(9), [news])).toBe(true)
      expect(await store.uploadChecked(two, ready(), minute(9), [news])).toBe(true)
      expect(await store.uploadChecked(one, ready(), minute(9), [message()])).toBe(false)
      expect([await waiting(minute(19)), await waiting(minute(20))]).toEqual([0, 1])
    })

    it('can refuse a file: its bytes are nobody’s then', async () => {
      const { store, application } = await begun()
      const upload = await arrivedUpload(store, ann, application)
      await store.uploadChecked(upload, { refused: 'virus' }, minute(4))
      expect(await store.uploads(ann, application)).toMatchObject([{ id: upload.id, state: 'refused', refused: 'virus', size: 0, changedAt: minute(4) }])
      expect(await store.namedObjects([upload.object])).toEqual([])
    })

    it('says nothing about a file that was taken back, replaced or checked meanwhile', async () => {
      const { store, application } = await begun()
      const upload = await readyUpload(store, ann, application)
      expect(await store.uploadChecked({ ...upload, object: upload.was }, { refused: 'virus' }, minute(4))).toBe(false)
      expect(await store.uploadChecked(upload, { refused: 'virus' }, minute(4))).toBe(false)
      expect(await store.uploadChecked(newUpload(), { refused: 'virus' }, minute(4))).toBe(false)
      expect(await stateOf(store, ann, application, upload.id)).toBe('ready')
    })

    it('moves the name from the bytes that arrived to those that are handed out, at once', async () => {
      const { store, application } = await begun()
      const { was, object } = await readyUpload(store, ann, application)
      expect(await store.namedObjects([was, object, 'nobody'])).toEqual([object])
      expect(await store.namedObjects([])).toEqual([])
    })
  })

  describe('opening', () => {
    it('is written down, first first, with who it was', async () => {
      const { store, application } = await begun()
      const [one, two] = [await readyUpload(store, ann, application), await readyUpload(store, ann, application)]
      const opened = await store.openUpload(ann, application, one.id, { role: 'visitor' }, minute(4))
      expect(opened).toMatchObject({ id: one.id, object: one.object, upload: { name: 'Letter.pdf' } })
      await store.openUpload(ann, application, two.id, { role: 'visitor' }, minute(5))
      await store.openUpload(operator, application, one.id, { role: 'operator' }, minute(5))
      expect(await store.openings(ann, application)).toEqual([
        { upload: one.id, by: { role: 'visitor' }, at: minute(4) },
        { upload: two.id, by: { role: 'visitor' }, at: minute(5) },
        { upload: one.id, by: { role: 'operator' }, at: minute(5) },
      ])
    })

    it('waits until a file is ready, and ends when it is taken back', async () => {
      const { store, application } = await begun()
      const open = (upload: string) => store.openUpload(ann, application, upload, { role: 'visitor' }, minute(4))
      const [arriving, checking, refused, ready] = [newUpload(), await arrivedUpload(store, ann, application), await arrivedUpload(store, ann, application), await readyUpload(store, ann, application)]
      await store.beginUpload(ann, application, arriving, uploadLimits, minute(1))
      await store.uploadChecked(refused, { refused: 'virus' }, minute(2))
      for (const each of [arriving, checking, refused]) expect(await open(each.id)).toBeUndefined()
      await store.removeUpload(ann, application, ready.id, minute(3))
      expect(await open(ready.id)).toBeUndefined()
      expect(await store.openings(ann, application)).toEqual([])
    })

    it('gives what opens the bytes that were sealed for it, and for no other application', async () => {
      const { store, application } = await begun()
      const other = (await draft(store, ann)).id
      const [upload, foreign] = [await readyUpload(store, ann, application), await readyUpload(store, ann, other)]
      const sealingOf = async (where: string, which: string) => (await store.openUpload(ann, where, which, { role: 'visitor' }, minute(4)))?.sealing
      const [own, others] = [await sealingOf(application, upload.id), await sealingOf(other, foreign.id)]
      const bytes = randomBytes(200_000)
      const sealed = await whole(own?.seal('an-object', once(bytes)) ?? once(bytes))
      expect(sealed.equals(bytes)).toBe(false)
      expect((await whole(own?.open('an-object', once(sealed)) ?? once(sealed))).equals(bytes)).toBe(true)
      await expect(whole(others?.open('an-object', once(sealed)) ?? once(sealed))).rejects.toThrow()
    })
  })

  describe('what is said about a file', () => {
    it('can be changed, and is never laid over what somebody else said', async () => {
      const { store, application } = await begun()
      const upload = await arrivedUpload(store, ann, application)
      const describe = (title: string, base: number) => store.describeUpload(ann, application, upload.id, { details: { title }, base }, minute(4))
      expect(await describe('One', 0)).toMatchObject({ saved: { details: { title: 'One' }, revision: 1, state: 'checking', changedAt: minute(4) } })
      expect(await describe('Two', 0)).toMatchObject({ clash: { details: { title: 'One' }, revision: 1 } })
      expect(await describe('Two', 1)).toMatchObject({ saved: { details: { title: 'Two' }, revision: 2 } })
      expect(await store.describeUpload(ann, application, 'no-such', { details: {}, base: 0 }, minute(4))).toBeUndefined()
    })

    it('stays when the file is found to be fine', async () => {
      const { store, application } = await begun()
      const upload = await arrivedUpload(store, ann, application)
      await store.describeUpload(ann, application, upload.id, { details: { title: 'One' }, base: 0 }, minute(4))
      await store.uploadChecked(upload, { ready: { object: id('object'), size: 1, type: 'pdf', scanned: false } }, minute(5))
      expect(await store.uploads(ann, application)).toMatchObject([{ details: { title: 'One' }, scanned: false, hash: `f00d ${upload.id}` }])
    })
  })

  describe('taking a file back', () => {
    it('from a draft leaves nothing; twice is the same as once', async () => {
      const { store, application } = await begun()
      const upload = await readyUpload(store, ann, application)
      await store.openUpload(ann, application, upload.id, { role: 'visitor' }, minute(4))
      expect(await store.removeUpload(ann, application, upload.id, minute(5))).toEqual({ objects: [upload.object, `${upload.object}-page`] })
      expect(await store.removeUpload(ann, application, upload.id, minute(6))).toEqual({ objects: [] })
      expect(await store.uploads(ann, application)).toEqual([])
      expect(await store.openings(ann, application)).toEqual([])
    })

    it('from what was sent leaves its record and who opened it, without the bytes', async () => {
      const store = await openNew()
      const { id: application } = await sentApplication(store, ann)
      const upload = await readyUpload(store, ann, application)
      await store.openUpload(council, application, upload.id, { role: 'system', who: 'case-system' }, minute(6))
      expect(await store.removeUpload(ann, application, upload.id, minute(7))).toEqual({ objects: [upload.object, `${upload.object}-page`] })
      expect(await store.removeUpload(ann, application, upload.id, minute(8))).toEqual({ objects: [] })
      expect(await store.uploads(ann, application)).toMatchObject([{ id: upload.id, state: 'removed', hash: `f00d ${upload.id}` }])
      expect(await store.openings(ann, application)).toHaveLength(1)
      expect(await store.namedObjects([upload.object])).toEqual([])
      expect(await store.describeUpload(ann, application, upload.id, { details: {}, base: 0 }, minute(9))).toBeUndefined()
    })

    it('from what was sent leaves nothing when the council could not open it yet', async () => {
      const store = await openNew()
      const { id: application } = await sentApplication(store, ann)
      const upload = await arrivedUpload(store, ann, application)
      await store.removeUpload(ann, application, upload.id, minute(7))
      expect(await store.uploads(ann, application)).toEqual([])
    })
  })

  it('the council’s systems learn that a file of a sent request is there, was described or was taken back', async () => {
    const store = await openNew()
    const { id: application } = await sentApplication(store, ann)
    await store.record(ann, application, entry('corrected', 1), minute(6))
    const changed = async (since: number) => (await store.applications(council, { at: minute(since), limit: 9 })).length
    const upload = await readyUpload(store, ann, application, minute(10))
    expect([await changed(10), await changed(11)]).toEqual([1, 0])
    await store.describeUpload(ann, application, upload.id, { details: {}, base: 0 }, minute(12))
    expect([await changed(12), await changed(13)]).toEqual([1, 0])
    await store.removeUpload(ann, application, upload.id, minute(14))
    expect([await changed(14), await changed(15)]).toEqual([1, 0])
    await readyUpload(store, ann, (await draft(store, ann)).id, minute(20))
    expect(await changed(16)).toBe(0)
  })
}
