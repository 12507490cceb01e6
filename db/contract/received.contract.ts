import { describe, expect, it } from 'vitest'
import type { Store } from '~/applications/ports'
import { council, draft, entry, id, message, minute, operator, signedIn, summary, visitor, type OpenNew } from './cast'

/** What the council has already when it is begun: a letter, typed in by staff. */
export function lettersAreReceived(openNew: OpenNew): void {
  const letter = (more: { reference?: string; followedBy?: string } = {}) => ({
    id: id('application'),
    reference: id('REF'),
    form: 'parent-request',
    language: 'en',
    parts: [{ name: 'child', answers: { childFirstNames: 'Zoë' } }],
    ...more,
  })
  const came = () => entry('received-on-paper', 0, { sent: { summary: summary('Our letter'), hash: 'f00d' }, messages: [message()] })
  const receive = (store: Store, start = letter(), at = minute(3)) => store.receive(operator, start, came(), at)

  describe('receiving a letter', () => {
    it('keeps the application, its parts, the fact, the frozen words and the messages together', async () => {
      const store = await openNew()
      const start = letter()
      const { parts, ...begun } = start
      const { after: _after, ...given } = came()
      const application = { ...begun, startedAt: minute(3), savedAt: minute(3), sentAt: minute(3), changedAt: minute(3) }
      const recorded = { ...given.fact, recordedAt: minute(3) }
      expect(await store.receive(operator, start, given, minute(3))).toEqual({ application, recorded, repeated: false })
      expect(await store.application(council, start.reference)).toEqual(application)
      expect(await store.applications(council, { at: minute(3), limit: 9 })).toEqual([application])
      expect(await store.parts(operator, start.id)).toEqual(parts.map((each) => ({ ...each, revision: 1 })))
      expect(await store.facts(council, start.id)).toEqual([recorded])
      expect(await store.sent(council, start.id)).toEqual([{ fact: recorded.id, ...given.sent }])
      expect((await store.messagesToSend(minute(3), 9)).map((each) => each.id)).toEqual(given.messages?.map((each) => each.id))
    })

    it('the same letter received twenty times at once is there once, under its first reference', async () => {
      const store = await openNew()
      const { id: same, ...start } = letter()
      const results = await Promise.all(Array.from({ length: 20 }, () => receive(store, { ...start, id: same, reference: id('REF') })))
      const first = results.find((each) => each !== 'reference-taken' && !each.repeated)
      expect(first).toBeDefined()
      for (const each of results) expect(each).toEqual({ ...(first as object), repeated: each !== first })
      expect(await store.applications(operator)).toHaveLength(1)
      expect(await store.facts(operator, same)).toHaveLength(1)
      expect(await store.messagesToSend(minute(9), 99)).toHaveLength(1)
      expect(await store.record(council, same, entry('assessment-agreed', 1), minute(5))).toHaveProperty('recorded')
      expect(await receive(store, { ...start, id: same }, minute(6))).toMatchObject({ repeated: true, recorded: { fact: 'received-on-paper' } })
    })

    it('never takes the reference, or the id, of another', async () => {
      const store = await openNew()
      const begun = await draft(store, visitor('b'))
      expect(await receive(store, letter({ reference: begun.reference }))).toBe('reference-taken')
      expect(await receive(store, { ...letter(), id: begun.id })).toBe('reference-taken')
      expect(await store.facts(operator, begun.id)).toEqual([])
      expect(await store.messagesToSend(minute(9), 9)).toEqual([])
    })

    it('is followed by whoever signs in with the email in it, before or after, and by nobody else', async () => {
      const store = await openNew()
      const known = await signedIn(store, 'ann@example.org')
      const [one, two, nobodys] = [letter({ followedBy: 'Ann@Example.org' }), letter({ followedBy: 'new@example.org' }), letter()]
      for (const each of [one, two, nobodys]) await receive(store, each)
      const seenBy = async (actor: Parameters<Store['applications']>[0]) => (await store.applications(actor)).map((each) => each.id)
      expect(await seenBy(known)).toEqual([one.id])
      expect(await seenBy(await signedIn(store, 'new@example.org'))).toEqual([two.id])
      expect(await seenBy(await signedIn(store))).toEqual([])
      expect(await seenBy(visitor('annas-phone'))).toEqual([])
      await store.forget({ draftsBefore: '9', guestDraftsBefore: '9', sessionsBefore: '9', messagesBefore: '9', undeliveredBefore: '9' })
      expect(await seenBy(await signedIn(store, 'new@example.org'))).toEqual([two.id])
    })

    it('when something goes wrong halfway, nothing of it is kept', async () => {
      const store = await openNew()
      const [start, twice] = [letter({ followedBy: 'ann@example.org' }), message()]
      await expect(store.receive(operator, start, { ...came(), messages: [twice, twice] }, minute(3))).rejects.toThrow()
      expect(await store.application(operator, start.reference)).toBeUndefined()
      expect(await store.parts(operator, start.id)).toEqual([])
      expect(await store.facts(operator, start.id)).toEqual([])
      expect(await receive(store, start)).toMatchObject({ repeated: false })
    })
  })
}
