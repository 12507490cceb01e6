import { expect, test } from 'playwright/test'
import { textOfPdf } from '~/paper/read-pdf.contract'
import { familyAt, newEmail, type Family } from './support/cast'
import { say } from './support/fill'
import { FORM_URL } from './support/http-family'
import { untilMade, visitorAt, type Visitor } from './support/http-visitor'
import { cardIn, untilReady } from './support/papers'
import { startPortal, type Portal } from './support/portal'

// What a family sent with a request is told wherever the request is: to the family by name, to others only what they may see, to the council's systems.

test.describe.configure({ mode: 'serial', timeout: 180_000 })
const key = 'key-of-the-case-system-000000'
let portal: Portal
let family: Family
test.beforeAll(async () => {
  portal = await startPortal({ env: { LIMIT_PER_MINUTE: '100000', API_KEYS: `cases=${key}` } })
  family = await familyAt(portal.url, undefined, newEmail())
  for (const reference of [family.draft, family.sent]) await sendPapers(family.visitor, reference)
})
test.afterAll(() => portal.close())

const OPEN = { name: 'scan 0001.txt', paperKind: 'clinic-letter', paperTitle: 'Letter of Dr Zqopen', paperSees: 'advisers' }
const CLOSED = { name: 'diary.txt', paperKind: 'parent-views', paperTitle: 'Diary Zqclosed', paperSees: 'council' }
/** What a PDF says has no spaces. */
const unspaced = (text: string) => text.replaceAll(/\s+/g, '')
const papersOf = (reference: string) => `/applications/${reference}/papers`

async function sendPapers(visitor: Visitor, reference: string): Promise<void> {
  const papers = papersOf(reference)
  const texts = [OPEN, CLOSED].map(({ name }) => ({ name, bytes: Buffer.from(`This is ${name}.`) }))
  await visitor.sendFiles(papers, [...texts, { name: 'program.exe', bytes: Buffer.from('MZ') }])
  for (const { name, ...said } of [OPEN, CLOSED]) {
    const file = await untilReady(visitor, papers, name)
    expect((await visitor.post(file.replace('/file', ''), { base: '0', ...said })).location).toBe(papers)
  }
}

test('its family reads what it sent, by name, where it checks, when it sent, and on its copies; what was refused is nowhere', async () => {
  const { visitor, draft, sent } = family
  const pages = [
    ...[`${FORM_URL}/check?ref=${draft}`, `${FORM_URL}/sent?ref=${sent}`, `/applications/${draft}/print`, `/applications/${sent}/print`].map(async (url) => [url, (await visitor.ask(url)).text] as const),
    ...[draft, sent].map((reference) => `/applications/${reference}/copy.pdf`).map(async (url) => [url, await textOfPdf((await untilMade(visitor, url)).body)] as const),
  ]
  for (const [url, text] of await Promise.all(pages)) {
    const plain = unspaced(text)
    for (const words of [say('papers:listed.heading.family'), OPEN.name, OPEN.paperTitle, CLOSED.name, CLOSED.paperTitle]) expect([url, words, plain.includes(unspaced(words))]).toEqual([url, words, true])
    expect([url, plain.includes('program.exe')]).toEqual([url, false])
  }
})

test('the council’s system lists and collects them without the names of files; the copy that is passed on has only what others may see', async () => {
  const { visitor, sent } = family
  const system = visitorAt(portal.url, { Authorization: `Bearer ${key}` })
  const application = await system.ask(`/api/v1/applications/${sent}`)
  const { papers } = JSON.parse(application.text) as { papers: readonly { id: string; state: string; kind: string; sees: string; type: string; size: number; about: { lines: string[] }[] }[] }
  expect(papers).toMatchObject([{ state: 'ready', kind: 'clinic-letter', sees: 'advisers', type: 'txt' }, { state: 'ready', kind: 'parent-views', sees: 'council' }])
  expect(application.text).toContain(CLOSED.paperTitle)
  for (const { name } of [OPEN, CLOSED]) expect(application.text).not.toContain(name)

  const [first] = papers
  const file = await system.ask(`/api/v1/applications/${sent.toLowerCase()}/papers/${first?.id}`)
  expect([file.status, file.text, file.headers['content-type']]).toEqual([200, `This is ${OPEN.name}.`, 'text/plain; charset=utf-8'])
  expect(file.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${first?.id}.txt`)
  expect(file.headers['x-content-type-options']).toBe('nosniff')
  expect(file.headers['content-security-policy']).toContain('sandbox')
  const card = cardIn((await visitor.ask(papersOf(sent))).text, OPEN.name)
  expect(card).toContain(say('papers:who.council'))

  const draft = papersOf(family.draft)
  const [, own = ''] = /papers\/([\w-]+)\/file/.exec((await visitor.ask(draft)).text) ?? []
  for (const [reference, id] of [[family.draft, own], [sent, own], [sent, 'none']]) expect((await system.ask(`/api/v1/applications/${reference}/papers/${id}`)).status).toBe(404)
  expect((await visitorAt(portal.url).ask(`/api/v1/applications/${sent}/papers/${first?.id}`)).status).toBe(401)

  const copy = await textOfPdf((await untilMade(system, `/api/v1/applications/${sent}/copy.pdf`)).body)
  expect([say('papers:listed.heading.others'), OPEN.paperTitle, OPEN.name, CLOSED.paperTitle].map((words) => copy.includes(unspaced(words)))).toEqual([true, true, false, false])
})
