import { describe, expect, it } from 'vitest'
import { copyViewOf } from '~/engine/copy-view'
import type { Answers } from '~/engine/form'
import { parentRequest } from '~/forms/parent-request'
import { schoolAdvice } from '~/forms/school-advice'
import { wordsFor } from '~/i18n/words'
import { addFact } from '../add-fact'
import { checkUploads } from '../check-uploads'
import { copiesOf } from '../copies'
import { council, visitor } from '../fixtures/house'
import { family, oak, schoolHouse, senco, told } from '../fixtures/school-house'
import { milestonesOf } from '../milestones'
import { openApplication } from '../open-application'
import { NotAllowed, NotFound } from '../permissions'
import { saveAnswers } from '../save-answers'
import { statusOf } from '../status'
import { submit } from '../submit'
import { withdraw } from '../withdraw'
import { evidencePictureOf, markedEvidence, openEvidenceFile } from './evidence'
import { inviteSchool } from './invite-school'
import { nameMember } from './name-member'

const { home, person, asked, answered, ready, read, mails } = schoolHouse()

describe('what a school sends for a request', () => {
  it('hides from the family what the school keeps private, where another parent is, and what social care does', async () => {
    const { request, id } = await asked()
    const rosa = await person(senco)
    await answered(rosa, id, {
      childAddress: { lines: ['9 Refuge Row'], town: 'Farplace', postcode: 'AB1 9ZZ' },
      parents: [{ key: 'a1', parentName: 'Jan Nowak', parentPhone: '07700 900555', parentMayContact: 'yes' }],
      socialCare: ['child-protection'],
      safety: 'He must not collect her.',
      progress: 'She reads well.',
    })
    const told = JSON.stringify(await read(request))
    expect(told).not.toMatch(/Refuge Row|900555|must not collect|protection plan|Jan Nowak/i)
    expect(told).toContain('She reads well.')
  })

  it('tells whoever asked nothing of whom somebody must be safe from: neither the answers, nor the questions, nor by what is missing', async () => {
    const { request, id } = await asked()
    const safe: Answers = { schoolUse: 'evidence', progress: 'She reads well.', familyTold: 'yes', keepDetailsPrivate: 'no', parents: [{ key: 'a1', parentName: 'Jan Nowak', parentMayContact: 'yes' }], safety: null }
    const rosa = await person(senco)
    const { id: evidence, reference } = await answered(rosa, id, safe)
    const before = JSON.stringify((await read(request)).map(({ summary }) => summary))
    const unsafe = [
      ['family-told', { familyTold: 'not-safe' }], ['family-not-told', { familyNotToldWhy: 'He has threatened her.' }], ['keep-private', { keepDetailsPrivate: 'yes' }], ['keep-private-from', { keepPrivateFrom: 'Her father' }],
      ['social-care', { socialCare: ['child-protection'] }], ['social-worker', { socialWorker: 'Pat Field' }],
    ] as const
    for (const [name, answers] of unsafe) {
      const base = (await home.store.parts(rosa, evidence)).find((part) => part.name === name)?.revision ?? 0
      await home.store.savePart(rosa, evidence, { name, answers, base }, home.services.clock.now())
    }
    expect(await submit(home.services, rosa, schoolAdvice, reference)).toHaveProperty('sent')
    expect(JSON.stringify((await read(request)).map(({ summary }) => summary))).toBe(before)
    const [{ summary } = { summary: undefined }] = await markedEvidence(home.services, council, request.id)
    expect(JSON.stringify(summary)).toMatch(/not safe to tell.*threatened her.*Pat Field/i)
  })

  it('is what a school knows and no request: it runs no clock, and cannot be made a request of its own', async () => {
    const { id } = await asked()
    const rosa = await person(senco)
    const evidence = await answered(rosa, id)
    const facts = await home.store.facts(council, evidence.id)
    expect(facts.map(({ fact, details }) => [fact, details])).toEqual([['evidence-sent', { remarks: ['evidence', 'not-a-member'] }]])
    expect([statusOf(facts, '2027-05-01'), milestonesOf(facts, '2027-05-01')]).toEqual([{ stage: 'evidence', since: '2026-05-01' }, []])
    const [use] = (await home.store.parts(rosa, evidence.id)).filter(({ name }) => name === 'use')
    const ask = (revision = 0) => saveAnswers(home.services, rosa, schoolAdvice, { reference: evidence.reference, page: 'use', base: revision }, (name) => (name === 'schoolUse' ? ['request'] : []))
    expect(await ask(use?.revision)).toEqual({ isAnswer: true })
    const open = await openApplication(home.services, rosa, schoolAdvice, evidence.reference, 'read')
    expect(open.journey.answers['schoolUse']).toBe('evidence')
    const [copy] = await copiesOf(home.services, { ...open, actor: rosa, form: schoolAdvice, facts }, wordsFor('en'))
    expect(copy && copyViewOf(copy, wordsFor('en')).next).toMatchObject({ text: 'The dates of that request count. No new time limit starts.' })
    expect(JSON.stringify(copy)).not.toContain('decideBy')
  })

  it('is read by the family of the request alone: not by a neighbour about whose child the council asked', async () => {
    const request = await home.draft({ ...family, whoYouAre: 'other' })
    expect(await submit(home.services, visitor, parentRequest, request.reference)).toHaveProperty('sent')
    const outcome = await inviteSchool(home.services, council, parentRequest, request.reference, told())
    const invitation = 'invited' in outcome ? outcome.invited.id : ''
    const rosa = await person(senco)
    const evidence = await answered(rosa, invitation, { filesForFamily: 'yes' })
    await ready(rosa, evidence.id, 'file')
    expect(await read(request)).toEqual([])
    const open = await openApplication(home.services, visitor, parentRequest, request.reference, 'read')
    await expect(openEvidenceFile(home.services, visitor, parentRequest, open, { invitation, file: 'file' })).rejects.toThrow(NotFound)
  })

  it('shows a file that the school sent only if the school says that the family may see it, and writes down who opened it', async () => {
    const { request, id } = await asked()
    const rosa = await person(senco)
    const evidence = await answered(rosa, id)
    const { store, clock } = home.services
    await ready(rosa, evidence.id, 'file')
    await ready(rosa, evidence.id, 'secret', { details: { paperSees: 'council' } })
    await ready(rosa, evidence.id, 'experts', { details: { paperSees: 'advisers' } })
    const files = async () => (await read(request)).flatMap((each) => each.files.map((file) => file.id))
    const services = { ...home.services, objects: { ...home.services.objects, get: async () => (async function* () {})() } }
    const open = async (file = 'file') =>
      openEvidenceFile(services, visitor, parentRequest, await openApplication(services, visitor, parentRequest, request.reference, 'read'), { invitation: id, file })
    const look = async (file = 'file') =>
      evidencePictureOf(services, visitor, parentRequest, await openApplication(services, visitor, parentRequest, request.reference, 'read'), { invitation: id, file }, 1)
    const say = (filesForFamily: string, base: number) => store.savePart(rosa, evidence.id, { name: 'files-for-family', answers: { filesForFamily }, base }, clock.now())
    expect(await files()).toEqual([])
    await expect(open()).rejects.toThrow(NotFound)
    await expect(look()).rejects.toThrow(NotFound)
    await say('yes', 0)
    expect(await files()).toEqual([])
    await submit(services, rosa, schoolAdvice, evidence.reference)
    expect(await files()).toEqual(['file'])
    expect((await open()).upload.id).toBe('file')
    await expect(open('secret')).rejects.toThrow(NotFound)
    await expect(open('experts')).rejects.toThrow(NotFound)
    await expect(look('secret')).rejects.toThrow(NotFound)
    // Opened before, looking at its pages says nothing new.
    expect((await look()).size).toBe(7)
    const openings = await store.openings(rosa, evidence.id)
    expect(openings).toMatchObject([{ upload: 'file', by: { role: 'visitor', isAsker: true } }])
    expect((await read(request))[0]?.openings).toEqual(openings)
    const better = await ready(rosa, evidence.id, 'better', { replaces: 'file' })
    expect([await files(), better.replaces]).toEqual([['better'], 'file'])
    expect((await look('better')).size).toBe(7)
    expect((await store.openings(rosa, evidence.id)).slice(1)).toMatchObject([{ upload: 'better', by: { role: 'visitor', isAsker: true } }])
    await say('no', 1)
    await expect(open('better')).rejects.toThrow(NotFound)
    await expect(look('better')).rejects.toThrow(NotFound)
  })
})

