import { forms } from '~/forms'
import type { Page as FormPage } from '~/engine/form'
import { summaryOf, type Row } from '~/engine/summary'
import { wordsFor } from '~/i18n/words'
import { action, continueButton, say } from './support/fill'
import { fillInForm, pagesAsked } from './support/fill-in-form'
import { expect, test } from './support/portal'
import { leastAnswers, walker } from './support/walk'

// Somebody answers everything: every page that applies, with two of everything that repeats. In a real browser, where a kind of question comes first
// in any of the forms; `npm run test:long` types into every page of every form.

const isLong = process.env['WAYMARK_LONG'] === '1'

/** Every line of every answer that is not to be kept private, in order. */
const linesOf = (rows: readonly Row[]): string[] =>
  rows.filter((row) => !row.isProtected).flatMap((row) => [...row.lines, ...(row.items ?? []).flatMap((item) => linesOf(item.rows))])

const kindsOn = ({ questions }: FormPage) => questions.map(({ kind }) => kind.name)

for (const [index, form] of forms.entries()) {
  test(`every question of ${form.id} that is answered arrives at the check page, the receipt and the copy`, async ({ page }) => {
    test.slow()
    const kinds = new Set(forms.slice(0, index).flatMap(pagesAsked).flatMap(kindsOn))
    const hasNewKind = (asked: FormPage) => {
      const before = kinds.size
      for (const kind of kindsOn(asked)) kinds.add(kind)
      return kinds.size > before
    }
    const { reference, journey } = await fillInForm(page, form, isLong ? () => true : hasNewKind)

    await expect(page).toHaveURL(/\/check\?/)
    await expect(page.getByRole('main')).not.toContainText(say('common:noAnswer'))
    const kept = say('common:keptPrivate')
    const sections = summaryOf(form, journey, wordsFor('en')).sections
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
}

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
