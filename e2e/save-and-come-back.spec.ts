import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Browser, Page } from 'playwright/test'
import { parentRequest } from '~/forms/parent-request'
import { wordsFor } from '~/i18n/words'
import { action, continueButton, say } from './support/fill'
import { askForCode, mailTo, newestMailTo, signedInAs, signInAs, typeCode } from './support/mailbox'
import { expect, test, type Portal } from './support/portal'
import type apply from '../locales/en/apply.json'
import { formPath, leastAnswers, walker } from './support/walk'

// A family stops, and comes back with another phone, another day, or after the page was left open for too long.

const child = { childFirstNames: 'Wren', childLastName: 'Achterberg' }
const strangers = { whoYouAre: 'parent', ...child }
const pathTo = (reference: string, page: string) => `/apply/${parentRequest.id}/${page}?ref=${reference}`
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const problem = (page: Page) => page.locator('.govuk-error-summary')
const firstNames = (page: Page) => page.locator('[name="childFirstNames"]')

/** How long answers are kept, as the page that says how to come back tells one reader. */
const keptFor = (who: 'guest' | 'person', state: 'draft' | 'sent', email = '') =>
  wordsFor('en').tree<(typeof apply)['save']['kept']>('apply:save.kept', { guestDays: 7, draftDays: 90, email })[who][state]

/** The same before they begin. */
const beginFor = (who: 'guest' | 'person') =>
  wordsFor('en').tree<(typeof apply)['begin']['kept']>('apply:begin.kept', { guestDays: 7, draftDays: 90, save: say('apply:page.saveAndExit'), clear: say('apply:save.clear') })[who]

/** Another phone or computer. */
const otherBrowser = async (browser: Browser, portal: Portal) => (await browser.newContext({ baseURL: portal.url })).newPage()

/** As if everybody had been away for some minutes. */
const letTimePass = (portal: Portal, minutes: number) => {
  const database = new Database(join(portal.dataDir, 'waymark.db'))
  const then = new Date(Date.now() - minutes * 60_000).toISOString()
  database.prepare('update sessions set seen_at = ?, opened_at = min(opened_at, ?)').run(then, then)
  database.prepare('update code_requests set expires_at = ?').run(new Date(Date.now() + (15 - minutes) * 60_000).toISOString())
  database.close()
}

/** A guest's draft, saved under an address of its own. */
async function savedBy(page: Page, portal: Portal, address: string): Promise<string> {
  const reference = await walker(page.request).draft(strangers)
  await page.goto(pathTo(reference, 'child-name'))
  await action(page, 'apply:page.saveAndExit').click()
  await expect(heading(page)).toHaveText(say('apply:save.heading'))
  await signInAs(page, portal, address)
  await expect(page).toHaveURL(`/apply/${parentRequest.id}?ref=${reference}`)
  return reference
}

test('a guest is told before and after that a draft stays for 7 days in this browser, and for 90 with an email address', async ({ page, portal }) => {
  const walk = walker(page.request)
  const { html } = await walk.open(formPath)
  for (const words of beginFor('guest')) expect(html).toContain(words)
  const saved = await walk.open(walk.pathOf(await walk.begin(), 'save'))
  for (const words of keptFor('guest', 'draft')) expect(saved.html).toContain(words)
  for (const words of keptFor('person', 'draft')) expect(saved.html, 'what is not true of a guest').not.toContain(words)

  // Each reads only what is true of them, and nobody is told that what was sent is deleted.
  const sent = await walk.draft(leastAnswers)
  await walk.submit(sent)
  const keptOf = async (reference: string) => {
    await page.goto(walk.pathOf(reference, 'save'))
    return page.getByRole('main').locator('p').allTextContents()
  }
  expect(await keptOf(sent)).toEqual(expect.arrayContaining(keptFor('guest', 'sent')))
  await page.goto('/sign-in')
  await signInAs(page, portal, 'kept@example.com')
  await page.goto(formPath)
  for (const words of beginFor('person')) await expect(page.getByRole('main')).toContainText(words)
  for (const [reference, state] of [[saved.url.searchParams.get('ref') ?? '', 'draft'], [sent, 'sent']] as const) {
    const told = await keptOf(reference)
    expect(told).toEqual(expect.arrayContaining(keptFor('person', state, 'kept@example.com')))
    expect(told.filter((text) => /90 days/.test(text))).toHaveLength(state === 'draft' ? 2 : 0)
  }
})

