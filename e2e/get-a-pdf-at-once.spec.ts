import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { action, say } from './support/fill'
import { judgePage } from './support/judges'
import { expect, test } from './support/troubled-portal'
import { leastAnswers, walker } from './support/walk'

// Whatever happens to the workers that print, a family is never left waiting, and has its words on paper.

/** What a person thinks of as at once, and a little for a busy machine. */
const AT_ONCE = 6_000

test.describe.configure({ mode: 'serial' })

const copyOf = (reference: string) => `/applications/${reference}/copy.pdf`
const printPageOf = (reference: string, why: 'making' | 'failed') => `/applications/${reference}/print?copy=1&pdf=${why}`
/** A draft about a child whose name says what becomes of its copy. */
const draftOf = ({ request }: Page, childFirstNames: string) => walker(request).draft({ ...leastAnswers, childFirstNames, childLastName: 'Achterberg' })

/** Follows a link to a PDF; gives the file, or undefined when a page came instead. */
async function pdfFrom(page: Page, follow: () => Promise<unknown>): Promise<Buffer | undefined> {
  const download = page.waitForEvent('download')
  const shown = page.waitForEvent('framenavigated').then(() => undefined)
  // A browser that is given a file gives up the page that was asked for.
  await follow().catch(() => undefined)
  const came = await Promise.race([download, shown])
  void Promise.allSettled([download, shown])
  return came && readFile(await came.path())
}

/** Asks for a copy until it is there, as a family does on a busy day. */
const untilMade = (page: Page, reference: string) =>
  expect(async () => {
    const answer = await page.request.get(copyOf(reference))
    expect(answer.headers()['content-type']).toBe('application/pdf')
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
  }).toPass({ timeout: 40_000 })

test('a copy whose worker dies is printed by another', async ({ page, portal }) => {
  const reference = await draftOf(page, 'Dies-once')
  await untilMade(page, reference)
  expect(await portal.triesAt(reference)).toBe(2)
})

test('a copy that takes long leaves the family with the same words at once, and is there when they ask again', async ({ page, portal }, { title }) => {
  const reference = await draftOf(page, 'Takes-long')
  const from = performance.now()
  expect(await pdfFrom(page, () => page.goto(copyOf(reference)))).toBeUndefined()
  expect(performance.now() - from).toBeLessThan(AT_ONCE)
  await expect(page).toHaveURL(printPageOf(reference, 'making'))
  await expect(page.getByRole('main')).toContainText(say('account:print.making'))
  await expect(page.getByRole('main')).toContainText('Takes-long')
  expect(await judgePage(page, { name: title })).toEqual([])
  await untilMade(page, reference)
  const pdf = await pdfFrom(page, () => action(page, 'account:print.again').click())
  expect(pdf?.subarray(0, 5).toString()).toBe('%PDF-')
  expect(await portal.triesAt(reference)).toBe(1)
})

test('ten clicks on a copy are one printing', async ({ page, portal }) => {
  const reference = await draftOf(page, 'Takes-long')
  const clicks = Array.from({ length: 10 }, () => page.request.get(copyOf(reference)))
  for (const click of clicks) expect((await click).url()).toContain(printPageOf(reference, 'making'))
  await untilMade(page, reference)
  expect(await portal.triesAt(reference)).toBe(1)
})

for (const [name, tries] of [['Has-a-fault', 1], ['Dies-each-time', 3]] as const)
  test(`a copy that ${name.toLowerCase().replaceAll('-', ' ')} is said to have failed, and its words are there`, async ({ page, portal }) => {
    const reference = await draftOf(page, name)
    const before = (await portal.allLogs()).length
    await expect(async () => {
      expect(await pdfFrom(page, () => page.goto(copyOf(reference)))).toBeUndefined()
      await expect(page).toHaveURL(printPageOf(reference, 'failed'), { timeout: 1_000 })
    }).toPass({ timeout: 40_000 })
    await expect(page.getByRole('main')).toContainText(say('account:print.failed'))
    await expect(page.getByRole('main')).toContainText(name)
    // What failed is not printed again for whoever asks at once.
    expect(await pdfFrom(page, () => action(page, 'account:print.again').click())).toBeUndefined()
    await expect(page).toHaveURL(printPageOf(reference, 'failed'))
    expect(await portal.triesAt(reference)).toBe(tries)
    const faults = (await portal.allLogs()).slice(before).filter((line) => line.includes('"error":"PrinterFailed"'))
    expect(faults).toHaveLength(2)
    for (const fault of faults) {
      if (name === 'Has-a-fault') expect((JSON.parse(fault) as { cause: string[] }).cause[0]).toMatch(/at .*worker\.js/)
      expect(fault).not.toMatch(new RegExp(`${reference}|${name}|Achterberg`))
    }
  })

// Last: what hangs is tried again, one at a time, until it is given up.
test('copies that hang keep nobody waiting: not their families, not others who read, and not others who print', async ({ page, browser, baseURL }) => {
  const [first, second] = [await draftOf(page, 'Hangs'), await draftOf(page, 'Hangs too')]
  const from = performance.now()
  const hanging = [first, second].map(async (reference) => {
    const answer = await page.request.get(copyOf(reference))
    expect(answer.url()).toContain(printPageOf(reference, 'making'))
    expect(performance.now() - from).toBeLessThan(AT_ONCE)
  })
  const other = await (await browser.newContext({ ...(baseURL && { baseURL }) })).newPage()
  await other.goto('/help')
  await expect(other.getByRole('main')).toBeVisible()
  await Promise.all(hanging)
  await untilMade(other, await draftOf(other, 'Wren'))
})
