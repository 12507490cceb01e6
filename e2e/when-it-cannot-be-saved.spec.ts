import { expect, test, type Browser, type Page } from 'playwright/test'
import { MOST_BYTES } from '~/applications/ports'
import { parentRequest } from '~/forms/parent-request'
import { families } from '#db/seed/families'
import { emailOf } from '#db/seed/family'
import { action, continueButton, say } from './support/fill'
import { signInAs } from './support/mailbox'
import { startPortal, type Portal } from './support/portal'
import { letGrow, smallDisk } from './support/small-disk'
import { walker } from './support/walk'

// The disk is full, or refuses to be written, or a family has written more than we keep: what they typed stays in front of them.

test.describe.configure({ timeout: 240_000 })

const begun = { whoYouAre: 'parent', childFirstNames: 'Robin' }
const pathTo = (reference: string, page: string) => `/apply/${parentRequest.id}/${page}?ref=${reference}`
const text = (page: Page) => page.locator('textarea')
const banner = (page: Page) => page.locator('.govuk-notification-banner')
const words = `What happened, in my own words.\n${'And what I think of it: “enough”. '.repeat(400)}`.trim()
const followed = families.find((each) => each.id === 'late')

/** Presses Continue, and gives the status of what is shown then. */
async function pressContinue(page: Page): Promise<number> {
  const answered = page.waitForResponse((response) => response.request().isNavigationRequest() && response.status() !== 303)
  await continueButton(page).click()
  return (await answered).status()
}

async function isSaidAndStillThere(page: Page, code: string, typed: string): Promise<void> {
  await expect(banner(page)).toContainText(say(`apply:unsaved.${code}.heading`))
  await expect(banner(page)).toContainText(say(`apply:unsaved.${code}.body`, { button: say('apply:page.continue') }))
  await expect(text(page)).toHaveValue(typed)
  await expect(page).toHaveTitle(new RegExp(`^${say('common:titleError', { title: '' })}`))
}

/** A family that follows a request, and has begun another. */
async function atHome(page: Page, portal: Portal): Promise<string> {
  await page.goto(`${portal.url}/sign-in`)
  await signInAs(page, portal, emailOf(followed as (typeof families)[number]))
  return walker(page.request).draft(begun)
}

/** Types about one person after the other until not even a little can be kept: a database has some room of its own on a full disk. */
async function useUpTheRoom(page: Page, reference: string): Promise<void> {
  const walk = walker(page.request)
  let made = 0
  for (const length of [500_000, 20_000, 500]) {
    let status = 0
    while (status !== 503 && made < 400) {
      const path = walk.pathOf(reference, 'helper-name', { item: `p${(made += 1)}` })
      status = (await walk.send(await walk.open(path), [['helperName', 'x'.repeat(length)], ['intent', 'exit']])).status
    }
    expect(status).toBe(503)
  }
}

async function nothingCanBeSaved(page: Page, portal: Portal, fail: () => void, mend: () => void): Promise<void> {
  const reference = await atHome(page, portal)
  await page.goto(pathTo(reference, 'why-now'))
  fail()
  await useUpTheRoom(page, reference)
  await text(page).fill(words)
  expect(await pressContinue(page)).toBe(503)
  await isSaidAndStillThere(page, 'save-failed', words)
  expect(await pressContinue(page)).toBe(503)
  await isSaidAndStillThere(page, 'save-failed', words)

  // Everything that is saved can be read meanwhile.
  const other = await page.context().newPage()
  const timeline = await other.goto(`/applications/${followed?.reference}`)
  expect(timeline?.status()).toBe(200)
  await expect(other.getByRole('heading', { level: 1 })).toContainText('Kuba')
  await other.goto(pathTo(reference, 'check'))
  await expect(other.getByRole('main')).toContainText('Robin')

  mend()
  expect(await pressContinue(page)).toBe(200)
  await expect(page).not.toHaveURL(/why-now/)
  await page.goto(pathTo(reference, 'why-now'))
  await expect(text(page)).toHaveValue(words)
  await expect(page.getByRole('main')).not.toContainText(say('apply:page.kept'))
}

for (const isWithScripts of [true, false]) {
  test.describe(isWithScripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: isWithScripts })
    let portal: Portal | undefined
    test.afterEach(() => portal?.close())
    const open = async (browser: Browser, env: Readonly<Record<string, string>> = {}): Promise<[Page, Portal]> => {
      const started = await startPortal({ env: { LIMIT_PER_MINUTE: '100000', ...env } })
      portal = started
      const page = await (await browser.newContext({ baseURL: started.url, javaScriptEnabled: isWithScripts })).newPage()
      return [page, started]
    }

    test('on a full disk the page says so and keeps what was typed, and the same press saves once there is room', async ({ browser }) => {
      const disk = smallDisk(24)
      test.skip(!disk, 'nobody may mount a small disk here')
      if (!disk) return
      try {
        const [page, started] = await open(browser, { DATA_DIR: disk.folder })
        await nothingCanBeSaved(page, started, disk.fill, disk.empty)
      } finally {
        await portal?.close()
        disk.unmount()
      }
    })

    test('while the system refuses every write, the same holds and everything can be read', async ({ browser }) => {
      const [page, started] = await open(browser)
      test.skip(!letGrow(started.pid, true), 'writes cannot be forbidden here')
      await nothingCanBeSaved(page, started, () => expect(letGrow(started.pid, false)).toBe(true), () => letGrow(started.pid, true))
      expect(letGrow(started.pid, false)).toBe(true)
      await expect.poll(async () => (await page.request.get('/readyz')).status(), { timeout: 30_000 }).toBe(503)
    })

    test('more than we keep of one request is not saved, stays in the box and costs nothing else', async ({ browser }) => {
      const [page] = await open(browser)
      const walk = walker(page.request)
      const reference = await walk.draft({ ...begun, homeLanguages: 'Polish' })
      const half = 'x'.repeat(MOST_BYTES / 2 - 150_000)
      for (const id of ['going-well', 'story-so-far']) {
        const kept = await walk.send(await walk.open(walk.pathOf(reference, id)), [[id === 'going-well' ? 'goingWell' : 'storySoFar', half], ['intent', 'exit']])
        expect(kept.status).toBe(200)
      }
      await page.goto(pathTo(reference, 'why-now'))
      const much = 'y'.repeat(400_000)
      await text(page).fill(much)
      if (isWithScripts) await expect(page.locator('.wm-saved')).toHaveText(say('common:tooMuch'))
      await action(page, 'apply:page.saveAndExit').click()
      await isSaidAndStillThere(page, 'application-full', much)

      await text(page).fill('A few words still fit.')
      expect(await pressContinue(page)).toBe(200)
      await page.goto(pathTo(reference, 'check'))
      await expect(page.getByRole('main')).toContainText('A few words still fit.')
      await expect(page.getByRole('main')).toContainText('Polish')
      expect((await walk.open(walk.pathOf(reference, 'going-well'))).html).toContain(half)
    })
  })
}
