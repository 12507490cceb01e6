import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from 'playwright/test'
import { eicar, hasClamd, startClamd, type Clamd } from '~/adapters/clamd.contract'
import { familyAt, newEmail, type Family } from './support/cast'
import { action, say } from './support/fill'
import { judgePage } from './support/judges'
import { openAs, saidOf } from './support/papers'
import { startPortal, type Portal } from './support/portal'

// A family sends papers: they arrive, are checked by a real scanner, can be opened by the family alone, described, replaced and taken back.

test.describe.configure({ mode: 'serial' })
let clamd: Clamd | undefined
let portal: Portal
let family: Family
test.beforeAll(async () => {
  clamd = hasClamd() ? await startClamd() : undefined
  portal = await startPortal({ env: { LIMIT_PER_MINUTE: '100000', UPLOAD_FILES: '12', UPLOAD_FILE_MB: '1', UPLOAD_MB: '4', ...(clamd && { CLAMD_SOCKET: clamd.socket }) } })
  family = await familyAt(portal.url, undefined, newEmail())
})
test.afterAll(async () => {
  await portal.close()
  await clamd?.close()
})

const text = (name: string, said: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(said) })
const pathOf = (reference: string) => `/applications/${reference}/papers`
const cardOf = (page: Page, name: string) => page.locator('.wm-papers > li').filter({ has: page.getByRole('heading', { name, exact: true }) })

/** Waits until what the page says of a file is so, looking again as a person would. */
async function untilSaid(page: Page, name: string, said: string): Promise<void> {
  await expect(cardOf(page, name)).toBeVisible()
  await expect(async () => {
    await page.reload()
    await expect(cardOf(page, name)).toContainText(said, { timeout: 500 })
  }).toPass()
}

