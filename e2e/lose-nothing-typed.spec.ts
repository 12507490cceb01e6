import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from 'playwright/test'
import { parentRequest } from '~/forms/parent-request'
import { action, continueButton, say } from './support/fill'
import { judgeByEngines, judgePage } from './support/judges'
import { signInAs } from './support/mailbox'
import { expect, test } from './support/portal'
import { today, walker } from './support/walk'

// What a person has typed is theirs: mistakes, long answers, closed tabs, Back and Reload take none of it away.

const begun = { whoYouAre: 'parent', childFirstNames: 'Robin' }
const pathTo = (reference: string, page: string) => `/apply/${parentRequest.id}/${page}?ref=${reference}`
const text = (page: Page) => page.locator('textarea')
const email = (page: Page) => page.locator('[name="requesterEmail"]')
const problem = (page: Page) => page.locator('.govuk-error-summary')
const errorTitle = new RegExp(`^${say('common:titleError', { title: '' })}`)
const savedLine = (page: Page) => page.locator('.wm-saved')
/** What the browser asked the portal to show, as method and path. */
const navigationsOf = (page: Page): string[] => {
  const seen: string[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest()) seen.push(`${request.method()} ${new URL(request.url()).pathname}`)
  })
  return seen
}

test('what is typed is kept without pressing anything, and said to be unfinished', async ({ page, context }) => {
  const reference = await walker(page.request).draft(begun)
  await page.goto(pathTo(reference, 'why-now'))
  await expect(savedLine(page)).toBeEmpty()
  await text(page).pressSequentially('Still thinking about')
  await expect(savedLine(page)).toContainText(say('common:savedAt', { time: '' }).trim())
  await page.close()

  const again = await context.newPage()
  await again.goto(pathTo(reference, 'why-now'))
  await expect(text(again)).toHaveValue('Still thinking about')
  await expect(again.getByRole('main')).toContainText(say('apply:page.kept'))
  await again.goto(pathTo(reference, 'check'))
  await expect(again.getByRole('main')).not.toContainText('Still thinking about')
})

test('“Saved” is never said when the portal did not answer', async ({ page, context }) => {
  const reference = await walker(page.request).draft(begun)
  await page.goto(pathTo(reference, 'why-now'))
  await context.setOffline(true)
  const failed = page.waitForEvent('requestfailed')
  await text(page).pressSequentially('In a tunnel')
  await failed
  await expect(savedLine(page)).toHaveText(say('common:notSaved'))
  await expect(text(page)).toHaveValue('In a tunnel')
  // It tries again by itself.
  await context.setOffline(false)
  await expect(savedLine(page)).toContainText(say('common:savedAt', { time: '' }).trim(), { timeout: 15_000 })
  await page.goto(pathTo(reference, 'why-now'))
  await expect(text(page)).toHaveValue('In a tunnel')
})

test('what cannot be saved stays on its page, with when to try again', async ({ page, portal }) => {
  const reference = await walker(page.request).draft(begun)
  await page.goto(pathTo(reference, 'why-now'))
  await text(page).fill('Every day is harder')
  // Somebody else writes to the database for longer than the portal waits.
  const database = new Database(join(portal.dataDir, 'waymark.db'))
  database.prepare('begin immediate').run()
  await continueButton(page).click()
  await expect(page.getByRole('alert')).toContainText(say('apply:unsaved.save-failed.heading'), { timeout: 20_000 })
  await expect(text(page)).toHaveValue('Every day is harder')
  database.close()
  expect(await judgeByEngines(page)).toEqual([])
  await continueButton(page).click()
  await expect(page).not.toHaveURL(/why-now/)
  await page.goto(pathTo(reference, 'why-now'))
  await expect(text(page)).toHaveValue('Every day is harder')
})

test('a mistake is shown at once, without a request, with the keyboard on the list of mistakes', async ({ page }) => {
  const reference = await walker(page.request).draft(begun)
  await page.goto(pathTo(reference, 'your-email-and-phone'))
  const navigations = navigationsOf(page)
  await email(page).fill('pat at example')
  await continueButton(page).click()
  await expect(problem(page)).toBeFocused()
  await expect(page).toHaveTitle(errorTitle)
  await expect(email(page)).toHaveAttribute('aria-invalid', 'true')
  expect(navigations).toEqual([])

  await problem(page).getByRole('link').click()
  await expect(email(page)).toBeFocused()
  await email(page).fill('pat@example.com')
  await continueButton(page).click()
  await expect(page).toHaveURL(/your-address/)
  await expect(page).not.toHaveTitle(errorTitle)
})