test('a guest saves with an email address and finds the draft on another phone', async ({ page, portal, browser }) => {
  const reference = await savedBy(page, portal, 'wren@example.com')
  await expect(page.getByRole('main')).toContainText('Wren')

  const phone = await otherBrowser(browser, portal)
  await phone.goto('/applications')
  await expect(phone.getByRole('main')).not.toContainText(reference)
  await phone.goto('/sign-in')
  await signInAs(phone, portal, 'wren@example.com')
  await expect(phone).toHaveURL('/applications')
  await expect(phone.getByRole('main')).toContainText(say('account:applications.reference', { reference }))
  await phone.getByRole('main').getByRole('link', { name: say('account:applications.carryOn') }).click()
  await phone.goto(pathTo(reference, 'child-name'))
  await expect(firstNames(phone)).toHaveValue('Wren')
})

test('the list of parts and the page to check answers lead to how to come back, until the request is sent', async ({ page }) => {
  const walk = walker(page.request)
  const reference = await walk.draft(leastAnswers)
  for (const id of ['', 'check']) {
    await page.goto(walk.pathOf(reference, id))
    await action(page, 'apply:page.saveAndExit').click()
    await expect(heading(page)).toHaveText(say('apply:save.heading'))
  }
  await expect(action(page, 'apply:save.clear')).toBeVisible()
  await walk.submit(reference)
  for (const id of ['', 'check']) {
    await page.goto(walk.pathOf(reference, id))
    await expect(action(page, 'apply:page.saveAndExit')).toHaveCount(0)
  }
})

test('what a person typed before saving to come back later is an answer, also after signing in', async ({ page, portal }) => {
  const reference = await walker(page.request).draft(strangers)
  await page.goto(pathTo(reference, 'why-now'))
  await page.locator('textarea').fill('Half a thought')
  await action(page, 'apply:page.saveAndExit').click()
  await expect(page.getByRole('main')).not.toContainText(say('apply:unfinished.open'))
  await signInAs(page, portal, 'half@example.com')
  await page.goto(pathTo(reference, 'why-now'))
  await expect(page.locator('textarea')).toHaveValue('Half a thought')
  await expect(page.getByRole('main')).not.toContainText(say('apply:page.kept'))
  await page.goto(pathTo(reference, 'check'))
  await expect(page.getByRole('main')).toContainText('Half a thought')
})

test('what cannot be an answer is kept and said not to be one, and a page left blank is not answered', async ({ page }) => {
  const reference = await walker(page.request).draft(strangers)
  await page.goto(pathTo(reference, 'why-now'))
  await action(page, 'apply:page.saveAndExit').click()
  await expect(page.getByRole('main')).not.toContainText(say('apply:unfinished.open'))
  await page.goto(pathTo(reference, ''))
  await expect(page.getByRole('main').locator('li', { hasText: say(`${parentRequest.id}:sections.asking`) })).toContainText(say('apply:tasks.status.todo'))

  await page.goto(pathTo(reference, 'your-email-and-phone'))
  await page.locator('[name="requesterEmail"]').fill('wren at example')
  await action(page, 'apply:page.saveAndExit').click()
  await expect(heading(page)).toHaveText(say('apply:save.heading'))
  await expect(page.getByRole('main')).toContainText(say('apply:unfinished.open'))
  await page.locator('.govuk-inset-text').getByRole('link').click()
  await expect(page.locator('[name="requesterEmail"]')).toHaveValue('wren at example')
  await expect(page.getByRole('main')).toContainText(say('apply:page.kept'))
})

test('whoever leaves a page with words that may mean danger sees where to get help now', async ({ page }) => {
  const reference = await walker(page.request).draft(strangers)
  await page.goto(pathTo(reference, 'why-now'))
  await page.locator('textarea').fill('Some days she says I want to die.')
  await action(page, 'apply:page.saveAndExit').click()
  await expect(page.getByRole('region', { name: say('danger:helpNow.heading') })).toContainText(say('danger:afterLeaving.saved'))
  await expect(page.getByRole('main')).toContainText(keptFor('guest', 'draft')[1] ?? '')
})

