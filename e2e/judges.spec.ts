import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from 'playwright/test'
import { goodPage } from './support/good-page'
import { axe, controlContrast, focusNotObscured, focusVisible, forcedColours, headings, ibm, keyboard, reflow, targetSize, titleJudge, type Judge } from './support/judges'
import { hasJava, judgeSavedPages } from './support/judges/html'
import { tabWalk } from './support/judges/tab-walk'
import { inWindow } from './support/judges/window'
import { seededFaults, type SeededFault } from './support/seeded-faults'

// A judge is only worth having if it sees what is wrong: one small page a fault, and one page without.
const isLong = process.env['WAYMARK_LONG'] === '1'

const focus: Judge = async (page) => [...(await focusVisible(page)), ...(await focusNotObscured(page))]
const inBrowser = {
  axe,
  ibm,
  headings,
  title: titleJudge(),
  'target-size': targetSize,
  'control-contrast': controlContrast,
  reflow,
  'forced-colours': forcedColours,
  keyboard,
  focus,
} satisfies Record<string, Judge>
type Name = keyof typeof inBrowser
const names = Object.keys(inBrowser) as Name[]

const show = (page: Page, html: string) => page.setContent(html, { waitUntil: 'load' })
const catches = async (page: Page, name: Name, { html }: SeededFault) => {
  await show(page, html)
  return (await inBrowser[name](page)).length > 0
}

/** The seeded pages, each in a file of its own, in one run of the HTML checker: the names of those with a fault. */
const caughtByHtml = async (pages: readonly SeededFault[]): Promise<ReadonlySet<string>> => {
  const folder = await mkdtemp(join(tmpdir(), 'seeded-'))
  await Promise.all(pages.map(({ html }, at) => writeFile(join(folder, `${at}.html`), html)))
  const { faults } = await judgeSavedPages(folder)
  await rm(folder, { recursive: true })
  return new Set(pages.filter((_page, at) => faults.some(({ where }) => where.startsWith(`${at}.html:`))).map(({ name }) => name))
}

for (const name of names) {
  test(`${name} finds nothing wrong with a good page`, async ({ page }) => {
    await show(page, goodPage)
    expect(await inBrowser[name](page)).toEqual([])
  })
}

test('every judge can work where the page’s own policy refuses scripts and styles', async ({ page }) => {
  const policy = "default-src 'none'; img-src data:; style-src 'nonce-n'; script-src 'nonce-n'; require-trusted-types-for 'script'; form-action 'self'"
  const body = goodPage.replace('<style>', '<style nonce="n">')
  await page.route('http://policy.test/', (route) => route.fulfill({ body, contentType: 'text/html', headers: { 'Content-Security-Policy': policy } }))
  await page.goto('http://policy.test/')
  for (const name of names) expect(await inBrowser[name](page), name).toEqual([])
})

test('a walk through a part of a page stops where the whole walk stops there, and misses what it misses there', async ({ page }) => {
  const broken = seededFaults.find(({ name }) => name === 'a link cannot be reached with Tab')?.html ?? ''
  for (const html of [goodPage, broken]) {
    await show(page, html)
    const inside = await page.evaluate(() => [...document.querySelectorAll('main *')].map((each) => (each.cloneNode(false) as Element).outerHTML.slice(0, 140)))
    const [whole, part] = [await tabWalk(page), await tabWalk(page, 'main')]
    const isInside = (where: string) => inside.includes(where)
    expect(part.stops.map(({ where }) => where)).toEqual(whole.stops.map(({ where }) => where).filter(isInside))
    expect(part.stops.length).toBeGreaterThan(3)
    expect(part.missed).toEqual(whole.missed.filter(isInside))
  }
})

for (const name of names) {
  test(`${name} sees every fault that is seeded for it`, async ({ page }) => {
    const faults = seededFaults.filter(({ by }) => by === name)
    expect(faults.length).toBeGreaterThan(0)
    for (const fault of faults) expect.soft(await catches(page, name, fault), fault.name).toBe(true)
  })
}

