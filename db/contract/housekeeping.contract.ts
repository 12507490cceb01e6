import { describe, expect, it } from 'vitest'
import { attempt, codeRequest, draft, message, minute, sentApplication, signedIn, visitor, type OpenNew } from './cast'

/** Forgetting in time. */
export function oldThingsAreForgotten(openNew: OpenNew): void {
  describe('forgetting', () => {
    const limits = { draftsBefore: minute(10), guestDraftsBefore: minute(20), sessionsBefore: minute(30), messagesBefore: minute(40), undeliveredBefore: minute(5) }

    it('old drafts go: of visitors after a week, of people after ninety days; what was sent stays', async () => {
      const store = await openNew()
      const [ann, guest] = [await signedIn(store), visitor('b')]
      const kept = [await draft(store, ann, minute(10)), await draft(store, guest, minute(20)), await sentApplication(store, ann), await sentApplication(store, guest)]
      const gone = [await draft(store, ann, minute(9)), await draft(store, guest, minute(19))]
      await store.savePart(ann, gone[0]?.id ?? '', { name: 'child', answers: {}, base: 0 }, minute(9))
      expect(await store.forget(limits)).toBe(2)
      const left = [...(await store.applications(ann)), ...(await store.applications(guest))]
      expect(left.map((each) => each.id).sort()).toEqual(kept.map((each) => each.id).sort())
      expect(await store.parts(ann, gone[0]?.id ?? '')).toEqual([])
      expect(await store.forget(limits)).toBe(0)
    })

    it('a draft that was saved lately stays, however old it is', async () => {
      const store = await openNew()
      const { id: application, reference } = await draft(store, visitor('b'), minute(0))
      await store.savePart(visitor('b'), application, { name: 'child', answers: {}, base: 0 }, minute(25))
      expect(await store.forget(limits)).toBe(0)
      expect(await store.application(visitor('b'), reference)).toBeDefined()
    })

    it('old sessions and codes go', async () => {
      const store = await openNew()
      const session = { browser: 'b', mark: 'b', openedAt: minute(0) }
      await store.openSession({ ...session, tokenHash: 'old', seenAt: minute(29) })
      await store.openSession({ ...session, tokenHash: 'new', seenAt: minute(30) })
      await store.askForCode(codeRequest('b'))
      await store.askForCode(codeRequest('c', { expiresAt: minute(45) }))
      await store.forget(limits)
      expect(await store.session('old')).toBeUndefined()
      expect(await store.session('new')).toBeDefined()
      expect(await store.signIn(attempt('b'))).toEqual({ refused: 'expired' })
      expect(await store.signIn(attempt('c'))).toHaveProperty('person')
    })

    it('emails that went go after two weeks; those that wait stay', async () => {
      const store = await openNew()
      const [old, late, waiting] = [message(), message(), message()]
      for (const [index, each] of [old, late, waiting].entries()) await store.askForCode(codeRequest(`b${index}`, { message: each }))
      await store.messageSent(old.id, minute(39))
      await store.messageSent(late.id, minute(40))
      await store.forget(limits)
      expect((await store.newestMessages(9)).map((each) => each.id)).toEqual([waiting.id, late.id])
    })

    it('people go who have neither a request nor a session; they can come again', async () => {
      const store = await openNew()
      const [nobody, here, keeper, drafter] = [await signedIn(store), await signedIn(store), await signedIn(store), await signedIn(store)]
      await store.openSession({ tokenHash: 'here', browser: 'b', mark: 'b', person: here.person, openedAt: minute(0), seenAt: minute(30) })
      await sentApplication(store, keeper)
      await draft(store, drafter, minute(9))
      await store.forget(limits)
      const left = await Promise.all([nobody, here, keeper, drafter].map((each) => store.person(each)))
      expect(left.map((each) => each !== undefined)).toEqual([false, true, true, false])
    })
  })

  describe('the store itself', () => {
    it('keeps what it was made for: the first word stays', async () => {
      const store = await openNew()
      expect(await store.purpose()).toBeUndefined()
      await store.setPurpose('demo')
      await store.setPurpose('production')
      expect(await store.purpose()).toBe('demo')
    })

    it('proves that it can write', async () => {
      const store = await openNew()
      await store.ping(minute(1))
      await store.ping(minute(2))
      await store.close()
      await expect(store.ping(minute(3))).rejects.toThrow()
    })
  })
}
