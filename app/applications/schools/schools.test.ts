import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { copyViewOf } from '~/engine/copy-view'
import { blankAnswers } from '~/engine/describe-form'
import type { Answers, Form } from '~/engine/form'
import { partsFrom } from '~/engine/parts'
import { parentRequest } from '~/forms/parent-request'
import { schoolAdvice } from '~/forms/school-advice'
import { answersWhenAsked } from '~/forms/school-advice/when-asked'
import { youngPersonRequest } from '~/forms/young-person-request'
import { wordsFor } from '~/i18n/words'
import type { Actor } from '../actor'
import { addFact } from '../add-fact'
import { copiesOf } from '../copies'
import { council, house, smallest, stranger, visitor } from '../fixtures/house'
import { milestonesOf } from '../milestones'
import { openApplication } from '../open-application'
import { NotFound } from '../permissions'
import type { NewUpload } from '../ports'
import { saveAnswers } from '../save-answers'
import { askForCode, signIn } from '../sign-in'
import { statusOf } from '../status'
import { submit } from '../submit'
import { withdraw } from '../withdraw'
import { acceptInvitation, declineInvitation, openInvitation } from './answer-invitation'
import { endInvitations } from './end-invitations'
import { evidenceFor, markedEvidence, openEvidenceFile } from './evidence'
import { asks, standingOf } from './invitation'
import { inviteSchool, type ToInvite } from './invite-school'
import { takeBack } from './take-back'

const it_ = house()
const operator = { role: 'operator' } as const
const senco = 'senco@oak.example'
const oak = {
  urn: '990101', name: 'Oak School', type: 'Academy', phase: 'Primary', status: 'open', lowAge: 4, highAge: 11, street: '', locality: '', address3: '', town: 'Anyborough', county: '',
  postcode: 'AB1 2CD', authorityCode: '', authority: '', ukprn: '', website: '', phone: '',
} as const
beforeEach(() => it_.store.listEstablishments([oak, { ...oak, urn: '990102', name: 'Gone School', status: 'closed' }], '2026-05-01T08:00:00.000Z'))

const told = (more: Partial<ToInvite> = {}): ToInvite => ({ key: 'pressed', urn: oak.urn, email: senco, asks, shows: [], ...more })
const family: Answers = {
  ...smallest,
  childFirstNames: 'Zofia',
  childLastName: 'Nowak',
  childBirthDate: '2017-03-02',
  schoolSituation: 'school',
  schoolName: { urn: oak.urn, name: oak.name, town: 'Anyborough' },
  upn: 'A950000178301',
  requesterAddress: { lines: ['1 Hidden Lane'], town: 'Farplace', postcode: 'AB1 9ZZ' },
  goingWell: 'She sings.',
  safety: 'Locks on every door.',
  carerHelp: 'yes',
  moreSupport: 'An adult beside her.',
}

async function person(email: string): Promise<Extract<Actor, { role: 'person' }>> {
  const browser = `browser of ${email}`
  const services = { ...it_.services, secrets: { hash: (purpose: string) => `${purpose} ${browser}` } }
  await askForCode(services, browser, email, 'en')
  const signed = await signIn(services, browser, { code: '' }, (token) => token, undefined, false)
  if (!('token' in signed)) throw new Error(`${email} could not sign in`)
  return { role: 'person', person: signed.person, browser }
}

/** A request of a family that was sent, with a school that was asked. */
async function asked({ answers = family, form = parentRequest, shows = [] as readonly string[] }: { answers?: Answers; form?: Form; shows?: readonly string[] } = {}) {
  const request = await it_.draft(answers, visitor, form)
  expect(await submit(it_.services, visitor, form, request.reference)).toHaveProperty('sent')
  const outcome = await inviteSchool(it_.services, visitor, form, request.reference, told({ shows }))
  if (!('invited' in outcome)) throw new Error(outcome.refused)
  return { request, id: outcome.invited.id }
}