test('an engine that looks at a part of a page sees there what it sees of it in the whole page', async ({ page }) => {
  const engines = { axe, ibm }
  const isInMain = (where: string) =>
    page.evaluate((where) => (where.startsWith('/') ? where.includes('/main[') : Boolean(document.querySelector(where)?.closest('main'))), where)
  const seen = { axe: 0, ibm: 0 }
  for (const { by, html, name } of seededFaults) {
    if (by !== 'axe' && by !== 'ibm') continue
    await show(page, html)
    if ((await page.locator('main').count()) === 0) continue
    const expected: string[] = []
    for (const { rule, where } of await engines[by](page)) if (await isInMain(where)) expected.push(rule)
    expect((await engines[by](page, 'main')).map(({ rule }) => rule), name).toEqual(expected)
    if (expected.length > 0) seen[by] += 1
  }
  expect(Math.min(seen.axe, seen.ibm)).toBeGreaterThan(0)
})

for (const hasTouch of [false, true])
test(`the engines see a page as it is now: what is typed, ticked, picked, open and in focus, and what scripts have done; ${hasTouch ? 'touched' : 'with a mouse'}`, async ({ browser }) => {
  const page = await browser.newPage({ hasTouch })
  const form = '<input type="text" value="old"><textarea>old</textarea><input type="checkbox"><input type="radio" checked><select><option selected>one<option>two</select><details><summary>More</summary></details>'
  await show(page, `<!doctype html><html lang="en"><head><title>Old</title><style>p { color: rgb(1, 2, 3) }</style></head><body><main><p>Words</p>${form}</main></body></html>`)
  const state = (of: Page) =>
    of.evaluate(() => ({
      fields: [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')].map(({ value, checked }) => [value, checked]),
      isOpen: document.querySelector('details')?.open,
      colour: getComputedStyle(document.querySelector('p') as Element).color,
      title: document.title,
      lang: document.documentElement.lang,
      added: document.querySelectorAll('aside').length,
      focused: document.activeElement?.tagName,
      isTouched: matchMedia('(any-pointer: coarse)').matches,
    }))
  const old = await state(page)
  await page.evaluate(() => {
    const [typed, ticked, picked] = document.querySelectorAll('input') as unknown as [HTMLInputElement, HTMLInputElement, HTMLInputElement]
    Object.assign(typed, { value: 'new' })
    Object.assign(ticked, { checked: true })
    Object.assign(picked, { checked: false })
    Object.assign(document.querySelector('textarea') as Element, { value: 'new' })
    Object.assign(document.querySelector('select') as Element, { selectedIndex: 1 })
    Object.assign(document.querySelector('details') as Element, { open: true })
    Object.assign(document.documentElement, { lang: 'cy' })
    document.title = 'New'
    document.body.append(document.createElement('aside'))
    picked.focus()
  })
  const now = await state(page)
  expect(now).not.toEqual(old)
  const window = await inWindow(page)
  expect(window).not.toBe(page)
  expect(await state(window)).toEqual(now)
  expect(now.isTouched).toBe(hasTouch)
  expect(window.viewportSize()).toEqual(page.viewportSize())
  await page.close()
})

test('the HTML checker sees every page with broken HTML, and nothing wrong with the good page (needs java)', async () => {
  test.skip(!hasJava(), 'java is not installed')
  const broken = seededFaults.filter(({ by }) => by === 'html')
  const caught = await caughtByHtml([{ name: 'good', by: 'nobody', html: goodPage }, ...broken])
  expect([...caught]).toEqual(broken.map(({ name }) => name))
})

if (isLong) {
  test('what every judge sees and misses is published', async ({ page }) => {
    const html = await caughtByHtml(seededFaults)
    const faults = []
    for (const fault of seededFaults) {
      const caughtBy: string[] = html.has(fault.name) ? ['html'] : []
      for (const name of names) if (await catches(page, name, fault)) caughtBy.push(name)
      faults.push({ fault: fault.name, caughtBy })
    }
    const missed = faults.filter(({ caughtBy }) => caughtBy.length === 0).map(({ fault }) => fault)
    await mkdir('docs/evidence', { recursive: true })
    await writeFile('docs/evidence/seeded-faults.json', `${JSON.stringify({ seeded: faults.length, caught: faults.length - missed.length, missed, faults }, null, 2)}\n`)
    expect(missed).toEqual(seededFaults.filter(({ by }) => by === 'nobody').map(({ name }) => name))
  })
}
