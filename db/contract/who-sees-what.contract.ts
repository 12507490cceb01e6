import { describe, expect, it } from 'vitest'
import type { Actor } from '~/applications/actor'
import type { Store } from '~/applications/ports'
import { council, draft, entry, id, minute, operator, sentApplication, signedIn, visitor, type OpenNew } from './cast'

interface Paper {
  readonly id: string
  readonly reference: string
}

/** Every verb that touches an application, and what it gives when there is no such application. */
const verbs: Readonly<Record<string, { ask: (store: Store, actor: Actor, paper: Paper) => Promise<unknown>; nothing: unknown }>> = {
  application: { ask: (store, actor, { reference }) => store.application(actor, reference), nothing: undefined },
  applications: {
    ask: async (store, actor, paper) => (await store.applications(actor)).filter((each) => each.id === paper.id),
    nothing: [],
  },
  parts: { ask: (store, actor, paper) => store.parts(actor, paper.id), nothing: [] },
  savePart: {
    ask: (store, actor, paper) => store.savePart(actor, paper.id, { name: 'school', answers: { schoolName: 'Oak' }, base: 1 }, minute(9)),
    nothing: undefined,
  },
  unfinished: { ask: (store, actor, paper) => store.unfinished(actor, paper.id, 'concerns'), nothing: undefined },
  unfinishedParts: { ask: (store, actor, paper) => store.unfinishedParts(actor, paper.id), nothing: [] },
  forgetUnfinished: { ask: (store, actor, paper) => store.forgetUnfinished(actor, paper.id, 'concerns'), nothing: false },
  saveUnfinished: {
    ask: (store, actor, paper) => store.saveUnfinished(actor, paper.id, 'concerns', { typed: { concerns: { '': 'He is' } }, base: 0 }, minute(9)),
    nothing: false,
  },
  facts: { ask: (store, actor, paper) => store.facts(actor, paper.id), nothing: [] },
  sent: { ask: (store, actor, paper) => store.sent(actor, paper.id), nothing: [] },
  record: {
    ask: (store, actor, paper) => store.record(actor, paper.id, entry('assessment-agreed', 1), minute(9)),
    nothing: { refused: 'not-found' },
  },
}

/** Nobody sees or changes what is not theirs: every verb, asked by its holder, by everybody else, and for what does not exist. */
export function whoSeesWhat(openNew: OpenNew): void {
  const stage = async () => {
    const store = await openNew()
    const ann = await signedIn(store)
    const guest = visitor('annas-phone')
    const papers = { person: await sentApplication(store, ann), visitor: await sentApplication(store, guest) }
    for (const [holder, paper] of [[ann, papers.person], [guest, papers.visitor]] as const) {
      await store.savePart(holder, paper.id, { name: 'school', answers: { schoolName: 'Elm' }, base: 0 }, minute(6))
      await store.saveUnfinished(holder, paper.id, 'concerns', { typed: { concerns: { '': 'He' } }, base: 0 }, minute(6))
    }
    const strangers: readonly Actor[] = [
      await signedIn(store),
      { ...(await signedIn(store)), browser: 'annas-phone' },
      visitor('another-browser'),
      visitor(ann.person),
      visitor(ann.browser),
    ]
    return { store, holders: { person: ann, visitor: guest, system: council, operator }, papers, strangers }
  }

  describe('who sees what', () => {
    for (const [name, { ask, nothing }] of Object.entries(verbs)) {
      it(`${name}: the holder, the council's systems once it is sent, and an operator are answered`, async () => {
        for (const role of ['person', 'visitor', 'system', 'operator'] as const) {
          const { store, holders, papers } = await stage()
          const paper = role === 'visitor' ? papers.visitor : papers.person
          expect(await ask(store, holders[role], paper), role).not.toEqual(nothing)
        }
      })

      it(`${name}: for anybody else it is as if it did not exist`, async () => {
        const { store, papers, strangers } = await stage()
        for (const stranger of strangers) {
          for (const paper of Object.values(papers)) expect(await ask(store, stranger, paper), JSON.stringify(stranger)).toEqual(nothing)
        }
      })

      it(`${name}: what does not exist is nobody's`, async () => {
        const { store, holders } = await stage()
        const none = { id: id('application'), reference: id('REF') }
        for (const actor of Object.values(holders)) expect(await ask(store, actor, none), actor.role).toEqual(nothing)
      })

      it(`${name}: a draft is hidden from the council's systems`, async () => {
        const { store, holders } = await stage()
        expect(await ask(store, council, await draft(store, holders.person))).toEqual(nothing)
      })
    }

    it('somebody else trying changes nothing', async () => {
      const { store, holders, papers, strangers } = await stage()
      for (const stranger of strangers) for (const { ask } of Object.values(verbs)) await ask(store, stranger, papers.person)
      expect(await store.parts(holders.person, papers.person.id)).toEqual([{ name: 'school', answers: { schoolName: 'Elm' }, revision: 1 }])
      expect(await store.unfinished(holders.person, papers.person.id, 'concerns')).toEqual({ typed: { concerns: { '': 'He' } }, base: 0, savedAt: minute(6) })
      expect(await store.facts(holders.person, papers.person.id)).toHaveLength(1)
    })
  })
}