const begin = (known: Parameters<typeof answersWhenAsked>[0]) => ({ form: schoolAdvice, answers: answersWhenAsked(known) })
async function answered(rosa: Actor, id: string, more: Answers = {}) {
  const begun = await acceptInvitation(it_.services, rosa, { id }, begin)
  if (!begun) throw new Error('It is over')
  for (const part of partsFrom(schoolAdvice, more)) {
    const base = (await it_.store.parts(rosa, begun.id)).find(({ name }) => name === part.name)
    await it_.store.savePart(rosa, begun.id, { ...part, answers: { ...base?.answers, ...part.answers }, base: base?.revision ?? 0 }, it_.services.clock.now())
  }
  expect(await submit(it_.services, rosa, schoolAdvice, begun.reference)).toHaveProperty('sent')
  return begun
}
/** A file of what a school writes, checked. */
async function ready(rosa: Actor, application: string, id: string, more: Partial<NewUpload> = {}) {
  const { store, clock } = it_.services
  const upload: NewUpload = { id, object: `arriving ${id}`, name: `${id}.pdf`, details: {}, by: { role: 'person' }, ...more }
  const limits = { files: 4, bytes: 1000 }
  await store.beginUpload(rosa, application, upload, limits, clock.now())
  await store.uploadArrived(rosa, application, upload, { size: 4, hash: id }, limits, clock.now())
  await store.uploadChecked(upload, { ready: { object: `ready ${id}`, size: 4, type: 'pdf', scanned: true } }, clock.now())
  return upload
}
/** What somebody reads of what schools sent for a request. */
const read = async ({ reference }: { readonly reference: string }, actor: Actor = visitor, form: Form = parentRequest) =>
  evidenceFor(it_.services, actor, form, await openApplication(it_.services, actor, form, reference, 'read'))
const shownTo = async (rosa: Actor, id: string) => (await openInvitation(it_.services, rosa, { id })).shown
const mails = async () => (await it_.store.newestMessages(99)).filter(({ subject }) => !subject.startsWith('Your code'))

describe('asking a school', () => {
  it('holds up nothing: a draft can ask, and is sent and counted as if nobody had been asked', async () => {
    const { reference, id } = await it_.draft(family)
    expect(await inviteSchool(it_.services, visitor, parentRequest, reference, told())).toMatchObject({ repeated: false, invited: { dueOn: '2026-05-16', asked: { by: 'family', shows: [] } } })
    expect(await submit(it_.services, visitor, parentRequest, reference)).toMatchObject({ sent: { fact: 'submitted', on: '2026-05-01' } })
    expect(await it_.store.facts(operator, id)).toHaveLength(1)
  })

  it('pressed twice it asks once, with one email', async () => {
    const { reference } = await it_.draft(family)
    const press = () => inviteSchool(it_.services, visitor, parentRequest, reference, told())
    const [one, two] = [await press(), await press()]
    expect(two).toEqual({ ...one, repeated: true })
    expect((await mails()).map(({ to }) => to)).toEqual([senco])
    expect(await inviteSchool(it_.services, visitor, parentRequest, reference, told({ email: 'head@oak.example' }))).toEqual({ refused: 'key-reused' })
  })

  it.each([['990102'], ['123456']])('asks no school that is closed or not on the register: %s', async (urn) => {
    const { reference } = await it_.draft(family)
    expect(await inviteSchool(it_.services, visitor, parentRequest, reference, told({ urn }))).toEqual({ refused: 'no-such-school' })
    expect(await mails()).toEqual([])
  })

  it('is for the family alone: not for a neighbour, a school that asks or anybody else', async () => {
    const neighbours = await it_.draft({ ...family, whoYouAre: 'other' })
    const schools = await it_.draft({ schoolUse: 'request' }, visitor, schoolAdvice)
    await expect(inviteSchool(it_.services, visitor, parentRequest, neighbours.reference, told())).rejects.toThrow(NotFound)
    await expect(inviteSchool(it_.services, visitor, schoolAdvice, schools.reference, told())).rejects.toThrow(NotFound)
    const { reference } = await it_.draft(family)
    await expect(inviteSchool(it_.services, stranger, parentRequest, reference, told())).rejects.toThrow(NotFound)
    await expect(inviteSchool(it_.services, council, parentRequest, reference, told())).rejects.toThrow(NotFound)
  })

  it('the council asks in its own name, shows nothing that the family wrote, and chooses the day', async () => {
    const { request } = await asked()
    const outcome = await inviteSchool(it_.services, council, parentRequest, request.reference, told({ key: 'case-1', email: 'head@oak.example', shows: ['needs'], dueOn: '2026-06-01' }))
    expect(outcome).toMatchObject({ invited: { dueOn: '2026-06-01', asked: { by: 'council', shows: [] } } })
    const id = 'invited' in outcome ? outcome.invited.id : ''
    await expect(takeBack(it_.services, visitor, request.reference, id)).rejects.toThrow(NotFound)
    expect(standingOf(await takeBack(it_.services, council, request.reference, id)).state).toBe('taken-back')
  })

  it('nothing more is asked once the request is withdrawn, and what was asked ends', async () => {
    const { request, id } = await asked()
    const rosa = await person(senco)
    await withdraw(it_.services, visitor, parentRequest, request.reference)
    expect(await inviteSchool(it_.services, visitor, parentRequest, request.reference, told({ key: 'other', email: 'a@oak.example' }))).toEqual({ refused: 'closed' })
    const { invitation, shown } = await openInvitation(it_.services, rosa, { id })
    expect([standingOf(invitation).state, shown]).toEqual(['ended', { pupil: {}, sections: [] }])
    expect(await acceptInvitation(it_.services, rosa, { id }, begin)).toBeUndefined()
  })

  it('ends as well when the council records that the request has ended', async () => {
    const { request, id } = await asked()
    await addFact(it_.services, council, it_.services.formNamed, request.reference, { fact: 'assessment-ended', on: '2026-05-01', details: { reason: 'moved-away' } })
    expect((await openInvitation(it_.services, await person(senco), { id })).parts).toEqual([])
  })
})

