import type { Page } from 'playwright/test'
import { blankAnswers } from '~/engine/describe-form'
import { journeyOf } from '~/engine/journey'
import { schoolAdvice } from '~/forms/school-advice'
import { addDays } from '~/timeline'
import { action, continueButton, fillQuestions, say } from './support/fill'
import { judgePage } from './support/judges'
import { mailTo } from './support/mailbox'
import { expect, test } from './support/portal'
import { today } from './support/walk'

// Staff of a school ask between two lessons: the least that can be sent, with scripts and without, and what they read after it.

const least = {
  ...blankAnswers(schoolAdvice, today),
  schoolUse: 'request',
  settingName: 'Elm Primary School',
  writerName: 'Rosa Bell',
  writerEmail: 'senco@elm.example',
  childFirstNames: 'Malik',
  childBirthDate: addDays(today, -8 * 365),
}
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const main = (page: Page) => page.getByRole('main')

/** Fills in the first part, which is all that is needed. */
async function asks(page: Page, look: (name: string) => Promise<void>) {
  await expect(main(page)).toContainText(say('school-advice:minimum.0'))
  await action(page, 'apply:begin.start').click()
  const [first] = schoolAdvice.sections
  for (const { page: asked } of journeyOf(schoolAdvice, least, today).stops.filter(({ section }) => section === first)) {
    await expect(page).toHaveURL(new RegExp(`/${asked.id}\\?`))
    await look(asked.id)
    await fillQuestions(page, asked.questions, least)
    await continueButton(page).click()
  }
  await expect(page).toHaveURL(/\/family-told\?/)
}

/** Sends it, and reads the receipt and the page that follows it. */
async function sends(page: Page) {
  await action(page, 'apply:page.sendNow').click()
  await expect(main(page)).not.toContainText(/your child/i)
  await expect(main(page)).toContainText(say('apply:check.sending.notifier', { date: '|' }).split('|')[0] ?? '')
  await action(page, 'apply:check.send').click()
  await expect(page.locator('.govuk-panel')).toContainText(say('apply:sent.heading'))
  await expect(main(page)).toContainText(say('paper:copy.next.school.advice'))
  await expect(main(page)).toContainText(say('apply:sent.email'))
  await action(page, 'apply:sent.follow').click()
  await expect(heading(page)).toHaveText(say('timeline:school.heading', { name: 'Malik' }))
  await expect(main(page)).toContainText(say('timeline:school.now.private'))
  await expect(action(page, 'timeline:you-can.withdraw')).toHaveCount(0)
}

