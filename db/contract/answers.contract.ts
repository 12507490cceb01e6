import fc from 'fast-check'
import { ApplicationFull } from '~/applications/failures'
import { MOST_BYTES } from '~/applications/ports'
import { describe, expect, it } from 'vitest'
import { council, draft, entry, id, minute, operator, sentApplication, signedIn, visitor, type OpenNew } from './cast'

/** Beginning, saving and coming back. */
export function answersAreKept(openNew: OpenNew): void {
  const ann = visitor('annas-phone')

  describe('saving answers', () => {
    it('a parent begins an application and finds it by its reference', async () => {
      const store = await openNew()
      const begun = await draft(store, ann, minute(3))
      expect(await store.application(ann, begun.reference)).toEqual({
        id: begun.id,
        reference: begun.reference,
        form: 'parent-request',
        language: 'en',
        startedAt: minute(3),
        savedAt: minute(3),
      })
      expect(await store.parts(ann, begun.id)).toEqual([])
    })

    it('two applications never share a reference', async () => {
      const store = await openNew()
      const { reference } = await draft(store, ann)
      const again = await store.startApplication(visitor('b'), { id: id('application'), reference, form: 'f', language: 'en' }, minute(0))
      expect(again).toBe('reference-taken')
      expect(await store.applications(visitor('b'))).toEqual([])
    })

    it('a second request begins with the parts that are copied into it', async () => {
      const store = await openNew()
      const parts = [{ name: 'parents', answers: {} }, { name: 'parents/x7', answers: { lastName: 'Ade' } }]
      const start = { id: id('application'), reference: id('REF'), form: 'f', language: 'pl', parts }
      await store.startApplication(ann, start, minute(0))
      expect(await store.parts(ann, start.id)).toEqual(parts.map((each) => ({ ...each, revision: 1 })))
    })

    it('a saved page comes back as it was, and the time of saving with it', async () => {
      const store = await openNew()
      const { id: application, reference } = await draft(store, ann)
      const saved = { name: 'child-name', answers: { childFirstNames: 'Zoë\r\n\u0000\u{1F98B}' }, revision: 1 }
      expect(await store.savePart(ann, application, { ...saved, base: 0 }, minute(4))).toEqual({ saved })
      expect(await store.parts(ann, application)).toEqual([saved])
      expect((await store.application(ann, reference))?.savedAt).toBe(minute(4))
    })

    it('items of a repeat stay in the order in which they were added, also when an early one is changed', async () => {
      const store = await openNew()
      const { id: application } = await draft(store, ann)
      for (const key of ['z', 'a', 'm']) await store.savePart(ann, application, { name: `helpers/${key}`, answers: {}, base: 0 }, minute(1))
      await store.savePart(ann, application, { name: 'helpers/z', answers: { name: 'Mrs Oak' }, base: 1 }, minute(2))
      expect((await store.parts(ann, application)).map((part) => part.name)).toEqual(['helpers/z', 'helpers/a', 'helpers/m'])
    })

    it('a removed item leaves a mark, so that an old tab cannot bring it back unseen', async () => {
      const store = await openNew()
      const { id: application } = await draft(store, ann)
      await store.savePart(ann, application, { name: 'helpers/x7', answers: { name: 'Mrs Oak' }, base: 0 }, minute(1))
      const removed = { name: 'helpers/x7', answers: null, revision: 2 }
      expect(await store.savePart(ann, application, { ...removed, base: 1 }, minute(2))).toEqual({ saved: removed })
      expect(await store.savePart(ann, application, { name: 'helpers/x7', answers: {}, base: 1 }, minute(3))).toEqual({ clash: removed })
      expect(await store.savePart(ann, application, { name: 'helpers/x7', answers: {}, base: 0 }, minute(3))).toEqual({ clash: removed })
    })

    it('parts are removed together, with what is typed on them, and only as they were seen', async () => {
      const store = await openNew()
      const { id: application } = await draft(store, ann)
      await store.savePart(ann, application, { name: 'helper-name/x7', answers: { name: 'Mrs Oak' }, base: 0 }, minute(1))
      await store.saveUnfinished(ann, application, 'helper-ask/x7', { typed: { ask: { '': 'y' } }, base: 0 }, minute(1))
      const seen = [{ name: 'helper-name/x7', base: 1 }, { name: 'helper-ask/x7', base: 0 }]
      await store.savePart(ann, application, { name: 'helper-ask/x7', answers: { ask: 'yes' }, base: 0 }, minute(2))
      expect(await store.removeParts(ann, application, seen, minute(3))).toBe(false)
      expect((await store.parts(ann, application)).map(({ answers }) => answers)).toEqual([{ name: 'Mrs Oak' }, { ask: 'yes' }])
      expect(await store.removeParts(ann, application, [{ name: 'helper-name/x7', base: 1 }, { name: 'helper-ask/x7', base: 1 }], minute(4))).toBe(true)
      expect(await store.parts(ann, application)).toEqual(seen.map(({ name }) => ({ name, answers: null, revision: 2 })))
      expect(await store.unfinishedParts(ann, application)).toEqual([])
    })

    it('an old tab is shown what was saved since, and overwrites nothing', async () => {
      const store = await openNew()
      const { id: application } = await draft(store, ann)
      const first = { name: 'concerns', answers: { concerns: 'one' }, revision: 1 }
      await store.savePart(ann, application, { ...first, base: 0 }, minute(1))
      expect(await store.savePart(ann, application, { name: 'concerns', answers: { concerns: 'two' }, base: 0 }, minute(2))).toEqual({ clash: first })
      expect(await store.parts(ann, application)).toEqual([first])
    })

    it('a page that was never saved cannot be saved over', async () => {
      const store = await openNew()
      const { id: application } = await draft(store, ann)
      const clash = { name: 'concerns', answers: null, revision: 0 }
      expect(await store.savePart(ann, application, { name: 'concerns', answers: {}, base: 3 }, minute(2))).toEqual({ clash })
      expect(await store.parts(ann, application)).toEqual([])
    })

    it('twenty pages saved at once are all kept', async () => {
      const store = await openNew()
      const { id: application } = await draft(store, ann)
      const names = Array.from({ length: 20 }, (_, number) => `page-${number}`)
      await Promise.all(names.map((name) => store.savePart(ann, application, { name, answers: { name }, base: 0 }, minute(1))))
      const kept = await store.parts(ann, application)
      expect(kept.map((part) => [part.name, part.answers]).sort()).toEqual(names.map((name) => [name, { name }]).sort())
    })

    it('the same page saved twice at once: one is kept and the other is told', async () => {
      const store = await openNew()
      const { id: application } = await draft(store, ann)
      const save = (text: string) => store.savePart(ann, application, { name: 'concerns', answers: { text }, base: 0 }, minute(1))
      const results = await Promise.all([save('tab one'), save('tab two')])
      const saved = results.flatMap((each) => (each && 'saved' in each ? [each.saved] : []))
      const clashes = results.flatMap((each) => (each && 'clash' in each ? [each.clash] : []))
      expect([saved.length, clashes.length]).toEqual([1, 1])
      expect(clashes).toEqual(saved)
      expect(await store.parts(ann, application)).toEqual(saved)
    })

    it('unfinished typing is kept until the form that showed it is saved, and other typing stays', async () => {
      const store = await openNew()
      const { id: application } = await draft(store, ann)
      const typed = { childBirthDate: { day: '1', month: '', year: '' }, needs: { '': ['speech', 'other'] } }
      expect(await store.saveUnfinished(ann, application, 'child', { typed: { childBirthDate: { day: '' } }, base: 0 }, minute(1))).toBe(true)
      expect(await store.saveUnfinished(ann, application, 'child', { typed, base: 0 }, minute(2))).toBe(true)
      expect(await store.saveUnfinished(ann, application, 'school', { typed, base: 3 }, minute(2))).toBe(true)
      expect(await store.unfinished(ann, application, 'child')).toEqual({ typed, base: 0, savedAt: minute(2) })
      expect((await store.unfinishedParts(ann, application)).map(({ part, base }) => [part, base])).toEqual([['child', 0], ['school', 3]])
      await store.savePart(ann, application, { name: 'child', answers: {}, base: 9, typedAt: minute(2) }, minute(3))
      expect(await store.unfinished(ann, application, 'child')).toBeDefined()
      await store.savePart(ann, application, { name: 'child', answers: {}, base: 0, typedAt: minute(1) }, minute(3))
      expect(await store.unfinished(ann, application, 'child'), 'another device typed it').toBeDefined()
      await store.savePart(ann, application, { name: 'child', answers: {}, base: 1, typedAt: minute(2) }, minute(4))
      expect(await store.unfinished(ann, application, 'child')).toBeUndefined()
      await store.forgetUnfinished(ann, application, 'school')
      expect(await store.unfinishedParts(ann, application)).toEqual([])
    })

    it('typing alone keeps a draft from being forgotten', async () => {
      const store = await openNew()
      const { id: application, reference } = await draft(store, ann)
      await store.saveUnfinished(ann, application, 'child', { typed: {}, base: 0 }, minute(7))
      expect((await store.application(ann, reference))?.savedAt).toBe(minute(7))
    })

    it('answers can still be changed after sending', async () => {
      const store = await openNew()
      const { id: application } = await sentApplication(store, ann)
      expect(await store.savePart(ann, application, { name: 'concerns', answers: {}, base: 0 }, minute(9))).toHaveProperty('saved')
    })

    it('an application holds so much and no more: what does not fit changes nothing, and what makes it smaller always fits', async () => {
      const store = await openNew()
      const { id: application } = await draft(store, ann)
      const nearly = { text: 'x'.repeat(MOST_BYTES - 4000) }
      const little = { text: 'x'.repeat(5000) }
      await store.savePart(ann, application, { name: 'long', answers: nearly, base: 0 }, minute(1))
      await expect(store.savePart(ann, application, { name: 'more', answers: little, base: 0 }, minute(2))).rejects.toThrow(ApplicationFull)
      await expect(store.saveUnfinished(ann, application, 'typed', { typed: { long: { '': little.text } }, base: 0 }, minute(2))).rejects.toThrow(ApplicationFull)
      expect((await store.parts(ann, application)).map(({ name, revision }) => [name, revision])).toEqual([['long', 1]])
      expect(await store.unfinishedParts(ann, application)).toEqual([])
      expect(await store.savePart(ann, application, { name: 'more', answers: { text: 'still fits' }, base: 0 }, minute(3))).toHaveProperty('saved')
      await store.savePart(ann, application, { name: 'long', answers: little, base: 1 }, minute(4))
      expect(await store.savePart(ann, application, { name: 'other', answers: little, base: 0 }, minute(5))).toHaveProperty('saved')
    })

    it('unfinished typing takes up room until it is saved or let go of', async () => {
      const store = await openNew()
      const { id: application } = await draft(store, ann)
      const half = { typed: { long: { '': 'x'.repeat(MOST_BYTES / 2) } }, base: 0 }
      await store.saveUnfinished(ann, application, 'one', half, minute(1))
      await store.saveUnfinished(ann, application, 'one', half, minute(2))
      await expect(store.saveUnfinished(ann, application, 'two', half, minute(3))).rejects.toThrow(ApplicationFull)
      await store.forgetUnfinished(ann, application, 'one')
      expect(await store.saveUnfinished(ann, application, 'two', half, minute(4))).toBe(true)
      await store.savePart(ann, application, { name: 'two', answers: {}, base: 0, typedAt: minute(4) }, minute(5))
      expect(await store.saveUnfinished(ann, application, 'one', half, minute(6))).toBe(true)
    })

    it('any answers that JSON can hold come back the same', async () => {
      const store = await openNew()
      const { id: application } = await draft(store, ann)
      const anyAnswers = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' }))
      let base = 0
      await fc.assert(
        fc.asyncProperty(anyAnswers, async (answers) => {
          await store.savePart(ann, application, { name: 'any', answers, base: base++ }, minute(1))
          const [kept] = await store.parts(ann, application)
          expect(JSON.stringify(kept?.answers)).toBe(JSON.stringify(answers))
        }),
        { numRuns: 100 },
      )
    })
  })

  describe('lists of applications', () => {
    it('a person sees all of theirs, newest first', async () => {
      const store = await openNew()
      const bea = await signedIn(store)
      const first = await draft(store, bea, minute(1))
      const second = await sentApplication(store, bea)
      const third = await draft(store, bea, minute(8))
      await draft(store, await signedIn(store), minute(4))
      expect((await store.applications(bea)).map((each) => each.id)).toEqual([third.id, first.id, second.id])
      expect(await store.applications(bea)).toContainEqual({ ...second, sentAt: minute(5), changedAt: minute(5) })
    })

    it('the council asks for what changed since a moment, that moment included, oldest change first', async () => {
      const store = await openNew()
      const [one, two, three] = [await sentApplication(store, ann, minute(1)), await sentApplication(store, ann, minute(2)), await sentApplication(store, ann, minute(3))]
      await draft(store, ann, minute(9))
      await store.record(council, one.id, entry('assessment-agreed', 1), minute(4))
      for (const actor of [council, operator]) {
        const since = async (at: string, limit = 10) => (await store.applications(actor, { at, limit })).map((each) => each.id)
        expect(await since(minute(2))).toEqual([two.id, three.id, one.id])
        expect(await since(minute(3))).toEqual([three.id, one.id])
        expect(await since(minute(2), 2)).toEqual([two.id, three.id])
        expect(await since(minute(5))).toEqual([])
        expect(await store.applications(actor)).toHaveLength(3)
      }
    })
  })
}
