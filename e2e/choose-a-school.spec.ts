import type { Page } from 'playwright/test'
import { action, continueButton, say } from './support/fill'
import { forcedColours, judgeByEngines, judgePage, targetSize } from './support/judges'
import { expect, test } from './support/portal'
import { walker } from './support/walk'

// A family finds its school in the national register, or says in its own words which it is. Nobody is held up.

const pupil = { whoYouAre: 'parent', childFirstNames: 'Robin', schoolSituation: 'school' }
const kingfisher = 'Kingfisher Primary School, Anyborough (URN 990002)'
const words = (key: string, values?: Record<string, string | number>) => say(`questions:establishment.${key}`, values)
const box = (page: Page) => page.locator('input[name="schoolName"]:not([type="radio"])')
const radio = (page: Page, value: string) => page.locator(`input[type="radio"][name="schoolName"][value="${value}"]`)
const main = (page: Page) => page.getByRole('main')

/** Opens the page that asks for the school, of a new draft. */
async function asked(page: Page, answers: object = {}) {
  const walk = walker(page.request)
  const reference = await walk.draft({ ...pupil, ...answers })
  await page.goto(walk.pathOf(reference, 'school-name'))
  return { check: () => page.goto(walk.pathOf(reference, 'check')), again: () => page.goto(walk.pathOf(reference, 'school-name')) }
}

