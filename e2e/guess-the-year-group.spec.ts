import { wordsFor } from '~/i18n/words'
import { continueButton, say } from './support/fill'
import { expect, test } from './support/portal'
import { today, walker } from './support/walk'

// What a birth date tells is offered, said to be a guess, and is no answer until somebody goes on.

const age = 9
/** Born in March, nine school years ago: the same school year whatever the day of the test. */
const cohort = Number(today.slice(0, 4)) - (today.slice(5) < '09-01' ? 1 : 0)
const pupil = { whoYouAre: 'parent', childFirstNames: 'Robin', childBirthDate: `${cohort - age}-03-27`, schoolSituation: 'school' }
const usual = String(age - 4)
const labelOf = (year: string) => wordsFor('en').text(`questions:year-group.options.${year}`)

for (const isWithScripts of [true, false]) {
  test.describe(isWithScripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: isWithScripts })

    test('the year group is chosen beforehand as a guess, counts once the parent goes on, and can be changed', async ({ page }) => {
      const walk = walker(page.request)
      const reference = await walk.draft(pupil)
      const box = page.locator('[name="yearGroup"]')
      await page.goto(walk.pathOf(reference, 'year-group'))
      await expect(box).toHaveValue(usual)
      await expect(page.getByRole('main')).toContainText(say('apply:page.guess'))
      await page.goto(walk.pathOf(reference, 'check'))
      await expect(page.getByRole('main')).not.toContainText(labelOf(usual))

      await page.goto(walk.pathOf(reference, 'year-group'))
      await continueButton(page).click()
      await expect(page).not.toHaveURL(/year-group/)
      await page.goto(walk.pathOf(reference, 'check'))
      await expect(page.getByRole('main')).toContainText(labelOf(usual))

      await page.goto(walk.pathOf(reference, 'year-group'))
      await expect(page.getByRole('main')).not.toContainText(say('apply:page.guess'))
      await box.selectOption('4')
      await continueButton(page).click()
      await page.goto(walk.pathOf(reference, 'year-group'))
      await expect(box).toHaveValue('4')
    })

    test('nothing is chosen where the birth date does not tell', async ({ page }) => {
      const walk = walker(page.request)
      const reference = await walk.draft({ ...pupil, childBirthDate: `${cohort - age}` })
      await page.goto(walk.pathOf(reference, 'year-group'))
      await expect(page.locator('[name="yearGroup"]')).toHaveValue('')
      await expect(page.getByRole('main')).not.toContainText(say('apply:page.guess'))
    })
  })
}