for (const isWithScripts of [false, true]) {
  test.describe(isWithScripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: isWithScripts })
    const list = () => pathOf(isWithScripts ? family.sent : family.draft)

    test('several papers are sent at once, checked, opened, described, replaced and taken back', async ({ page }) => {
      await openAs(family, page, portal.url, list())
      await expect(page.getByRole('main')).toContainText(say('papers:list.none'))
      if (isWithScripts) expect(await judgePage(page, { name: 'papers, none' })).toEqual([])
      await page.locator('[name="files"]').setInputFiles([text('Letter from Dr Lee.txt', 'Dear Ms Lee'), text('<b>Odd’s.txt', 'Odd'), text('Letter.exe', 'MZ'), text('Voice.ogg', 'OggS')])
      await action(page, 'papers:add.button').click()
      await expect(cardOf(page, 'Letter.exe')).toContainText(saidOf('wrong-kind', 'Letter.exe'))
      await expect(cardOf(page, 'Voice.ogg')).toContainText(saidOf('wrong-kind', 'Voice.ogg'))
      await expect(page.locator('.wm-papers > li')).toHaveCount(4)
      await untilSaid(page, 'Letter from Dr Lee.txt', say('papers:states.ready'))
      await untilSaid(page, 'bOdd’s.txt', say('papers:states.ready'))
      if (isWithScripts) expect(await judgePage(page, { name: 'papers, of every kind' })).toEqual([])

      const [download] = await Promise.all([page.waitForEvent('download'), cardOf(page, 'Letter from Dr Lee.txt').getByRole('link', { name: say('papers:list.open') }).click()])
      expect(download.suggestedFilename()).toBe('Letter from Dr Lee.txt')
      expect(readFileSync(await download.path(), 'utf8')).toBe('Dear Ms Lee')
      await page.reload()
      await cardOf(page, 'Letter from Dr Lee.txt').locator('summary').click()
      await expect(cardOf(page, 'Letter from Dr Lee.txt')).toContainText(say('papers:who.you'))

      await cardOf(page, 'Letter from Dr Lee.txt').getByRole('link', { name: say('papers:list.describe') }).click()
      if (isWithScripts) expect(await judgePage(page, { name: 'about a paper' })).toEqual([])
      await page.locator('[name="paperDate.month"]').fill('5')
      await page.locator('[name="paperKind"]').selectOption('clinic-letter')
      await page.locator('[name="paperAuthor"]').fill('Dr Lee')
      await action(page, 'papers:details.save').click()
      await expect(page.locator('.govuk-error-summary')).toBeVisible()
      await expect(page.locator('[name="paperAuthor"]')).toHaveValue('Dr Lee')
      await page.locator('[name="paperDate.year"]').fill('2026')
      await action(page, 'papers:details.save').click()
      await expect(page).toHaveURL(portal.url + list())
      await expect(cardOf(page, 'Letter from Dr Lee.txt')).toContainText('May 2026')

      await cardOf(page, 'Letter from Dr Lee.txt').getByRole('link', { name: say('papers:list.replace') }).click()
      await page.locator('[name="files"]').setInputFiles(text('Signed letter.txt', 'Dear Ms Lee, signed'))
      await action(page, 'papers:add.button').click()
      await expect(cardOf(page, 'Signed letter.txt')).toContainText(say('papers:list.replaces', { name: 'Letter from Dr Lee.txt' }))
      await expect(cardOf(page, 'Signed letter.txt')).toContainText('Dr Lee')

      await cardOf(page, 'Letter.exe').getByRole('button', { name: say('papers:list.remove') }).click()
      await expect(cardOf(page, 'Letter.exe')).toHaveCount(0)
    })

    test('nothing picked is said, and a file that is too large', async ({ page }) => {
      await openAs(family, page, portal.url, list())
      await action(page, 'papers:add.button').click()
      await expect(page.locator('.govuk-error-summary')).toContainText(say('papers:told.none'))
      await expect(page).toHaveTitle(new RegExp(`^${say('common:titleError', { title: '' })}`))
      if (isWithScripts) expect(await judgePage(page, { name: 'papers, nothing picked' })).toEqual([])
      await page.locator('[name="files"]').setInputFiles({ name: `long ${isWithScripts}.txt`, mimeType: 'text/plain', buffer: Buffer.alloc(1_100_000, 'x') })
      await action(page, 'papers:add.button').click()
      await expect(cardOf(page, `long ${isWithScripts}.txt`)).toContainText(say('papers:refused.too-big'))
    })
  })
}

test('a virus is refused by a real scanner, and nothing of it stays (needs clamd)', async ({ page }) => {
  test.skip(!clamd, 'clamd is not installed')
  await openAs(family, page, portal.url, pathOf(family.sent))
  await page.locator('[name="files"]').setInputFiles(text('virus.txt', eicar()))
  await action(page, 'papers:add.button').click()
  await untilSaid(page, 'virus.txt', say('papers:refused.virus'))
})

test('while the scanner is down a file waits, and nobody can open it (needs clamd)', async ({ page }) => {
  test.skip(!clamd, 'clamd is not installed')
  await clamd?.stop()
  await openAs(family, page, portal.url, pathOf(family.sent))
  await page.locator('[name="files"]').setInputFiles(text('waits.txt', 'I wait'))
  await action(page, 'papers:add.button').click()
  await expect(cardOf(page, 'waits.txt')).toContainText(say('papers:states.checking'))
  await expect(cardOf(page, 'waits.txt').getByRole('link', { name: say('papers:list.open') })).toHaveCount(0)
  // The list looks again meanwhile, and what is wrong is still said.
  await action(page, 'papers:add.button').click()
  await expect(page.locator('.govuk-error-summary')).toBeVisible()
  await page.waitForResponse('**/papers/newest')
  await expect(page.locator('.govuk-error-summary')).toContainText(say('papers:told.none'))
  await expect(page).toHaveTitle(new RegExp(`^${say('common:titleError', { title: '' })}`))
  await page.locator('[name="files"]').setInputFiles(text('comes.txt', 'I come'))
  await action(page, 'papers:add.button').click()
  await expect(cardOf(page, 'comes.txt')).toBeVisible()
  await expect(page.locator('.govuk-error-summary')).toHaveCount(0)
  await expect(page).not.toHaveTitle(new RegExp(`^${say('common:titleError', { title: '' })}`))
  await clamd?.start()
})

