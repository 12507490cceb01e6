import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankAnswers } from '~/engine/describe-form'
import { declineInvitation as declining } from '~/forms/decline-invitation'
import { parentRequest } from '~/forms/parent-request'
import { schoolAdvice } from '~/forms/school-advice'
import { youngPersonRequest } from '~/forms/young-person-request'
import { addFact } from '../add-fact'
import { council, stranger, visitor } from '../fixtures/house'
import { begin, family, oak, operator, schoolHouse, senco, told } from '../fixtures/school-house'
import { openApplication } from '../open-application'
import { NotFound } from '../permissions'
import { startApplication } from '../start-application'
import { submit } from '../submit'
import { withdraw } from '../withdraw'
import { acceptInvitation, declineInvitation, openInvitation } from './answer-invitation'
import { endInvitations } from './end-invitations'
import { standingOf } from './invitation'
import { inviteSchool } from './invite-school'
import { nameMember } from './name-member'
import { takeBack } from './take-back'
import { writerBefore } from './writer-before'

const { home, person, asked, answered, read, shownTo, mails } = schoolHouse()

describe('asking a school', () => {
  it('holds up nothing: a draft can ask, and is sent and counted as if nobody had been asked', async () => {
    const { reference, id } = await home.draft(family)
    expect(await inviteSchool(home.services, visitor, parentRequest, reference, told())).toMatchObject({ repeated: false, invited: { dueOn: '2026-05-16', asked: { by: 'family', shows: [] } } })
    expect(await submit(home.services, visitor, parentRequest, reference)).toMatchObject({ sent: { fact: 'submitted', on: '2026-05-01' } })
    expect(await home.store.facts(operator, id)).toHaveLength(1)
  })

  it('pressed twice it asks once, with one email', async () => {
    const { reference } = await home.draft(family)
    const press = () => inviteSchool(home.services, visitor, parentRequest, reference, told())
    const [one, two] = [await press(), await press()]
    expect(two).toEqual({ ...one, repeated: true })
    expect((await mails()).map(({ to }) => to)).toEqual([senco])
    expect(await inviteSchool(home.services, visitor, parentRequest, reference, told({ email: 'head@oak.example' }))).toEqual({ refused: 'key-reused' })
  })

  it('asked again for something else, it says that this person was asked, and changes nothing in silence', async () => {
    const { reference, id } = await home.draft(family)
    const ask = (more: object) => inviteSchool(home.services, visitor, parentRequest, reference, told(more))
    expect(await ask({ shows: ['story'] })).toMatchObject({ repeated: false })
    expect(await ask({ key: 'again', shows: ['story'] })).toMatchObject({ repeated: true })
    expect(await ask({ key: 'other', shows: [] })).toEqual({ refused: 'asked-already' })
    await submit(home.services, visitor, parentRequest, reference)
    expect(await inviteSchool(home.services, council, parentRequest, reference, told({ key: 'case' }))).toMatchObject({ repeated: false })
    expect((await home.store.invitations(operator, id)).map(({ asked: { by, shows } }) => [by, shows])).toEqual([['family', ['story']], ['council', []]])
  })

  it.each([['990102'], ['123456']])('asks no school that is closed or not on the register: %s', async (urn) => {
    const { reference } = await home.draft(family)
    expect(await inviteSchool(home.services, visitor, parentRequest, reference, told({ urn }))).toEqual({ refused: 'no-such-school' })
    expect(await mails()).toEqual([])
  })

  it('is for the family alone: not for a neighbour, a school that asks or anybody else', async () => {
    const neighbours = await home.draft({ ...family, whoYouAre: 'other' })
    const schools = await home.draft({ schoolUse: 'request' }, visitor, schoolAdvice)
    await expect(inviteSchool(home.services, visitor, parentRequest, neighbours.reference, told())).rejects.toThrow(NotFound)
    await expect(inviteSchool(home.services, visitor, schoolAdvice, schools.reference, told())).rejects.toThrow(NotFound)
    const { reference } = await home.draft(family)
    await expect(inviteSchool(home.services, stranger, parentRequest, reference, told())).rejects.toThrow(NotFound)
    await expect(inviteSchool(home.services, council, parentRequest, reference, told())).rejects.toThrow(NotFound)
  })

  it('the council asks in its own name, shows nothing that the family wrote, and chooses the day', async () => {
    const { request } = await asked()
    const outcome = await inviteSchool(home.services, council, parentRequest, request.reference, told({ key: 'case-1', email: 'head@oak.example', shows: ['needs'], dueOn: '2026-06-01' }))
    expect(outcome).toMatchObject({ invited: { dueOn: '2026-06-01', asked: { by: 'council', shows: [] } } })
    const id = 'invited' in outcome ? outcome.invited.id : ''
    await expect(takeBack(home.services, visitor, request.reference, id)).rejects.toThrow(NotFound)
    expect(standingOf(await takeBack(home.services, council, request.reference, id)).state).toBe('taken-back')
  })

  it('nothing more is asked once the request is withdrawn, and what was asked ends', async () => {
    const { request, id } = await asked()
    const rosa = await person(senco)
    await withdraw(home.services, visitor, parentRequest, request.reference)
    expect(await inviteSchool(home.services, visitor, parentRequest, request.reference, told({ key: 'other', email: 'a@oak.example' }))).toEqual({ refused: 'closed' })
    const { invitation, shown } = await openInvitation(home.services, rosa, { id })
    expect([standingOf(invitation).state, shown]).toEqual(['ended', { pupil: {}, sections: [] }])
    expect(await acceptInvitation(home.services, rosa, { id }, begin)).toBeUndefined()
  })

  it('is not left open by whoever asks while another ends the request', async () => {
    const { request } = await asked()
    const { store } = home.services
    const slow = {
      ...home.services,
      store: {
        ...store,
        invite: async (...asking: Parameters<typeof store.invite>) => {
          await withdraw(home.services, visitor, parentRequest, request.reference)
          return store.invite(...asking)
        },
      },
    }
    expect(await inviteSchool(slow, visitor, parentRequest, request.reference, told({ key: 'other', email: 'a@oak.example' }))).toEqual({ refused: 'closed' })
    expect((await store.invitations(operator, request.id)).map((each) => standingOf(each).state)).toEqual(['ended', 'taken-back'])
  })

  it('ends as well when the council records that the request has ended, and a school that was writing is told', async () => {
    const { request, id } = await asked()
    await acceptInvitation(home.services, await person(senco), { id }, begin)
    await addFact(home.services, council, request.reference, { fact: 'assessment-ended', on: '2026-05-01', details: { reason: 'moved-away' } })
    expect((await openInvitation(home.services, await person(senco), { id })).parts).toEqual([])
    expect((await mails()).filter(({ to, body }) => to === senco && body.includes('so you can stop'))).toHaveLength(1)
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
    await home.store.savePart(visitor, request.id, { name: 'keep-private', answers: { keepDetailsPrivate: 'yes' }, base: 0 }, home.services.clock.now())
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
    const [one, two] = [await acceptInvitation(home.services, rosa, { id }, begin), await acceptInvitation(home.services, rosa, { id }, begin)]
    expect(two).toEqual(one)
    const { journey } = await openApplication(home.services, rosa, schoolAdvice, one?.reference ?? '', 'read')
    expect(journey.answers).toMatchObject({
      schoolUse: 'evidence', requestReference: request.reference, replyBy: '2026-05-16', writerEmail: senco, childFirstNames: 'Zofia', childLastName: 'Nowak', childBirthDate: '2017-03-02',
      upn: 'A950000178301', settingName: { urn: oak.urn, name: oak.name, town: 'Anyborough' },
    })
    expect(journey.missing).toEqual([])
  })

  it('begins with the name by which colleagues know whoever accepts, and then with what they last said of themselves', async () => {
    const { id } = await asked()
    const rosa = await person(senco)
    const known = () => writerBefore(home.services, rosa, oak.urn, schoolAdvice)
    expect(await known()).toEqual({})
    await nameMember(home.services, operator, oak.urn, { email: senco, name: 'Rosa Bell', isLead: true })
    expect(await known()).toEqual({ writerName: 'Rosa Bell' })
    await answered(rosa, id, { writerName: 'Rosa Bell-Okafor', writerRole: 'SENCO', writerPhone: null })
    expect(await known()).toEqual({ writerName: 'Rosa Bell-Okafor', writerRole: 'SENCO' })
    await startApplication(home.services, rosa, schoolAdvice, { language: 'en', known: { writerName: 'Rosa Bell' } })
    expect(await known()).toEqual({ writerName: 'Rosa Bell-Okafor', writerRole: 'SENCO' })
    expect(await writerBefore(home.services, await person('other@oak.example'), oak.urn, schoolAdvice)).toEqual({})
  })

  it('reaches whoever asked at once, with news to them and a notice to the council that says with which request it is', async () => {
    const { request, id } = await asked()
    const evidence = await answered(await person(senco), id, { progress: 'She reads well.' })
    const [found] = await read(request)
    expect([found?.application.id, JSON.stringify(found?.summary).includes('She reads well.')]).toEqual([evidence.id, true])
    const sent = await mails()
    expect(sent.find(({ to }) => to === 'ann@family.example' )?.body).toContain(`/applications/${request.reference}/schools`)
    expect(sent.find(({ to }) => to === 'send@anyborough.example')?.subject).toContain(request.reference)
    expect(await home.store.facts(operator, request.id)).toHaveLength(1)
  })

  it('before the request was sent, tells the council of a child that it may not know yet, and names no request that it cannot see', async () => {
    const { reference } = await home.draft(family)
    const outcome = await inviteSchool(home.services, visitor, parentRequest, reference, told())
    await answered(await person(senco), 'invited' in outcome ? outcome.invited.id : '')
    expect((await mails()).find(({ to }) => to === 'send@anyborough.example')?.subject).not.toContain(reference)
    expect(await home.store.application(council, reference)).toBeUndefined()
  })

  it('is no’s as well: a reason, news, and no draft', async () => {
    const { request, id } = await asked()
    const declined = await declineInvitation(home.services, await person(senco), { id }, { reason: 'has-left', form: declining, answers: {} })
    expect([standingOf(declined).state, declined.reason]).toEqual(['declined', 'has-left'])
    expect((await mails()).some(({ to, body }) => to === 'ann@family.example' && body.includes('/schools'))).toBe(true)
    expect(await read(request)).toEqual([])
  })

  it('asks staff to read a no of which words may mean danger, and tells whoever asked nothing of that', async () => {
    const { request, id } = await asked()
    const answers = { declineReason: 'other', declineMore: 'She said that she wants to die.' }
    await declineInvitation({ ...home.services, dangerPhrases: ['wants to die'] }, await person(senco), { id }, { reason: 'other', form: declining, answers })
    const danger = (await mails()).filter(({ subject }) => subject.includes('today'))
    expect(danger.map(({ to, subject }) => [to, subject])).toEqual([['send@anyborough.example', `Read what a school says of request ${request.reference} today`]])
    expect(danger[0]?.body).not.toContain('die')
  })

  it('can be read by the school for some days after it was sent, and then no more', async () => {
    const { request, id } = await asked()
    const rosa = await person(senco)
    const { reference } = await answered(rosa, id)
    // Answered at nine in the morning of 1 May: the page said "until 31 May", and means the whole of that day.
    home.later(30 * 24 * 60 + 14 * 60)
    await endInvitations(home.services)
    expect([home.services.clock.today(), (await home.store.application(rosa, reference))?.reference]).toEqual(['2026-05-31', reference])
    home.later(60)
    await endInvitations(home.services)
    expect(await home.store.application(rosa, reference)).toBeUndefined()
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
      await home.store.listEstablishments([{ ...oak, name: school }], home.services.clock.now())
      const { request, id } = await asked({ answers: { ...family, childFirstNames: first, childLastName: last, goingWell: reason }, shows: ['story', 'upn'] })
      const rosa = await person(senco)
      const evidence = await answered(rosa, id, { progress: reason, writerName: last })
      const outcome = await inviteSchool(home.services, visitor, parentRequest, request.reference, told({ key: first, email: 'two@oak.example' }))
      await declineInvitation(home.services, await person('two@oak.example'), { id: 'invited' in outcome ? outcome.invited.id : '' }, { reason, form: declining, answers: {} })
      const third = await inviteSchool(home.services, visitor, parentRequest, request.reference, told({ key: last, email: 'three@oak.example' }))
      const writing = 'invited' in third ? third.invited.id : ''
      await acceptInvitation(home.services, await person('three@oak.example'), { id: writing }, begin)
      await takeBack(home.services, visitor, request.reference, writing)
      expect((await home.store.newestMessages(1)).map(({ to, body }) => [to, body.includes('so you can stop')])).toEqual([['three@oak.example', true]])
      const texts = (await home.store.newestMessages(99)).map(({ subject, body }) => `${subject} ${body}`)
      const said = [first, last, school, reason, 'Zofia', 'A950000178301', '2017', 'Hidden Lane']
      expect(texts.filter((text) => said.some((each) => text.includes(each)))).toEqual([])
      for (const url of texts.flatMap((text) => text.match(/https:\S+/g) ?? [])) expect(url).toMatch(/^https:\/\/portal\.example\/(invited\/[\w-]{43}|applications\/[\w-]{9}(\/schools)?|sign-in\/link\?token=[\w-]+)$/)
      expect(evidence.reference).not.toBe(request.reference)
    }),
    { numRuns: 8 },
  )
})
