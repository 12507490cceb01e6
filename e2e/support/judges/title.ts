import type { Fault, Judge } from './fault'

/**
 * The title says what the page asks (its h1 is in the title), and starts with "Error: " exactly when the page has an
 * error summary, because that is the first thing that a screen reader says. `errorPrefix` is that word in the page's language.
 */
export const titleJudge = (errorPrefix = 'Error: '): Judge => async (page) => {
  const { title, h1, hasErrors } = await page.evaluate(() => {
    const plain = (words: string) => words.replace(/\s+/g, ' ').trim()
    // The hidden words inside an h1 (a caption, "step 2 of 4") need not be in the title.
    const heading = document.querySelector('h1')?.cloneNode(true) as HTMLElement | undefined
    heading?.querySelectorAll('[class*="caption"], [class*="visually-hidden"]').forEach((part) => part.remove())
    return {
      title: document.title,
      h1: plain(heading?.textContent ?? ''),
      hasErrors: document.querySelector('.govuk-error-summary') !== null,
    }
  })
  const fault = (rule: string, help: string): Fault => ({ judge: 'title', rule, where: title, help })
  const startsWithError = title.startsWith(errorPrefix)
  return [
    ...(hasErrors && !startsWithError ? [fault('error-prefix-missing', `The page has errors; the title should start with "${errorPrefix}".`)] : []),
    ...(!hasErrors && startsWithError ? [fault('error-prefix-wrong', 'The title says there is an error and the page has none.')] : []),
    ...(title.replace(/\s+/g, ' ').includes(h1) && title !== '' ? [] : [fault('h1-in-title', `The title does not contain the h1, "${h1}".`)]),
  ]
}
