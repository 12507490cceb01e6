import { expect, test } from 'playwright/test'
import * as z from 'zod'
import { newReference } from '~/applications/reference'
import { wordsFor } from '~/i18n/words'
import { textOfPdf } from '~/paper/read-pdf.contract'
import { familyAt, fewMarkedAnswers, GUARDED, newEmail, OPEN, type Family } from './support/cast'
import { savePage, sendIn } from './support/http-family'
import { visitorAt, type Answer } from './support/http-visitor'
import { startPortal, type Portal } from './support/portal'

// The council's own systems collect requests and tell families where theirs is.

test.describe.configure({ mode: 'serial' })
const key = 'key-of-the-case-system-000000'
const trustedKey = 'key-of-the-trusted-system-0000'
const today = new Date().toISOString().slice(0, 10)
let portal: Portal
let family: Family
let document: Json
test.beforeAll(async () => {
  portal = await startPortal({ env: { LIMIT_PER_MINUTE: '100000', API_KEYS: `cases=${key},trusted+protected=${trustedKey}` } })
  family = await familyAt(portal.url, fewMarkedAnswers, newEmail())
  document = JSON.parse((await visitorAt(portal.url).ask('/api/v1/openapi.json')).text) as Json
})
test.afterAll(() => portal.close())

type Json = { readonly [name: string]: Json }
const parsed = (text: string) => JSON.parse(text) as unknown

/** Asks as a system, and holds the answer to what the OpenAPI document says of this address, method and status. */
async function api(path: string, { method = 'GET', body, idempotencyKey, secret = key, type = 'application/json' }: { method?: string; body?: unknown; idempotencyKey?: string; secret?: string | null; type?: string } = {}): Promise<Answer> {
  const headers = {
    ...(secret !== null && { Authorization: `Bearer ${secret}` }),
    ...(body !== undefined && { 'Content-Type': type }),
    ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
  }
  const text = body === undefined ? undefined : typeof body === 'string' || body instanceof Buffer ? body : JSON.stringify(body)
  const answer = await visitorAt(portal.url).ask(`/api/v1${path}`, { method, headers, ...(text !== undefined && { body: text }) })
  conforms(answer, path.split('?')[0] ?? '', method)
  return answer
}

function conforms({ status, headers, text }: Answer, path: string, method: string): void {
  const pattern = path.replace(/^(\/applications\/)[^/]+/, '$1{reference}')
  const responses = document['paths']?.[pattern]?.[method.toLowerCase()]?.['responses']
  const described = responses?.[String(status)]
  expect([pattern, method, status, Boolean(described)]).toEqual([pattern, method, status, true])
  const type = (headers['content-type'] ?? '').split(';')[0] ?? ''
  const content = described?.['content']?.[type]
  expect([pattern, status, type, Boolean(content)]).toEqual([pattern, status, type, true])
  const schema = content?.['schema']
  if (!schema) return
  const local = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/')) as z.core.JSONSchema.JSONSchema
  const read = z.fromJSONSchema({ ...local(schema), $defs: local(document['components']?.['schemas']) as Record<string, z.core.JSONSchema.JSONSchema> })
  const { success, error } = read.safeParse(parsed(text))
  expect([pattern, status, success, error?.message]).toEqual([pattern, status, true, undefined])
}

const codeOf = ({ text }: Answer) => (parsed(text) as { code?: string }).code
const caseworker = (name: string) => ({ fact: 'caseworker-named', on: today, details: { name } })
const addFact = (reference: string, body: unknown, idempotencyKey?: string) => api(`/applications/${reference}/facts`, { method: 'POST', body, ...(idempotencyKey !== undefined && { idempotencyKey }) })
const factsOf = async (reference: string) => (parsed((await api(`/applications/${reference}`)).text) as { facts: { fact: string; details: { name?: string } }[] }).facts

test('a system without a key, or with a wrong one, is told so', async () => {
  for (const path of ['/applications', `/applications/${family.sent}`, `/applications/${family.sent}/copy.pdf`]) {
    for (const secret of [null, 'wrong', `${key}x`, '']) {
      const answer = await api(path, { secret })
      expect([path, answer.status, codeOf(answer), answer.headers['www-authenticate']]).toEqual([path, 401, 'no-key', 'Bearer'])
    }
  }
  expect((await api(`/applications/${family.sent}/facts`, { method: 'POST', body: caseworker('x'), secret: null })).status).toBe(401)
})

test('drafts and requests that do not exist look the same', async () => {
  for (const reference of [family.draft, newReference(), 'x']) {
    const read = await api(`/applications/${reference}`)
    const told = await addFact(reference, caseworker('x'))
    expect([read.status, codeOf(read), told.status, codeOf(told)]).toEqual([404, 'not-found', 404, 'not-found'])
  }
})

