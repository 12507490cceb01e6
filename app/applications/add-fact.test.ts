import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newKeyRingText, openStore, parseKeyRing } from '#db'
import { partsFrom } from '~/engine/parts'
import { formNamed } from '~/forms'
import { parentRequest } from '~/forms/parent-request'
import { wordsFor } from '~/i18n/words'
import type { Actor } from './actor'
import { addFact, type FactToAdd } from './add-fact'
import type { Store } from './ports'
import type { NewsServices } from './stage-news'

const council = { role: 'system', name: 'case-system', maySeeProtected: false } as const satisfies Actor
const operator = { role: 'operator' } as const satisfies Actor
const parent = { role: 'visitor', browser: 'browser-1' } as const satisfies Actor

let folder: string
let store: Store
let services: NewsServices
/** Instants a second apart, on one quiet day. */
let second = 0

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-facts-'))
  store = await openStore(`sqlite:${join(folder, 'waymark.db')}`, parseKeyRing(newKeyRingText()))
  services = {
    store,
    clock: { now: () => new Date(Date.UTC(2026, 4, 1, 9, 0, ++second)).toISOString(), today: () => '2026-05-01' },
    wordsFor,
    formNamed,
    council: { name: 'Anyborough Council', phone: '0113 496 0000', mailbox: 'send@anyborough.example', postcodeAreas: ['AB'] },
    baseUrl: 'https://portal.example',
  }
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

/** A parent's request that was sent on 12 January; email is safe when an address is given. */
async function sentRequest(reference: string, email?: string, whoYouAre: 'parent' | 'other' = 'parent') {
  const parts = email === undefined ? [] : partsFrom(parentRequest, { whoYouAre, safeToEmail: 'yes', requesterEmail: email })
  await store.startApplication(parent, { id: `id-${reference}`, reference, form: 'parent-request', language: 'en', parts }, '2026-01-12T09:00:00.000Z')
  await add(operator, reference, { fact: 'received-on-paper', on: '2026-01-12' })
}
const add = (actor: Actor, reference: string, fact: FactToAdd) => addFact(services, actor, reference, fact)
const agreed: FactToAdd = { fact: 'assessment-agreed', on: '2026-02-20', details: {} }

describe('the council’s system', () => {
  it('tells what happened, and sees where that leads', async () => {
    await sentRequest('A')
    expect(await add(council, 'A', agreed)).toMatchObject({ recorded: { fact: 'assessment-agreed', on: '2026-02-20', by: 'case-system' }, repeated: false, status: { stage: 'assessing' } })
    expect((await store.facts(council, 'id-A')).map((each) => each.fact)).toEqual(['received-on-paper', 'assessment-agreed'])
  })

  it('is told why a fact cannot follow, and nothing is recorded', async () => {
    await sentRequest('A')
    expect(await add(council, 'A', { fact: 'final-plan-sent', on: '2026-04-01' })).toMatchObject({ refused: { code: 'cannot-follow', values: { after: 'received-on-paper' } } })
    expect(await store.facts(council, 'id-A')).toHaveLength(1)
  })

  it('is told what is wrong with the details', async () => {
    await sentRequest('A')
    expect(await add(council, 'A', { fact: 'advice-requested', on: '2026-02-20', details: { form: 'health' } })).toMatchObject({ invalid: expect.anything() })
  })

  it('records one fact however often it sends the same request with one key', async () => {
    await sentRequest('A')
    const once = { ...agreed, idempotencyKey: 'k-1' }
    const results = await Promise.all(Array.from({ length: 12 }, () => add(council, 'A', once)))
    expect(results.filter((each) => 'recorded' in each && !each.repeated)).toHaveLength(1)
    expect(results.filter((each) => 'recorded' in each)).toHaveLength(12)
    expect(await add(council, 'A', { ...once, on: '2026-02-19' })).toEqual({ failed: 'key-reused' })
    expect(await store.facts(council, 'id-A')).toHaveLength(2)
  })

  it('and another at the same moment cannot both decide', async () => {
    await sentRequest('A')
    const results = await Promise.all([add(council, 'A', agreed), add(operator, 'A', { fact: 'assessment-refused', on: '2026-02-20' })])
    expect(results.filter((each) => 'recorded' in each)).toHaveLength(1)
    expect(results.filter((each) => 'refused' in each)).toHaveLength(1)
  })

  it('finds nothing where there is nothing, or only a draft', async () => {
    await expect(add(council, 'NONE', agreed)).rejects.toThrow('nothing to record-fact')
    await store.startApplication(parent, { id: 'id-D', reference: 'D', form: 'parent-request', language: 'en' }, '2026-01-12T09:00:00.000Z')
    await expect(add(council, 'D', agreed)).rejects.toThrow('nothing to record-fact')
  })

  it('is the one who may: a family may not', async () => {
    await sentRequest('A')
    await expect(add(parent, 'A', agreed)).rejects.toThrow('may not record-fact')
  })
})

describe('the family', () => {
  const newest = async () => (await store.newestMessages(10)).map(({ to, subject, body }) => ({ to, subject, body }))

  it('gets an email that names the stage and no child', async () => {
    await sentRequest('A', 'ann@example.org')
    const before = (await newest()).length
    await add(council, 'A', agreed)
    const [message, ...others] = await newest()
    expect(others).toHaveLength(before)
    expect(message?.to).toBe('ann@example.org')
    expect(message?.body).toContain('We will look closely at what help is needed.')
    expect(message?.body).toContain('https://portal.example/applications/A')
    expect(`${message?.subject} ${message?.body}`).not.toMatch(/EHC|assessment|Zofia/)
  })

  it('gets none for what changes nothing for them', async () => {
    await sentRequest('A', 'ann@example.org')
    const before = await newest()
    await add(council, 'A', { fact: 'caseworker-named', on: '2026-01-13', details: { name: 'Sam' } })
    expect(await newest()).toEqual(before)
  })

  it('gets one when there is a new date for what is late', async () => {
    await sentRequest('A', 'ann@example.org')
    await add(council, 'A', { fact: 'estimate-given', on: '2026-05-01', details: { step: 'assess-decision', expectedOn: '2026-05-11' } })
    expect((await newest())[0]?.body).toContain('There is a new date.')
  })

  it('gets one when there is a new date for a later step, and none when the same day is told again', async () => {
    await sentRequest('A', 'ann@example.org')
    const before = (await newest()).length
    const estimate: FactToAdd = { fact: 'estimate-given', on: '2026-05-01', details: { step: 'final-plan', expectedOn: '2026-07-01' } }
    await add(council, 'A', estimate)
    expect((await newest())[0]?.body).toContain('There is a new date.')
    await add(council, 'A', { ...estimate, details: { step: 'final-plan', expectedOn: '2026-07-01', reason: 'We need more people.' } })
    expect(await newest()).toHaveLength(before + 1)
    await add(council, 'A', { ...estimate, details: { step: 'final-plan', expectedOn: '2026-07-08' } })
    expect(await newest()).toHaveLength(before + 2)
  })

  it('alone is told what was decided: a neighbour who told us of a child learns that there is a step', async () => {
    await sentRequest('A', 'neighbour@example.org', 'other')
    await add(council, 'A', agreed)
    expect((await newest())[0]?.body).toMatch(/^There is a new step\. Thank you for telling us\.\n/)
  })

  it('gets no email where email is not safe or not known', async () => {
    await sentRequest('A')
    await add(council, 'A', agreed)
    expect(await newest()).toEqual([])
  })
})
