import { describe, expect, it } from 'vitest'
import type { Actor } from '~/applications/actor'
import type { Store } from '~/applications/ports'
import { standingOf } from '~/applications/schools/invitation'
import { council, draft, entry, id, message, minute, operator, readyUpload, sentApplication, signedIn, visitor, type OpenNew } from './cast'
import { accepted, added, asked, elm, member, newInvitation, oak, over, send, senco, start } from './school-cast'

/** Schools are asked about a request, and the people of a school share what they write. */
export function schoolsAreAsked(openNew: OpenNew): void {
  describe('asking a school', () => {
    it('keeps one invitation and sends one email, however often it is pressed', async () => {
      const store = await openNew()
      const ann = await signedIn(store)
      const request = await draft(store, ann)
      const invitation = newInvitation()
      const before = (await store.messagesToSend(minute(59), 99)).length
      const pressed = await Promise.all(Array.from({ length: 5 }, () => store.invite(ann, request.id, { ...invitation, tokenHash: id('token'), message: message() }, minute(2))))
      const another = await store.invite(ann, request.id, newInvitation({}, oak, ' SENCO@Oak.Example'), minute(3))
      expect(pressed.filter((each) => 'repeated' in each && !each.repeated)).toHaveLength(1)
      expect(another).toMatchObject({ invited: { id: invitation.id }, repeated: true })
      expect(await store.invitations(ann, request.id)).toEqual([{ id: invitation.id, asked: invitation.asked, askedAt: minute(2), dueOn: '2026-05-16' }])
      expect(await store.messagesToSend(minute(59), 99)).toHaveLength(before + 1)
    })

    it('ten can be asked about one request, and no more; one that said no can be asked again', async () => {
      const store = await openNew()
      const { ann, request, invitation } = await asked(store)
      await store.decline(await signedIn(store, senco), invitation.id, { reason: 'not-me', messages: [] }, minute(11))
      for (let more = 0; more < 9; more += 1) expect(await store.invite(ann, request.id, newInvitation({}, oak, more === 0 ? senco : `t${more}@oak.example`), minute(12))).toMatchObject({ repeated: false })
      expect(await store.invite(ann, request.id, newInvitation({}, elm), minute(13))).toEqual({ refused: 'too-many' })
    })

    it('belongs to whoever holds the request, and to nobody else', async () => {
      const store = await openNew()
      const { ann, request, invitation } = await asked(store)
      const answer = await accepted(store, await signedIn(store, senco), invitation.id)
      await send(store, await signedIn(store, senco), answer.id)
      for (const stranger of [await signedIn(store), visitor('b'), visitor(ann.browser), await signedIn(store, senco), await member(store)]) {
        expect(await store.invite(stranger, request.id, newInvitation(), minute(12))).toEqual({ refused: 'not-found' })
        expect(await store.invitations(stranger, request.id)).toEqual([])
        expect(await store.takeBack(stranger, request.id, invitation.id, over, minute(12))).toBeUndefined()
        expect(await store.evidence(stranger, request.id)).toEqual([])
      }
      for (const holder of [ann, council, operator]) {
        expect(await store.invitations(holder, request.id)).toHaveLength(1)
        expect(await store.evidence(holder, request.id)).toMatchObject([{ application: { id: answer.id }, sent: [{ hash: 'f00d' }], parts: [{ name: 'child-name' }] }])
      }
      const other = await sentApplication(store, ann)
      expect(await store.takeBack(ann, other.id, invitation.id, over, minute(12))).toBeUndefined()
      expect(await store.invite(ann, other.id, newInvitation({ id: invitation.id }), minute(12))).toEqual({ refused: 'not-found' })
    })

    it('a file of what was sent is opened by whoever holds the request, which is written down, and by nobody else', async () => {
      const store = await openNew()
      const { ann, request, invitation } = await asked(store)
      const rosa = await signedIn(store, senco)
      const answer = await accepted(store, rosa, invitation.id)
      const file = await readyUpload(store, rosa, answer.id)
      const opened = (actor: Actor, application = request.id, of = invitation.id) => store.openEvidence(actor, application, of, file.id, { role: 'person', who: 'ann' }, minute(30))
      expect(await opened(ann)).toBeUndefined()
      await send(store, rosa, answer.id)
      expect(await opened(ann)).toMatchObject({ object: file.object, upload: { id: file.id } })
      expect((await store.evidence(ann, request.id))[0]?.uploads.map(({ id: of }) => of)).toEqual([file.id])
      const own = await sentApplication(store, ann)
      for (const nothing of [await opened(await signedIn(store)), await opened(visitor('b')), await opened(rosa), await opened(ann, own.id), await opened(ann, request.id, 'none')]) expect(nothing).toBeUndefined()
      expect(await store.openings(rosa, answer.id)).toEqual([{ upload: file.id, by: { role: 'person', who: 'ann' }, at: minute(30) }])
    })

    it('pictures of such a file are for whoever may open it: the first look of each is written down', async () => {
      const store = await openNew()
      const { ann, request, invitation } = await asked(store)
      const rosa = await signedIn(store, senco)
      const answer = await accepted(store, rosa, invitation.id)
      const file = await readyUpload(store, rosa, answer.id)
      const looked = (actor: Actor, { page = 1, application = request.id, of = invitation.id, who = 'ann' } = {}) =>
        store.evidencePicture(actor, application, of, file.id, page, { by: { role: 'person', who, isAsker: true }, at: minute(30) })
      expect(await looked(ann)).toBeUndefined()
      await send(store, rosa, answer.id)
      const own = await sentApplication(store, ann)
      for (const nothing of [await looked(await signedIn(store)), await looked(visitor('b')), await looked(rosa), await looked(ann, { application: own.id }), await looked(ann, { of: 'none' }), await looked(ann, { page: 2 })]) {
        expect(nothing).toBeUndefined()
      }
      expect(await store.openings(rosa, answer.id)).toEqual([])
      for (const who of ['ann', 'ann', 'ben']) expect(await looked(ann, { who })).toMatchObject({ object: `${file.object}-page`, size: 7 })
      expect((await store.openings(rosa, answer.id)).map(({ by }) => by)).toEqual([{ role: 'person', who: 'ann', isAsker: true }, { role: 'person', who: 'ben', isAsker: true }])
    })

    it('what a school has not sent is nobody’s evidence', async () => {
      const store = await openNew()
      const { ann, request, invitation } = await asked(store)
      await accepted(store, await signedIn(store, senco), invitation.id)
      expect(await store.evidence(ann, request.id)).toEqual([])
      expect((await store.invitations(ann, request.id)).map((each) => standingOf(each))).toEqual([{ state: 'accepted', at: minute(11) }])
    })
  })

  describe('being asked', () => {
    it('is open to whoever has the address, however it is written, and to members of the school', async () => {
      const store = await openNew()
      const { request, invitation } = await asked(store)
      const keys = [{ id: invitation.id }, { tokenHash: invitation.tokenHash }]
      for (const reader of [await signedIn(store, 'Senco@OAK.example'), await member(store)]) {
        for (const key of keys) expect(await store.invitation(reader, key)).toMatchObject({ invitation: { id: invitation.id }, request: { id: request.id }, parts: [{ name: 'child' }] })
      }
      for (const stranger of [await signedIn(store), await member(store, elm), visitor('b'), council, operator]) {
        for (const key of keys) expect(await store.invitation(stranger, key)).toBeUndefined()
        expect(await store.accept(stranger, invitation.id, start(), minute(11))).toBeUndefined()
        expect(await store.decline(stranger, invitation.id, { reason: 'x', messages: [] }, minute(11))).toBeUndefined()
        expect(await store.invitationsTo(stranger, oak, { from: 0, most: 9 })).toEqual({ listed: [], isMore: false })
      }
    })

    it('accepted twice, by two colleagues, begins one thing that both write', async () => {
      const store = await openNew()
      const { invitation } = await asked(store)
      const [rosa, amir] = [await signedIn(store, senco), await member(store)]
      const one = await accepted(store, rosa, invitation.id)
      expect(await accepted(store, amir, invitation.id)).toEqual(one)
      expect(await store.savePart(amir, one.id, { name: 'views', answers: { pupilViews: 'Fine' }, base: 0 }, minute(12))).toHaveProperty('saved')
      expect(await store.parts(rosa, one.id)).toHaveLength(2)
      expect(await store.invitation(amir, { answer: one.id })).toMatchObject({ answer: { id: one.id } })
      expect((await store.applications(amir)).map((each) => each.id)).toEqual([])
      expect((await store.applications(rosa)).map((each) => each.id)).toEqual([one.id])
    })

    it.each([
      ['taken back', (store: Store, holder: Actor, request: string, invitation: string) => store.takeBack(holder, request, invitation, over, minute(30))],
      ['withdrawn', (store: Store, holder: Actor, request: string) => store.record(holder, request, entry('withdrawn', 1, { endsInvitations: over }), minute(30))],
      ['answered long ago', (store: Store) => store.endInvitations({ answered: minute(21), due: '2026-01-01' }, over, minute(30))],
    ])('once it is %s, the school sees nothing of the request and nothing of what it wrote; the family keeps what came', async (_how, end) => {
      const store = await openNew()
      const { ann, request, invitation } = await asked(store)
      const [rosa, amir] = [await signedIn(store, senco), await member(store)]
      const answer = await accepted(store, rosa, invitation.id)
      await send(store, rosa, answer.id)
      await end(store, ann, request.id, invitation.id)
      for (const reader of [rosa, amir]) {
        expect(await store.application(reader, answer.reference)).toBeUndefined()
        expect(await store.parts(reader, answer.id)).toEqual([])
        expect(await store.applications(reader)).toEqual([])
        expect(await store.schoolApplications(reader, oak)).toEqual([])
        expect(await store.accept(reader, invitation.id, start(), minute(31))).toBeUndefined()
        expect(await store.invitation(reader, { id: invitation.id })).toMatchObject({ parts: [] })
      }
      expect(await store.evidence(ann, request.id)).toHaveLength(1)
      expect(await store.application(council, answer.reference)).toBeDefined()
      expect(await store.takeBack(ann, request.id, invitation.id, over, minute(40))).toMatchObject({ answeredAt: minute(20) })
    })

    it.each([
      ['taken back', (store: Store, holder: Actor, request: string, invitation: string) => store.takeBack(holder, request, invitation, over, minute(30))],
      ['withdrawn', (store: Store, holder: Actor, request: string) => store.record(holder, request, entry('withdrawn', 1, { endsInvitations: over }), minute(30))],
      ['not answered for long', (store: Store) => store.endInvitations({ answered: minute(0), due: '2026-05-17' }, over, minute(30))],
    ])('once it is %s, a school that was writing is told, once; one that only was asked, or has answered, is not', async (_how, end) => {
      for (const told of [0, 1, 2] as const) {
        const store = await openNew()
        const { ann, request, invitation } = await asked(store)
        const rosa = await signedIn(store, senco)
        const answer = told === 0 ? undefined : await accepted(store, rosa, invitation.id)
        if (answer && told === 2) await send(store, rosa, answer.id)
        for (let twice = 0; twice < 2; twice += 1) await end(store, ann, request.id, invitation.id)
        const letters = (await store.newestMessages(99)).filter(({ subject }) => subject === over.subject)
        expect(letters.map(({ to, body }) => [to, body])).toEqual(told === 1 ? [[senco, over.body]] : [])
      }
    })

    it('one that nobody answered ends some time after its day, and no other does', async () => {
      const store = await openNew()
      const { ann, request } = await asked(store)
      expect(await store.endInvitations({ answered: minute(0), due: '2026-05-16' }, over, minute(30))).toBe(0)
      expect(await store.endInvitations({ answered: minute(0), due: '2026-05-17' }, over, minute(31))).toBe(1)
      expect(await store.endInvitations({ answered: minute(0), due: '2026-05-17' }, over, minute(32))).toBe(0)
      expect((await store.invitations(ann, request.id)).map((each) => standingOf(each))).toEqual([{ state: 'ended', at: minute(31) }])
    })

    it('a no is kept with its reason, and an answer that was sent stays an answer', async () => {
      const store = await openNew()
      const { ann, request, invitation } = await asked(store)
      const rosa = await signedIn(store, senco)
      const told = message()
      expect(await store.decline(rosa, invitation.id, { reason: 'has-left', messages: [told] }, minute(12))).toMatchObject({ declinedAt: minute(12), reason: 'has-left' })
      expect(await store.decline(rosa, invitation.id, { reason: 'other', messages: [message()] }, minute(13))).toMatchObject({ declinedAt: minute(12), reason: 'has-left' })
      expect((await store.messagesToSend(minute(59), 99)).map((each) => each.id)).toContain(told.id)
      const second = newInvitation()
      await store.invite(ann, request.id, second, minute(14))
      const answer = await accepted(store, rosa, second.id)
      await send(store, rosa, answer.id)
      expect(await store.decline(rosa, second.id, { reason: 'other', messages: [] }, minute(21))).not.toHaveProperty('declinedAt')
    })

    it('a draft that is forgotten takes with it what its school has begun, and not what it has sent', async () => {
      const store = await openNew()
      const rosa = await signedIn(store, senco)
      const lateLimits = { guestDraftsBefore: '0', sessionsBefore: '0', messagesBefore: '0', undeliveredBefore: '0' }
      const begin = async () => {
        const request = await draft(store, await signedIn(store), minute(0))
        const invitation = newInvitation()
        await store.invite(operator, request.id, invitation, minute(1))
        return { request, answer: await accepted(store, rosa, invitation.id) }
      }
      const [one, two] = [await begin(), await begin()]
      await send(store, rosa, two.answer.id)
      expect(await store.forget({ ...lateLimits, draftsBefore: minute(5) })).toBe(3)
      const left = await Promise.all([one.request, one.answer, two.request, two.answer].map(({ reference }) => store.application(operator, reference)))
      expect(left.map((each) => each?.id)).toEqual([undefined, undefined, undefined, two.answer.id])
      expect([await store.application(rosa, two.answer.reference), (await store.application(council, two.answer.reference))?.id]).toEqual([undefined, two.answer.id])
    })

    it('a draft of the school that was forgotten can be begun again', async () => {
      const store = await openNew()
      const { invitation } = await asked(store)
      const rosa = await signedIn(store, senco)
      const first = await accepted(store, rosa, invitation.id)
      await store.forget({ draftsBefore: minute(50), guestDraftsBefore: '0', sessionsBefore: '0', messagesBefore: '0', undeliveredBefore: '0' })
      expect((await accepted(store, rosa, invitation.id)).id).not.toBe(first.id)
    })
  })

  describe('belonging to a school', () => {
    it('an operator names a lead, who adds colleagues and no leads; nobody else adds anybody', async () => {
      const store = await openNew()
      const lead = await member(store, oak, 'lead@oak.example', true)
      const colleague = await member(store)
      expect(await added(store, lead, oak, 'amir@oak.example', { isLead: true })).toMatchObject({ isLead: false, name: 'Rosa Bell' })
      for (const other of [colleague, await signedIn(store), await member(store, elm, 'lead@elm.example', true), visitor('b'), council]) {
        expect(await added(store, other, oak, 'x@oak.example')).toBeUndefined()
        expect(await store.removeMember(other, oak, lead.person, minute(2))).toBeUndefined()
      }
      expect((await store.members(colleague, oak))?.map((each) => [each.email, each.isLead])).toEqual(expect.arrayContaining([['lead@oak.example', true], ['amir@oak.example', false]]))
      expect(await store.members(await signedIn(store), oak)).toBeUndefined()
      expect(await store.schoolsOf(lead)).toEqual([oak])
    })

    it('somebody added twice is there once, is told once, and stays a lead', async () => {
      const store = await openNew()
      const lead = await member(store, oak, 'lead@oak.example', true)
      const before = (await store.messagesToSend(minute(59), 99)).length
      await added(store, lead, oak, 'Lead@Oak.Example')
      await added(store, operator, oak, 'lead@oak.example', { name: '' })
      expect(await store.members(lead, oak)).toMatchObject([{ email: 'lead@oak.example', name: 'Rosa Bell', isLead: true }])
      expect(await store.messagesToSend(minute(59), 99)).toHaveLength(before)
    })

    it('drafts of both uses are shared; whoever leaves sees nothing at once, not even what they began or were invited to', async () => {
      const store = await openNew()
      const lead = await member(store, oak, 'lead@oak.example', true)
      const rosa = await member(store, oak, senco)
      const { invitation } = await asked(store)
      const evidence = await accepted(store, rosa, invitation.id)
      const request = await store.startApplication(rosa, start({ school: oak }), minute(12))
      if (request === 'reference-taken') throw new Error('The reference is taken')
      const own = await draft(store, rosa)
      expect((await store.schoolApplications(lead, oak)).map((each) => each.id).sort()).toEqual([evidence.id, request.id].sort())
      expect(await store.giveSection(lead, evidence.id, 'views', rosa.person)).toBe(true)

      expect(await store.removeMember(lead, oak, rosa.person, minute(13))).toBe('removed')
      expect(await store.removeMember(lead, oak, rosa.person, minute(14))).toBe('removed')
      for (const one of [evidence, request]) {
        expect(await store.application(rosa, one.reference)).toBeUndefined()
        expect(await store.savePart(rosa, one.id, { name: 'views', answers: {}, base: 0 }, minute(15))).toBeUndefined()
      }
      expect(await store.invitation(rosa, { tokenHash: invitation.tokenHash })).toBeUndefined()
      expect(await store.schoolsOf(rosa)).toEqual([])
      expect(await store.members(rosa, oak)).toBeUndefined()
      expect((await store.applications(rosa)).map((each) => each.id)).toEqual([own.id])
      expect(await store.sectionsGiven(lead, evidence.id)).toEqual([])
      expect(await store.application(lead, evidence.reference)).toBeDefined()
      await store.forget({ draftsBefore: '0', guestDraftsBefore: '0', sessionsBefore: '9', messagesBefore: '0', undeliveredBefore: '0' })
      expect(await store.invitation(await signedIn(store, senco), { tokenHash: invitation.tokenHash })).toBeUndefined()
      await added(store, lead, oak, senco)
      expect(await store.application(rosa, evidence.reference)).toBeDefined()
    })

    it('a lead cannot leave a school without one; an operator can', async () => {
      const store = await openNew()
      const lead = await member(store, oak, 'lead@oak.example', true)
      expect(await store.removeMember(lead, oak, lead.person, minute(2))).toBe('last-lead')
      expect(await store.removeMember(operator, oak, lead.person, minute(3))).toBe('removed')
      expect(await store.members(operator, oak)).toEqual([])
    })

    it('somebody who does not belong to a school begins nothing there', async () => {
      const store = await openNew()
      const lead = await member(store, oak, 'lead@oak.example', true)
      const stranger = await signedIn(store)
      const begun = await store.startApplication(stranger, start({ school: oak }), minute(2))
      expect(await store.schoolApplications(lead, oak)).toEqual([])
      expect(begun !== 'reference-taken' && (await store.application(stranger, begun.reference))).toBeTruthy()
    })

    it('parts are given to members, by members, in what the school writes', async () => {
      const store = await openNew()
      const [rosa, amir] = [await member(store, oak, senco), await member(store)]
      const shared = await store.startApplication(rosa, start({ school: oak }), minute(2))
      const own = await draft(store, rosa)
      if (shared === 'reference-taken') throw new Error('The reference is taken')
      expect(await store.giveSection(amir, shared.id, 'views', rosa.person)).toBe(true)
      expect(await store.giveSection(rosa, shared.id, 'views', amir.person)).toBe(true)
      expect(await store.sectionsGiven(rosa, shared.id)).toEqual([{ section: 'views', person: amir.person, name: 'Rosa Bell' }])
      expect(await store.giveSection(rosa, shared.id, 'views', (await signedIn(store)).person)).toBe(false)
      expect(await store.giveSection(await member(store, elm), shared.id, 'views', amir.person)).toBe(false)
      expect(await store.giveSection(rosa, own.id, 'views', rosa.person)).toBe(false)
      expect(await store.giveSection(rosa, shared.id, 'views', undefined)).toBe(true)
      expect(await store.sectionsGiven(rosa, shared.id)).toEqual([])
    })
  })
}
