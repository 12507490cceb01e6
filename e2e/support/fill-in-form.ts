import type { Page } from 'playwright/test'
import { exampleAnswers } from '~/engine/describe-form'
import { repeatOf, type Answers, type Form, type Page as FormPage, type Question } from '~/engine/form'
import { itemJourneysOf } from '~/engine/item-journey'
import { journeyOf, type Journey } from '~/engine/journey'
import { action, continueButton, fillQuestions } from './fill'
import { expect } from './portal'
import { fieldsOf, today, walker } from './walk'

const twice = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [id, Array.isArray(value) && typeof value[0] === 'object' ? [value[0], { ...(value[0] as object), key: 'b2' }] : value]),
  )

/** What is asked of somebody who answers with the examples: every page that applies, and those of what repeats. */
export function pagesAsked(form: Form): readonly FormPage[] {
  const answers = exampleAnswers(form, today)
  const { stops, valueOf } = journeyOf(form, answers, today)
  return stops.flatMap(({ page }) => {
    const repeated = repeatOf(page)
    return [page, ...itemJourneysOf(page, repeated && answers[repeated.id], valueOf).flatMap(({ pages }) => pages)]
  })
}

const pathOf = (page: Page): string => page.url().slice(new URL(page.url()).origin.length)

/**
 * Somebody answers everything that the form asks, with two of everything that repeats, and follows it wherever Continue leads.
 * @param isByHand the pages that are typed into in the browser; the others are sent as a browser without scripts would
 * @returns the reference and what was said, with the browser at the check page
 */
export async function fillInForm(page: Page, form: Form, isByHand: (page: FormPage) => boolean): Promise<{ reference: string; journey: Journey }> {
  const answers = twice(exampleAnswers(form, today))
  const journey = journeyOf(form, answers, today)
  const walk = walker(page.request, form)
  const reference = await walk.begin()
  let at = walk.pathOf(reference, journey.stops[0]?.page.id)

  const fill = async (asked: FormPage, questions: readonly Question[], values: Answers) => {
    if (isByHand(asked)) {
      await page.goto(at)
      await fillQuestions(page, questions, values)
      await continueButton(page).click()
      await page.waitForURL((url) => url.pathname + url.search !== at)
      // Once more where something is only remarked upon.
      if (page.url().includes('show=warnings')) {
        await continueButton(page).click()
        await page.waitForURL((url) => !url.href.includes('show='))
      }
      at = pathOf(page)
      return
    }
    const fields = questions.flatMap((each) => fieldsOf(each, values[each.id]))
    const sent = await walk.send(await walk.open(at), fields)
    const { url } = sent.url.searchParams.get('show') === 'warnings' ? await walk.send(sent, fields) : sent
    at = url.pathname + url.search
  }

  for (const { page: asked } of journey.stops) {
    expect(at).toBe(walk.pathOf(reference, asked.id))
    const repeated = repeatOf(asked)
    for (const { item, pages } of itemJourneysOf(asked, repeated && answers[repeated.id], journey.valueOf)) {
      await page.goto(at)
      await action(page, `${form.id}:questions.${repeated?.id}.add`).click()
      await page.waitForURL(/item=/)
      at = pathOf(page)
      for (const each of pages) {
        expect(at).toMatch(new RegExp(`/${each.id}\\?.*item=`))
        await fill(each, each.questions, item)
      }
    }
    await fill(asked, repeated ? [] : asked.questions, answers)
  }
  await page.goto(at)
  return { reference, journey }
}