describe('what a school sees of a request', () => {
  it('is who the pupil is, and nothing else, unless the family shows more', async () => {
    const { id } = await asked()
    expect(await shownTo(await person(senco), id)).toEqual({ pupil: { firstNames: 'Zofia', lastName: 'Nowak', birthDate: '2017-03-02' }, sections: [] })
  })

  it('is what the family chose, without what is not for schools to see', async () => {
    const { id } = await asked({ shows: ['upn', 'story', 'request', 'child', 'care'] })
    const { pupil, sections } = await shownTo(await person(senco), id)
    expect(pupil.upn).toBe('A950000178301')
    expect(sections.map((section) => section.id)).toEqual(['story'])
    expect(JSON.stringify(sections)).toContain('She sings.')
    expect(JSON.stringify(sections)).not.toMatch(/Locks on every door|Hidden Lane|carerHelp/)
  })

  it.each([{ keepDetailsPrivate: 'yes' }, { otherParents: [{ key: 'a1', otherParentMayContact: 'no-safety' }] }])('is who the pupil is alone, where the family must not be found: %o', async (more) => {
    const { id } = await asked({ answers: { ...family, ...more }, shows: ['upn', 'story', 'support'] })
    expect(await shownTo(await person(senco), id)).toEqual({ pupil: { firstNames: 'Zofia', lastName: 'Nowak', birthDate: '2017-03-02' }, sections: [] })
  })

  it('shrinks at once when the family asks to be kept private afterwards', async () => {
    const { request, id } = await asked({ shows: ['story'] })
    const rosa = await person(senco)
    expect((await shownTo(rosa, id)).sections).toHaveLength(1)
    await it_.store.savePart(visitor, request.id, { name: 'keep-private', answers: { keepDetailsPrivate: 'yes' }, base: 0 }, it_.services.clock.now())
    expect((await shownTo(rosa, id)).sections).toEqual([])
  })

  it('is a young person’s own name and birth date, as they gave them', async () => {
    const answers = { ...blankAnswers(youngPersonRequest, '2026-05-01'), myFirstNames: 'Leila', myLastName: 'Aziz', myBirthDate: '2009-01-20', goodAt: 'I draw.' }
    const { id } = await asked({ answers, form: youngPersonRequest, shows: ['about-me', 'upn'] })
    const { pupil, sections } = await shownTo(await person(senco), id)
    expect(pupil).toEqual({ firstNames: 'Leila', lastName: 'Aziz', birthDate: '2009-01-20' })
    expect(JSON.stringify(sections)).toContain('I draw.')
  })
})

