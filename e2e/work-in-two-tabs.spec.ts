import type { Page } from 'playwright/test'
import { parentRequest } from '~/forms/parent-request'
import { action, continueButton, say } from './support/fill'
import { expect, test } from './support/portal'
import { leastAnswers, walker } from './support/walk'

// The same family in two tabs, or on two phones: whatever was typed is kept, and nothing is put in the wrong place.

const begun = { whoYouAre: 'parent', childFirstNames: 'Robin' }
const pathTo = (reference: string, page: string) => `/apply/${parentRequest.id}/${page}?ref=${reference}`
const text = (page: Page) => page.locator('textarea')
const clash = (page: Page) => page.locator('.govuk-notification-banner')
/** Goes on, and waits until the portal has answered with another page. */
const goOn = async (page: Page) => {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST' && response.status() === 303)
  await continueButton(page).click()
  await answered
  await page.waitForLoadState('domcontentloaded')
}

/** The same page in two tabs, changed in the first and then in the second. */
async function changeTwice(page: Page, firstWords: string, secondWords: string): Promise<{ reference: string; second: Page }> {
  const reference = await walker(page.request).draft(begun)
  const second = await page.context().newPage()
  await page.goto(pathTo(reference, 'why-now'))
  await second.goto(pathTo(reference, 'why-now'))
  await text(page).fill(firstWords)
  await goOn(page)
  await text(second).fill(secondWords)
  await goOn(second)
  return { reference, second }
}

