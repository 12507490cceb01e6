import type { Page } from 'playwright/test'
import { blankAnswers } from '~/engine/describe-form'
import type { Answers } from '~/engine/form'
import { journeyOf } from '~/engine/journey'
import { youngPersonRequest } from '~/forms/young-person-request'
import { addDays } from '~/timeline'
import { action, continueButton, fillQuestions, say } from './support/fill'
import { judgePage } from './support/judges'
import { expect, test } from './support/portal'
import { today, walker } from './support/walk'

// Young people ask for themselves; a child who finds their form is welcome.

const least = { ...blankAnswers(youngPersonRequest, today), myFirstNames: 'Niamh', myEmail: 'niamh@example.com' }
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const calm = (page: Page) => page.getByRole('main').locator('.wm-calm')

async function asks(page: Page, answers: Answers) {
  await action(page, 'apply:begin.start').click()
  const { stops } = journeyOf(youngPersonRequest, answers, today)
  const [first] = youngPersonRequest.sections
  for (const { page: asked } of stops.filter(({ section }) => section === first)) {
    await expect(page).toHaveURL(new RegExp(`/${asked.id}\\?`))
    expect.soft(await judgePage(page, { name: asked.id })).toEqual([])
    await fillQuestions(page, asked.questions, answers)
    await continueButton(page).click()
  }
  await page.locator('[name="safeToEmail"][value="yes"]').check()
  await continueButton(page).click()
  await action(page, 'apply:page.sendNow').click()
}

test('a young person asks from the start page and is called "you" by the page that follows it', async ({ page }) => {
  test.slow()
  await page.goto('/')
  await page.getByText(say('home:young.heading')).click()
  await action(page, 'home:young.link').click()
  await expect(page.getByRole('main')).toContainText(say('young-person-request:minimum.0'))
  await expect(page.getByRole('link', { name: /^Paper form \(PDF/ })).toHaveAttribute('href', '/paper/young-person-request/en/form.pdf')
  await asks(page, { ...least, myBirthDate: addDays(today, -19 * 365) })
  await expect(calm(page)).toContainText('Niamh')
  await action(page, 'apply:check.send').click()
  await expect(calm(page).locator('.govuk-panel')).toContainText(say('apply:sent.heading'))
  await expect(action(page, 'apply:sent.follow')).toBeVisible()
  expect.soft(await judgePage(page, { name: 'receipt, calm' })).toEqual([])
  await action(page, 'apply:sent.more').click()
  await expect(calm(page).locator('.govuk-task-list')).toBeVisible()
  expect.soft(await judgePage(page, { name: 'list of parts, calm' })).toEqual([])
  await page.goBack()
  await action(page, 'apply:sent.follow').click()
  await expect(heading(page)).toHaveText(say('timeline:self.heading'))
  await expect(page.getByRole('main')).not.toContainText('Niamh')
  await expect(action(page, 'timeline:you-can.withdraw')).toBeVisible()

  await page.goto('/applications')
  await expect(page.getByRole('main')).toContainText('Niamh')
  await expect(action(page, 'account:applications.sibling.ask')).toHaveCount(0)
})

test('a child who comes by the check before you start is welcome, and is asked about a grown-up', async ({ page }) => {
  test.slow()
  await page.goto('/start')
  await page.locator('input[name="who"][value="me"]').check()
  await action(page, 'start:continue').click()
  await expect(heading(page)).toContainText(say('start:me.questions.age.label'))
  await page.locator('input[name="age"][value="child"]').check()
  await action(page, 'start:continue').click()
  await action(page, 'start:continue').click()
  await action(page, 'start:continue').click()
  await expect(page.getByRole('main')).toContainText(say('start:result.notes.meChild.heading'))
  await action(page, 'start:result.continue').click()
  await asks(page, { ...least, myBirthDate: addDays(today, -12 * 365) })
  await expect(page.getByRole('main')).toContainText(say('young-person-request:sections.grown-up'))
  await action(page, 'apply:check.send').click()
  await action(page, 'apply:sent.follow').click()
  await expect(heading(page)).toHaveText(say('timeline:child.heading'))
  await expect(page.getByRole('main')).toContainText(say('timeline:child.now.thanks'))
})

test('whoever types words that may mean danger sees where to get help now, has it saved and goes on', async ({ page }) => {
  const walk = walker(page.request, youngPersonRequest)
  const reference = await walk.draft({ ...least, myBirthDate: addDays(today, -19 * 365) })
  await page.goto(walk.pathOf(reference, 'why-now'))
  await page.locator('textarea').fill('College is too loud. Most days I want to die.')
  await continueButton(page).click()
  const help = page.getByRole('region', { name: say('danger:helpNow.heading') })
  await expect(help.getByRole('link', { name: '116 123' })).toHaveAttribute('href', 'tel:116123')
  await expect(page.getByRole('main')).not.toContainText(say('apply:page.warning'))
  expect(await judgePage(page, { name: 'help now' })).toEqual([])
  await page.reload()
  await expect(help).toBeVisible()
  await continueButton(page).click()
  await expect(page).toHaveURL(/\/want-learning\?/)
  await page.goto(walk.pathOf(reference, 'check'))
  await expect(page.getByRole('main')).toContainText('Most days I want to die.')
})

test('a page is read out when asked for, in its own order, and stops when asked', async ({ page }) => {
  await page.addInitScript(() => {
    const said: string[] = []
    Object.assign(window, { said })
    speechSynthesis.speak = (saying) => void said.push(`${saying.lang}: ${saying.text}`)
    speechSynthesis.cancel = () => void said.push('stop')
  })
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said)
  const walk = walker(page.request, youngPersonRequest)
  const reference = await walk.draft({ ...least, myBirthDate: addDays(today, -19 * 365) })
  await page.goto(walk.pathOf(reference, 'talking'))
  await expect(calm(page).locator('.wm-symbol')).toBeVisible()
  expect(await said()).toEqual([])
  await action(page, 'apply:page.aloud.read').click()
  const asked = (key: string) => say(`young-person-request:questions.${key}`)
  expect((await said()).slice(0, 2)).toEqual(['stop', `en: ${asked('talkingIsHard.label')}`])
  expect(await said()).toContain(`en: ${say('questions:yes-no.options.unsure')}`)
  await action(page, 'apply:page.aloud.stop').click()
  expect((await said()).at(-1)).toBe('stop')
  await expect(action(page, 'apply:page.aloud.read')).toBeVisible()
})

