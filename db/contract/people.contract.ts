import { describe, expect, it } from 'vitest'
import { attempt, codeRequest, council, draft, entry, id, message, minute, operator, sentApplication, signedIn, visitor, type OpenNew } from './cast'

/** Signing in and out. */
export function peopleSignIn(openNew: OpenNew): void {
  describe('signing in', () => {
    it('a parent signs in with the code and becomes a person who keeps the drafts of this browser', async () => {
      const store = await openNew()
      const [mine, sent, theirs] = [await draft(store, visitor('b')), await sentApplication(store, visitor('b')), await draft(store, visitor('c'))]
      await store.openSession({ tokenHash: 'old', browser: 'b', mark: 'm', openedAt: minute(0), seenAt: minute(0) })
      await store.askForCode(codeRequest('b', { email: 'Ann@Example.org' }))
      const result = await store.signIn({ ...attempt('b'), oldTokenHash: 'old', newTokenHash: 'new', newBrowser: 'b2' })
      if (!('person' in result)) throw new Error(result.refused)
      const ann = { role: 'person', person: result.person, browser: 'b2' } as const
      expect(await store.person(ann)).toEqual({ id: result.person, email: 'Ann@Example.org' })
      expect((await store.applications(ann)).map((each) => each.id).sort()).toEqual([mine.id, sent.id].sort())
      expect(await store.applications(visitor('b'))).toEqual([])
      expect(await store.application(visitor('c'), theirs.reference)).toBeDefined()
      expect(await store.session('old')).toBeUndefined()
      expect(await store.session('new')).toEqual({ tokenHash: 'new', browser: 'b2', mark: 'm', person: result.person, openedAt: minute(1), seenAt: minute(1) })
    })

    it('somebody else’s draft stays with the browser when whoever signs in leaves it there', async () => {
      const store = await openNew()
      const theirs = await draft(store, visitor('b'))
      await store.askForCode(codeRequest('b'))
      const result = await store.signIn({ ...attempt('b'), claim: false })
      const ann = { role: 'person', person: 'person' in result ? result.person : '', browser: 'b' } as const
      expect(await store.applications(ann)).toEqual([])
      expect((await store.applications(visitor('b'))).map((each) => each.id)).toEqual([theirs.id])
    })

    it('whoever knows what the sender of a request knows is given it, once it is sent and while it is nobody’s', async () => {
      const store = await openNew()
      const [one, unsent] = [await draft(store, visitor('b')), await draft(store, visitor('b'))]
      await store.record(visitor('b'), one.id, entry('submitted', 0, { senders: ['ann alex', 'ann lex'] }), minute(5))
      const [ann, bob] = [await signedIn(store), await signedIn(store)]
      for (const [reference, known] of [[one.reference, 'ann'], [one.reference, ''], [unsent.reference, ''], ['nothing', 'ann alex']] as const) expect(await store.giveToSender(ann, reference, known)).toBe(false)
      for (const actor of [visitor('c'), council, operator]) expect(await store.giveToSender(actor, one.reference, 'ann lex')).toBe(false)
      expect(await store.giveToSender(ann, one.reference, 'ann lex')).toBe(true)
      expect(await store.giveToSender(bob, one.reference, 'ann lex')).toBe(false)
      expect((await store.applications(ann)).map((each) => each.id)).toEqual([one.id])
      expect((await store.applications(visitor('b'))).map((each) => each.id)).toEqual([unsent.id])
    })

    it('what is the council’s alone is given to nobody, and what was tried ten times to nobody any more', async () => {
      const store = await openNew()
      const [ours, theirs] = [await draft(store, operator), await draft(store, visitor('b'))]
      for (const [actor, each] of [[operator, ours], [visitor('b'), theirs]] as const) await store.record(actor, each.id, entry('submitted', 0, { senders: ['ann alex'] }), minute(5))
      const ann = await signedIn(store)
      expect(await store.giveToSender(ann, ours.reference, 'ann alex')).toBe(false)
      for (let tries = 0; tries < 10; tries += 1) expect(await store.giveToSender(await signedIn(store), theirs.reference, 'ann lex')).toBe(false)
      expect(await store.giveToSender(ann, theirs.reference, 'ann alex')).toBe(false)
    })

    it('what its sender knew when it was first sent counts no more once something else was sent', async () => {
      const store = await openNew()
      const { id: one, reference } = await draft(store, visitor('b'))
      await store.record(visitor('b'), one, entry('submitted', 0, { senders: ['old'] }), minute(5))
      await store.record(visitor('b'), one, entry('corrected', 1, { senders: ['new'] }), minute(6))
      await store.record(council, one, entry('assessment-agreed', 2), minute(7))
      const ann = await signedIn(store)
      expect(await store.giveToSender(ann, reference, 'old')).toBe(false)
      expect(await store.giveToSender(ann, reference, 'new')).toBe(true)
    })

    it('the same address is the same person, however it is written', async () => {
      const store = await openNew()
      const first = await signedIn(store, 'zoë@example.org')
      const again = await signedIn(store, ' ZOE\u0308@Example.ORG')
      const other = await signedIn(store, 'zoe@example.org')
      expect(again.person).toBe(first.person)
      expect(other.person).not.toBe(first.person)
    })

    it('a parent resumes a draft on another device', async () => {
      const store = await openNew()
      const phone = await signedIn(store, 'ann@example.org')
      const { reference } = await draft(store, phone)
      expect(await store.application(await signedIn(store, 'ann@example.org'), reference)).toBeDefined()
    })

    it('a code works once', async () => {
      const store = await openNew()
      await store.askForCode(codeRequest('b'))
      const results = await Promise.all([store.signIn(attempt('b')), store.signIn(attempt('b'))])
      expect(results.filter((each) => 'person' in each)).toHaveLength(1)
      expect(results).toContainEqual({ refused: 'expired' })
    })

    it('five wrong tries lock a request, for the code and for its link', async () => {
      const store = await openNew()
      await store.askForCode(codeRequest('b'))
      const wrong = () => store.signIn(attempt('b', { codeHash: 'wrong' }))
      const tries = [await wrong(), await wrong(), await wrong(), await wrong(), await wrong()]
      expect(tries.map((each) => 'refused' in each && each.refused)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'locked'])
      expect(await store.signIn(attempt('b'))).toEqual({ refused: 'locked' })
      expect(await store.signIn(attempt('b', { linkHash: 'link-of-b' }))).toEqual({ refused: 'locked' })
      await store.askForCode(codeRequest('b'))
      expect(await store.signIn(attempt('b'))).toHaveProperty('person')
    })

    it('many wrong tries at once are not more than five', async () => {
      const store = await openNew()
      await store.askForCode(codeRequest('b'))
      const results = await Promise.all(Array.from({ length: 50 }, () => store.signIn(attempt('b', { codeHash: 'wrong' }))))
      expect(results.filter((each) => 'refused' in each && each.refused === 'wrong')).toHaveLength(4)
    })

    it('a code is of no use in another browser', async () => {
      const store = await openNew()
      await store.askForCode(codeRequest('b'))
      expect(await store.signIn(attempt('c', { codeHash: 'code-of-b' }))).toEqual({ refused: 'expired' })
      await store.askForCode(codeRequest('c', { email: 'other@example.org' }))
      expect(await store.signIn(attempt('c', { codeHash: 'code-of-b' }))).toEqual({ refused: 'wrong' })
      expect(await store.signIn(attempt('b'))).toHaveProperty('person')
    })

    it('a link opened in another browser says so and still works where it was asked for', async () => {
      const store = await openNew()
      await store.askForCode(codeRequest('b'))
      expect(await store.signIn(attempt('c', { linkHash: 'link-of-b' }))).toEqual({ refused: 'other-browser' })
      expect(await store.signIn(attempt('b', { linkHash: 'link-of-b' }))).toHaveProperty('person')
      expect(await store.signIn(attempt('b', { linkHash: 'link-of-b' }))).toEqual({ refused: 'expired' })
    })

    it('a code works until the moment it expires, and not from then on', async () => {
      const store = await openNew()
      await store.askForCode(codeRequest('b'))
      await store.askForCode(codeRequest('c'))
      expect(await store.signIn({ ...attempt('b'), at: minute(15) })).toEqual({ refused: 'expired' })
      expect(await store.signIn({ ...attempt('c'), at: new Date(Date.parse(minute(15)) - 1).toISOString() })).toHaveProperty('person')
    })

    it('a new code replaces the older one of that browser', async () => {
      const store = await openNew()
      await store.askForCode(codeRequest('b'))
      await store.askForCode(codeRequest('b', { codeHash: 'newer', linkHash: 'newer-link' }))
      expect(await store.signIn(attempt('b'))).toEqual({ refused: 'wrong' })
      expect(await store.signIn(attempt('b', { linkHash: 'link-of-b' }))).toEqual({ refused: 'expired' })
      expect(await store.signIn(attempt('b', { codeHash: 'newer' }))).toHaveProperty('person')
    })

    it('only a person has an account to look at', async () => {
      const store = await openNew()
      for (const actor of [visitor('b'), council, operator, { role: 'person', person: 'nobody', browser: 'b' } as const]) {
        expect(await store.person(actor)).toBeUndefined()
      }
    })
  })

  describe('sessions', () => {
    it('a session is opened, seen and closed', async () => {
      const store = await openNew()
      const session = { tokenHash: id('token'), browser: 'b', mark: 'm', openedAt: minute(0), seenAt: minute(0) }
      await store.openSession(session)
      await store.seeSession(session.tokenHash, minute(2))
      await store.seeSession(session.tokenHash, minute(1))
      expect(await store.session(session.tokenHash)).toEqual({ ...session, seenAt: minute(2) })
      await store.closeSession(session.tokenHash)
      expect(await store.session(session.tokenHash)).toBeUndefined()
      expect(await store.session('unknown')).toBeUndefined()
    })

    it('a session that two requests open at once is open, as the first opened it', async () => {
      const store = await openNew()
      const session = { tokenHash: id('token'), browser: 'b', mark: 'm', openedAt: minute(0), seenAt: minute(0) }
      const opened = await Promise.all([store.openSession(session), store.openSession({ ...session, openedAt: minute(1), browser: 'twice' })])
      expect(opened).toEqual([session, session])
      expect(await store.session(session.tokenHash)).toEqual(session)
    })
  })

  describe('the outbox', () => {
    it('messages go out oldest first, once', async () => {
      const store = await openNew()
      const [first, second] = [message('a@example.org'), message('b@example.org')]
      await store.askForCode(codeRequest('a', { message: first }))
      await store.askForCode(codeRequest('b', { message: second }))
      expect((await store.messagesToSend(minute(1), 1)).map((each) => each.id)).toEqual([first.id])
      await store.messageSent(first.id, minute(1))
      expect((await store.messagesToSend(minute(1), 9)).map((each) => each.id)).toEqual([second.id])
      const newest = await store.newestMessages(9)
      expect(newest).toEqual([
        { ...second, createdAt: minute(0), tries: 0 },
        { ...first, createdAt: minute(0), sentAt: minute(1), tries: 0 },
      ])
      expect(await store.newestMessages(1)).toEqual(newest.slice(0, 1))
    })

    it('a message that could not go waits until its next try', async () => {
      const store = await openNew()
      await store.askForCode(codeRequest('a'))
      const [waiting] = await store.messagesToSend(minute(0), 9)
      await store.messageTried(waiting?.id ?? '', minute(5))
      await store.messageTried(waiting?.id ?? '', minute(10))
      expect(await store.messagesToSend(minute(9), 9)).toEqual([])
      expect(await store.messagesToSend(minute(10), 9)).toEqual([{ ...waiting, tries: 2 }])
    })
  })
}
