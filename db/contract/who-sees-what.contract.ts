import { describe, expect, it } from 'vitest'
import type { Actor } from '~/applications/actor'
import type { Store } from '~/applications/ports'
import { council, draft, entry, id, message, minute, newUpload, operator, readyUpload, sentApplication, signedIn, uploadLimits, visitor, type OpenNew } from './cast'

interface Paper {
  readonly id: string
  readonly reference: string
  /** A file that can be opened, and one that is arriving as this object. */
  readonly upload: string
  readonly arriving: { readonly id: string; readonly object: string }
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
  removeParts: { ask: (store, actor, paper) => store.removeParts(actor, paper.id, [{ name: 'school', base: 1 }], minute(9)), nothing: false },
  unfinished: { ask: (store, actor, paper) => store.unfinished(actor, paper.id, 'concerns'), nothing: undefined },
  unfinishedParts: { ask: (store, actor, paper) => store.unfinishedParts(actor, paper.id), nothing: [] },
  forgetUnfinished: { ask: (store, actor, paper) => store.forgetUnfinished(actor, paper.id, 'concerns'), nothing: false },
  saveUnfinished: {
    ask: (store, actor, paper) => store.saveUnfinished(actor, paper.id, 'concerns', { typed: { concerns: { '': 'He is' } }, base: 0 }, minute(9)),
    nothing: false,
  },
  unreachedSince: { ask: (store, actor, paper) => store.unreachedSince(actor, paper.id), nothing: undefined },
  facts: { ask: (store, actor, paper) => store.facts(actor, paper.id), nothing: [] },
  sent: { ask: (store, actor, paper) => store.sent(actor, paper.id), nothing: [] },
  record: {
    ask: (store, actor, paper) => store.record(actor, paper.id, entry('assessment-agreed', 2), minute(9)),
    nothing: { refused: 'not-found' },
  },
  uploads: { ask: (store, actor, paper) => store.uploads(actor, paper.id), nothing: [] },
  beginUpload: { ask: (store, actor, paper) => store.beginUpload(actor, paper.id, newUpload(), uploadLimits, minute(9)), nothing: { refused: 'not-found' } },
  uploadArriving: { ask: (store, actor, paper) => store.uploadArriving(actor, paper.id, paper.arriving.id), nothing: undefined },
  uploadGrew: {
    ask: (store, actor, paper) => store.uploadGrew(actor, paper.id, paper.arriving, { object: id('object'), from: 0, size: 4 }, minute(9)),
    nothing: undefined,
  },
  uploadArrived: {
    ask: (store, actor, paper) => store.uploadArrived(actor, paper.id, paper.arriving, { size: 1, hash: 'beef' }, uploadLimits, minute(9)),
    nothing: undefined,
  },
  dropUpload: { ask: (store, actor, paper) => store.dropUpload(actor, paper.id, paper.arriving), nothing: false },
  describeUpload: {
    ask: (store, actor, paper) => store.describeUpload(actor, paper.id, paper.upload, { details: { title: 'A letter' }, base: 0 }, minute(9)),
    nothing: undefined,
  },
  removeUpload: { ask: (store, actor, paper) => store.removeUpload(actor, paper.id, paper.upload, minute(9)), nothing: undefined },
  openUpload: { ask: (store, actor, paper) => store.openUpload(actor, paper.id, paper.upload, { role: actor.role }, minute(9)), nothing: undefined },
  uploadPicture: { ask: (store, actor, paper) => store.uploadPicture(actor, paper.id, paper.upload, 1), nothing: undefined },
  openings: { ask: (store, actor, paper) => store.openings(actor, paper.id), nothing: [] },
}

