import { parentRequest } from '~/forms/parent-request'
import { action, continueButton, say } from './support/fill'
import { mailTo } from './support/mailbox'
import { expect, test } from './support/portal'
import { hiddenFieldsOf, leastAnswers, walker } from './support/walk'

// After sending: correct it, add to it, stop it, ask for a brother or sister, and be written to only where that is safe.

const answersOf = (address: string) => ({ ...leastAnswers, requesterEmail: address, whyNow: 'What was first sent' })
const text = 'textarea[name="whyNow"]'

test('a correction is sent beside what was first sent, which stays as it was', async ({ page, portal }) => {
  const walk = walker(page.request)
  const reference = await walk.draft(answersOf('correct@example.com'))
  await walk.submit(reference)
  const before = await (await page.request.get(`/applications/${reference}/print`)).text()
  const receipt = /[0-9a-f]{64}/.exec(before)?.[0] ?? 'none'

  await page.goto(`/applications/${reference}`)
  await action(page, 'account:timeline.change').click()
  // The parts of a request that was sent invite to send it no second time.
  await expect(page.getByRole('main')).toContainText(say('apply:tasks.sent.intro'))
  await expect(page.getByRole('main')).toContainText(say('apply:tasks.sent.unchanged'))
  for (const key of ['intro', 'canSend', 'check']) await expect(page.getByRole('main')).not.toContainText(say(`apply:tasks.${key}`))
  await action(page, 'apply:sent.follow').click()
  await expect(page).toHaveURL(`/applications/${reference}`)
  await page.goto(walk.pathOf(reference, 'why-now'))
  await expect(page.getByRole('main')).toContainText(say('apply:page.sent'))
  await page.locator(text).fill('What was sent later')
  await continueButton(page).click()
  await expect(page).not.toHaveURL(/why-now/)
  await page.goto(walk.pathOf(reference))
  await expect(page.getByRole('main')).toContainText(say('apply:tasks.sent.changed'))
  await action(page, 'apply:tasks.sent.check').click()
  await expect(page.getByRole('main')).toContainText('What was sent later')
  await action(page, 'apply:check.sendChanges').click()
  await expect(page.locator('.govuk-panel')).toContainText(say('apply:sent.headingChanges'))
  // The page and its copy call the code by one name, and begin it alike.
  const code = (await page.getByRole('main').innerText()).match(new RegExp(`${say('paper:copy.hash')}: ([0-9a-f]{16})…`))?.[1] ?? 'none'
  await action(page, 'apply:sent.print').click()
  await expect(page.getByRole('main').locator('.govuk-summary-list__row', { hasText: say('paper:copy.hash') })).toContainText(code)

  await page.goto(`/applications/${reference}/print`)
  for (const words of ['What was first sent', receipt]) await expect(page.getByRole('main')).toContainText(words)
  await page.goto(`/applications/${reference}/print?copy=2`)
  for (const words of ['What was sent later', say('paper:copy.changes.corrected.title')]) await expect(page.getByRole('main')).toContainText(words)
  expect(await mailTo(portal, 'correct@example.com')).toHaveLength(2)
  await page.goto(walk.pathOf(reference, 'check'))
  await expect(action(page, 'apply:check.sendChanges')).toHaveCount(0)
})