describe('who accepts for a school', () => {
  it('is told to the council when nobody knows them to be of that school, and is as welcome', async () => {
    const { request, id } = await asked()
    const evidence = await answered(await person(senco), id)
    expect((await home.store.invitations(council, request.id)).map(({ isMember }) => isMember)).toEqual([false])
    expect((await home.store.facts(council, evidence.id))[0]?.details).toEqual({ remarks: ['evidence', 'not-a-member'] })
    expect((await mails()).find(({ to }) => to === 'send@anyborough.example')).toMatchObject({ subject: expect.stringContaining(request.reference) as string, body: expect.stringContaining('not in the team') as string })
  })

  it('is a member of its team', async () => {
    await nameMember(home.services, { role: 'operator' }, oak.urn, { email: senco, name: 'Rosa Bell', isLead: true })
    const { request, id } = await asked()
    const evidence = await answered(await person(senco), id)
    expect((await home.store.invitations(council, request.id)).map(({ isMember }) => isMember)).toEqual([true])
    expect((await home.store.facts(council, evidence.id))[0]?.details).toEqual({ remarks: ['evidence'] })
    expect((await mails()).find(({ to, subject }) => to === 'send@anyborough.example' && subject.includes('answered'))?.body).toContain('has sent what it was asked for')
  })
})