test('a school asks from the start page, and asks for another pupil without typing its name again', async ({ page, portal }) => {
  test.slow()
  await page.goto('/')
  await page.getByText(say('home:school.heading')).click()
  await action(page, 'home:school.link').click()
  await expect(page.getByRole('link', { name: /^Paper form \(PDF/ })).toHaveAttribute('href', '/paper/school-advice/en/form.pdf')
  const judged = async (name: string) => expect.soft(await judgePage(page, { name: `school ${name}` }), name).toEqual([])
  await asks(page, judged)
  await sends(page)
  await judged('timeline')
  expect((await mailTo(portal, least.writerEmail)).map(({ text }) => /Malik|Elm/.test(text))).toEqual([false])

  await page.goto('/applications')
  await action(page, 'account:applications.pupil.ask').click()
  await page.goto(page.url().replace(/school-advice[^?]*/, 'school-advice/setting'))
  await expect(page.locator('[name="settingName"]')).toHaveValue('Elm Primary School')
  await page.goto(page.url().replace('setting', 'child-name'))
  await expect(page.locator('[name="childFirstNames"]')).toHaveValue('')
})

test('numbers, money and a round of support are read as staff write them, and everyone can use their pages', async ({ page }) => {
  test.slow()
  await page.goto('/apply/school-advice')
  await action(page, 'apply:begin.start').click()
  const at = (name: string) => page.url().replace(/school-advice[^?]*/, `school-advice/${name}`)
  await page.goto(at('attendance'))
  await page.locator('[name="attendanceYear"]').fill('112 %')
  await continueButton(page).click()
  await expect(page.locator('.govuk-error-summary')).toContainText(say('questions:number.errors.tooHigh'))
  expect.soft(await judgePage(page, { name: 'school attendance in error', errorPrefix: say('common:titleError', { title: '|' }).split('|')[0] ?? '' })).toEqual([])
  await page.locator('[name="attendanceYear"]').fill('87,5 %')
  await continueButton(page).click()

  await page.goto(at('funding'))
  expect.soft(await judgePage(page, { name: 'school funding' })).toEqual([])
  await page.locator('[name="notionalSpend"]').fill('£6,000')
  await continueButton(page).click()

  await page.goto(at('attainments/paste'))
  expect.soft(await judgePage(page, { name: 'school rows to paste' })).toEqual([])
  await page.locator('[name="rows"]').fill('gcse\tMaths\t9\t2026')
  await action(page, 'apply:paste.look').click()
  expect.soft(await judgePage(page, { name: 'school rows pasted' })).toEqual([])

  await page.goto(at('cycles'))
  await expect(main(page)).toContainText(say('school-advice:questions.cycles.none'))
  await action(page, 'school-advice:questions.cycles.add').click()
  await page.locator('[name="cycleFrom.year"]').fill('2026')
  await continueButton(page).click()
  await continueButton(page).click()
  expect.soft(await judgePage(page, { name: 'school round of support' })).toEqual([])
  await page.locator('[name="cycleMinutes"]').fill('90')
  await continueButton(page).click()

  await page.goto(at('check'))
  for (const said of ['87.5%', '£6,000.00', '90']) await expect(main(page)).toContainText(said)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('rows of a spreadsheet are pasted, put right, looked at, and kept once as lines of the list', async ({ page }) => {
    await page.goto('/apply/school-advice')
    await action(page, 'apply:begin.start').click()
    const at = (name: string) => page.url().replace(/school-advice[^?]*/, `school-advice/${name}`)
    const list = at('attainments')
    await page.goto(list)
    await action(page, 'apply:paste.link').click()
    const box = page.locator('[name="rows"]')
    const wrong = 'Date\tSubject or test\tScore or level\n12/06/2025\tReading\t85\nsoon\tMaths\t<b>9</b>'
    await box.fill(wrong)
    await action(page, 'apply:paste.look').click()
    await expect(page.locator('.govuk-error-summary')).toContainText(say('apply:paste.faults.row', { line: 3, column: 'Date', fault: '|' }).split('|')[0] ?? '')
    await expect(box).toHaveValue(wrong)
    await box.fill(wrong.replace('soon', 'May 2026'))
    await action(page, 'apply:paste.look').click()
    const rows = page.locator('.govuk-summary-card')
    await expect(rows).toHaveCount(2)
    await expect(rows.last()).toContainText('<b>9</b>')
    // As a double click would.
    const form = Object.fromEntries(await Promise.all(['csrf', 'batch', 'rows'].map(async (name) => [name, await page.locator(`[name="${name}"]`).inputValue()] as const)))
    const keep = () => page.request.post(page.url(), { form: { ...form, intent: 'keep' }, headers: { Origin: new URL(page.url()).origin } })
    await Promise.all([keep(), keep()])
    await action(page, 'apply:paste.keep').click()
    await expect(page).toHaveURL(list)
    await expect(page.locator('.govuk-summary-card')).toHaveCount(2)
    await expect(page.locator('.govuk-summary-card').first()).toContainText('12 June 2025')

    await page.goto(at('attainment-table'))
    await page.locator('[name="attainmentTable"]').fill('Reading\t85\nMaths\t90')
    await continueButton(page).click()
    for (const path of [at('check'), `/applications/${new URL(page.url()).searchParams.get('ref') ?? ''}/print`]) {
      await page.goto(path)
      await expect(main(page)).toContainText('Reading | 85')
    }
  })

  test('a school that comes by the check before you start asks too', async ({ page }) => {
    await page.goto('/start')
    await page.locator('input[name="who"][value="work"]').check()
    await action(page, 'start:continue').click()
    for (let left = 3; left > 0; left -= 1) await action(page, 'start:continue').click()
    await expect(main(page)).toContainText(say('start:result.notes.work.heading'))
    await action(page, 'start:result.continue').click()
    await asks(page, () => Promise.resolve())
    await sends(page)
  })
})
