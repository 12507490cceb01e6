import { expect, test } from 'playwright/test'
import { familyAt, fewMarkedAnswers, newEmail, OPEN, type Family } from './support/cast'
import { begin, FORM_URL, pagePath, savePage, sendIn } from './support/http-family'
import { fuzz, fuzzEnv, memoryOf, nastyTexts } from './support/hostile'
import { FORM, visitorAt, type Answer, type Visitor } from './support/http-visitor'
import { startPortal, type Portal } from './support/portal'
import { patterns } from './support/routes'

// Broken and hostile input gets a clear page and the right status, keeps what a person typed, and never breaks the portal.

test.describe.configure({ mode: 'serial' })
let portal: Portal
let other: Family
let visitor: Visitor
let draft: string
test.beforeAll(async () => {
  portal = await startPortal({ env: fuzzEnv })
  other = await familyAt(portal.url, fewMarkedAnswers, newEmail())
  visitor = visitorAt(portal.url)
  draft = await begin(visitor)
})
test.afterAll(() => portal.close())

const headingOf = ({ text }: Answer) => /<h1[^>]*>(.*?)<\/h1>/s.exec(text)?.[1]?.replace(/<[^>]+>/g, '') ?? ''
const typedIn = ({ text }: Answer) => [...text.matchAll(/<textarea[^>]*>([^<]*)/g)].map(([, typed]) => typed)
const MEGABYTE = 1024 * 1024
/** Posts a page by hand and follows where it leads. */
async function posted(page: string, body: string, headers: Record<string, string> = {}): Promise<Answer> {
  const path = pagePath(draft, page)
  const answer = await visitor.ask(path, { method: 'POST', headers: { 'Content-Type': FORM, ...headers }, body: Buffer.from(body, 'latin1') })
  return answer.status === 303 ? visitor.ask(answer.location) : answer
}
const ours = async (fields: string) => `csrf=${await visitor.token()}&ref=${draft}&base=0&${fields}`

test('a name of 1 MB is turned down on its own page, and kept', async () => {
  const answer = await posted('child-name', await ours(`childFirstNames=${'n'.repeat(MEGABYTE)}`))
  expect([answer.status, headingOf(answer)]).toEqual([422, 'What is the child&#x27;s name?'])
  expect(answer.text).toContain('n'.repeat(MEGABYTE))
})

test('more than 4 MB gets a page that says so', async () => {
  const answer = await posted('child-name', await ours(`childFirstNames=${'n'.repeat(5 * MEGABYTE)}`))
  expect([answer.status, headingOf(answer)]).toEqual([413, 'That was too much to send at once'])
})

test('10,000 fields get a page that says so', async () => {
  const answer = await posted('child-name', await ours(Array.from({ length: 10_000 }, (_, each) => `f${each}=x`).join('&')))
  expect([answer.status, headingOf(answer)]).toEqual([413, 'We could not read that page'])
})

for (const [what, bytes] of [['percent-encoded', 'Sam%FF%FE'], ['raw', 'Sam\xff\xfe'], ['half a surrogate', 'Sam%ED%A0%80']] as const) {
  test(`bytes that are no text (${what}) are turned down by name, and nothing of them is saved`, async () => {
    const answer = await posted('child-name', await ours(`childFirstNames=${bytes}&childLastName=Smith`))
    expect([answer.status, headingOf(answer)]).toEqual([422, 'What is the child&#x27;s name?'])
    expect(answer.text).toContain('value="Smith"')
  })
}

test('NUL, escape and bidi override leave no trace in what is saved', async () => {
  const own = await begin(visitor)
  await savePage(visitor, own, 'child-name', { childFirstNames: 'S\u0000a\u001bm\u202e', childLastName: '__proto__' })
  const { text } = await visitor.ask(pagePath(own, 'child-name'))
  expect(text).toContain('value="Sam"')
  expect(text).toContain('value="__proto__"')
})

