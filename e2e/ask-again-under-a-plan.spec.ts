import { parentRequest } from '~/forms/parent-request'
import { wordsFor } from '~/i18n/words'
import { addDays, addMonths } from '~/timeline'
import { continueButton, say } from './support/fill'
import { expect, test } from './support/portal'
import { leastAnswers, today, walker } from './support/walk'

// A family whose child has a plan asks in the same form; somebody who is not the family tells the council of a child.

const said = (page: string) => say(`${parentRequest.id}:pages.${page}.intro`, { name: String(leastAnswers['childFirstNames']) })
const in15Days = wordsFor('en').date(addDays(today, 15))
const in6Weeks = wordsFor('en').date(addDays(today, 42))

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('who has a plan here is told what that means, goes on, and is promised an answer in 15 days', async ({ page }) => {
    const walk = walker(page.request)
    const reference = await walk.draft({ ...leastAnswers, requesterEmail: 'again@example.com' })
    await page.goto(walk.pathOf(reference, 'asked-before'))
    await page.locator('[name="askedBefore"][value="has-plan"]').check()
    await continueButton(page).click()
    await expect(page).toHaveURL(/\/plan-here\?/)
    await expect(page.getByRole('main')).toContainText(said('plan-here'))
    const [year = '', month = ''] = addMonths(today, -2).split('-')
    await page.locator('[name="planAssessedOn.month"]').fill(month)
    await page.locator('[name="planAssessedOn.year"]').fill(year)
    await continueButton(page).click()
    await expect(page).toHaveURL(/\/changed-since\?/)
    await expect(page.getByRole('main')).toContainText(said('changed-since'))
    await continueButton(page).click()

    await page.goto(walk.pathOf(reference, 'check'))
    await expect(page.getByRole('main')).toContainText(in15Days)
    await page.getByRole('main').getByRole('button', { name: say('apply:check.send') }).click()
    await expect(page.getByRole('main')).toContainText(in15Days)
    await page.goto(`/applications/${reference}`)
    await expect(page.getByRole('main')).toContainText(in15Days)
    await expect(page.getByRole('main')).not.toContainText(in6Weeks)
  })

  test('who has a plan elsewhere is told that it moves along, and keeps the six weeks', async ({ page }) => {
    const walk = walker(page.request)
    const reference = await walk.draft(leastAnswers)
    await page.goto(walk.pathOf(reference, 'asked-before'))
    await page.locator('[name="askedBefore"][value="has-plan-elsewhere"]').check()
    await continueButton(page).click()
    await expect(page.getByRole('main')).toContainText(said('plan-elsewhere'))
    await walk.submit(reference)
    await page.goto(`/applications/${reference}`)
    await expect(page.getByRole('main')).toContainText(in6Weeks)
  })

  test('somebody who is not the family is told that the family is answered, and can stop nothing', async ({ page }) => {
    const walk = walker(page.request)
    const reference = await walk.draft({ ...leastAnswers, whoYouAre: 'other', requesterEmail: 'gp@example.com' })
    await page.goto(walk.pathOf(reference, 'check'))
    await expect(page.getByRole('main')).toContainText(say('apply:check.sending.notifier', { date: in6Weeks }))
    await page.getByRole('main').getByRole('button', { name: say('apply:check.send') }).click()
    await expect(page.getByRole('main')).toContainText(wordsFor('en').text('paper:copy.next.notifier.noMore'))
    await page.goto(`/applications/${reference}`)
    await expect(page.getByRole('main')).toContainText(say('timeline:notifier.lead.received'))
    await expect(page.locator('a[href$="/withdraw"], a[href$="/draft-plan"]')).toHaveCount(0)
    expect((await page.goto(`/applications/${reference}/withdraw`))?.status()).toBe(404)
    expect((await walk.post(`/applications/${reference}/withdraw`, [])).status).toBe(403)
  })
})