describe('answering', () => {
  it('begins with what is known, once for the whole school', async () => {
    const { request, id } = await asked({ shows: ['upn'] })
    const rosa = await person(senco)
    const [one, two] = [await acceptInvitation(it_.services, rosa, { id }, begin), await acceptInvitation(it_.services, rosa, { id }, begin)]
    expect(two).toEqual(one)
    const { journey } = await openApplication(it_.services, rosa, schoolAdvice, one?.reference ?? '', 'read')
    expect(journey.answers).toMatchObject({
      schoolUse: 'evidence', requestReference: request.reference, replyBy: '2026-05-16', writerEmail: senco, childFirstNames: 'Zofia', childLastName: 'Nowak', childBirthDate: '2017-03-02',
      upn: 'A950000178301', settingName: { urn: oak.urn, name: oak.name, town: 'Anyborough' },
    })
    expect(journey.missing).toEqual([])
  })

  it('reaches whoever asked at once, with news to them and a notice to the council that says with which request it is', async () => {
    const { request, id } = await asked()
    const evidence = await answered(await person(senco), id, { progress: 'She reads well.' })
    const [found] = await read(request)
    expect([found?.application.id, JSON.stringify(found?.summary).includes('She reads well.')]).toEqual([evidence.id, true])
    const sent = await mails()
    expect(sent.find(({ to }) => to === 'ann@family.example' )?.body).toContain(`/applications/${request.reference}/schools`)
    expect(sent.find(({ to }) => to === 'send@anyborough.example')?.subject).toContain(request.reference)
    expect(await it_.store.facts(operator, request.id)).toHaveLength(1)
  })

  it('before the request was sent, tells the council of a child that it may not know yet, and names no request that it cannot see', async () => {
    const { reference } = await it_.draft(family)
    const outcome = await inviteSchool(it_.services, visitor, parentRequest, reference, told())
    await answered(await person(senco), 'invited' in outcome ? outcome.invited.id : '')
    expect((await mails()).find(({ to }) => to === 'send@anyborough.example')?.subject).not.toContain(reference)
    expect(await it_.store.application(council, reference)).toBeUndefined()
  })

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
      const base = (await it_.store.parts(rosa, evidence)).find((part) => part.name === name)?.revision ?? 0
      await it_.store.savePart(rosa, evidence, { name, answers, base }, it_.services.clock.now())
    }
    expect(await submit(it_.services, rosa, schoolAdvice, reference)).toHaveProperty('sent')
    expect(JSON.stringify((await read(request)).map(({ summary }) => summary))).toBe(before)
    const [{ summary } = { summary: undefined }] = await markedEvidence(it_.services, council, request.id)
    expect(JSON.stringify(summary)).toMatch(/not safe to tell.*threatened her.*Pat Field/i)
  })

  it('is what a school knows and no request: it runs no clock, and cannot be made a request of its own', async () => {
    const { id } = await asked()
    const rosa = await person(senco)
    const evidence = await answered(rosa, id)
    const facts = await it_.store.facts(council, evidence.id)
    expect(facts.map(({ fact, details }) => [fact, details])).toEqual([['evidence-sent', { remarks: ['evidence'] }]])
    expect([statusOf(facts, '2027-05-01'), milestonesOf(facts, '2027-05-01')]).toEqual([{ stage: 'evidence', since: '2026-05-01' }, []])
    const [use] = (await it_.store.parts(rosa, evidence.id)).filter(({ name }) => name === 'use')
    const ask = (revision = 0) => saveAnswers(it_.services, rosa, schoolAdvice, { reference: evidence.reference, page: 'use', base: revision }, (name) => (name === 'schoolUse' ? ['request'] : []))
    expect(await ask(use?.revision)).toEqual({ isAnswer: true })
    const open = await openApplication(it_.services, rosa, schoolAdvice, evidence.reference, 'read')
    expect(open.journey.answers['schoolUse']).toBe('evidence')
    const [copy] = await copiesOf(it_.services, { ...open, actor: rosa, form: schoolAdvice, facts }, wordsFor('en'))
    expect(copy && copyViewOf(copy, wordsFor('en')).next).toMatchObject({ text: 'The dates of the request that asked you count. Nothing new starts.' })
    expect(JSON.stringify(copy)).not.toContain('decideBy')
  })

  it('is read by the family of the request alone: not by a neighbour about whose child the council asked', async () => {
    const request = await it_.draft({ ...family, whoYouAre: 'other' })
    expect(await submit(it_.services, visitor, parentRequest, request.reference)).toHaveProperty('sent')
    const outcome = await inviteSchool(it_.services, council, parentRequest, request.reference, told())
    const invitation = 'invited' in outcome ? outcome.invited.id : ''
    const rosa = await person(senco)
    const evidence = await answered(rosa, invitation, { filesForFamily: 'yes' })
    await ready(rosa, evidence.id, 'file')
    expect(await read(request)).toEqual([])
    const open = await openApplication(it_.services, visitor, parentRequest, request.reference, 'read')
    await expect(openEvidenceFile(it_.services, visitor, parentRequest, open, { invitation, file: 'file' })).rejects.toThrow(NotFound)
  })

  it('shows a file that the school sent only if the school says that the family may see it, and writes down who opened it', async () => {
    const { request, id } = await asked()
    const rosa = await person(senco)
    const evidence = await answered(rosa, id)
    const { store, clock } = it_.services
    await ready(rosa, evidence.id, 'file')
    await ready(rosa, evidence.id, 'secret', { details: { paperSees: 'council' } })
    const files = async () => (await read(request)).flatMap((each) => each.files.map((file) => file.id))
    const services = { ...it_.services, objects: { ...it_.services.objects, get: async () => (async function* () {})() } }
    const open = async (file = 'file') =>
      openEvidenceFile(services, visitor, parentRequest, await openApplication(services, visitor, parentRequest, request.reference, 'read'), { invitation: id, file })
    const say = (filesForFamily: string, base: number) => store.savePart(rosa, evidence.id, { name: 'files-for-family', answers: { filesForFamily }, base }, clock.now())
    expect(await files()).toEqual([])
    await expect(open()).rejects.toThrow(NotFound)
    await say('yes', 0)
    expect(await files()).toEqual([])
    await submit(services, rosa, schoolAdvice, evidence.reference)
    expect(await files()).toEqual(['file'])
    expect((await open()).upload.id).toBe('file')
    await expect(open('secret')).rejects.toThrow(NotFound)
    const openings = await store.openings(rosa, evidence.id)
    expect(openings).toMatchObject([{ upload: 'file', by: { role: 'visitor', isAsker: true } }])
    expect((await read(request))[0]?.openings).toEqual(openings)
    const better = await ready(rosa, evidence.id, 'better', { replaces: 'file' })
    expect([await files(), better.replaces]).toEqual([['better'], 'file'])
    await say('no', 1)
    await expect(open('better')).rejects.toThrow(NotFound)
  })

  it('is no’s as well: a reason, news, and no draft', async () => {
    const { request, id } = await asked()
    const declined = await declineInvitation(it_.services, await person(senco), { id }, 'has-left')
    expect([standingOf(declined).state, declined.reason]).toEqual(['declined', 'has-left'])
    expect((await mails()).some(({ to, body }) => to === 'ann@family.example' && body.includes('/schools'))).toBe(true)
    expect(await read(request)).toEqual([])
  })

  it('can be read by the school for some days after it was sent, and then no more', async () => {
    const { request, id } = await asked()
    const rosa = await person(senco)
    const { reference } = await answered(rosa, id)
    it_.later(29 * 24 * 60)
    await endInvitations(it_.services)
    expect(await it_.store.application(rosa, reference)).toBeDefined()
    it_.later(2 * 24 * 60)
    await endInvitations(it_.services)
    expect(await it_.store.application(rosa, reference)).toBeUndefined()
    expect(await read(request)).toHaveLength(1)
  })

  it('sends no news where email is not safe', async () => {
    const { id } = await asked({ answers: { ...family, safeToEmail: 'no' } })
    await answered(await person(senco), id)
    expect((await mails()).map(({ to }) => to)).not.toContain('ann@family.example')
  })
})