test('whoever goes to the content, types and goes back to the top has what was typed', async ({ page }) => {
  const reference = await walker(page.request).draft(begun)
  await page.goto(pathTo(reference, 'other-names'))
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#content$/)
  await page.locator('[name="preferredName"]').fill('Bobby')
  // Only then do scripts surely run.
  await expect(savedLine(page)).toContainText(say('common:savedAt', { time: '' }).trim())
  // Remix asks anew for what the page shows.
  const asked = page.waitForResponse((answer) => answer.url().includes('_data='))
  await page.goBack()
  expect((await asked).status()).toBe(200)
  await (await asked).finished()
  await expect(page).not.toHaveURL(/#/)
  await expect(page.locator('[name="preferredName"]')).toHaveValue('Bobby')
  await expect(continueButton(page)).toBeVisible()
})

test('after Back the answer is there, and after Forward the next page is there, with nothing sent again', async ({ page }) => {
  const reference = await walker(page.request).draft(begun)
  await page.goto(pathTo(reference, 'other-names'))
  await page.locator('[name="preferredName"]').fill('Bobby')
  await continueButton(page).click()
  await expect(page).toHaveURL(/child-address/)
  const navigations = navigationsOf(page)
  await page.goBack()
  await expect(page.locator('[name="preferredName"]')).toHaveValue('Bobby')
  await page.goForward()
  await expect(page).toHaveURL(/child-address/)
  await page.getByRole('link', { name: say('apply:page.back'), exact: true }).click()
  await expect(page.locator('[name="preferredName"]')).toHaveValue('Bobby')
  expect(navigations.filter((each) => !each.startsWith('GET'))).toEqual([])
})

test('somebody signed in who has gone quiet is warned before being signed out, and stays with one press', async ({ page, portal }) => {
  const reference = await walker(page.request).draft(begun)
  await page.goto('/sign-in')
  await signInAs(page, portal, 'quiet@example.com')
  await page.clock.install()
  await page.goto(pathTo(reference, 'why-now'))
  await expect(text(page)).toBeVisible()
  await page.clock.runFor('54:00')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.clock.runFor('02:00')
  await expect(page.getByRole('alert')).toContainText(say('common:stillThere.heading'))
  await page.clock.resume()
  expect(await judgePage(page, { name: 'still there' })).toEqual([])
  await action(page, 'common:stillThere.stay').click()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

/** Three paragraphs as a word processor gives them: curly quotes, bullets, spaces that do not break. */
const paragraphs = [
  'He says “I can’t” – and then he can.',
  `•\u00a0At home:\u00a0${'every day is different. '.repeat(400)}`.trim(),
  `•\u00a0At school: ${'the noise is too much. '.repeat(440)}`.trim(),
]

for (const isWithScripts of [true, false]) {
  test.describe(isWithScripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: isWithScripts })

    test('a long answer pasted from a word processor keeps its paragraphs', async ({ page }) => {
      const reference = await walker(page.request).draft(begun)
      const pasted = paragraphs.join('\n\n')
      expect(pasted.length).toBeGreaterThan(19_000)
      await page.goto(pathTo(reference, 'why-now'))
      await text(page).fill(pasted)
      await continueButton(page).click()
      await expect(page).not.toHaveURL(/why-now/)
      await page.goto(pathTo(reference, 'check'))
      for (const paragraph of paragraphs) {
        const shown = page.getByRole('main').locator('p', { hasText: paragraph.slice(0, 20) })
        expect((await shown.textContent())?.replaceAll('\u00a0', ' ')).toBe(paragraph.replaceAll('\u00a0', ' '))
      }
    })

    const warned = [
      { what: 'an NHS number with a wrong check digit', page: 'nhs-number', box: 'nhsNumber', typed: '9434765918', shown: '943 476 5918', warning: 'questions:nhs-number.warnings.checkDigit' },
      { what: 'a birth date of 26 years ago', page: 'child-birth-date', box: 'childBirthDate.year', typed: String(Number(today.slice(0, 4)) - 26), shown: String(Number(today.slice(0, 4)) - 26), warning: 'questions:uncertain-date.warnings.olderThanExpected' },
      { what: 'a postcode from another country', page: 'child-address', box: 'childAddress.postcode', typed: 'D02 X285', shown: 'D02 X285', besides: 'childAddress.lines', warning: 'questions:address.warnings.postcodeNotUk' },
    ]
    for (const { what, page: asked, box, besides, typed, shown, warning } of warned) {
      test(`${what} is remarked upon and kept`, async ({ page }) => {
        const reference = await walker(page.request).draft(begun)
        await page.goto(pathTo(reference, asked))
        await page.locator(`[name="${box}"]`).fill(typed)
        if (besides) await page.locator(`[name="${besides}"]`).fill('1 Any Street')
        await continueButton(page).click()
        await expect(page.getByRole('main')).toContainText(say(warning))
        await expect(problem(page)).toHaveCount(0)
        await continueButton(page).click()
        await expect(page).not.toHaveURL(new RegExp(`/${asked}\\?`))
        await page.goto(pathTo(reference, 'check'))
        await expect(page.getByRole('main')).toContainText(shown)
      })
    }
  })
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a page with mistakes can be reloaded: the mistakes and what was typed stay, and nothing is sent again', async ({ page }) => {
    const reference = await walker(page.request).draft(begun)
    await page.goto(pathTo(reference, 'your-email-and-phone'))
    await email(page).fill('pat at example')
    await page.locator('[name="requesterPhone"]').fill('07700 900123')
    await continueButton(page).click()
    await expect(problem(page)).toBeFocused()
    await expect(page).toHaveTitle(errorTitle)
    const navigations = navigationsOf(page)
    const reloaded = await page.reload()
    expect(reloaded?.status()).toBe(422)
    await expect(problem(page)).toBeVisible()
    await expect(email(page)).toHaveValue('pat at example')
    await expect(page.locator('[name="requesterPhone"]')).toHaveValue('07700 900123')
    expect(navigations).toEqual([`GET /apply/${parentRequest.id}/your-email-and-phone`])
  })

  test('a million letters are too many, and all of them are given back', async ({ page }) => {
    test.slow()
    const reference = await walker(page.request).draft(begun)
    await page.goto(pathTo(reference, 'why-now'))
    const much = 'abcdefghi '.repeat(100_000).trim()
    await text(page).fill(much)
    const answered = page.waitForResponse((response) => response.status() === 422)
    await continueButton(page).click()
    expect((await answered).request().method()).toBe('GET')
    await expect(problem(page)).toContainText(say('questions:long-text.errors.tooLong'), { timeout: 60_000 })
    expect((await text(page).inputValue()).length).toBe(much.length)
  })
})
