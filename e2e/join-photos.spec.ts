import sharp from 'sharp'
import { expect, test } from 'playwright/test'
import { familyAt, newEmail, type Family } from './support/cast'
import { action, say } from './support/fill'
import { judgePage } from './support/judges'
import { openAs, untilReady } from './support/papers'
import { startPortal, type Portal } from './support/portal'

// A family that took a photo of each page makes one document of them, sees what it looks like, and needs no scripts for it.

test.describe.configure({ mode: 'serial', timeout: 180_000 })
let portal: Portal
let family: Family
let papers: string
test.beforeAll(async () => {
  portal = await startPortal({ env: { LIMIT_PER_MINUTE: '100000', UPLOAD_FILES: '8' } })
  family = await familyAt(portal.url, undefined, newEmail())
  papers = `/applications/${family.draft}/papers`
  const photo = (background: string) => sharp({ create: { width: 600, height: 800, channels: 3, background } }).jpeg().toBuffer()
  const files = await Promise.all(['red', 'green', 'blue'].map(async (colour) => ({ name: `${colour}.jpg`, bytes: await photo(colour) })))
  await family.visitor.sendFiles(papers, files)
  for (const { name } of files) await untilReady(family.visitor, papers, name)
})
test.afterAll(() => portal.close())

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('photos are picked, put in order, joined, and looked at page by page', async ({ page }) => {
    await openAs(family, page, portal.url, papers)
    await action(page, 'papers:join.heading').click()
    await action(page, 'papers:join.next').click()
    await expect(page.locator('.wm-photos')).toHaveCount(1)
    for (const name of ['red.jpg', 'blue.jpg']) await page.getByLabel(name, { exact: true }).check()
    await action(page, 'papers:join.next').click()
    await page.getByRole('button', { name: new RegExp(`^${say('papers:join.up')}.*blue.jpg`) }).click()
    await page.getByLabel(say('papers:join.nameLabel')).fill('School report')
    await action(page, 'papers:join.button').click()
    await expect(page).toHaveURL(portal.url + papers)
    await untilReady(family.visitor, papers, 'School report.pdf')
    await page.reload()
    // Joining shows nobody anything.
    await expect(page.getByText(say('papers:list.opened'))).toHaveCount(0)
    const card = page.locator('.wm-papers > li').filter({ has: page.getByRole('heading', { name: 'School report.pdf', exact: true }) })
    await card.getByRole('link', { name: say('papers:list.look') }).click()
    const pictures = page.locator('.wm-pictures img')
    expect(await pictures.evaluateAll((all) => all.map((each) => (each as HTMLImageElement).alt))).toEqual([1, 2].map((number) => say('papers:look.page', { number, pages: 2, name: 'School report.pdf' })))
    const middles = []
    for (const src of await pictures.evaluateAll((all) => all.map((each) => each.getAttribute('src') ?? ''))) {
      const { status, headers, body } = await family.visitor.ask(src)
      expect([status, headers['content-type'], headers['x-content-type-options']]).toEqual([200, 'image/jpeg', 'nosniff'])
      const { data, info } = await sharp(body).raw().toBuffer({ resolveWithObject: true })
      const [red = 0, , blue = 0] = data.subarray((Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * info.channels)
      middles.push(red > blue ? 'red' : 'blue')
    }
    expect(middles).toEqual(['blue', 'red'])
  })
})

test('its pages can be used by everybody', async ({ page }) => {
  const ids = [...(await family.visitor.ask(papers)).text.matchAll(/papers\/([\w-]+)\/look/g)].map(([, id = '']) => id).slice(-2)
  const order = `${papers}/join?${ids.map((id) => `photo=${id}`).join('&')}`
  await openAs(family, page, portal.url, order)
  expect(await judgePage(page, { name: 'join photos' })).toEqual([])
  await page.goto(`${portal.url}${papers}/join?show=too-few`)
  expect(await judgePage(page, { name: 'join photos, too few' })).toEqual([])
  await page.goto(`${portal.url}${papers}/${ids[0]}/look`)
  expect(await judgePage(page, { name: 'look at a paper' })).toEqual([])
})

test('fewer than two photos are none to join, nobody else sees a picture, and the same photos joined again are the same document', async () => {
  const { visitor } = family
  const list = (await visitor.ask(papers)).text
  const pictures = [...list.matchAll(/papers\/([\w-]+)\/look/g)].map(([, id = '']) => id)
  const [one = '', two = '', three = ''] = pictures.slice(-3)
  const refused = await visitor.post(`${papers}/join`, { photo: [one, 'none'] })
  expect(refused.location).toContain('show=too-few')
  const said = await visitor.ask(refused.location)
  expect([said.status, said.text.includes(say('papers:join.faults.too-few'))]).toEqual([422, true])
  for (let time = 0; time < 2; time++) expect((await visitor.post(`${papers}/join`, { photo: [one, two, three] })).location).toBe(papers)
  expect((await visitor.ask(papers)).text.split('govuk-summary-card__title">Joined photos.pdf<').length).toBe(2)

  const other = await familyAt(portal.url, undefined, newEmail())
  for (const path of [`${papers}/${one}/pages/1`, `${papers}/${one}/look`, `${papers}/join`]) expect([path, (await other.visitor.ask(path)).status]).toEqual([path, 404])
  for (const page of ['0', '2', 'x']) expect((await visitor.ask(`${papers}/${one}/pages/${page}`)).status).toBe(404)
  await other.visitor.post(`/applications/${other.draft}/papers/join`, { photo: [one, two] })
  expect((await other.visitor.ask(`/applications/${other.draft}/papers`)).text).not.toContain('Joined photos')
})