for (const isWithScripts of [true, false]) {
  test.describe(isWithScripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: isWithScripts })

    test('different pages changed in two tabs are both kept', async ({ page }) => {
      const reference = await walker(page.request).draft(begun)
      const second = await page.context().newPage()
      await page.goto(pathTo(reference, 'why-now'))
      await second.goto(pathTo(reference, 'languages'))
      await text(page).fill('Because of the first tab')
      await second.locator('[name="homeLanguages"]').fill('Polish')
      await Promise.all([goOn(page), goOn(second)])
      await page.goto(pathTo(reference, 'check'))
      await expect(page.getByRole('main')).toContainText('Because of the first tab')
      await expect(page.getByRole('main')).toContainText('Polish')
    })

    test('the same page changed in two tabs shows both texts, and Continue keeps mine', async ({ page }) => {
      const { reference, second } = await changeTwice(page, 'What the first tab says', 'What the second tab says')
      await expect(clash(second)).toContainText(say('apply:clash.heading'))
      await expect(clash(second)).toBeFocused()
      await expect(clash(second)).toContainText('What the first tab says')
      await expect(text(second)).toHaveValue('What the second tab says')
      // It can be reloaded: nothing is sent again and both are still there.
      await second.reload()
      await expect(clash(second)).toContainText('What the first tab says')
      await expect(text(second)).toHaveValue('What the second tab says')
      await goOn(second)
      await second.goto(pathTo(reference, 'why-now'))
      await expect(text(second)).toHaveValue('What the second tab says')
      await expect(clash(second)).toHaveCount(0)
    })

    test('whoever saves to come back later a page that another tab has changed sees both texts, and may still leave with their own', async ({ page }) => {
      const reference = await walker(page.request).draft(begun)
      const second = await page.context().newPage()
      await page.goto(pathTo(reference, 'why-now'))
      await second.goto(pathTo(reference, 'why-now'))
      await text(page).fill('What the first tab says')
      await goOn(page)
      await text(second).fill('What the second tab says')
      await action(second, 'apply:page.saveAndExit').click()
      await expect(clash(second)).toContainText('What the first tab says')
      await expect(text(second)).toHaveValue('What the second tab says')
      await action(second, 'apply:page.saveAndExit').click()
      await expect(second.getByRole('heading', { level: 1 })).toHaveText(say('apply:save.heading'))
      await second.goto(pathTo(reference, 'check'))
      await expect(second.getByRole('main')).toContainText('What the second tab says')
    })

    test('the same page changed in two tabs can keep what is saved', async ({ page }) => {
      const { reference, second } = await changeTwice(page, 'Saved first', 'Thrown away')
      await action(second, 'apply:clash.keepTheirs').click()
      await expect(text(second)).toHaveValue('Saved first')
      await expect(clash(second)).toHaveCount(0)
      await second.goto(pathTo(reference, 'check'))
      await expect(second.getByRole('main')).toContainText('Saved first')
      await expect(second.getByRole('main')).not.toContainText('Thrown away')
    })

    test('the same page with the same words in two tabs is no clash', async ({ page }) => {
      const { second } = await changeTwice(page, 'We agree', 'We agree')
      await expect(clash(second)).toHaveCount(0)
      await expect(second).not.toHaveURL(/why-now/)
    })

    test('answers that another tab has changed since they were checked are shown again before they are sent', async ({ page }) => {
      const walk = walker(page.request)
      const reference = await walk.draft(leastAnswers)
      const change = async (whyNow: string) => walk.send(await walk.open(walk.pathOf(reference, 'why-now')), [['whyNow', whyNow]])
      // Before the first sending, and after it with a change.
      for (const [button, stale, fresh] of [['apply:check.send', 'Not yet seen', 'Seen'], ['apply:check.sendChanges', 'Unseen too', 'Seen too']] as const) {
        await change(stale)
        await page.goto(pathTo(reference, 'check'))
        await change(fresh)
        await action(page, button).click()
        await expect(clash(page)).toContainText(say('apply:check.changed.heading'))
        await expect(clash(page)).toBeFocused()
        await expect(page.getByRole('main')).toContainText(fresh)
        await action(page, button).click()
        await expect(page.locator('.govuk-panel')).toContainText(reference)
      }
      for (const [copy, words] of [['', 'Seen'], ['?copy=2', 'Seen too']] as const) {
        await page.goto(`/applications/${reference}/print${copy}`)
        await expect(page.getByRole('main').getByText(words, { exact: true })).toBeVisible()
      }
    })

    test('what was typed for a list that another tab has filled is kept and said so, and is added once there is room', async ({ page }) => {
      const helpers = Array.from({ length: 9 }, (_, index) => ({ key: `p${index}`, helperName: `Dr ${index}` }))
      const walk = walker(page.request)
      const reference = await walk.draft({ ...begun, helpers })
      const [second, third] = [await page.context().newPage(), await page.context().newPage()]
      for (const [tab, name] of [[page, 'Dr Tenth'], [second, 'Dr Eleventh'], [third, 'Dr Twelfth']] as const) {
        await tab.goto(pathTo(reference, 'helpers'))
        await action(tab, `${parentRequest.id}:questions.helpers.add`).click()
        await tab.locator('[name="helperName"]').fill(name)
      }
      await goOn(page)
      await goOn(second)
      await expect(clash(second)).toContainText(say('apply:unsaved.list-full.heading'))
      await expect(clash(second)).toBeFocused()
      await expect(second.locator('[name="helperName"]')).toHaveValue('Dr Eleventh')
      expect((await second.reload())?.status()).toBe(409)
      await expect(second.locator('[name="helperName"]')).toHaveValue('Dr Eleventh')

      // Whoever decides against it lets go of it.
      await goOn(third)
      await action(third, 'apply:unsaved.list-full.drop').click()
      await expect(third).toHaveURL(new RegExp(`/helpers\\?ref=${reference}$`))

      await action(second, 'apply:repeat.seeList').click()
      await expect(second.getByRole('main')).toContainText('Dr Tenth')
      await expect(second.locator('.govuk-inset-text').getByRole('link')).toHaveCount(1)
      await expect(second.getByRole('main')).toContainText(say('apply:repeat.full'))
      await second.getByRole('button', { name: say('apply:repeat.remove') }).first().click()
      await expect(second.getByRole('main')).not.toContainText('Dr 0')
      await second.locator('.govuk-inset-text').getByRole('link').click()
      await expect(clash(second)).toHaveCount(0)
      await goOn(second)
      await second.goto(pathTo(reference, 'helpers'))
      await expect(second.getByRole('main')).toContainText('Dr Eleventh')

      // The list is full again: nobody is offered a page for one more.
      await second.goto(`${pathTo(reference, 'helper-name')}&item=onemore`)
      await expect(second).toHaveURL(new RegExp(`/helpers\\?ref=${reference}$`))
    })

    test('two children in two tabs never mix', async ({ page }) => {
      const walk = walker(page.request)
      const [robin, wren] = [await walk.draft(begun), await walk.draft({ ...begun, childFirstNames: 'Wren' })]
      const second = await page.context().newPage()
      await page.goto(pathTo(robin, 'other-names'))
      await second.goto(pathTo(wren, 'other-names'))
      await page.locator('[name="preferredName"]').fill('Bobby')
      await second.locator('[name="preferredName"]').fill('Jenny')
      await goOn(page)
      await goOn(second)
      await page.goto(pathTo(robin, 'check'))
      await second.goto(pathTo(wren, 'check'))
      await expect(page.getByRole('main')).toContainText('Bobby')
      await expect(page.getByRole('main')).not.toContainText('Jenny')
      await expect(second.getByRole('main')).toContainText('Jenny')
      await expect(second.getByRole('main')).not.toContainText('Bobby')
      // Without a reference nothing is guessed: both are offered by name.
      await page.goto(`/apply/${parentRequest.id}`)
      await expect(page.getByRole('main')).toContainText(say('apply:begin.carryOn', { name: 'Bobby', reference: robin }))
      await expect(page.getByRole('main')).toContainText(say('apply:begin.carryOn', { name: 'Jenny', reference: wren }))
    })
  })
}

