import type { Page } from 'playwright/test'
import { exampleAnswers } from '~/engine/describe-form'
import { repeatOf, type Answers, type Page as FormPage } from '~/engine/form'
import { itemJourneysOf } from '~/engine/item-journey'
import { journeyOf } from '~/engine/journey'
import { summaryOf, type Row } from '~/engine/summary'
import { wordsFor } from '~/i18n/words'
import { parentRequest } from '~/forms/parent-request'
import { action, continueButton, fillQuestions, say } from './support/fill'
import { expect, test } from './support/portal'
import { leastAnswers, today, walker } from './support/walk'

// Somebody answers everything: every page that applies, in a real browser, with two of everything that repeats.

const twice = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [id, Array.isArray(value) && typeof value[0] === 'object' ? [value[0], { ...(value[0] as object), key: 'b2' }] : value]),
  )

const answers = twice(exampleAnswers(parentRequest, today))
const journey = journeyOf(parentRequest, answers, today)

/** Continue, and once more where something is only remarked upon. */
async function goOn(page: Page): Promise<void> {
  const from = page.url()
  await continueButton(page).click()
  await page.waitForURL((url) => url.href !== from)
  if (!page.url().includes('show=warnings')) return
  await continueButton(page).click()
  await page.waitForURL((url) => !url.href.includes('show='))
}

async function addItems(page: Page, list: FormPage, repeated: string): Promise<void> {
  for (const { item, pages } of itemJourneysOf(list, answers[repeated], journey.valueOf)) {
    await action(page, `${parentRequest.id}:questions.${repeated}.add`).click()
    for (const { id, questions } of pages) {
      await expect(page).toHaveURL(new RegExp(`/${id}\\?.*item=`))
      await fillQuestions(page, questions, item)
      await goOn(page)
    }
  }
}

/** Every line of every answer that is not to be kept private, in order. */
const linesOf = (rows: readonly Row[]): string[] =>
  rows.filter((row) => !row.isProtected).flatMap((row) => [...row.lines, ...(row.items ?? []).flatMap((item) => linesOf(item.rows))])

test('every question answered in a browser arrives at the check page, the receipt and the copy', async ({ page }) => {
  test.setTimeout(8 * 60_000)
  const reference = await walker(page.request).begin()
  await page.goto(walker(page.request).pathOf(reference, journey.stops[0]?.page.id))
  for (const { page: asked } of journey.stops) {
    await expect(page).toHaveURL(new RegExp(`/${asked.id}\\?ref=${reference}$`))
    const repeated = repeatOf(asked)
    if (repeated) await addItems(page, asked, repeated.id)
    else await fillQuestions(page, asked.questions, answers)
    await goOn(page)
  }

  await expect(page).toHaveURL(/\/check\?/)
  await expect(page.getByRole('main')).not.toContainText(say('common:noAnswer'))
  const kept = say('common:keptPrivate')
  const sections = summaryOf(parentRequest, journey, wordsFor('en')).sections
  const open = linesOf(sections.flatMap((section) => section.rows))
  const missing = async () => {
    const shown = (await page.getByRole('main').innerText()).replace(/\s+/g, ' ')
    return open.filter((line) => !shown.includes(line.replace(/\s+/g, ' ')))
  }
  expect(await missing()).toEqual([])
  await action(page, 'apply:check.send').click()
  await expect(page.locator('.govuk-panel')).toContainText(reference)
  await page.goto(`/applications/${reference}/print`)
  expect(await missing()).toEqual([])
  // The examples ask for details to be kept private.
  await expect(page.getByRole('main')).toContainText(kept)
})

test('Change beside an answer leads to its question, and Continue from there leads back', async ({ page }) => {
  const walk = walker(page.request)
  const reference = await walk.draft(leastAnswers)
  await page.goto(walk.pathOf(reference, 'check'))
  const rows = page.locator('.govuk-summary-list__row')
  const links = await rows.evaluateAll((all) => all.map((row) => [row.querySelector('dt')?.textContent ?? '', row.querySelector('a')?.getAttribute('href') ?? ''] as const))
  expect(links.length).toBeGreaterThan(5)
  for (const [question, href] of links) {
    await page.goto(href)
    await expect(page.getByRole('main').locator('form').first()).toContainText(question)
    await continueButton(page).click()
    await expect(page, question).toHaveURL(/\/check\?/)
  }
})
