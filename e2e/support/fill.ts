import type { Locator, Page } from 'playwright/test'
import type { Answers, Question } from '~/engine/form'
import { fieldName, NOT_SAID, typedFrom } from '~/engine/read-page'
import { wordsFor } from '~/i18n/words'
import { mouse, type Hands } from './hands'

/** The portal's own English words, so that a test looks for what a person reads. */
export const say = (key: string, values?: Record<string, string | number>): string => wordsFor('en').text(key, values)

/** A link or button of the page's own, by the words on it. */
export const action = (page: Page, key: string, values?: Record<string, string | number>): Locator => {
  const main = page.getByRole('main')
  const words = { name: say(key, values), exact: true }
  return main.getByRole('link', words).or(main.getByRole('button', words))
}
export const continueButton = (page: Page): Locator => action(page, 'apply:page.continue')

const named = (page: Page, name: string) => page.locator(`[name="${name}"]`)

/** Gives one answer as a person does: types it, chooses it or ticks it. */
export async function fillQuestion(page: Page, question: Question, value: unknown, hands: Hands = mouse): Promise<void> {
  for (const [box, texts] of Object.entries(typedFrom(question, value))) {
    const own = named(page, fieldName(question.id, box))
    // Radios and lists offer "I do not know" among their own options.
    const controls = box === NOT_SAID && (await own.count()) === 0 ? named(page, question.id) : own
    for (const text of [texts].flat()) {
      if (text === '') continue
      const type = await controls.first().evaluate((control) => (control as HTMLInputElement).type)
      if (type === 'radio' || type === 'checkbox') await hands.choose(controls.and(page.locator(`[value="${text}"]`)))
      else if (type === 'select-one') await controls.selectOption(text)
      else await hands.write(controls, text)
    }
  }
}

export async function fillQuestions(page: Page, questions: readonly Question[], answers: Answers, hands: Hands = mouse): Promise<void> {
  for (const question of questions) await fillQuestion(page, question, answers[question.id], hands)
}