test('a body that is no fact is refused with the place of the mistake, and nothing is recorded', async () => {
  const before = await factsOf(family.sent)
  for (const [body, status, code] of [
    ['{', 400, 'bad-json'], [Buffer.from(JSON.stringify(caseworker('Zo\xEB')), 'latin1'), 400, 'bad-json'], ['[]', 422, 'bad-fact'], [{ fact: 'nothing', on: today }, 422, 'bad-fact'], [{ fact: 'plan-agreed', on: '2026-02-30' }, 422, 'bad-fact'],
    [{ fact: 'caseworker-named', on: today, details: { name: 'Sam', more: 1 } }, 422, 'bad-fact'], [{ fact: 'final-plan-sent', on: today }, 409, undefined],
    [{ fact: 'assessment-agreed', on: '2031-01-01' }, 409, 'in-the-future'], [`{"__proto__":{"fact":"withdrawn"},"on":"${today}"}`, 422, 'bad-fact'],
  ] as const) {
    const answer = await addFact(family.sent, body)
    expect([body, answer.status]).toEqual([body, status])
    if (code) expect(codeOf(answer)).toBe(code)
  }
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', '']) {
    const wrongType = await api(`/applications/${family.sent}/facts`, { method: 'POST', body: caseworker('x'), type })
    expect([type, wrongType.status, codeOf(wrongType)]).toEqual([type, 415, 'wrong-type'])
  }
  const tooBig = await api(`/applications/${family.sent}/facts`, { method: 'POST', body: 'x'.repeat(5_000_000) })
  expect([tooBig.status, codeOf(tooBig)]).toEqual([413, 'too-big'])
  for (const idempotencyKey of ['x'.repeat(201), '', 'two, keys']) {
    const badKey = await addFact(family.sent, caseworker('x'), idempotencyKey)
    expect([idempotencyKey, badKey.status, codeOf(badKey)]).toEqual([idempotencyKey, 422, 'bad-idempotency-key'])
  }
  expect(await factsOf(family.sent)).toEqual(before)
})

test('a reference is known however it is written', async () => {
  const reference = family.sent.toLowerCase().replace('-', '')
  for (const path of ['', '/copy.pdf']) expect([path, (await api(`/applications/${reference}${path}`)).status]).toEqual([path, 200])
  expect((await addFact(reference, caseworker('Any way'), 'any-way')).status).toBe(201)
  expect((await addFact(family.sent, caseworker('Any way'), 'any-way')).status).toBe(200)
  const asked = { urn: '990011', email: 'senco@nowhere.example', asks: ['seen'] }
  expect(codeOf(await api(`/applications/${reference}/invitations`, { method: 'POST', body: asked }))).toBe('no-such-school')
})

test('the same request sent 50 times at once with one key records one fact', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => addFact(family.sent, caseworker('Once'), 'once-1')))
  expect(answers.map(({ status }) => status).sort().at(-1)).toBe(201)
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(49)
  expect((await factsOf(family.sent)).filter(({ details }) => details.name === 'Once')).toHaveLength(1)
  const other = await addFact(family.sent, caseworker('Other'), 'once-1')
  expect([other.status, codeOf(other)]).toEqual([422, 'key-reused'])
})

test('a fact that a system pushes is on the family’s page at once, and an email that names nobody waits for them', async () => {
  const newestMessage = async () => (await portal.outbox()).split('<article')[1] ?? ''
  const before = await newestMessage()
  expect((await addFact(family.sent, { fact: 'assessment-agreed', on: today })).status).toBe(201)
  const { text } = await family.visitor.ask(`/applications/${family.sent}`)
  expect(text).toContain(wordsFor('en').text('timeline:lead.assessing', { name: `${OPEN} childFirstNames` }))
  const newest = await newestMessage()
  expect(newest).not.toBe(before)
  expect(newest).toContain(family.sent)
  expect(newest).toContain(`${GUARDED}@family.example`)
  expect(newest).not.toContain(OPEN)
  expect(newest).not.toMatch(/assessment|EHC/i)
})

test('signs that nobody sees, and which could reorder what others read, do not reach the family’s page', async () => {
  expect((await addFact(family.sent, caseworker('Ro\u0000b\u001Bin\u202E\uD800'))).status).toBe(201)
  expect((await factsOf(family.sent)).at(-1)?.details.name).toBe('Robin')
})