test('somebody else can neither see, open, send nor take back', async () => {
  const other = await familyAt(portal.url, undefined, newEmail())
  const path = `/applications/${family.sent}/papers`
  const list = await family.visitor.ask(path)
  const [, file = ''] = /href="([^"]+\/file)"/.exec(list.text) ?? []
  expect(file).not.toBe('')
  const opened = await family.visitor.ask(file)
  expect([opened.status, opened.headers['content-type'], opened.headers['content-disposition']?.split(';')[0]]).toEqual([200, 'text/plain; charset=utf-8', 'attachment'])
  expect(opened.headers['content-security-policy']).toContain('sandbox')
  for (const asked of [path, `${path}/newest`, file, file.replace('/file', '')]) expect([asked, (await other.visitor.ask(asked)).status]).toEqual([asked, 404])
  const sent = await other.visitor.sendFiles(path, [{ name: 'mine.txt', bytes: Buffer.from('mine') }])
  expect(sent.status).toBe(404)
  await other.visitor.post(path, { remove: file.split('/').at(-2) ?? '' })
  expect((await family.visitor.ask(file)).status).toBe(200)
  expect((await family.visitor.ask(path)).text).not.toContain('mine.txt')
  const foreign = await family.visitor.sendFiles(path, [{ name: 'foreign.txt', bytes: Buffer.from('x') }], { csrf: 'wrong' })
  expect(foreign.status).toBe(403)
  expect((await family.visitor.ask(path)).text).not.toContain('foreign.txt')
})

test('what was said to have arrived is there after every kill, and is checked in the end', async () => {
  const own = await familyAt(portal.url, undefined, newEmail())
  const path = `/applications/${own.sent}/papers`
  for (const at of [0, 1, 2]) {
    const sent = await own.visitor.sendFiles(path, [{ name: `killed ${at}.txt`, bytes: Buffer.from(`${at} arrived`) }])
    expect([sent.status, sent.location]).toEqual([303, path])
    await portal.kill9()
    await portal.start()
  }
  await expect(async () => {
    const opened = [...(await own.visitor.ask(path)).text.matchAll(/href="([^"]+\/file)"/g)].map(([, href = '']) => href)
    expect(opened).toHaveLength(3)
    expect((await Promise.all(opened.map((href) => own.visitor.ask(href)))).map(({ text: said }) => said).sort()).toEqual(['0 arrived', '1 arrived', '2 arrived'])
  }).toPass()
})

test('a form that is none, or breaks off, is turned away with a page that says so', async () => {
  const path = `/applications/${family.sent}/papers`
  for (const [type, body] of [['multipart/form-data; boundary=x', ''], ['multipart/form-data; boundary=x', '--x\r\nno header'], ['multipart/form-data;', 'x'], ['multipart/form-data; boundary=x', `--x\r\n${'y: z\r\n'.repeat(5000)}`]] as const) {
    const answer = await family.visitor.ask(path, { method: 'POST', headers: { 'Content-Type': type }, body })
    expect([type, body.length, answer.status]).toEqual([type, body.length, 415])
    expect(answer.text).toContain(say('errors:wrong-type.heading'))
  }
})

test('what was sent is on the disk, sealed', async () => {
  const stored = spawnSync('grep', ['-rlaE', 'Dear Ms Lee|Letter from Dr Lee', portal.dataDir]).stdout.toString()
  expect(stored).toBe('')
  const shelves = join(portal.dataDir, 'files')
  const sizes = readdirSync(shelves).flatMap((shelf) => readdirSync(join(shelves, shelf)).map((name) => statSync(join(shelves, shelf, name)).size))
  expect(sizes.length).toBeGreaterThan(3)
})
