import type { Page } from 'playwright/test'
import { parentRequest } from '~/forms/parent-request'
import { action, continueButton, say } from './support/fill'
import { expect, test } from './support/portal'
import { walker } from './support/walk'

// Scripts that never come, or come late, as on a bad line or in an old browser: the page works as it does without them.

const begun = { whoYouAre: 'parent', childFirstNames: 'Robin' }
const SCRIPTS = '**/assets/*.js'
const pathTo = (reference: string, page: string) => `/apply/${parentRequest.id}/${page}?ref=${reference}`
const text = (page: Page) => page.locator('textarea')
const email = (page: Page) => page.locator('[name="requesterEmail"]')
const problem = (page: Page) => page.locator('.govuk-error-summary')
const savedLine = (page: Page) => page.locator('.wm-saved')

/** A mistake, its correction, the next page, and leaving half-way: all that a page of questions does. */
async function walksAQuestionPage(page: Page, reference: string, go: (path: string) => Promise<unknown>): Promise<void> {
  await go(pathTo(reference, 'your-email-and-phone'))
  await email(page).fill('pat at example')
  await continueButton(page).click()
  await expect(problem(page)).toBeFocused()
  await expect(email(page)).toHaveValue('pat at example')
  await email(page).fill('pat@example.com')
  await continueButton(page).click()
  await expect(page).toHaveURL(/your-address/)
  await go(pathTo(reference, 'why-now'))
  await text(page).fill('Half a thought')
  await action(page, 'apply:page.saveAndExit').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('apply:save.heading'))
  await go(pathTo(reference, 'why-now'))
  await expect(text(page)).toHaveValue('Half a thought')
  expect((await walker(page.request).open(pathTo(reference, 'your-email-and-phone'))).html).toContain('value="pat@example.com"')
}

test('when the scripts cannot be loaded, a page of questions does all it does without them', async ({ page }) => {
  let refused = 0
  await page.route(SCRIPTS, (route) => {
    refused += 1
    return route.abort()
  })
  await walksAQuestionPage(page, await walker(page.request).draft(begun), (path) => page.goto(path))
  expect(refused).toBeGreaterThan(0)
})

test.describe('while the scripts are on their way', () => {
  let arrive: () => void
  test.beforeEach(async ({ page }) => {
    const arrived = new Promise<void>((resolve) => (arrive = resolve))
    await page.route(SCRIPTS, async (route) => {
      await arrived
      await route.continue().catch(() => undefined)
    })
  })
  test.afterEach(() => arrive())
  // A page whose scripts are awaited is not loaded yet; a person sees it all the same.
  const goTo = (page: Page) => (path: string) => page.goto(path, { waitUntil: 'commit' })

  test('a page of questions does all it does without them', async ({ page }) => {
    await walksAQuestionPage(page, await walker(page.request).draft(begun), goTo(page))
  })

  test('what was typed meanwhile is still there when they have come, and is kept from then on', async ({ page }) => {
    const reference = await walker(page.request).draft(begun)
    await goTo(page)(pathTo(reference, 'why-now'))
    await text(page).fill('Typed before')
    arrive()
    await page.waitForLoadState('load')
    await expect(text(page)).toHaveValue('Typed before')
    await text(page).pressSequentially(' and after')
    await expect(savedLine(page)).toContainText(say('common:savedAt', { time: '' }).trim())
    await page.goto(pathTo(reference, 'why-now'))
    await expect(text(page)).toHaveValue('Typed before and after')
  })
})