test('a wrong code says so, five wrong codes lock, and a new code works', async ({ page, portal }) => {
  await page.goto('/sign-in')
  await askForCode(page, 'five@example.com')
  const { code } = await newestMailTo(portal, 'five@example.com')
  const wrong = code === '111111' ? '222222' : '111111'
  for (let tries = 1; tries <= 4; tries += 1) {
    await typeCode(page, wrong)
    await expect(problem(page)).toContainText(say('account:code.errors.wrong'))
  }
  await expect(page).toHaveTitle(new RegExp(`^${say('common:titleError', { title: '' })}`))
  await typeCode(page, wrong)
  await typeCode(page, code)
  await expect(problem(page)).toContainText(say('account:code.errors.locked'))
  await action(page, 'account:code.again').click()
  await signInAs(page, portal, 'five@example.com')
  await expect(page).toHaveURL('/applications')
})

test('a blank code and a code that is too old are said in plain words', async ({ page, portal }) => {
  await page.goto('/sign-in')
  await askForCode(page, 'old@example.com')
  const { code } = await newestMailTo(portal, 'old@example.com')
  await typeCode(page, '')
  await expect(problem(page)).toContainText(say('account:code.errors.blank'))
  await expect(problem(page)).toBeFocused()
  letTimePass(portal, 16)
  await typeCode(page, code)
  await expect(problem(page)).toContainText(say('account:code.errors.expired'))
})

test('a code typed in a browser that did not ask for it signs nobody in', async ({ page, portal, browser }) => {
  await page.goto('/sign-in')
  await askForCode(page, 'mine@example.com')
  const { code } = await newestMailTo(portal, 'mine@example.com')
  const thief = await otherBrowser(browser, portal)
  await thief.goto('/sign-in/code')
  await typeCode(thief, code)
  await expect(problem(thief)).toBeVisible()
  await thief.goto('/applications')
  await expect(thief.getByRole('main')).toContainText(say('account:applications.noneHelp'))
})

