import { describe, expect, it } from 'vitest'
import { copyViewOf } from '~/engine/copy-view'
import type { Answers } from '~/engine/form'
import { parentRequest } from '~/forms/parent-request'
import { schoolAdvice } from '~/forms/school-advice'
import { wordsFor } from '~/i18n/words'
import { copiesOf } from '../copies'
import { council, visitor } from '../fixtures/house'
import { family, schoolHouse, senco, told } from '../fixtures/school-house'
import { milestonesOf } from '../milestones'
import { openApplication } from '../open-application'
import { NotFound } from '../permissions'
import { saveAnswers } from '../save-answers'
import { statusOf } from '../status'
import { submit } from '../submit'
import { markedEvidence, openEvidenceFile } from './evidence'
import { inviteSchool } from './invite-school'

const { home, person, asked, answered, ready, read } = schoolHouse()

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
    expect(facts.map(({ fact, details }) => [fact, details])).toEqual([['evidence-sent', { remarks: ['evidence'] }]])
    expect([statusOf(facts, '2027-05-01'), milestonesOf(facts, '2027-05-01')]).toEqual([{ stage: 'evidence', since: '2026-05-01' }, []])
    const [use] = (await home.store.parts(rosa, evidence.id)).filter(({ name }) => name === 'use')
    const ask = (revision = 0) => saveAnswers(home.services, rosa, schoolAdvice, { reference: evidence.reference, page: 'use', base: revision }, (name) => (name === 'schoolUse' ? ['request'] : []))
    expect(await ask(use?.revision)).toEqual({ isAnswer: true })
    const open = await openApplication(home.services, rosa, schoolAdvice, evidence.reference, 'read')
    expect(open.journey.answers['schoolUse']).toBe('evidence')
    const [copy] = await copiesOf(home.services, { ...open, actor: rosa, form: schoolAdvice, facts }, wordsFor('en'))
    expect(copy && copyViewOf(copy, wordsFor('en')).next).toMatchObject({ text: 'The dates of the request that asked you count. Nothing new starts.' })
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
    const files = async () => (await read(request)).flatMap((each) => each.files.map((file) => file.id))
    const services = { ...home.services, objects: { ...home.services.objects, get: async () => (async function* () {})() } }
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
})