test('what is hard to write may be drawn or recorded, and is the answer to its question wherever the request is read', async ({ page }) => {
  const walk = walker(page.request, youngPersonRequest)
  const reference = await walk.draft({ ...least, myBirthDate: addDays(today, -19 * 365) })
  await page.goto(walk.pathOf(reference, 'good-day'))
  await action(page, 'apply:page.otherWays.link').click()
  await expect(page).toHaveURL(`/applications/${reference}/papers?about=goodDay`)
  await expect(heading(page)).toHaveText(say('young-person-request:questions.goodDay.label'))
  await expect(calm(page)).toBeVisible()
  await expect(action(page, 'apply:page.aloud.read')).toBeVisible()
  await expect(page.locator('[name="files"]')).toHaveAttribute('accept', /audio|\.mp3/)
  await expect(page.locator('[capture]')).toHaveCount(3)
  expect(await judgePage(page, { name: 'papers, calm' })).toEqual([])
  await page.locator('[name="files"]').setInputFiles({ name: 'my day.txt', mimeType: 'text/plain', buffer: Buffer.from('A song') })
  await action(page, 'papers:add.button').click()
  const card = page.locator('.wm-papers > li').filter({ hasText: 'my day.txt' })
  const own = (key: string) => say(`papers:calm.details.questions.${key}`)
  await expect(card).toContainText(own('paperKind.options.child-views'))
  await expect(card).toContainText(say('young-person-request:questions.goodDay.label'))
  const list = page.url()
  await card.getByRole('link', { name: say('papers:list.describe') }).click()
  await expect(page.getByLabel(own('paperWords.options.child'), { exact: true })).toBeChecked()
  await expect(page.getByRole('main')).not.toContainText(/the child|young person/i)
  expect(await judgePage(page, { name: 'a paper of a young person' })).toEqual([])
  await page.locator('[name="paperTitle"]').fill('My day, when I want to die')
  await action(page, 'papers:details.save').click()
  await expect(page.getByRole('main')).toContainText(say('danger:helpNow.heading'))
  expect(await judgePage(page, { name: 'papers with help' })).toEqual([])
  await page.goto(list)
  await page.getByRole('link', { name: say('papers:backToQuestion') }).click()
  await expect(page).toHaveURL(/\/good-day\?/)
  await continueButton(page).click()
  for (const path of [walk.pathOf(reference, 'check'), `/applications/${reference}/print`]) {
    await page.goto(path)
    await expect(page.getByRole('main')).toContainText(say('papers:listed.instead'))
  }
})

test('a young person asks a school and chooses what it is shown', async ({ page }) => {
  const walk = walker(page.request, youngPersonRequest)
  const reference = await walk.draft({ ...least, myBirthDate: addDays(today, -19 * 365) })
  await page.goto(walk.pathOf(reference))
  await action(page, 'invite:follow.ask').click()
  await action(page, 'invite:list.ask').click()
  expect.soft(await judgePage(page, { name: 'a young person asks a school' })).toEqual([])
  await page.locator('[name="invitedSchool"]').fill('Kingfisher Primary School, Anyborough (URN 990002)')
  await page.locator('[name="invitedEmail"]').fill('tutor@kingfisher.example')
  await page.locator('[name="invitedShows"][value="about-me"]').check()
  await action(page, 'invite:send').click()
  await expect(heading(page)).toHaveText(say('invite:list.heading'))
  await expect(page.getByRole('main')).toContainText('tutor@kingfisher.example')
})