test('a request that is stopped says so, sends nothing more, and asks nothing of the family', async ({ page, portal }) => {
  const walk = walker(page.request)
  const reference = await walk.draft(answersOf('stop@example.com'))
  await walk.submit(reference)
  // A change that is not sent, and a text that is no answer yet.
  await walk.send(await walk.open(walk.pathOf(reference, 'languages')), [['homeLanguages', 'Polish at home']])
  const whyNow = await walk.open(walk.pathOf(reference, 'why-now'))
  await walk.post(walk.pathOf(reference, 'why-now/autosave'), [...hiddenFieldsOf(whyNow.html), ['whyNow', 'Half a thought']])
  await page.goto(`/applications/${reference}`)
  await expect(page.locator('#schools-asked')).toBeVisible()
  await action(page, 'timeline:you-can.withdraw').click()
  await action(page, 'account:withdraw.button').click()
  await expect(page.getByRole('main')).toContainText(say('timeline:lead.withdrawn'))
  await expect(action(page, 'timeline:you-can.withdraw')).toHaveCount(0)
  await expect(page.locator('#schools-asked')).toHaveCount(0)
  await expect(action(page, 'timeline:you-can.ask-again')).toBeVisible()

  // What was not sent can still be read, and nothing invites to send it.
  await page.goto(walk.pathOf(reference, 'check'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('apply:check.closed.heading'))
  await expect(page.getByRole('main')).toContainText('Polish at home')
  await expect(page.getByRole('main')).not.toContainText(say('apply:check.introChanges'))
  await expect(page.getByRole('main').locator('form')).toHaveCount(0)
  await expect(page.getByRole('main').getByRole('link', { name: say('common:change') })).toHaveCount(0)
  await page.locator('.govuk-inset-text').getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('errors:closed.heading'))
  await expect(page.locator('textarea')).toHaveValue('Half a thought')
  await action(page, 'errors:closed.see').click()
  await expect(page).toHaveURL(`/applications/${reference}`)
  const late = await walk.post(walk.pathOf(reference, 'why-now'), [...hiddenFieldsOf(whyNow.html), ['whyNow', 'Typed too late']])
  expect(late.status).toBe(409)
  expect(late.html).toContain('Typed too late')
  for (const path of [walk.pathOf(reference), walk.pathOf(reference, 'languages'), walk.pathOf(reference, 'support-now'), `/applications/${reference}/withdraw`]) {
    await page.goto(path)
    await expect(page).toHaveURL(`/applications/${reference}`)
  }
  for (const id of ['save', 'sent']) {
    await page.goto(walk.pathOf(reference, id))
    for (const key of ['apply:save.carryOn', 'apply:sent.more']) await expect(action(page, key)).toHaveCount(0)
    await expect(action(page, 'apply:sent.follow')).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText(say('apply:unfinished.open'))
  }
  await walk.submit(reference)
  expect(await mailTo(portal, 'stop@example.com')).toHaveLength(2)
})

test('a second request, for a sister, has the family’s names and contacts and nothing about the first child', async ({ page }) => {
  const walk = walker(page.request)
  const reference = await walk.draft({ ...answersOf('sister@example.com'), childFirstNames: 'Robin', requesterFirstNames: 'Pat', requesterPhone: '07700 900123' })
  await walk.submit(reference)
  await page.goto('/applications')
  await action(page, 'account:applications.sibling.ask').click()
  await expect(page).toHaveURL(new RegExp(`${parentRequest.id}/who-you-are`))
  const second = new URL(page.url()).searchParams.get('ref') ?? ''
  expect(second).not.toBe(reference)
  await page.goto(walk.pathOf(second, 'check'))
  const main = page.getByRole('main')
  for (const words of ['Pat', 'sister@example.com', '07700 900123']) await expect(main).toContainText(words)
  for (const words of ['Robin', 'What was first sent']) await expect(main).not.toContainText(words)
})

for (const answer of ['no', 'unsure'] as const) {
  test(`a family that answers “${answer}” to safe emails gets none, and the receipt says why`, async ({ page, portal }) => {
    const walk = walker(page.request)
    const address = `unsafe-${answer}@example.com`
    const reference = await walk.draft({ ...answersOf(address), safeToEmail: answer })
    await walk.submit(reference)
    await page.goto(walk.pathOf(reference, 'sent'))
    await expect(page.getByRole('main')).toContainText(say('apply:sent.noEmail'))
    expect(await portal.outbox()).not.toContain(address)
  })
}

test('an email says neither the child’s name nor what it is about', async ({ page, portal }) => {
  const walk = walker(page.request)
  const reference = await walk.draft({ ...answersOf('neutral@example.com'), childFirstNames: 'Ottoline' })
  await walk.submit(reference)
  const [mail] = await mailTo(portal, 'neutral@example.com')
  expect(mail?.text).toContain(reference)
  expect(mail?.text).not.toMatch(/ottoline|assessment|EHC|SEND |special|child/i)
})
