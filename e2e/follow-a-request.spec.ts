import type { Page } from 'playwright/test'
import { families } from '#db/seed/families'
import { emailOf, formOf } from '#db/seed/family'
import { forms } from '~/forms'
import { wordsFor } from '~/i18n/words'
import { addDays } from '~/timeline'
import { say } from './support/fill'
import { signedInAs } from './support/mailbox'
import { expect, test } from './support/portal'

// Each family of the demo follows its request: where it stands is said first, and nothing is made to look better than it is.

const words = wordsFor('en')
const aDate = String.raw`(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday) \d{1,2} [A-Z][a-z]+ \d{4}`
/** A sentence of the timeline, with any number, name or date where it has a gap. */
const saying = (key: string): RegExp => {
  const [start = '', ...rest] = wordsFor('en').text(`timeline:${key}`, gaps).split('\u0000')
  return new RegExp([start, ...rest].map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+'))
}
const gaps = Object.fromEntries(['name', 'date', 'due', 'aim', 'reason', 'reasons', 'received', 'asked', 'schools', 'waiting'].map((gap) => [gap, '\u0000']))

/** What each family reads first: a stage, and in whose words it is said where they are not a parent's. */
const lead: Readonly<Record<string, string>> = {
  'young-sent': 'self.lead.gathering-advice', 'young-child': 'notifier.lead.brought-to-notice', 'school-sent': 'finding-out',
  'young-finding-out': 'self.lead.finding-out', 'young-refused': 'no-assessment', 'young-assessing': 'self.lead.assessing', 'young-no-plan': 'no-plan', 'young-plan-agreed': 'plan-agreed',
  'young-draft-plan': 'draft-plan', 'young-asking-colleges': 'asking-schools', 'young-final-plan': 'final-plan', 'young-withdrawn': 'withdrawn', 'young-ended': 'ended',
  'on-paper': 'received', 'on-track': 'finding-out', 'due': 'finding-out', 'late': 'gathering-advice', 'late-excused': 'gathering-advice', 'refused': 'no-assessment',
  'assessing': 'assessing', 'gathering-advice': 'gathering-advice', 'no-plan': 'no-plan', 'plan-agreed': 'plan-agreed', 'draft-plan': 'draft-plan',
  'asking-schools': 'asking-schools', 'final-plan': 'final-plan', 'withdrawn': 'withdrawn', 'ended': 'ended',
}

const here = (page: Page) => page.locator('[aria-current="step"]')
const late = (page: Page) => page.locator('.wm-card__late')

for (const form of forms) {
  test(`whoever follows a ${form.id} reads where it is, once`, async ({ page, portal }) => {
    for (const family of families.filter((each) => formOf(each) === form && each.sentDaysAgo !== undefined)) {
      const said = lead[family.id] ?? ''
      await signedInAs(page, portal, emailOf(family))
      await page.goto(`/applications/${family.reference}`)
      await expect(page.getByRole('main').locator('.govuk-body-l').first(), family.id).toHaveText(saying(said.includes('.') ? said : `lead.${said}`))
      await expect(here(page), family.id).toHaveCount(1)
    }
  })
}

test.describe('the family whose request is', () => {
  const follow = async (page: Page, portal: Parameters<typeof signedInAs>[1], id: string) => {
    const family = families.find((each) => each.id === id)
    if (!family) throw new Error(`The demo has no family ${id}`)
    await signedInAs(page, portal, emailOf(family))
    await page.goto('/applications')
    await page.getByRole('main').getByRole('link', { name: say('account:applications.follow') }).click()
    await expect(page).toHaveURL(`/applications/${family.reference}`)
    return page.getByRole('main')
  }

  test('late is told sorry first, why, the first date and the new one, and what it can do', async ({ page, portal }) => {
    await follow(page, portal, 'late')
    const lines = late(page).locator('p')
    await expect(lines.first()).toHaveText(/^Sorry, we are \d+ days? late/)
    await expect(late(page)).toContainText(saying('late.why'))
    await expect(late(page)).toContainText(new RegExp(say('timeline:late.first-date', { date: aDate })))
    await expect(late(page)).toContainText(new RegExp(say('timeline:late.aim', { date: aDate })))
    await expect(here(page)).toContainText(say('timeline:you-can.complain'))
    await expect(here(page)).toContainText(say('timeline:you-can.ombudsman'))
  })

  test('late with an excuse is told sorry too, with the first date still there', async ({ page, portal }) => {
    await follow(page, portal, 'late-excused')
    await expect(late(page).locator('p').first()).toHaveText(/^Sorry, we are \d+ days? late/)
    await expect(late(page)).toContainText(saying('late.why-excused'))
    await expect(late(page)).toContainText(new RegExp(say('timeline:late.first-date', { date: aDate })))
  })

  test('refused is told why, by when to appeal, and about mediation and free help', async ({ page, portal }) => {
    await follow(page, portal, 'refused')
    const appeal = new RegExp(say('timeline:you-can.appeal', { date: aDate }))
    await expect(here(page)).toContainText(appeal)
    await expect(here(page)).toContainText(new RegExp(say('timeline:you-can.mediation', { date: aDate })))
    for (const free of ['sendiass', 'ipsea']) await expect(here(page)).toContainText(say(`timeline:you-can.${free}`))
    await expect(here(page)).toContainText(saying('now.reasons'))
    await expect(late(page)).toHaveCount(0)
  })

  test('withdrawn is told that it can ask again', async ({ page, portal }) => {
    const main = await follow(page, portal, 'withdrawn')
    await expect(main).toContainText(say('timeline:if.closed.text'))
    await expect(late(page)).toHaveCount(0)
  })

  test('withdrawn has no dates to come for a calendar; one on track has', async ({ page, portal }) => {
    const calendar = async (id: string) => {
      await follow(page, portal, id)
      return page.request.get(`${page.url()}/dates.ics`, { maxRedirects: 0 })
    }
    const [none, some] = [await calendar('withdrawn'), await calendar('on-track')]
    expect([none.status(), none.headers()['location']]).toEqual([303, `/applications/${families.find(({ id }) => id === 'withdrawn')?.reference}`])
    expect([some.status(), (await some.text()).includes('BEGIN:VEVENT')]).toEqual([200, true])
  })

  test('on track has the day by which the law wants an answer, 6 weeks from the first', async ({ page, portal }) => {
    const main = await follow(page, portal, 'on-track')
    const sentOn = await main.locator('li', { hasText: say('timeline:stages.opening.submitted') }).first().textContent()
    const found = new RegExp(aDate).exec(sentOn ?? '')?.[0] ?? ''
    const iso = new Date(`${found.replace(/^\w+ /, '')} UTC`).toISOString().slice(0, 10)
    await expect(main).toContainText(words.date(addDays(iso, 42)))
  })
})