test('a system asks a school once for each key, is told what is wrong, and reads with the request what became of it', async () => {
  const invite = (body: unknown, idempotencyKey?: string, reference = family.sent) => api(`/applications/${reference}/invitations`, { method: 'POST', body, ...(idempotencyKey !== undefined && { idempotencyKey }) })
  const asked = { urn: '990002', email: 'asked-by-api@kingfisher.example', asks: ['seen', 'views'], dueOn: today }
  const answers = await Promise.all(Array.from({ length: 10 }, () => invite(asked, 'ask-1')))
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 9 }, () => 200), 201])
  expect((await portal.outbox()).split('asked-by-api@kingfisher.example').length).toBe(2)
  for (const [body, idempotencyKey, status, code] of [
    [{ ...asked, email: 'other@kingfisher.example' }, 'ask-1', 422, 'key-reused'], [{ ...asked, urn: '990011' }, 'ask-2', 409, 'no-such-school'], [{ ...asked, asks: [] }, 'ask-3', 422, 'bad-invitation'],
    [{ ...asked, dueOn: '2020-01-01' }, 'ask-4', 422, 'bad-invitation'], [{ ...asked, dueOn: '2099-01-31' }, 'ask-4', 422, 'bad-invitation'], [{ ...asked, asks: ['seen'] }, 'ask-6', 409, 'asked-already'], [{ ...asked, email: 'nobody' }, undefined, 422, 'bad-invitation'], ['{', undefined, 400, 'bad-json'],
  ] as const) {
    const answer = await invite(body, idempotencyKey)
    expect([body, answer.status, codeOf(answer)]).toEqual([body, status, code])
  }
  expect((await invite(asked, 'ask-5', family.draft)).status).toBe(404)
  const read = parsed((await api(`/applications/${family.sent}`)).text) as { invitations: { state: string; by: string; dueOn: string }[] }
  expect(read.invitations).toMatchObject([{ state: 'asked', by: 'council', dueOn: today }])
  const { text } = await family.visitor.ask(`/applications/${family.sent}/schools`)
  expect(text).toContain('asked-by-api@kingfisher.example')
})

test('the list gives what changed since an instant, and goes on from `next`', async () => {
  const list = async (since?: string) => parsed((await api(`/applications${since ? `?since=${encodeURIComponent(since)}` : ''}`)).text) as { applications: { reference: string; changedAt: string }[]; next?: string }
  const all = (await list()).applications
  expect(all.map(({ reference }) => reference)).toContain(family.sent)
  expect(all.map(({ reference }) => reference)).not.toContain(family.draft)
  expect(all.map(({ changedAt }) => changedAt)).toEqual(all.map(({ changedAt }) => changedAt).sort())
  const last = all.at(-1)
  expect((await list(last?.changedAt)).applications.map(({ reference }) => reference)).toContain(last?.reference)
  expect((await list('2999-01-01T00:00:00.000Z')).applications).toEqual([])
  const bad = await api('/applications?since=yesterday')
  expect([bad.status, codeOf(bad)]).toEqual([400, 'bad-since'])
})

/** What a system reads in the PDF copy, without its spaces. */
const textOfCopy = async (reference: string, secret: string): Promise<string> => {
  const { body, headers } = await api(`/applications/${reference}/copy.pdf`, { secret })
  expect(headers['content-disposition']).toBe(`attachment; filename="${reference}.pdf"`)
  return textOfPdf(body)
}

test('details that a family keeps private go only to a system that may see them, and into no copy', async () => {
  const read = async (secret: string) => (await api(`/applications/${family.sent}`, { secret })).text
  expect(await read(key)).toContain('"hasProtectedDetails":true')
  expect(await read(key)).not.toContain(GUARDED)
  expect(await read(trustedKey)).toContain(GUARDED)

  for (const secret of [key, trustedKey]) {
    const text = await textOfCopy(family.sent, secret)
    expect(text).toContain(OPEN)
    expect(text).toContain('Checkcode')
    expect(text).not.toContain(GUARDED)
  }
})

test('a family’s change is handed over with the rest', async () => {
  await savePage(family.visitor, family.sent, 'your-name', { requesterFirstNames: 'Maria', requesterLastName: 'Nowak' }, 1)
  await sendIn(family.visitor, family.sent)
  const { text } = await api(`/applications/${family.sent}`)
  expect(text).toContain('Nowak')
  expect((parsed(text) as { hashes: unknown[] }).hashes).toHaveLength(2)
  expect((await factsOf(family.sent)).map(({ fact }) => fact).at(-1)).toBe('corrected')

  const copy = await textOfCopy(family.sent, key)
  expect(copy).toContain('Nowak')
  expect(copy).toContain('Withallchangesupto')
  expect(copy).not.toContain('Checkcode')
})