test('a field that came twice keeps the last, and fields called like parts of the language do nothing', async () => {
  const own = await begin(visitor)
  await savePage(visitor, own, 'child-name', { 'childFirstNames': ['First', 'Last'], '__proto__': 'x', 'constructor.prototype.x': 'y', 'toString': 'z' })
  expect((await visitor.ask(pagePath(own, 'child-name'))).text).toContain('value="Last"')
})

test('every nasty text is given back as it was typed, or saved without harm', async () => {
  for (const text of nastyTexts) {
    const own = await begin(visitor)
    const saved = await savePage(visitor, own, 'child-name', { childFirstNames: text })
    expect([text, saved.status]).toEqual([text, 303])
    const page = await visitor.ask(saved.location)
    expect([text, page.status]).toEqual([text, saved.location.includes('show=') ? 422 : 200])
    expect(page.text).not.toContain('<script>alert')
  }
})

test('a date that does not exist is shown again with its words', async () => {
  const answer = await posted('child-birth-date', await ours('childBirthDate.day=30&childBirthDate.month=2&childBirthDate.year=2020'))
  expect(answer.status).toBe(422)
  for (const typed of ['value="30"', 'value="2"', 'value="2020"']) expect(answer.text).toContain(typed)
})

for (const base of ['-1', '999999999999999999999', 'x', '1e308', '0.5']) {
  test(`a made-up revision (${base}) loses nothing that was typed`, async () => {
    const own = await begin(visitor)
    const saved = await visitor.post(pagePath(own, 'child-name'), { ref: own, base, childFirstNames: 'Typed' })
    expect(saved.status).toBe(303)
    expect((await visitor.ask(pagePath(own, 'child-name'))).text).toContain('value="Typed"')
  })
}

test('other media types get a page that says so', async () => {
  for (const type of ['multipart/form-data; boundary=x', 'text/plain', 'application/xml']) {
    const answer = await posted('child-name', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--', { 'Content-Type': type })
    expect([type, answer.status, headingOf(answer)]).toEqual([type, 415, 'We could not read that'])
  }
})

test('JSON in place of a form is turned down', async () => {
  const answer = await posted('child-name', JSON.stringify({ csrf: await visitor.token(), childFirstNames: 'Sam' }), { 'Content-Type': 'application/json' })
  expect([answer.status, headingOf(answer)]).toEqual([415, 'We could not read that'])
})

for (const [what, path] of [
  ['a form', '/apply/nothing'], ['a form like a part of the language', '/apply/__proto__'], ['a page', `${FORM_URL}/nothing?ref=REF`], ['an application', '/applications/ZZZZ-ZZZZ'],
  ['bytes that are no text', '/apply/%FF'], ['a NUL', '/%00'], ['two slashes', '//evil.example/x'], ['a path upwards', '/..%2f..%2fetc%2fpasswd'], ['an asset', '/assets/nothing.js'],
  ['a file above the assets', '/assets/../../package.json'], ['8,000 letters', `/${'a'.repeat(8000)}`],
] as const) {
  test(`an address that names nothing (${what}) gets the page that says so`, async () => {
    const answer = await visitor.ask(path.replace('REF', draft))
    expect([answer.status, headingOf(answer), answer.headers['content-type']]).toEqual([404, 'We cannot find that page', 'text/html; charset=utf-8'])
  })
}

for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']) {
  test(`${method} gets a page that says so, and changes nothing`, async () => {
    const own = await begin(visitor)
    for (const path of ['/', pagePath(own, 'child-name'), `/applications/${own}/dates.ics`]) {
      const body = method === 'TRACE' ? {} : { body: `csrf=${await visitor.token()}&ref=${own}&base=0&childFirstNames=Changed` }
      const answer = await visitor.ask(path, { method, headers: { 'Content-Type': FORM }, ...body })
      expect([path, answer.status, headingOf(answer)]).toEqual([path, 405, 'That page cannot do that'])
      expect(answer.headers.allow).toMatch(/^GET, HEAD(, POST)?$/)
    }
    expect((await visitor.ask(pagePath(own, 'child-name'))).text).not.toContain('Changed')
  })
}

