import type { Browser, Page } from 'playwright/test'
import { action, say } from './support/fill'
import { signedInAs, signInAs } from './support/mailbox'
import { expect, test, type Portal } from './support/portal'
import { leastAnswers, walker } from './support/walk'

// A family sent its request without signing in, and comes back with another phone, or after the days for which the browser knows it.

const answers = (requesterEmail: string) => ({ ...leastAnswers, childFirstNames: 'Wren', childLastName: 'Achterberg', requesterEmail })
const problem = (page: Page) => page.locator('.govuk-error-summary')
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const otherBrowser = async (browser: Browser, portal: Portal) => (await browser.newContext({ baseURL: portal.url })).newPage()

test('a guest who sent a request finds it on another phone, by the email and the name in it', async ({ page, portal, browser }) => {
  const walk = walker(page.request)
  const reference = await walk.draft(answers('sender@example.com'))
  await walk.submit(reference)
  const phone = await otherBrowser(browser, portal)
  await phone.goto(`/applications/${reference}`)
  await signInAs(phone, portal, 'sender@example.com')
  await expect(heading(phone)).toHaveText(say('errors:no-request.heading'))
  await action(phone, 'errors:no-request.way').click()
  await expect(phone.locator('[name="reference"]')).toHaveValue(reference)
  await action(phone, 'account:find.button').click()
  await expect(problem(phone)).toContainText(say('account:find.errors.name'))
  await phone.locator('[name="name"]').fill('Robin')
  await action(phone, 'account:find.button').click()
  await expect(problem(phone)).toContainText(say('account:find.errors.none', { phone: '0113 496 0000' }))
  await expect(problem(phone)).toBeFocused()
  await expect(phone).toHaveTitle(new RegExp(`^${say('common:titleError', { title: '' })}`))
  await phone.locator('[name="name"]').fill('wren')
  await action(phone, 'account:find.button').click()
  await expect(phone).toHaveURL(`/applications/${reference}`)
  await expect(phone.getByRole('main')).toContainText('Wren')
  await phone.goto('/applications')
  await expect(phone.getByRole('main')).toContainText(reference)
})

test('nobody can try names until one fits', async ({ page, portal, browser }) => {
  const sender = await otherBrowser(browser, portal)
  const theirs = walker(sender.request)
  const reference = await theirs.draft(answers('guessed@example.com'))
  await theirs.submit(reference)
  await signedInAs(page, portal, 'guessed@example.com')
  const walk = walker(page.request)
  const guess = async (name: string) => walk.send(await walk.open(`/applications/find?ref=${reference}`), [['reference', reference], ['name', name]])
  for (let tries = 1; tries <= 5; tries += 1) expect((await guess(`Name ${tries}`)).status).toBe(422)
  expect((await guess('Wren')).status).toBe(429)
})