it('no email and no address in one holds a word that a family, a school or a colleague wrote, whoever they are', async () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{7,12}qz$/)
  await fc.assert(
    fc.asyncProperty(word, word, word, word, async (first, last, school, reason) => {
      await it_.store.listEstablishments([{ ...oak, name: school }], it_.services.clock.now())
      const { request, id } = await asked({ answers: { ...family, childFirstNames: first, childLastName: last, goingWell: reason }, shows: ['story', 'upn'] })
      const rosa = await person(senco)
      const evidence = await answered(rosa, id, { progress: reason, writerName: last })
      const outcome = await inviteSchool(it_.services, visitor, parentRequest, request.reference, told({ key: first, email: 'two@oak.example' }))
      await declineInvitation(it_.services, await person('two@oak.example'), { id: 'invited' in outcome ? outcome.invited.id : '' }, reason)
      const texts = (await it_.store.newestMessages(99)).map(({ subject, body }) => `${subject} ${body}`)
      const said = [first, last, school, reason, 'Zofia', 'A950000178301', '2017', 'Hidden Lane']
      expect(texts.filter((text) => said.some((each) => text.includes(each)))).toEqual([])
      for (const url of texts.flatMap((text) => text.match(/https:\S+/g) ?? [])) expect(url).toMatch(/^https:\/\/portal\.example\/(invited\/[\w-]{43}|applications\/[\w-]{9}(\/schools)?|sign-in\/link\?token=[\w-]+)$/)
      expect(evidence.reference).not.toBe(request.reference)
    }),
    { numRuns: 8 },
  )
})