/** Nobody sees or changes what is not theirs: every verb, asked by its holder, by everybody else, and for what does not exist. */
export function whoSeesWhat(openNew: OpenNew): void {
  const stage = async () => {
    const store = await openNew()
    return { store, holders: { person: await signedIn(store), visitor: visitor('annas-phone'), system: council, operator } }
  }
  const paperOf = async (store: Store, holder: Actor, begin = sentApplication): Promise<Paper> => {
    const application = await begin(store, holder)
    await store.savePart(holder, application.id, { name: 'school', answers: { schoolName: 'Elm' }, base: 0 }, minute(6))
    await store.saveUnfinished(holder, application.id, 'concerns', { typed: { concerns: { '': 'He' } }, base: 0 }, minute(6))
    if (begin === sentApplication) {
      const undelivered = { ...message(), isToFamily: true as const }
      await store.record(holder, application.id, entry('caseworker-named', 1, { messages: [undelivered] }), minute(6))
      await store.messageGivenUp(undelivered.id, minute(6))
    }
    const { id: upload } = await readyUpload(store, holder, application.id)
    const arriving = newUpload({ expected: { size: 9, modified: 1, came: 0 } })
    await store.beginUpload(holder, application.id, arriving, uploadLimits, minute(6))
    await store.openUpload(holder, application.id, upload, { role: holder.role }, minute(6))
    return { ...application, upload, arriving }
  }
  const strangersTo = async (store: Store, ann: { readonly person: string; readonly browser: string }): Promise<readonly Actor[]> => [
    await signedIn(store),
    { ...(await signedIn(store)), browser: 'annas-phone' },
    visitor('another-browser'),
    visitor(ann.person),
    visitor(ann.browser),
  ]

  describe('who sees what', () => {
    for (const [name, { ask, nothing }] of Object.entries(verbs)) {
      it(`${name}: the holder, the council's systems once it is sent, and an operator are answered`, async () => {
        const { store, holders } = await stage()
        for (const role of ['person', 'visitor', 'system', 'operator'] as const) {
          const paper = await paperOf(store, role === 'visitor' ? holders.visitor : holders.person)
          expect(await ask(store, holders[role], paper), role).not.toEqual(nothing)
        }
      })

      it(`${name}: for anybody else it is as if it did not exist`, async () => {
        const { store, holders } = await stage()
        const papers = [await paperOf(store, holders.person), await paperOf(store, holders.visitor)]
        for (const stranger of await strangersTo(store, holders.person)) {
          for (const paper of papers) expect(await ask(store, stranger, paper), JSON.stringify(stranger)).toEqual(nothing)
        }
      })

      it(`${name}: what does not exist is nobody's`, async () => {
        const { store, holders } = await stage()
        const { upload, arriving } = await paperOf(store, holders.person)
        const none: Paper = { id: id('application'), reference: id('REF'), upload, arriving }
        for (const actor of Object.values(holders)) expect(await ask(store, actor, none), actor.role).toEqual(nothing)
      })

      it(`${name}: a draft is hidden from the council's systems`, async () => {
        const { store, holders } = await stage()
        expect(await ask(store, council, await paperOf(store, holders.person, draft))).toEqual(nothing)
      })
    }

    it('somebody else trying changes nothing', async () => {
      const { store, holders } = await stage()
      const paper = await paperOf(store, holders.person)
      for (const stranger of await strangersTo(store, holders.person)) for (const { ask } of Object.values(verbs)) await ask(store, stranger, paper)
      expect(await store.parts(holders.person, paper.id)).toEqual([{ name: 'school', answers: { schoolName: 'Elm' }, revision: 1 }])
      expect(await store.unfinished(holders.person, paper.id, 'concerns')).toEqual({ typed: { concerns: { '': 'He' } }, base: 0, savedAt: minute(6) })
      expect(await store.facts(holders.person, paper.id)).toHaveLength(2)
      const files = await store.uploads(holders.person, paper.id)
      expect(files.map(({ state, revision }) => [state, revision])).toEqual([['ready', 0], ['arriving', 0]])
      expect(await store.openings(holders.person, paper.id)).toHaveLength(1)
    })
  })
}
