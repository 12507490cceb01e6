import { describe, expect, it } from 'vitest'
import type { Actor } from '~/applications/actor'
import { council, draft, entry, id, minute, newUpload, operator, readyUpload, sentApplication, signedIn, uploadLimits, visitor, type OpenNew } from './cast'
import { accepted, added, asked, elm, member, newInvitation, oak, over, send, senco, start } from './school-cast'

/** What becomes of an invitation is one story, for everybody who reads it. */
export function invitationsAreFollowed(openNew: OpenNew): void {
  describe('an invitation', () => {
    it('whoever was invited writes on with the colleague who accepted first', async () => {
      const store = await openNew()
      const { invitation } = await asked(store)
      const [rosa, amir] = [await signedIn(store, senco), await member(store)]
      const answer = await accepted(store, amir, invitation.id)
      expect(await store.application(rosa, answer.reference)).toMatchObject({ id: answer.id })
      expect(await accepted(store, rosa, invitation.id)).toMatchObject({ id: answer.id })
      await store.removeMember(operator, oak, amir.person, minute(13))
      expect([await store.application(amir, answer.reference), (await store.application(rosa, answer.reference))?.id]).toEqual([undefined, answer.id])
    })

    it('a no after accepting closes what was begun, to colleagues as well, and can still be taken back', async () => {
      const store = await openNew()
      const { ann, request, invitation } = await asked(store)
      const [rosa, amir] = [await signedIn(store, senco), await member(store)]
      const answer = await accepted(store, rosa, invitation.id)
      await store.decline(amir, invitation.id, { reason: 'has-left', messages: [] }, minute(12))
      for (const reader of [rosa, amir]) {
        expect(await store.application(reader, answer.reference)).toBeUndefined()
        expect(await send(store, reader, answer.id)).toEqual({ refused: 'not-found' })
      }
      expect(await store.takeBack(ann, request.id, invitation.id, over, minute(14))).toMatchObject({ takenBackAt: minute(14) })
    })

    it('a colleague goes on with a file that another began to send; whoever is out of the school, or never was in it, can neither read nor write anything of it', async () => {
      const store = await openNew()
      const { ann, request, invitation } = await asked(store)
      const [rosa, amir] = [await signedIn(store, senco), await member(store)]
      const answer = await accepted(store, rosa, invitation.id)
      const file = await readyUpload(store, rosa, answer.id)
      const coming = newUpload({ expected: { size: 100, modified: 1, came: 0 } })
      await store.beginUpload(rosa, answer.id, coming, uploadLimits, minute(12))
      expect(await store.uploadGrew(amir, answer.id, coming, { object: id('object'), from: 0, size: 60 }, minute(13))).toBe(60)
      expect(await store.uploadArriving(amir, answer.id, coming.id)).toMatchObject({ upload: { expected: { came: 60 } } })

      await store.removeMember(operator, oak, amir.person, minute(14))
      const by = { role: 'person' } as const
      const tried = async (actor: Actor) => ({
        read: [
          await store.application(actor, answer.reference), await store.uploadArriving(actor, answer.id, coming.id), await store.openUpload(actor, answer.id, file.id, by, minute(15)),
          await store.uploadPicture(actor, answer.id, file.id, 1), await store.evidence(actor, request.id), await store.openEvidence(actor, request.id, invitation.id, file.id, by, minute(15)),
          await store.evidencePicture(actor, request.id, invitation.id, file.id, 1, { by, at: minute(15) }),
          await store.parts(actor, answer.id), await store.uploads(actor, answer.id), await store.openings(actor, answer.id), await store.sectionsGiven(actor, answer.id),
        ].flat(),
        written: [
          await store.savePart(actor, answer.id, { name: 'views', answers: {}, base: 0 }, minute(15)), await store.saveUnfinished(actor, answer.id, 'views', { typed: {}, base: 0 }, minute(15)),
          await store.removeParts(actor, answer.id, [], minute(15)), await store.giveSection(actor, answer.id, 'views', undefined), await store.uploadGrew(actor, answer.id, coming, { object: id('object'), from: 60, size: 9 }, minute(15)),
          await store.describeUpload(actor, answer.id, file.id, { details: {}, base: 0 }, minute(15)), await store.removeUpload(actor, answer.id, file.id, minute(15)),
          await store.dropUpload(actor, answer.id, coming), await store.accept(actor, invitation.id, start(), minute(15)), await store.decline(actor, invitation.id, { reason: 'x', messages: [] }, minute(15)),
        ].filter(Boolean),
        refused: [await send(store, actor, answer.id), await store.beginUpload(actor, answer.id, newUpload(), uploadLimits, minute(15))],
      })
      for (const actor of [amir, await member(store, elm), await signedIn(store), ann]) {
        const { read, written, refused } = await tried(actor)
        expect([read.filter(Boolean), written, refused]).toEqual([[], [], [{ refused: 'not-found' }, { refused: 'not-found' }]])
      }
      expect(await store.uploads(rosa, answer.id)).toHaveLength(2)
    })

    it('whoever is not of the school and was asked by their address is seen by whoever leads it, who can take them out at once', async () => {
      const store = await openNew()
      const { ann, request, invitation } = await asked(store)
      const [rosa, lead, amir] = [await signedIn(store, senco), await member(store, oak, 'lead@oak.example', true), await member(store)]
      const answer = await accepted(store, rosa, invitation.id)
      for (const nobody of [amir, rosa, ann, await member(store, elm, 'lead@elm.example', true)]) expect(await store.outsiders(nobody, oak)).toBeUndefined()
      expect(await store.outsiders(lead, oak)).toEqual([{ person: rosa.person, email: senco }])
      // A lead takes out nobody who has nothing to do with the school.
      expect(await store.removeMember(lead, oak, ann.person, minute(14))).toBe('removed')
      expect(await store.removeMember(amir, oak, rosa.person, minute(14))).toBeUndefined()
      expect(await store.application(rosa, answer.reference)).toBeDefined()
      expect(await store.removeMember(lead, oak, rosa.person, minute(15))).toBe('removed')
      expect([await store.application(rosa, answer.reference), await store.invitation(rosa, { id: invitation.id }), await store.outsiders(lead, oak)]).toEqual([undefined, undefined, []])
      expect(await store.application(amir, answer.reference)).toBeDefined()
      expect(await store.invitations(ann, request.id)).toHaveLength(1)
      await added(store, lead, oak, senco)
      expect(await store.application(rosa, answer.reference)).toBeDefined()
    })

    it('a school reads so many at a time: what can still be answered first, then the newest', async () => {
      const store = await openNew()
      const { ann, request, invitation } = await asked(store)
      const amir = await member(store)
      for (const email of ['two@oak.example', 'three@oak.example']) await store.invite(ann, request.id, newInvitation({ id: email }, oak, email), minute(12))
      await store.takeBack(ann, request.id, 'three@oak.example', over, minute(13))
      const page = async (from: number) => {
        const { listed, isMore } = await store.invitationsTo(amir, oak, { from, most: 2 })
        return [listed.map((each) => each.invitation.id), isMore]
      }
      expect([await page(0), await page(2), await page(9)]).toEqual([[['two@oak.example', invitation.id], true], [['three@oak.example'], false], [[], false]])
    })

    it('each step of it is news for other systems, and nothing takes the place of a request back', async () => {
      const store = await openNew()
      const { ann, request, invitation } = await asked(store)
      const changedAt = async () => (await store.application(operator, request.reference))?.changedAt
      expect(await changedAt()).toBe(minute(10))
      const rosa = await signedIn(store, senco)
      const answer = await accepted(store, rosa, invitation.id)
      expect([await changedAt(), (await store.invitations(council, request.id))[0]?.isMember]).toEqual([minute(11), false])
      await send(store, rosa, answer.id)
      expect(await changedAt()).toBe(minute(20))
      const second = newInvitation({}, elm)
      await store.invite(ann, request.id, second, minute(15))
      expect(await changedAt()).toBe(minute(20))
      await store.decline(rosa, second.id, { reason: 'not-me', messages: [] }, minute(21))
      expect(await changedAt()).toBe(minute(21))
      await store.takeBack(ann, request.id, invitation.id, over, minute(22))
      expect(await changedAt()).toBe(minute(22))
    })

    it('what a school sent unasked becomes an answer with the fact that says so, and shows the school nothing', async () => {
      const store = await openNew()
      const { ann, request } = await asked(store)
      const amir = await member(store)
      const evidence = await sentApplication(store, amir)
      const { message: _, ...invitation } = newInvitation({ asked: { school: { urn: oak, name: 'Oak School' }, email: 'amir@oak.example', asks: [], shows: [], by: 'school' } })
      const put = (actor: Actor, to = request.id) => store.record(actor, evidence.id, entry('put-with-request', 1, { joins: { ...invitation, request: to } }), minute(30))
      expect(await put(council, 'none')).toEqual({ refused: 'not-found' })
      expect(await store.facts(operator, evidence.id)).toHaveLength(1)
      expect(await put(council)).toMatchObject({ repeated: false })
      expect((await store.evidence(ann, request.id)).map(({ application, invitation: { asked: of } }) => [application.id, of.by])).toEqual([[evidence.id, 'school']])
      expect((await store.invitationsTo(amir, oak, { from: 0, most: 9 })).listed.map(({ invitation: { asked: of } }) => of.by)).toEqual(['family'])
      expect(await store.invitation(amir, { answer: evidence.id })).toMatchObject({ parts: [] })
    })

    it('a guest’s draft is kept while a school that it asked is still asked', async () => {
      const store = await openNew()
      const guest = visitor('guest')
      const request = await draft(store, guest, minute(0))
      const invitation = newInvitation()
      await store.invite(guest, request.id, invitation, minute(1))
      const limits = { draftsBefore: '0', guestDraftsBefore: minute(50), sessionsBefore: '0', messagesBefore: '0', undeliveredBefore: '0' }
      expect(await store.forget(limits)).toBe(0)
      await store.takeBack(guest, request.id, invitation.id, over, minute(2))
      expect(await store.forget(limits)).toBe(1)
    })
  })
}