test.describe('with scripts', () => {
  const list = (page: Page) => page.getByRole('listbox')
  const options = (page: Page) => page.getByRole('option')
  /** Types as a person does, once the box has come alive. */
  async function type(page: Page, text: string) {
    await expect(box(page)).toHaveRole('combobox')
    await box(page).pressSequentially(text)
  }

  test('a parent chooses a school by keyboard alone', async ({ page }) => {
    test.slow()
    const { check, again } = await asked(page)
    await type(page, 'prim anyb')
    await expect(options(page)).toHaveCount(5)
    await expect(main(page).getByRole('status').filter({ hasText: words('words.found', { number: 5 }) })).toBeAttached()
    await expect(box(page)).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('ArrowUp')
    await expect(options(page).last()).toHaveAttribute('aria-selected', 'true')
    await expect(options(page).last()).toContainText(words('words.closed'))
    await page.keyboard.press('ArrowDown')
    await expect(box(page)).not.toHaveAttribute('aria-activedescendant')
    // The list lies over what follows, on purpose: no judge of overlaps.
    expect.soft([...(await judgeByEngines(page)), ...(await targetSize(page)), ...(await forcedColours(page))]).toEqual([])

    await box(page).fill('')
    await type(page, 'kingf')
    await expect(options(page)).toHaveCount(1)
    await page.keyboard.press('ArrowDown')
    await expect(box(page)).toHaveAttribute('aria-activedescendant', (await options(page).getAttribute('id')) ?? '')
    await page.keyboard.press('Enter')
    await expect(box(page)).toHaveValue(kingfisher)
    await expect(list(page)).toBeHidden()
    await page.keyboard.press('Enter')
    await expect(page).not.toHaveURL(/school-name/)
    await check()
    await expect(main(page)).toContainText('Kingfisher Primary School')
    await expect(main(page)).toContainText(words('said.urn', { urn: '990002' }))
    await again()
    await expect(box(page)).toHaveValue(kingfisher)
  })

  test('the page that offers schools for what was typed is as good as any', async ({ page }) => {
    await asked(page)
    await type(page, 'saint aidans')
    await continueButton(page).click()
    await expect(main(page)).toContainText(words('words.which'))
    expect.soft(await judgePage(page, { name: 'school-name with schools to choose from' })).toEqual([])
  })

  test('a parent chooses a school with a finger, on a small screen', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await asked(page)
    await type(page, 'st aidans')
    await expect(options(page)).toHaveCount(2)
    for (const option of await options(page).all()) expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await options(page).filter({ hasText: 'Junior' }).click()
    await expect(box(page)).toHaveValue('St Aidan’s Junior School, Anyborough (URN 990006)')
    await expect(box(page)).toBeFocused()
    await continueButton(page).click()
    await expect(page).not.toHaveURL(/school-name/)
  })

  test('where a page runs from right to left, an address still reads as it does in the register', async ({ page }) => {
    await asked(page)
    await page.goto(`${page.url()}&lang=qps`)
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await type(page, 'hillside')
    const [number, street] = await options(page).getByText('40 Hill Street').first().evaluate((element) => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
      if (!text) throw new Error('There is no address.')
      const leftOf = (word: string) => {
        const range = document.createRange()
        const at = text.textContent?.indexOf(word) ?? -1
        range.setStart(text, at)
        range.setEnd(text, at + word.length)
        return range.getBoundingClientRect().left
      }
      return [leftOf('40'), leftOf('Hill')]
    })
    expect(number).toBeLessThan(street ?? 0)
  })

  test('Escape closes the list and leaves what was typed; leaving the box closes it too', async ({ page }) => {
    await asked(page)
    await type(page, 'kingfisher')
    await expect(list(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(list(page)).toBeHidden()
    await expect(box(page)).toHaveValue('kingfisher')
    await page.keyboard.press('ArrowDown')
    await expect(list(page)).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(list(page)).toBeHidden()
    await expect(box(page)).toHaveValue('kingfisher')
  })

  test('a school that is not on the list is told in a parent’s own words', async ({ page }) => {
    const { check } = await asked(page)
    await type(page, 'Larch Lane School')
    await expect(main(page).getByRole('status').filter({ hasText: words('words.none') })).toBeAttached()
    await continueButton(page).click()
    await expect(page).not.toHaveURL(/school-name/)
    await check()
    await expect(main(page)).toContainText('Larch Lane School')
  })

  test('nothing is missing where the suggestions do not come', async ({ page }) => {
    await page.route('**/establishments?*', (route) => route.abort())
    await asked(page)
    const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('/establishments?'))
    await type(page, 'Larch Lane School')
    await failed
    await expect(list(page)).toBeHidden()
    await continueButton(page).click()
    await expect(page).not.toHaveURL(/school-name/)
  })

  test('a parent whose school is closed is told so, and goes on', async ({ page }) => {
    await asked(page)
    await type(page, 'old mill')
    await options(page).click()
    await continueButton(page).click()
    await expect(main(page)).toContainText(words('warnings.closed'))
    await continueButton(page).click()
    await expect(page).not.toHaveURL(/school-name/)
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a parent chooses from what was found for the name', async ({ page }) => {
    test.slow()
    const { check } = await asked(page)
    await box(page).fill('saint aidans')
    await continueButton(page).click()
    await expect(main(page)).toContainText(words('words.which'))
    await expect(main(page).locator('input[type="radio"]')).toHaveCount(3)
    await expect(radio(page, 'saint aidans')).toBeChecked()
    await radio(page, 'St Aidan’s Infant School, Anyborough (URN 990005)').check()
    await continueButton(page).click()
    await expect(page).not.toHaveURL(/school-name/)
    await check()
    await expect(main(page)).toContainText(words('said.urn', { urn: '990005' }))
  })

  test('a parent looks for another name, then keeps what was typed', async ({ page }) => {
    const { check } = await asked(page)
    await box(page).fill('Millfield')
    await continueButton(page).click()
    await action(page, 'apply:page.lookAgain').click()
    await expect(box(page)).toHaveValue('Millfield')
    await box(page).fill('Westbrook')
    await continueButton(page).click()
    await expect(radio(page, 'Westbrook')).toBeChecked()
    await continueButton(page).click()
    await expect(page).not.toHaveURL(/school-name/)
    await check()
    await expect(main(page)).toContainText('Westbrook')
    await expect(main(page)).not.toContainText('Westbrook High School')
  })

  test('the town helps to find it, and where it does not fit the name is enough', async ({ page }) => {
    await asked(page, { schoolName: 'Primary', schoolTown: 'Anyborough' })
    await continueButton(page).click()
    await expect(radio(page, kingfisher)).toHaveCount(1)
    await action(page, 'apply:page.lookAgain').click()
    await page.locator('[name="schoolTown"]').fill('Elsewhere')
    await box(page).fill('Kingfisher')
    await continueButton(page).click()
    await expect(radio(page, kingfisher)).toHaveCount(1)
  })

  test('a parent who chooses a closed school is told so once, and goes on', async ({ page }) => {
    await asked(page)
    await box(page).fill('Old Mill')
    await continueButton(page).click()
    await radio(page, 'Old Mill Primary School, Anyborough (URN 990011, closed)').check()
    await continueButton(page).click()
    await expect(main(page)).toContainText(words('warnings.closed'))
    await continueButton(page).click()
    await expect(page).not.toHaveURL(/school-name/)
  })
})

test('what may be meant is the same for everybody, and kept by nobody else', async ({ request }) => {
  const answer = await request.get('/establishments?q=kingfisher')
  expect([answer.status(), answer.headers()['cache-control']]).toEqual([200, 'no-store'])
  expect(await answer.json()).toEqual({
    found: [{ value: kingfisher, label: 'Kingfisher Primary School', details: 'River Walk, Anyborough, AB2 1KF. Community school', status: 'open' }],
  })
  for (const odd of ['', '?q=', '?q=%00', '?q=%22%20OR%20*', '?q=%F0%9F%91%A9', '?q=a&q=b', `?q=${'x'.repeat(5000)}`]) {
    const found = await request.get(`/establishments${odd}`)
    expect([odd, found.status(), await found.json()]).toEqual([odd, 200, { found: [] }])
  }
})
