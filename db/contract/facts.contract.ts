import { describe, expect, it } from 'vitest'
import { council, draft, entry, id, message, minute, sentApplication, signedIn, summary, visitor, type OpenNew } from './cast'

/** Sending once, and what happens after. */
export function factsAreRecordedOnce(openNew: OpenNew): void {
  const ann = visitor('annas-phone')

  describe('recording facts', () => {
    it('sending keeps the fact, the frozen words and the messages together', async () => {
      const store = await openNew()
      const { id: application, reference } = await draft(store, ann)
      const sent = { summary: summary('Our request'), hash: 'f00d' }
      const receipt = message()
      const submitted = entry('submitted', 0, { sent, messages: [receipt] })
      const recorded = { ...submitted.fact, recordedAt: minute(7) }
      expect(await store.record(ann, application, submitted, minute(7))).toEqual({ recorded, repeated: false })
      expect(await store.facts(ann, application)).toEqual([recorded])
      expect(await store.sent(ann, application)).toEqual([{ fact: submitted.fact.id, ...sent }])
      expect((await store.application(ann, reference))?.sentAt).toBe(minute(7))
      expect(await store.messagesToSend(minute(7), 10)).toEqual([{ ...receipt, createdAt: minute(7), tries: 0 }])
    })

    it('a hundred presses of Send send once', async () => {
      const store = await openNew()
      const { id: application } = await draft(store, ann)
      const press = () =>
        store.record(ann, application, entry('submitted', 0, { sent: { summary: summary('Ours'), hash: 'h' }, messages: [message()] }), minute(1))
      const results = await Promise.all(Array.from({ length: 100 }, press))
      const recorded = results.map((each) => ('recorded' in each ? each.recorded.id : each.refused))
      expect(new Set(recorded).size).toBe(1)
      expect(results.filter((each) => 'recorded' in each && !each.repeated)).toHaveLength(1)
      expect(await store.facts(ann, application)).toHaveLength(1)
      expect(await store.sent(ann, application)).toHaveLength(1)
      expect(await store.messagesToSend(minute(2), 300)).toHaveLength(1)
    })

    it('facts come back in the order in which they were recorded, with their details, and sentAt stays the first', async () => {
      const store = await openNew()
      const { id: application, reference } = await sentApplication(store, ann, minute(5))
      const agreed = entry('assessment-agreed', 1, { fact: { ...entry('assessment-agreed', 1).fact, details: { reasons: 'żółć', n: [1] } } })
      await store.record(council, application, agreed, minute(4))
      const facts = await store.facts(ann, application)
      expect(facts.map((fact) => fact.fact)).toEqual(['submitted', 'assessment-agreed'])
      expect(facts[1]).toEqual({ ...agreed.fact, recordedAt: minute(4) })
      expect((await store.application(ann, reference))?.sentAt).toBe(minute(5))
    })

    it('a decision made on an old reading is refused', async () => {
      const store = await openNew()
      const { id: application } = await sentApplication(store, ann)
      for (const after of [0, 2]) {
        expect(await store.record(council, application, entry('assessment-agreed', after, { messages: [message()] }), minute(6))).toEqual({ refused: 'stale' })
      }
      expect(await store.facts(ann, application)).toHaveLength(1)
      expect(await store.messagesToSend(minute(9), 10)).toEqual([])
    })

    it('of two different facts recorded at once, one is refused', async () => {
      const store = await openNew()
      const { id: application } = await sentApplication(store, ann)
      const results = await Promise.all([
        store.record(council, application, entry('assessment-agreed', 1), minute(6)),
        store.record(council, application, entry('assessment-refused', 1), minute(6)),
      ])
      expect(results.filter((each) => 'refused' in each)).toEqual([{ refused: 'stale' }])
    })

    it('a retry with the same key gives the fact of the first time', async () => {
      const store = await openNew()
      const { id: application } = await sentApplication(store, ann)
      const push = (request: string) =>
        store.record(council, application, entry('assessment-agreed', 1, { idempotency: { key: 'k-1', request }, messages: [message()] }), minute(6))
      const results = await Promise.all(Array.from({ length: 20 }, () => push('the same')))
      const [first] = results.filter((each) => 'recorded' in each && !each.repeated)
      expect(first).toBeDefined()
      for (const each of results) expect(each).toMatchObject({ recorded: first && 'recorded' in first ? first.recorded : {} })
      expect(await push('another')).toEqual({ refused: 'key-reused' })
      expect(await store.facts(council, application)).toHaveLength(2)
      expect(await store.messagesToSend(minute(9), 10)).toHaveLength(1)
    })

    it('a key belongs to its caller and to its application', async () => {
      const store = await openNew()
      const [one, two] = [await sentApplication(store, ann), await sentApplication(store, ann)]
      const idempotency = { key: 'k-1', request: 'r' }
      await store.record(council, one.id, entry('assessment-agreed', 1, { idempotency }), minute(6))
      expect(await store.record(council, two.id, entry('assessment-agreed', 1, { idempotency }), minute(6))).toEqual({ refused: 'key-reused' })
      const other = { ...council, name: 'finance-system' }
      expect(await store.record(other, two.id, entry('assessment-agreed', 1, { idempotency }), minute(6))).toMatchObject({ repeated: false })
    })

    it('when something goes wrong halfway, nothing of it is kept', async () => {
      const store = await openNew()
      const bea = await signedIn(store)
      const { id: application, reference } = await draft(store, bea)
      const twice = { ...message(), id: id('message') }
      const submitted = entry('submitted', 0, { sent: { summary: summary('x'), hash: 'h' }, messages: [twice, twice] })
      await expect(store.record(bea, application, submitted, minute(6))).rejects.toThrow()
      expect(await store.facts(bea, application)).toEqual([])
      expect(await store.sent(bea, application)).toEqual([])
      expect((await store.application(bea, reference))?.sentAt).toBeUndefined()
    })
  })
}