test('HEAD is GET without a body', async () => {
  for (const path of ['/', FORM_URL, '/healthz', '/nothing']) {
    const [head, get] = [await visitor.ask(path, { method: 'HEAD' }), await visitor.ask(path)]
    expect([path, head.status, head.text]).toEqual([path, get.status, ''])
  }
})

test('items under keys that are not ours are not taken', async () => {
  for (const item of ['__proto__', '../child-name', 'x'.repeat(1000), 'A b', '\u0000']) {
    const answer = await visitor.post(pagePath(draft, 'other-parent-name'), { ref: draft, base: '0', item, otherParentFirstNames: 'Typed by hand' })
    expect([item, answer.status]).toEqual([item, 404])
    expect(typedIn(answer)).toContain('Typed by hand')
  }
  expect((await visitor.post(pagePath(draft, 'child-name'), { ref: draft, base: '0', item: 'a1', intent: 'exit', childFirstNames: 'x' })).status).toBe(404)
})

test('what another family sent cannot be saved into, sent or withdrawn, and what was typed is given back', async () => {
  const saved = await visitor.post(pagePath(other.sent, 'child-name'), { ref: other.sent, base: '1', childFirstNames: 'Typed for nothing' })
  expect([saved.status, typedIn(saved)]).toEqual([404, ['Typed for nothing']])
  expect((await sendIn(visitor, other.draft)).status).toBe(404)
  expect((await visitor.post(`/applications/${other.sent}/withdraw`, {})).status).toBe(404)
  expect((await other.visitor.ask(pagePath(other.sent, 'child-name'))).text).toContain(OPEN)
  expect((await other.visitor.ask(`/applications/${other.draft}`)).location).toContain(FORM_URL)
})

test('nobody is sent to another site', async () => {
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', '/apply/x?ref=\r\nSet-Cookie:a', '/sign-out']) {
    const asked = await visitor.ask(`/sign-in?next=${encodeURIComponent(next)}`)
    expect([next, /name="next" value="([^"]+)"/.exec(asked.text)?.[1]]).toEqual([next, '/applications'])
    const { location } = await visitor.post('/sign-in', { email: newEmail(), next })
    expect(new URLSearchParams(location.split('?')[1]).get('next')).toBe('/applications')
  }
})

test('a cookie that is not ours, or of a session long gone, is nobody’s', async () => {
  for (const value of ['x', 'A'.repeat(43), '../..', '', 'x'.repeat(6000)]) {
    const answer = await visitorAt(portal.url, { Cookie: `__Host-waymark=${value}; __Host-language=__proto__` }).ask(pagePath(draft, 'child-name'))
    expect([value.length, answer.status, answer.location.startsWith('/sign-in')]).toEqual([value.length, 303, true])
  }
})

test('3,000 hostile requests over every route: no 5xx, no unclear page, and nobody else’s words', async () => {
  test.setTimeout(180_000)
  const before = memoryOf(portal)
  const { faults, byStatus, byRoute } = await fuzz(portal, other, { requests: 3000, seed: 21 })
  expect(faults).toEqual([])
  expect(patterns.filter((pattern) => !byRoute[pattern])).toEqual([])
  expect(Object.keys(byStatus)).toEqual(expect.arrayContaining(['200', '303', '403', '404', '405', '415', '422']))
  expect((await visitor.ask('/readyz')).status).toBe(200)
  expect(portal.logs.filter((line) => line.includes(' is at http://'))).toHaveLength(1)
  expect((await other.visitor.ask(pagePath(other.sent, 'child-name'))).text).toContain(OPEN)
  const after = memoryOf(portal)
  if (before !== undefined && after !== undefined) expect(after - before).toBeLessThan(200)
})
