import type { Page } from 'playwright/test'
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { parentRequest } from '~/forms/parent-request'
import { action, say } from './support/fill'
import { mailTo } from './support/mailbox'
import { expect, test, type Portal } from './support/portal'
import { leastAnswers, walker } from './support/walk'

// However often it is pressed, reloaded or retried: one application, one reference, one fact, one receipt.

const pathTo = (reference: string, page: string) => `/apply/${parentRequest.id}/${page}?ref=${reference}`
const sendButton = (page: Page) => action(page, 'apply:check.send')
const panel = (page: Page) => page.locator('.govuk-panel')
/** An address of its own for each test, so that its mail can be counted. */
const answersWith = (address: string) => ({ ...leastAnswers, requesterEmail: address })

async function wasSentOnce(page: Page, portal: Portal, reference: string, address: string): Promise<void> {
  expect(await mailTo(portal, address)).toHaveLength(1)
  const database = new Database(join(portal.dataDir, 'waymark.db'), { readonly: true })
  const facts = database
    .prepare('select f.fact from facts f join applications a on a.id = f.application where a.browser = (select browser from applications where reference = ?)')
    .pluck()
    .all(reference)
  database.close()
  expect(facts).toEqual(['submitted'])
  await page.goto('/applications')
  await expect(page.getByRole('main').getByRole('heading', { level: 3 })).toHaveCount(1)
  await expect(page.getByRole('main')).toContainText(reference)
}

test('pressing Send three times at once sends once', async ({ page, portal }) => {
  const reference = await walker(page.request).draft(answersWith('thrice@example.com'))
  await page.goto(pathTo(reference, 'check'))
  await sendButton(page).evaluate((button: HTMLButtonElement) => {
    for (let times = 0; times < 3; times += 1) button.click()
  })
  await expect(panel(page)).toContainText(reference)
  await wasSentOnce(page, portal, reference, 'thrice@example.com')
})

test('ten sendings on the wire at once send once', async ({ page, portal }) => {
  const walk = walker(page.request)
  const reference = await walk.draft(answersWith('ten@example.com'))
  const check = await walk.open(walk.pathOf(reference, 'check'))
  const receipts = await Promise.all(Array.from({ length: 10 }, () => walk.send(check)))
  for (const receipt of receipts) {
    expect(receipt.status).toBe(200)
    expect(receipt.url.pathname).toMatch(/\/sent$/)
    expect(receipt.html).toContain(reference)
  }
  await wasSentOnce(page, portal, reference, 'ten@example.com')
})

test('Back and Send again, and reloading the receipt, send once', async ({ page, portal }) => {
  const reference = await walker(page.request).draft(answersWith('back@example.com'))
  await page.goto(pathTo(reference, 'check'))
  await sendButton(page).click()
  await expect(panel(page)).toContainText(reference)
  const receipt = await page.getByRole('main').textContent()
  await page.reload()
  expect(await page.getByRole('main').textContent()).toBe(receipt)

  await page.goBack()
  await expect(page.getByRole('main')).toContainText(say('apply:check.noChanges'))
  await expect(page.getByRole('main')).not.toContainText(say('apply:check.introChanges'))
  await expect(sendButton(page)).toHaveCount(0)
  await page.goForward()
  await expect(panel(page)).toContainText(reference)
  await wasSentOnce(page, portal, reference, 'back@example.com')
})

test('two tabs that both send, send once and both show the receipt', async ({ page, portal }) => {
  const reference = await walker(page.request).draft(answersWith('tabs@example.com'))
  const second = await page.context().newPage()
  for (const tab of [page, second]) await tab.goto(pathTo(reference, 'check'))
  await Promise.all([sendButton(page).click(), sendButton(second).click()])
  for (const tab of [page, second]) await expect(panel(tab)).toContainText(reference)
  await wasSentOnce(page, portal, reference, 'tabs@example.com')
})

test('a request that lacks something cannot be sent, and the page says what with a link to it', async ({ page }) => {
  const walk = walker(page.request)
  const reference = await walk.draft({ whoYouAre: 'parent', childFirstNames: 'Robin' })
  await page.goto(pathTo(reference, 'check'))
  await expect(sendButton(page)).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText(say('apply:check.missing'))
  await page.getByRole('link', { name: say(`${parentRequest.id}:needs.wayToReach`) }).click()
  await expect(page).toHaveURL(/your-email-and-phone/)
  const forced = await walk.post(walk.pathOf(reference, 'check'), [['csrf', await page.locator('[name="csrf"]').first().inputValue()], ['ref', reference]])
  expect(forced.url.pathname).toMatch(/\/check$/)
})
