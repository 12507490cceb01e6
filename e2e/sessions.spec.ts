import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { newEmail } from './support/cast'
import { say } from './support/fill'
import { begin, codeFor, fill, FORM_URL, pagePath, savePage, sendIn, signIn } from './support/http-family'
import { visitorAt } from './support/http-visitor'
import { startPortal, type Portal } from './support/portal'

// Forms that are not ours, sessions that end, codes that are guessed, and data of another kind.

test.describe.configure({ mode: 'serial' })
const COOKIE = '__Host-waymark'
let portal: Portal
test.beforeAll(async () => {
  portal = await startPortal({ env: { LIMIT_PER_MINUTE: '100', GUEST_DRAFTS: '4' } })
})
test.afterAll(() => portal.close())

for (const [what, fields, headers] of [
  ['no token', { csrf: '' }, {}], ['another browser’s token', { csrf: 'a'.repeat(64) }, {}], ['a token of as many letters but more bytes', { csrf: 'é'.repeat(64) }, {}], ['another site’s Origin', {}, { Origin: 'https://evil.example' }], ['Origin: null', {}, { Origin: 'null' }],
  ['another site’s Origin and a proxy’s word for it', {}, { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' }],
  ['a page of another site', {}, { 'Sec-Fetch-Site': 'cross-site' }], ['a page of a neighbour', {}, { 'Sec-Fetch-Site': 'same-site' }],
] as const) {
  test(`a form with ${what} is refused, with what was typed given back, and nothing is saved`, async () => {
    const visitor = visitorAt(portal.url)
    const draft = await begin(visitor)
    for (const path of [pagePath(draft, 'child-name'), `${FORM_URL}/check?ref=${draft}`, FORM_URL, '/sign-in', '/sign-out', `/applications/${draft}/withdraw`]) {
      const answer = await visitor.post(path, { ref: draft, base: '0', childFirstNames: 'Typed before it was refused', ...fields }, headers)
      expect([path, answer.status]).toEqual([path, 403])
      expect(answer.text).toContain('We could not save that')
      expect(answer.text).toMatch(/<textarea[^>]*>Typed before it was refused</)
    }
    const page = await visitor.ask(pagePath(draft, 'child-name'))
    expect([page.status, page.text.includes('Typed before')]).toEqual([200, false])
  })
}

test('a form of ours is taken behind a proxy that calls the portal something else', async () => {
  const visitor = visitorAt(portal.url)
  const draft = await begin(visitor)
  const answer = await visitor.post(pagePath(draft, 'child-name'), { ref: draft, base: '0', childFirstNames: 'Sam' }, { Origin: portal.url, 'X-Forwarded-Host': 'inside.example' })
  expect(answer.status).toBe(303)
})

test('a browser in which much was begun is asked to sign in, and whoever does can begin at once', async () => {
  const visitor = visitorAt(portal.url)
  const drafts = []
  for (let draft = 0; draft < 4; draft += 1) drafts.push(await begin(visitor))
  const answer = await visitor.post(FORM_URL, {})
  expect(answer.status).toBe(429)
  for (const said of ['too-many-drafts.heading', 'phone']) expect(answer.text).toContain((say(`errors:${said}`, { phone: '|' }).split('|')[0] ?? '').trim())
  expect((await visitor.ask(pagePath(drafts[0] ?? '', 'child-name'))).status).toBe(200)
  await signIn(visitor, newEmail())
  expect(await begin(visitor)).not.toBe('')
})

test('signing in changes the session, and the old one is nobody’s', async () => {
  const visitor = visitorAt(portal.url)
  const draft = await begin(visitor)
  const old = visitor.cookies.get(COOKIE)
  await signIn(visitor, newEmail())
  expect(visitor.cookies.get(COOKIE)).not.toBe(old)
  expect((await visitor.ask(pagePath(draft, 'child-name'))).status).toBe(200)
  const thief = visitorAt(portal.url)
  thief.cookies.set(COOKIE, old ?? '')
  const asked = await thief.ask(pagePath(draft, 'child-name'))
  expect([asked.status, asked.location.startsWith('/sign-in')]).toEqual([303, true])
  await begin(thief)
  expect((await thief.ask(pagePath(draft, 'child-name'))).location).toContain('/sign-in')
})

test('after signing out the session is nobody’s, and the browser is told to forget', async () => {
  const visitor = visitorAt(portal.url)
  await signIn(visitor, newEmail())
  const draft = await begin(visitor)
  const old = visitor.cookies.get(COOKIE) ?? ''
  const left = await visitor.post('/sign-out', {})
  expect(left.headers['clear-site-data']).toContain('"cache"')
  expect(visitor.cookies.has(COOKIE)).toBe(false)
  const again = visitorAt(portal.url)
  again.cookies.set(COOKIE, old)
  expect((await again.ask(pagePath(draft, 'child-name'))).location).toContain('/sign-in')
})

test('every cookie is this host’s alone, over https, and no script can read it', async () => {
  const { headers } = await visitorAt(portal.url).ask('/sign-in?lang=en')
  const cookies = headers['set-cookie'] ?? []
  expect(cookies).toHaveLength(2)
  for (const cookie of cookies) expect(cookie).toMatch(/^__Host-[a-z]+=[^;]*; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=\d+$/)
})

test('security headers are on every answer, and scripts run only with this answer’s nonce', async () => {
  const visitor = visitorAt(portal.url)
  const draft = await begin(visitor)
  const nonces = new Set<string>()
  for (const path of ['/', pagePath(draft, 'child-name'), '/nothing', '/brand.css', '/healthz', '/api/v1/openapi.json', '/api/v1/applications', `/applications/${draft}/print`]) {
    const { headers, text } = await visitor.ask(path)
    const policy = String(headers['content-security-policy'])
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    nonces.add(nonce)
    expect([path, policy.replace(nonce, 'N')]).toEqual([
      path,
      "default-src 'none'; script-src 'nonce-N' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ])
    expect(headers).toMatchObject({
      'referrer-policy': 'same-origin', 'x-content-type-options': 'nosniff', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    })
    expect(headers).not.toHaveProperty('x-powered-by')
    for (const [tag] of text.matchAll(/<script\b[^>]*>/g)) expect([path, tag, tag.includes(`nonce="${nonce}"`)]).toEqual([path, tag, true])
    expect(text).not.toMatch(/<style|\sstyle="|\son[a-z]+="/)
  }
  expect(nonces.size).toBe(8)
  expect((await visitor.ask(pagePath(draft, 'child-name'))).text).toContain('<script')
})

test('five wrong guesses lock a code, even for the right one', async () => {
  const visitor = visitorAt(portal.url)
  const email = newEmail()
  await visitor.post('/sign-in', { email })
  const code = await codeFor(visitor, email)
  const wrong = code === '000000' ? '111111' : '000000'
  for (const fault of ['wrong', 'wrong', 'wrong', 'wrong', 'locked']) expect((await visitor.post('/sign-in/code', { code: wrong })).location).toContain(`fault=${fault}`)
  expect((await visitor.post('/sign-in/code', { code })).location).toContain('fault=locked')
})

test('a code works once, and only in the browser that asked for it', async () => {
  const [visitor, other] = [visitorAt(portal.url), visitorAt(portal.url)]
  const email = newEmail()
  await visitor.post('/sign-in', { email })
  const code = await codeFor(visitor, email)
  expect((await other.post('/sign-in/code', { code })).location).toContain('fault=')
  expect((await visitor.post('/sign-in/code', { code })).location).toBe('/applications')
  expect((await visitor.post('/sign-in/code', { code })).location).toContain('fault=')
})

test('the emailed link signs nobody in when it is only opened', async () => {
  const visitor = visitorAt(portal.url)
  const email = newEmail()
  await visitor.post('/sign-in', { email })
  const message = (await portal.outbox()).split('<article').find((each) => each.includes(email)) ?? ''
  const token = /token=([\w-]+)/.exec(message)?.[1] ?? ''
  for (const browser of [visitorAt(portal.url), visitor]) {
    await browser.ask(`/sign-in/link?token=${token}`)
    expect((await browser.ask('/')).text).toContain('href="/sign-in"')
  }
  expect((await visitor.post('/sign-in/link', { token })).location).toBe('/applications')
  expect((await visitor.ask('/')).text).not.toContain('href="/sign-in"')
})

test('one address gets five codes an hour, one browser ten, and twenty tries: then a page says so', async () => {
  const email = newEmail()
  for (let each = 0; each < 5; each++) expect((await visitorAt(portal.url).post('/sign-in', { email })).location).toContain('/sign-in/code')
  const sixth = visitorAt(portal.url)
  const { location } = await sixth.post('/sign-in', { email })
  expect(location).toContain('fault=tooMany')
  expect((await sixth.ask(location)).status).toBe(429)

  const eager = visitorAt(portal.url)
  for (let each = 0; each < 10; each++) expect((await eager.post('/sign-in', { email: newEmail() })).location).toContain('/sign-in/code')
  expect((await eager.post('/sign-in', { email: newEmail() })).location).toContain('fault=tooMany')

  const guesser = visitorAt(portal.url)
  for (let each = 0; each < 20; each++) await guesser.post('/sign-in/code', { code: '123456' })
  expect((await guesser.post('/sign-in/code', { code: '123456' })).location).toContain('fault=locked')
})

test('a browser that asks too often gets a page that says when to try again; others are served', async () => {
  const visitor = visitorAt(portal.url)
  const draft = await begin(visitor)
  let last = await visitor.ask('/')
  for (let each = 0; each < 110 && last.status === 200; each++) last = await visitor.ask('/')
  expect([last.status, last.text.includes('Wait a minute')]).toEqual([429, true])
  expect(Number(last.headers['retry-after'])).toBeGreaterThan(0)
  const refused = await savePage(visitor, draft, 'child-name', { childFirstNames: 'Typed in a hurry' })
  expect([refused.status, refused.text.includes('Typed in a hurry')]).toEqual([429, true])
  expect((await visitorAt(portal.url).ask('/')).status).toBe(200)
})

test('a family’s request is there after the portal was started again', async () => {
  const visitor = visitorAt(portal.url)
  const reference = await begin(visitor)
  await fill(visitor, reference)
  expect((await sendIn(visitor, reference)).location).toContain('/sent')
  const demo = await portal.outbox()
  await portal.restart()
  expect((await visitor.ask(`/applications/${reference}`)).status).toBe(200)
  expect((await portal.outbox()).split('<article').length).toBe(demo.split('<article').length)
})

/** Runs the server with these settings until it ends; gives its exit code and what it said. */
async function endOf(env: Readonly<Record<string, string>>): Promise<{ readonly code: number | null; readonly said: string }> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['build/node/server.js'], { env: { NODE_ENV: 'production', PATH, HOME, PORT: '0', ...env }, stdio: ['ignore', 'ignore', 'pipe'], timeout: 20_000 })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await once(child, 'close')
  return { code: child.exitCode, said }
}

test('production does not start without its settings, and names them all at once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-config-'))
  const { code, said } = await endOf({ WAYMARK_MODE: 'production', DATA_DIR: folder, PORT: 'x', API_KEYS: 'short' })
  await rm(folder, { recursive: true })
  expect(code).toBe(2)
  for (const setting of ['COUNCIL_FILE', 'KEY_RING_FILE', 'BASE_URL', 'SMTP_URL', 'MAIL_FROM', 'COUNCIL_MAILBOX', 'CLAMD_SOCKET', 'PORT', 'API_KEYS']) expect(said).toContain(setting)
})

test('production refuses the keys of the demo', async () => {
  const { code, said } = await endOf({ WAYMARK_MODE: 'production', DATA_DIR: portal.dataDir, KEY_RING_FILE: join(portal.dataDir, 'demo-key-ring.txt') })
  expect(code).toBe(2)
  expect(said).toContain('demo keys')
})
