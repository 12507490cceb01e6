import { families } from '#db/seed/families'
import { emailOf, type Family } from '#db/seed/family'
import { draftPlanReply } from '~/forms/draft-plan-reply'
import { familyAt, newEmail } from './support/cast'
import { action, say } from './support/fill'
import { mailTo, signedInAs } from './support/mailbox'
import { judgePage } from './support/judges'
import { expect, testAlone as test } from './support/portal'

// A family has a draft plan, and says from its own page what to change, which school it wants, and that it wants to meet.

const family = families.find((each) => each.id === 'draft-plan') as Family
const path = `/applications/${family.reference}`
const words = (key: string) => say(`${draftPlanReply.id}:${key}`)

for (const isWithScripts of [true, false]) {
  test.describe(isWithScripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: isWithScripts })

    test('what a family thinks of the draft arrives from its own page, with a receipt, and is in its copies', async ({ page, portal }) => {
      const told = `Section F is thin, ${isWithScripts}.`
      await signedInAs(page, portal, emailOf(family))
      // The mailbox shows the newest only.
      const receipts = async () => (await mailTo(portal, emailOf(family))).filter(({ text }) => text.startsWith(say('mail:receipt.comments-received.subject', { council: '|' }).split('|')[0] ?? '')).length
      const before = await receipts()
      await page.goto(path)
      await page.getByRole('main').locator('a[href$="/draft-plan"]').first().click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('pages.reply.title'))
      if (isWithScripts) expect(await judgePage(page, { name: 'answer a draft plan' })).toEqual([])

      // Nothing said yet.
      await action(page, 'account:reply.send').click()
      await expect(page.locator('.govuk-error-summary')).toContainText(words('needs.something'))
      await expect(page.locator('.govuk-error-summary')).toBeFocused()
      await expect(page).toHaveTitle(new RegExp(`^${say('common:titleError', { title: '' })}`))

      // Too long: it stays in the box.
      await page.locator('[name="draftSchool"]').fill('x'.repeat(300))
      await page.locator('[name="draftComments"]').fill(told)
      await action(page, 'account:reply.send').click()
      await expect(page.locator('[name="draftComments"]')).toHaveValue(told)
      await page.locator('[name="draftSchool"]').fill('Oak School')
      await action(page, 'account:reply.send').click()

      await expect(page).toHaveURL(path)
      await expect(page.getByRole('main')).toContainText(say('timeline:now.comments-in', { date: '' }).slice(0, 20))
      expect(await receipts()).toBe(before + 1)
      await page.getByRole('main').locator('a[href*="/print?copy="]').last().click()
      await expect(page.getByRole('main')).toContainText(told)
      await expect(page.getByRole('main')).toContainText('Oak School')
    })
  })
}

test('nobody else can open the page or answer, whoever they are, and nothing of it is theirs to read', async ({ portal, request }) => {
  const reply = `${path}/draft-plan`
  const [guest, other] = [await familyAt(portal.url), await familyAt(portal.url, undefined, newEmail())]
  expect((await guest.visitor.ask(reply)).location).toMatch(/^\/sign-in/)
  expect((await other.visitor.ask(reply)).status).toBe(404)
  for (const { visitor } of [guest, other]) expect((await visitor.post(reply, { draftComments: 'Not mine to say.' })).status).toBe(404)
  expect((await request.get(reply, { maxRedirects: 0 })).status()).toBe(303)
})

test('what is being typed is kept, and is there on another day and another phone until it is sent', async ({ page, portal, browser }) => {
  const kept = say('common:savedAt', { time: '' }).trim()
  await signedInAs(page, portal, emailOf(family))
  await page.goto(`${path}/draft-plan`)
  await page.locator('[name="draftComments"]').pressSequentially('Half a thought')
  await expect(page.locator('.wm-saved')).toContainText(kept)

  const other = await browser.newContext({ javaScriptEnabled: false, baseURL: portal.url })
  const phone = await other.newPage()
  await signedInAs(phone, portal, emailOf(family))
  await phone.goto(`${path}/draft-plan`)
  await expect(phone.getByRole('main')).toContainText(say('account:reply.kept'))
  await expect(phone.locator('[name="draftComments"]')).toHaveValue('Half a thought')
  await action(phone, 'account:reply.send').click()
  await expect(phone).toHaveURL(path)
  await phone.goto(`${path}/draft-plan`)
  await expect(phone.locator('[name="draftComments"]')).toHaveValue('')
  // Words that may mean danger are said, and lead to where help is.
  await phone.locator('[name="draftComments"]').fill('Some days I want to die.')
  await action(phone, 'account:reply.send').click()
  await expect(phone.getByRole('main')).toContainText(say('danger:helpNow.heading'))
  await expect(phone.getByRole('main')).toContainText(say('danger:afterSending.helpNow'))
  await other.close()
})

test('what was written while the family was signed out is given back', async ({ page, portal }) => {
  await signedInAs(page, portal, emailOf(family))
  await page.goto(`${path}/draft-plan`)
  await page.locator('[name="draftComments"]').fill('Written for an hour.')
  await page.context().clearCookies()
  await action(page, 'account:reply.send').click()
  await expect(page.getByRole('main').locator('textarea')).toHaveValue('Written for an hour.')
})