test('another item added to a list in each tab gives two items', async ({ page }) => {
  const reference = await walker(page.request).draft(begun)
  const second = await page.context().newPage()
  const add = (tab: Page) => action(tab, `${parentRequest.id}:questions.helpers.add`)
  for (const tab of [page, second]) {
    await tab.goto(pathTo(reference, 'helpers'))
    await add(tab).click()
    await expect(tab).toHaveURL(/item=/)
  }
  await page.locator('[name="helperName"]').fill('Dr First')
  await second.locator('[name="helperName"]').fill('Dr Second')
  await Promise.all([goOn(page), goOn(second)])
  await page.goto(pathTo(reference, 'helpers'))
  await expect(page.getByRole('main')).toContainText('Dr First')
  await expect(page.getByRole('main')).toContainText('Dr Second')
})

test('different pages of the same person changed in two tabs are both kept, and the same page shows both texts', async ({ page }) => {
  const reference = await walker(page.request).draft({ ...begun, helpers: [{ key: 'a1', helperName: 'Dr Khan', helperAsk: 'please-ask' }] })
  const second = await page.context().newPage()
  const at = (name: string) => `${pathTo(reference, name)}&item=a1`
  await page.goto(at('helper-name'))
  await second.goto(at('helper-reach'))
  const third = await page.context().newPage()
  await third.goto(at('helper-name'))
  await page.locator('[name="helperName"]').fill('Dr Khanna')
  await second.locator('[name="helperPlace"]').fill('Mill Lane Surgery')
  await Promise.all([goOn(page), goOn(second)])
  await third.locator('[name="helperName"]').fill('Dr Kahn')
  await goOn(third)
  await expect(clash(third)).toContainText('Dr Khanna')
  await expect(clash(third)).not.toContainText('Mill Lane Surgery')
  await expect(third.locator('[name="helperName"]')).toHaveValue('Dr Kahn')
  await goOn(third)
  await third.goto(pathTo(reference, 'helpers'))
  await expect(third.getByRole('main')).toContainText('Dr Kahn')
  await expect(third.getByRole('main')).toContainText('Mill Lane Surgery')
})
