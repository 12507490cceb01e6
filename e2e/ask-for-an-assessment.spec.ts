import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { journeyOf } from '~/engine/journey'
import { parentRequest } from '~/forms/parent-request'
import { addDays } from '~/timeline'
import { action, continueButton, fillQuestions, say } from './support/fill'
import { keyboard, mouse, type Hands } from './support/hands'
import { expect, test } from './support/portal'
import { leastAnswers, today, walker } from './support/walk'

// The least that can be sent, from the start page to a copy on paper, in each of the ways in which people use a page.

const phone = { width: 390, height: 844 }
test.use({ viewport: phone })

async function asks(page: Page, hands: Hands) {
  await page.goto('/')
  await hands.press(action(page, 'home:start'))
  await hands.choose(page.locator('input[name="who"][value="child"]'))
  await hands.press(action(page, 'start:continue'))
  await expect(page).toHaveURL(/at=age.*who=child/)
  await hands.press(action(page, 'start:skip'))
  await hands.press(action(page, 'apply:begin.start'))

  const { stops } = journeyOf(parentRequest, leastAnswers, today)
  const [first] = parentRequest.sections
  for (const { page: asked } of stops.filter(({ section }) => section === first)) {
    await expect(page).toHaveURL(new RegExp(`/${asked.id}\\?`))
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await fillQuestions(page, asked.questions, leastAnswers, hands)
    await hands.press(continueButton(page))
  }

  // All that is needed is there: the next page offers to send it now.
  await hands.choose(page.locator('[name="safeToEmail"][value="yes"]'))
  await hands.press(continueButton(page))
  await hands.press(action(page, 'apply:page.sendNow'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('apply:check.heading'))
  await hands.press(action(page, 'apply:check.send'))

  await expect(page.locator('.govuk-panel')).toContainText(say('apply:sent.heading'))
  const reference = (await page.locator('.govuk-panel bdi').textContent()) ?? ''
  await expect(page.getByRole('main')).toContainText(say('apply:sent.email', { email: 'pat@example.com' }))
  await hands.press(action(page, 'apply:sent.follow'))

  await expect(page).toHaveURL(`/applications/${reference}`)
  await expect(page.locator('[aria-current="step"]')).toHaveCount(1)
  // A page instead of the file says that the PDF is still being made, and how to try again.
  const download = async (key: string): Promise<string> => {
    for (let pressed = key; ; pressed = 'account:print.again') {
      const instead = page.waitForEvent('load').then(() => undefined)
      const started = page.waitForEvent('download')
      await hands.press(action(page, pressed))
      const file = await Promise.race([started, instead])
      if (!file) continue
      if (pressed !== key) await hands.press(page.getByRole('link', { name: say('account:print.back'), exact: true }))
      return readFile(await file.path(), 'latin1')
    }
  }
  expect((await download('account:timeline.pdf')).slice(0, 5)).toBe('%PDF-')
  expect(await download('account:timeline.dates')).toContain(addDays(today, 42).replaceAll('-', ''))
  await hands.press(action(page, 'account:timeline.print'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('parent-request:title'))
  await expect(page.getByRole('main')).toContainText(reference)
  await expect(page.getByRole('main')).toContainText(String(leastAnswers['requesterEmail']))
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('main')).toContainText(reference)
  await expect(page.getByRole('contentinfo')).toBeHidden()
}

test('a parent asks with a phone, follows the request and takes a copy away', async ({ page }) => {
  await asks(page, mouse)
})

test('a parent asks with the keyboard alone', async ({ page }) => {
  await asks(page, keyboard(page))
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('a parent asks with a phone, follows the request and takes a copy away', async ({ page }) => {
    await asks(page, mouse)
  })
})

test('a parent of somebody past school age reads before Send whose right it is, and can send', async ({ page }) => {
  const walk = walker(page.request)
  const reference = await walk.draft({ ...leastAnswers, childFirstNames: 'Ola', childBirthDate: addDays(today, -19 * 365) })
  await page.goto(walk.pathOf(reference, 'check'))
  await expect(page.getByRole('main')).toContainText(say('parent-request:remarks.ask-young-person', { name: 'Ola' }))
  await expect(action(page, 'apply:check.send')).toBeVisible()
})