test('a mail scanner that opens the link first signs nobody in and leaves it good for the person', async ({ page, portal, browser, playwright }) => {
  const reference = await walker(page.request).draft(strangers)
  await page.goto('/sign-in')
  await askForCode(page, 'scanned@example.com')
  const { link } = await newestMailTo(portal, 'scanned@example.com')
  const scanner = await playwright.request.newContext({ baseURL: portal.url })
  for (const ask of [scanner.head(link), scanner.get(link), scanner.get(link)]) expect((await ask).status()).toBe(200)
  expect(await (await scanner.get('/applications')).text()).not.toContain(reference)

  const elsewhere = await otherBrowser(browser, portal)
  await elsewhere.goto(link)
  await expect(heading(elsewhere)).toHaveText(say('account:link.other.heading'))
  await expect(action(elsewhere, 'account:link.again')).toBeVisible()

  await page.goto(link)
  await expect(heading(page)).toHaveText(say('account:link.heading'))
  await expect(page.getByRole('banner').getByRole('button', { name: say('common:signOut') })).toHaveCount(0)
  await action(page, 'account:link.continue').click()
  await expect(page).toHaveURL('/applications')
  await expect(page.getByRole('banner').getByRole('button', { name: say('common:signOut') })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(reference)

  // It works once.
  await page.goto(link)
  await action(page, 'account:link.continue').click()
  await expect(heading(page)).toHaveText(say('account:link.expired.heading'))
})

test('the emailed link leads to where the person was', async ({ page, portal }) => {
  const reference = await walker(page.request).draft(strangers)
  await page.goto(pathTo(reference, 'child-name'))
  await action(page, 'apply:page.saveAndExit').click()
  await askForCode(page, 'link@example.com')
  await page.goto((await newestMailTo(portal, 'link@example.com')).link)
  await action(page, 'account:link.continue').click()
  await expect(page).toHaveURL(`/apply/${parentRequest.id}?ref=${reference}`)
})

for (const way of ['code', 'link'] as const) {
  test(`on a shared computer, whoever signs in with the ${way} may leave what somebody else began there`, async ({ page, portal }) => {
    const address = `shared-${way}@example.com`
    const reference = await walker(page.request).draft({ ...strangers, childFirstNames: 'Zed' })
    await page.goto('/sign-in')
    await askForCode(page, address)
    const { code, link } = await newestMailTo(portal, address)
    if (way === 'link') await page.goto(link)
    await expect(page.getByRole('main')).toContainText(wordsFor('en').text('account:claim.text', { count: 1, names: 'Zed' }))
    await page.getByRole('checkbox').uncheck()
    if (way === 'code') {
      await typeCode(page, code === '111111' ? '222222' : '111111')
      await expect(page.getByRole('checkbox')).not.toBeChecked()
      await typeCode(page, code)
    } else await action(page, 'account:link.continue').click()
    await expect(page).toHaveURL('/applications')
    await expect(page.locator('body')).not.toContainText(reference)
    await page.getByRole('banner').getByRole('button', { name: say('common:signOut') }).click()
    await page.goto('/applications')
    await expect(page.getByRole('main')).toContainText(reference)
  })
}

test('after signing out, Back shows nothing private', async ({ page, portal }) => {
  const reference = await savedBy(page, portal, 'shared@example.com')
  const private_ = await page.goto(pathTo(reference, 'child-name'))
  expect(private_?.headers()['cache-control']).toBe('no-store')
  await expect(firstNames(page)).toHaveValue('Wren')
  await page.getByRole('banner').getByRole('button', { name: say('common:signOut') }).click()
  await expect(page).toHaveURL('/')
  await page.goBack()
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(page.locator('body')).not.toContainText('Wren')
  await page.goto('/applications')
  await expect(page.locator('body')).not.toContainText(reference)
})

test('someone with no email address gets a reference, a copy to print and a phone number', async ({ page }) => {
  const reference = await walker(page.request).draft(strangers)
  await page.goto(pathTo(reference, 'child-name'))
  await action(page, 'apply:page.saveAndExit').click()
  await expect(page.getByRole('main')).toContainText(say('apply:save.reference', { reference }))
  await page.getByText(say('apply:save.noEmail'), { exact: true }).click()
  await expect(page.getByRole('main').locator('a[href^="tel:"]')).toBeVisible()
  await action(page, 'apply:save.noEmailPrint').click()
  await expect(page.getByRole('main')).toContainText('Wren')
  await expect(page.getByRole('main')).toContainText(reference)
})

for (const isWithScripts of [true, false]) {
  test.describe(isWithScripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: isWithScripts })

    test('a page left open too long keeps what was typed and gives it back after signing in', async ({ page, portal }) => {
      const address = `slow-${isWithScripts}@example.com`
      const reference = await savedBy(page, portal, address)
      await page.goto(pathTo(reference, 'why-now'))
      letTimePass(portal, 61)
      const words = 'First line\nSecond line, with “quotes” & <tags>'
      await page.locator('textarea').fill(words)
      await continueButton(page).click()
      await expect(page.getByRole('main')).toContainText(say('account:signIn.ended'))
      await expect(page.locator('body')).not.toContainText('Second line')
      await signInAs(page, portal, address)
      await expect(page).toHaveURL(new RegExp(`/why-now\\?ref=${reference}`))
      await expect(page.locator('textarea')).toHaveValue(words)
      await expect(page.getByRole('main')).toContainText(say('apply:page.kept'))
      await continueButton(page).click()
      await page.goto(pathTo(reference, 'why-now'))
      await expect(page.locator('textarea')).toHaveValue(words)
      await expect(page.getByRole('main')).not.toContainText(say('apply:page.kept'))
    })
  })
}

test('somebody else who signs in on a timed-out page sees nothing of what was typed', async ({ page, portal }) => {
  const reference = await savedBy(page, portal, 'owner@example.com')
  await page.goto(pathTo(reference, 'why-now'))
  letTimePass(portal, 61)
  await page.locator('textarea').fill('Only for the owner')
  await continueButton(page).click()
  await signInAs(page, portal, 'somebody-else@example.com')
  await expect(page.locator('body')).not.toContainText('Only for the owner')
  await expect(heading(page)).toHaveText(say('errors:not-found.heading'))
})

test('a family signs in as often as it likes', async ({ page, portal }) => {
  for (let times = 1; times <= 7; times += 1) await signedInAs(page, portal, 'Often@example.com')
  await page.goto('/applications')
  await expect(page.getByRole('banner').getByRole('button', { name: say('common:signOut') })).toBeVisible()
})

test('asking again and again for codes is stopped in plain words, whatever the address', async ({ page, portal }) => {
  for (let times = 1; times <= 5; times += 1) {
    await page.goto('/sign-in')
    await askForCode(page, 'Many@example.com')
    await expect(page).toHaveURL(/\/sign-in\/code/)
  }
  await page.goto('/sign-in')
  await askForCode(page, 'many@EXAMPLE.com')
  await expect(problem(page)).toContainText(say('account:signIn.errors.tooMany', { phone: '' }).slice(0, 40))
  expect(await mailTo(portal, 'Many@example.com')).toHaveLength(5)
})