describe('what a school sends unasked', () => {
  const put = (evidence: string, request: string, on = '2026-05-01') => addFact(home.services, council, evidence, { fact: 'put-with-request', on, details: { reference: request } })
  async function unasked(more: Answers = {}) {
    const answers = { schoolUse: 'evidence', settingName: { urn: oak.urn, name: oak.name }, writerEmail: senco, writerName: 'Rosa Bell', childFirstNames: 'Zofia', childLastName: 'Nowak', childBirthDate: '2017-03-02', progress: 'She reads well.', ...more }
    const rosa = await person(senco)
    const evidence = await home.draft(answers, rosa, schoolAdvice)
    expect(await submit(home.services, rosa, schoolAdvice, evidence.reference)).toMatchObject({ sent: { fact: 'brought-to-notice' } })
    return { rosa, evidence }
  }

  it('is put with its request by staff, once: its clock ends, and the family hears of it and reads it', async () => {
    const { evidence, rosa } = await unasked()
    const request = await home.draft(family)
    await submit(home.services, visitor, parentRequest, request.reference)
    expect(await read(request)).toEqual([])
    const before = (await mails()).length
    expect(await put(evidence.reference, request.reference.toLowerCase())).toMatchObject({ repeated: false, status: { stage: 'evidence' }, recorded: { details: { reference: request.reference } } })
    home.later(24 * 60)
    expect(await put(evidence.reference, request.reference, '2026-05-02')).toMatchObject({ repeated: true, recorded: { on: '2026-05-01' } })
    const [told] = await read(request)
    expect([told?.application.id, told?.writer, told?.invitation.asked.by, JSON.stringify(told?.summary).includes('She reads well.')]).toEqual([evidence.id, 'Rosa Bell', 'school', true])
    const after = (await mails()).slice(0, -before)
    expect(after.filter(({ to }) => to === 'ann@family.example').map(({ body }) => body)).toEqual([expect.stringContaining('A school has told us something about your request.')])
    // The school sees nothing of the request by it.
    expect(await home.store.invitation(rosa, { answer: evidence.id })).toMatchObject({ parts: [] })
  })

  it('is put with nothing but an open request of a family', async () => {
    const { evidence } = await unasked()
    const draft = await home.draft(family)
    const other = await unasked()
    for (const reference of [draft.reference, other.evidence.reference, evidence.reference, 'WMK-0000']) expect(await put(evidence.reference, reference)).toMatchObject({ refused: { code: 'no-such-request' } })
    await submit(home.services, visitor, parentRequest, draft.reference)
    expect(await put(draft.reference, evidence.reference)).toMatchObject({ refused: { code: 'not-evidence' } })
    await withdraw(home.services, visitor, parentRequest, draft.reference)
    expect(await put(evidence.reference, draft.reference)).toMatchObject({ refused: { code: 'no-such-request' } })
    await expect(addFact(home.services, visitor, evidence.reference, { fact: 'put-with-request', on: '2026-05-01', details: { reference: draft.reference } })).rejects.toThrow(NotAllowed)
    expect(statusOf(await home.store.facts(council, evidence.id), '2026-05-01')).toMatchObject({ stage: 'received' })
  })
})

describe('news for the family', () => {
  it('goes when a file comes later and is for them: one email for all that come together, and none for a file that is not', async () => {
    const { request, id } = await asked()
    const rosa = await person(senco)
    const evidence = await answered(rosa, id, { filesForFamily: 'yes' })
    const { store, clock } = home.services
    const arrive = async (file: string, details: Answers = {}) => {
      const upload = { id: file, object: `arriving-${file}`, name: `${file}.txt`, by: { role: 'person' }, details } as const
      const begun = await store.beginUpload(rosa, evidence.id, upload, { files: 9, bytes: 9999, draftBytes: 9999 }, clock.now())
      if (!('begun' in begun)) throw new Error('No room')
      await home.services.objects.put(upload.object, begun.sealing.seal(upload.object, bytesOf(file)))
      await store.uploadArrived(rosa, evidence.id, upload, { size: file.length, hash: file }, { bytes: 9999, draftBytes: 9999 }, clock.now())
      await checkUploads({ ...home.services, inspector: { inspect: async ({ bytes }) => ({ type: 'txt', size: file.length, copy: bytes }), close: async () => {} } })
    }
    const news = async () => (await mails()).filter(({ to, body }) => to === 'ann@family.example' && body.includes('A school you asked')).length
    const before = await news()
    await arrive('secret', { paperSees: 'council' })
    expect(await news()).toBe(before)
    await arrive('one')
    await arrive('two')
    expect(await news()).toBe(before + 1)
    expect((await read(request)).flatMap(({ files }) => files.map((file) => file.id))).toEqual(['one', 'two'])
  })

  it('goes to no neighbour who told of a child, whose page it would not open', async () => {
    const request = await home.draft({ ...family, whoYouAre: 'other' })
    await submit(home.services, visitor, parentRequest, request.reference)
    const outcome = await inviteSchool(home.services, council, parentRequest, request.reference, told())
    await answered(await person(senco), 'invited' in outcome ? outcome.invited.id : '')
    expect((await mails()).filter(({ to, subject }) => to === 'ann@family.example' && subject.includes('school'))).toEqual([])
  })
})

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text)
}
