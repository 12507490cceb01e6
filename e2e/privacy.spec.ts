import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { allMarkedAnswers, familyAt, GUARDED, newEmail, OPEN, type Family } from './support/cast'
import { FORM_URL, pagePath, savePage, screensOf, sendIn } from './support/http-family'
import { visitorAt } from './support/http-visitor'
import { startPortal, type Portal } from './support/portal'

// A journey with a mark in every box, through every kind of error: the marks are nowhere but in front of the family.

test.describe.configure({ mode: 'serial' })
const key = 'key-of-the-case-system-000000'
const TYPED = 'zqtypedcanary'
const marks = [OPEN, GUARDED, TYPED]
let portal: Portal
let family: Family
let code = ''

test.beforeAll(async () => {
  test.setTimeout(180_000)
  portal = await startPortal({ env: { LIMIT_PER_MINUTE: '100000', API_KEYS: `cases=${key}` } })
  const email = `${TYPED}-${newEmail()}`
  family = await familyAt(portal.url, allMarkedAnswers, email)
  const { visitor, draft, sent } = family
  const ask = (path: string) => visitor.ask(path)
  // Wrong, refused and lost: each error once, with a mark in what was typed.
  await visitor.post(pagePath(draft, 'child-name'), { csrf: TYPED, childFirstNames: TYPED })
  await visitor.post(pagePath(draft, 'child-name'), { childFirstNames: TYPED }, { Origin: `https://${TYPED}.example` })
  await visitor.post(pagePath(draft, 'child-name'), { childFirstNames: `${TYPED}${'x'.repeat(5_000_000)}` })
  await savePage(visitor, draft, 'child-name', { childFirstNames: `${TYPED} bad \ufffd` }, 1)
  await savePage(visitor, draft, 'child-name', { childFirstNames: `${TYPED} clash` }, 99)
  await savePage(visitor, draft, 'languages/autosave', { homeLanguages: `${TYPED} unfinished` }, 1)
  await savePage(visitor, draft, TYPED, { homeLanguages: TYPED })
  await visitor.post(`${FORM_URL}/${TYPED}?ref=${TYPED}&${TYPED}=1`, { [TYPED]: TYPED })
  await visitor.post('/sign-in', { email: `${TYPED} no address` })
  await visitor.post('/sign-in/code', { code: '000000', next: `/${TYPED}` })
  for (const path of [`/${TYPED}`, `/apply/${TYPED}`, `/applications/${TYPED}`, `/?${TYPED}=1`, `/%FF${TYPED}`, `/sign-in/link?token=${TYPED}`, `/api/v1/applications?since=${TYPED}`]) await ask(path)
  await visitorAt(portal.url, { Authorization: `Bearer ${TYPED}` }).ask(`/api/v1/applications/${sent}`)
  const system = visitorAt(portal.url, { Authorization: `Bearer ${key}` })
  for (const body of [TYPED, JSON.stringify({ fact: 'caseworker-named', on: '2026-01-01', details: { name: TYPED, [TYPED]: 1 } }), JSON.stringify({ fact: 'caseworker-named', on: new Date().toISOString().slice(0, 10), details: { name: TYPED } })])
    await system.ask(`/api/v1/applications/${sent}/facts`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': TYPED }, body })
  await sendIn(visitor, draft)
  const named = `${OPEN} ${TYPED}.txt`
  await visitor.sendFiles(`/applications/${sent}/papers`, [{ name: named, bytes: Buffer.from(`${OPEN} in a file`) }, { name: `${TYPED}.exe`, bytes: Buffer.from(TYPED) }], { [TYPED]: TYPED })
  await visitor.sendFiles(`/applications/${TYPED}/papers`, [{ name: named, bytes: Buffer.from(TYPED) }])
  for (const path of ['', '/print', '/copy.pdf', '/dates.ics', '/withdraw']) await ask(`/applications/${sent}${path}`)
  await visitor.post(`/applications/${draft}/withdraw`, {})
  await visitor.post('/sign-in', { email })
  code = /Your code is (\d{6})/.exec(await portal.outbox())?.[1] ?? ''
})
test.afterAll(() => portal.close())

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((each) => (each.isFile() ? [join(each.parentPath, each.name)] : []))
/** In the bytes as they are, in UTF-16, and as base64 would write them. */
const isIn = (bytes: Buffer, mark: string): boolean =>
  [Buffer.from(mark), Buffer.from(mark, 'utf16le'), ...[0, 1, 2].map((at) => Buffer.from(Buffer.from('x'.repeat(at) + mark).toString('base64').slice(at + 1, -4)))].some((each) => bytes.includes(each))

test('the marks were typed everywhere, and the family reads them', async () => {
  expect(screensOf(allMarkedAnswers).length).toBeGreaterThan(60)
  const { text } = await family.visitor.ask(`/applications/${family.sent}/print`)
  expect(text.split(OPEN).length).toBeGreaterThan(20)
  expect(code).toMatch(/^\d{6}$/)
})

test('nothing that was typed is on the disk in the clear', () => {
  const files = filesOf(portal.dataDir)
  expect(files.some((each) => each.endsWith('.db'))).toBe(true)
  expect(files.some((each) => each.endsWith('-wal'))).toBe(true)
  const found = files.flatMap((file) => {
    const bytes = readFileSync(file)
    return [...marks, 'family.example'].filter((mark) => isIn(bytes, mark)).map((mark) => `${file}: ${mark}`)
  })
  expect(found).toEqual([])
})

test('nothing is in a log but the pattern of a route, a status and a time', async () => {
  const lines = (await portal.allLogs()).filter((line) => !/^(Anyborough Council is at|Sign-in codes and all|Sign in as) /.test(line))
  expect(lines.length).toBeGreaterThan(100)
  const allowed = ['level', 'time', 'request', 'method', 'route', 'status', 'ms']
  for (const line of lines) {
    const { level, ...entry } = JSON.parse(line) as Record<string, unknown>
    expect([line, level, Object.keys(entry).filter((name) => !allowed.includes(name))]).toEqual([line, 30, []])
  }
  const all = lines.join('\n')
  for (const secret of [...marks, family.sent, family.draft, key, code, 'family.example', ...family.visitor.cookies.values()]) expect([secret, all.includes(secret)]).toEqual([secret, false])
})

test('no email holds what was typed, beyond the address it goes to', async () => {
  const messages = (await portal.outbox()).split('<article').slice(1)
  expect(messages.length).toBeGreaterThan(3)
  for (const message of messages) {
    const withoutAddress = message.replace(/<p class="govuk-hint">.*?<\/p>/s, '')
    for (const mark of marks) expect([withoutAddress, withoutAddress.includes(mark)]).toEqual([withoutAddress, false])
  }
})

test('no answer of the portal may be kept by a cache', async () => {
  for (const path of ['/', `/applications/${family.sent}`, `/applications/${family.sent}/copy.pdf`, `/applications/${family.sent}/dates.ics`, `/api/v1/applications/${family.sent}`])
    expect([path, (await family.visitor.ask(path)).headers['cache-control']]).toEqual([path, 'no-store'])
})
