import type { Page } from 'playwright/test'
import { parentRequest } from '~/forms/parent-request'
import { itemPagesOf } from '~/engine/screen'
import { pageOf, type Page as FormPage } from '~/engine/form'
import { action, continueButton, say } from './support/fill'
import { expect, test } from './support/portal'
import { hiddenFieldsOf, walker } from './support/walk'

// Somebody tells about several other people, one thing a page: adds, goes back, changes, leaves one for later and takes one out.

const begun = { whoYouAre: 'parent', childFirstNames: 'Robin' }
const words = (key: string, values?: Record<string, string | number>) => say(`${parentRequest.id}:${key}`, { name: 'Robin', ...values })
const pages = itemPagesOf(pageOf(parentRequest, 'other-parents') as FormPage).map(({ id }) => id)
const main = (page: Page) => page.getByRole('main')
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const card = (page: Page, number: number) => page.locator('.govuk-summary-card', { hasText: words('questions.otherParents.item', { number }) })
const isAt = (page: Page, id: string) => expect(page).toHaveURL(new RegExp(`/${id}\\?`))

for (const isWithScripts of [true, false]) {
  test.describe(isWithScripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: isWithScripts })

    test('another parent is asked about one thing at a time, and each answer can be changed by itself', async ({ page }) => {
      const walk = walker(page.request)
      const reference = await walk.draft(begun)
      await page.goto(walk.pathOf(reference, 'other-parents'))
      await action(page, `${parentRequest.id}:questions.otherParents.add`).click()
      await isAt(page, 'other-parent-name')
      await expect(heading(page)).toHaveText(words('pages.other-parent-name.title'))
      await expect(main(page)).toContainText(words('questions.otherParents.item', { number: 1 }))
      await expect(page).toHaveTitle(new RegExp(`^${words('questions.otherParents.item', { number: 1 })}: ${words('pages.other-parent-name.title').replace('?', '\\?')}`))
      await page.locator('[name="otherParentFirstNames"]').fill('Alex')
      await continueButton(page).click()
      await isAt(page, 'other-parent-relationship')
      await page.getByRole('link', { name: say('apply:page.back'), exact: true }).click()
      await expect(page.locator('[name="otherParentFirstNames"]')).toHaveValue('Alex')
      await page.getByRole('link', { name: say('apply:page.back'), exact: true }).click()
      await isAt(page, 'other-parents')
      // Left for later: the list says what is there, and goes on where it stopped.
      await expect(card(page, 1)).toContainText('Alex')
      await page.goto(walk.pathOf(reference))
      await expect(main(page).locator('li', { hasText: words('sections.other-parents') })).toContainText(say('apply:tasks.status.started'))
      await page.goto(walk.pathOf(reference, 'other-parents'))
      await card(page, 1).getByRole('link', { name: say('apply:repeat.rest') }).click()
      for (const id of pages.slice(1).filter((each) => each !== 'other-parent-private-from')) {
        await isAt(page, id)
        await continueButton(page).click()
      }
      await isAt(page, 'other-parents')
      await expect(card(page, 1).getByRole('link', { name: say('apply:repeat.rest') })).toHaveCount(0)

      // One answer changed leads back to the list, unless it opens a question.
      await card(page, 1).getByRole('link', { name: say('apply:repeat.change') }).first().click()
      await page.locator('[name="otherParentFirstNames"]').fill('Alexis')
      await continueButton(page).click()
      await isAt(page, 'other-parents')
      await expect(card(page, 1)).toContainText('Alexis')
      const item = /item=(\w+)/.exec((await card(page, 1).getByRole('link', { name: say('apply:repeat.change') }).first().getAttribute('href')) ?? '')?.[1] ?? ''
      await page.goto(walk.pathOf(reference, 'other-parent-private', { item }))
      await page.locator('[name="otherParentKeepPrivate"][value="yes"]').check()
      await continueButton(page).click()
      await isAt(page, 'other-parent-private-from')
      await page.locator('[name="otherParentKeepPrivateFrom"]').fill('Somebody')
      await continueButton(page).click()
      await isAt(page, 'other-parents')
      await continueButton(page).click()
      await page.goto(walk.pathOf(reference))
      await expect(main(page).locator('li', { hasText: words('sections.other-parents') })).toContainText(say('apply:tasks.status.done'))
    })

    test('a person taken out is gone from every page, and a page of a person who is not there leads to the list', async ({ page }) => {
      const walk = walker(page.request)
      const reference = await walk.draft({ ...begun, otherParents: [{ key: 'a1', otherParentFirstNames: 'Alex', otherParentPhone: '07700 900123' }, { key: 'b2', otherParentFirstNames: 'Billie' }] })
      await page.goto(walk.pathOf(reference, 'other-parents'))
      await main(page).getByRole('button', { name: `${say('apply:repeat.remove')} ${words('questions.otherParents.item', { number: 1 })}` }).click()
      await expect(main(page)).not.toContainText('Alex')
      await expect(main(page)).toContainText('Billie')
      await page.goto(walk.pathOf(reference, 'check'))
      await expect(main(page)).not.toContainText('07700 900123')
      await page.goto(walk.pathOf(reference, 'other-parent-reach'))
      await isAt(page, 'other-parents')
      await page.goto(walk.pathOf(reference, 'other-parent-private-from', { item: 'b2' }))
      await isAt(page, 'other-parents')
    })

    test('whoever came from check your answers goes back there, also by way of a person', async ({ page }) => {
      const walk = walker(page.request)
      const reference = await walk.draft({ ...begun, otherParents: [{ key: 'a1', otherParentFirstNames: 'Alex' }] })
      await page.goto(walk.pathOf(reference, 'other-parents', { from: 'check' }))
      await card(page, 1).getByRole('link', { name: say('apply:repeat.change') }).first().click()
      await page.locator('[name="otherParentFirstNames"]').fill('Alexis')
      await continueButton(page).click()
      await isAt(page, 'other-parents')
      await continueButton(page).click()
      await isAt(page, 'check')
      await expect(main(page)).toContainText('Alexis')
    })
  })
}

test('what is typed about somebody and not saved is named by whom it is about, before sending', async ({ page }) => {
  const walk = walker(page.request)
  const reference = await walk.draft(begun)
  for (const [id, name] of [['other-parent-reach', 'otherParentPhone'], ['past-schools', 'pastSchoolName']] as const) {
    const { html } = await walk.open(walk.pathOf(reference, id, { item: 'a1' }))
    await walk.post(walk.pathOf(reference, `${id}/autosave`), [...hiddenFieldsOf(html), [name, '0']])
  }
  await page.goto(walk.pathOf(reference, 'check'))
  const typed = main(page).locator('.govuk-inset-text')
  await expect(typed).toContainText(`${words('questions.otherParents.item', { number: 1 })}: ${words('pages.other-parent-reach.title')}`)
  await typed.getByRole('link', { name: words('questions.pastSchools.item', { number: 1 }) }).click()
  await expect(page.locator('[name="pastSchoolName"]')).toHaveValue('0')
})
