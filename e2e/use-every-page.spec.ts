import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { REFUSED } from '~/context.server'
import { blankAnswers } from '~/engine/describe-form'
import { pagesOf } from '~/engine/form'
import { forms } from '~/forms'
import { youngPersonRequest } from '~/forms/young-person-request'
import { wordsFor } from '~/i18n/words'
import { addDays } from '~/timeline'
import { families } from '#db/seed/families'
import { emailOf, formOf } from '#db/seed/family'
import { peopleWhoSeeEverything } from './support/everyone'
import { action, continueButton, say } from './support/fill'
import { judgeByEngines, judgeFocus, judgePage, laidOut } from './support/judges'
import { savedPagesFolder } from './support/judges/html'
import { signedInAs } from './support/mailbox'
import { expect, test } from './support/portal'
import { answersTo, mistakesOn, pageKinds } from './support/states'
import { fieldsOf, leastAnswers, today, walker, type Screen } from './support/walk'

// Every page for everybody: outside judges look at each page once, and at each kind of page in every state it can be in.

// Judges take their time, and there are many.
test.describe.configure({ timeout: 180_000 })

const pseudoErrorPrefix = wordsFor('qps').text('common:titleError', { title: '|' }).split('|')[0] ?? ''
const judged = async (page: Page, name: string, more: Omit<Parameters<typeof judgePage>[1], 'name'> = {}) => expect.soft(await judgePage(page, { name, ...more }), name).toEqual([])
const canBeTabbed = async (page: Page, name: string, within?: string) => expect.soft(await judgeFocus(page, within), `${name}, by keyboard`).toEqual([])

const familyNamed = (id: string) => {
  const family = families.find((each) => each.id === id)
  if (!family) throw new Error(`The demo has no family ${id}`)
  return family
}

/** A page in the state that its own form or its address brought it to, beside one that was opened in the browser. Gives the window that it is in. */
const shown = async (page: Page, { html, url }: Screen, name: string, more?: Parameters<typeof judged>[2]): Promise<Page> => {
  const window = await laidOut(page, html)
  await expect(window.getByRole('heading', { level: 1 }), url.href).toHaveCount(1)
  // No engine minds a link that leads nowhere.
  await expect(window.locator('a:not([href])'), url.href).toHaveCount(0)
  await judged(window, name, more)
  return window
}

for (const kind of pageKinds()) {
  test(`a page of ${kind.kinds} can be used by everyone in every state`, async ({ page }) => {
    const walk = walker(page.request)
    const reference = await walk.draft({ whoYouAre: 'parent', childFirstNames: 'Robin', ...kind.before })
    const path = walk.pathOf(reference, kind.page.id, kind.item ? { item: kind.item } : {})
    // What is around the questions is the same on every page, and is judged and walked with the other pages below.
    const within = 'main'
    await page.goto(path)
    await expect(page).toHaveURL(new RegExp(`/${kind.page.id}\\?`))
    await judged(page, `${kind.kinds} empty`, { within })
    await canBeTabbed(page, kind.kinds, 'main form')

    for (const isLong of [false, true]) {
      const answers = answersTo(kind, isLong)
      const saved = await walk.send(await walk.open(path), kind.questions.flatMap((each) => fieldsOf(each, answers[each.id])))
      expect(saved.url.searchParams.get('show')).not.toBe('problems')
      await shown(page, await walk.open(path), `${kind.kinds} ${isLong ? 'long' : 'filled'}`, { within })
    }

    const mistakes = mistakesOn(kind)
    const wrong = mistakes.length > 0 ? await walk.send(await walk.open(path), mistakes) : await walk.open(path)
    expect(wrong.status).toBe(mistakes.length > 0 ? 422 : 200)
    await shown(page, wrong, `${kind.kinds} in error`, { within })
    const window = await shown(page, await walk.open(`${wrong.url.href}&lang=qps`), `${kind.kinds} in error, right to left`, { within, errorPrefix: pseudoErrorPrefix })
    await expect(window.locator('html')).toHaveAttribute('dir', 'rtl')
  })
}

test('the parts of a request about somebody with one long name fit on a phone', async ({ page }) => {
  const childFirstNames = 'Llanfairpwllgwyngyllgogerychwyrndrobwllll'
  const walk = walker(page.request)
  const reference = await walk.draft({ whoYouAre: 'parent', childFirstNames })
  for (const lang of ['en', 'qps']) {
    const window = await shown(page, await walk.open(walk.pathOf(reference, '', { lang })), `parts with a long name, ${lang}`)
    await expect(window.getByRole('main')).toContainText(childFirstNames)
  }
})

// The button floats beside what comes first, left or right as the language runs.
for (const lang of ['en', 'qps']) {
  test(`the button to leave lies over no corner of what went wrong, in ${lang}`, async ({ page }) => {
    const walk = walker(page.request)
    const path = walk.pathOf(await walk.draft({ whoYouAre: 'parent', childFirstNames: 'Robin' }), 'your-email-and-phone', { lang })
    const window = await laidOut(page, (await walk.send(await walk.open(path), [['requesterEmail', 'no email']])).html)
    const leave = await window.locator('.govuk-exit-this-page').boundingBox()
    const summary = await window.locator('.govuk-error-summary').boundingBox()
    if (!leave || !summary) throw new Error('Both must be seen')
    expect(summary.y).toBeGreaterThanOrEqual(leave.y + leave.height)
  })
}

// A calm page wears its own sizes and ground: each kind that it draws otherwise is judged in it too.
test('the calm pages of a young person can be used by everyone, long, in error and right to left', async ({ page }) => {
  const walk = walker(page.request, youngPersonRequest)
  const reference = await walk.draft({ ...blankAnswers(youngPersonRequest, today), myBirthDate: addDays(today, -19 * 365), learnWhere: 'college' })
  for (const id of ['my-name', 'good-day', 'going']) {
    const asked = pagesOf(youngPersonRequest).find((each) => each.id === id)
    if (!asked) throw new Error(`There is no page ${id}`)
    const kind = { kinds: id, page: asked, questions: asked.questions, before: {} }
    const path = walk.pathOf(reference, id)
    const answers = answersTo(kind, true)
    await walk.send(await walk.open(path), kind.questions.flatMap((each) => fieldsOf(each, answers[each.id])))
    for (const [way, prefix] of [['ltr', undefined], ['rtl', pseudoErrorPrefix]] as const) {
      const lang = prefix ? '&lang=qps' : '&lang=en'
      await page.goto(path + lang)
      await expect(page.locator('html')).toHaveAttribute('dir', way)
      await expect(page.locator('.wm-calm')).toBeVisible()
      await judged(page, `${id} calm, long, ${way}`, { within: 'main' })
      const wrong = await walk.send(await walk.open(path), mistakesOn(kind))
      expect(wrong.status).toBe(422)
      const window = await shown(page, wrong, `${id} calm, in error, ${way}`, { within: 'main', ...(prefix && { errorPrefix: prefix }) })
      await expect(window.locator('.wm-calm .govuk-error-summary')).toBeVisible()
    }
  }
})

test('the calm list of parts, check and receipt: everyone can use them from right to left', async ({ page }) => {
  const walk = walker(page.request, youngPersonRequest)
  const reference = await walk.draft({ ...blankAnswers(youngPersonRequest, today), myBirthDate: addDays(today, -19 * 365), myFirstNames: 'Niamh' })
  await page.goto(walk.pathOf(reference, 'check'))
  await judged(page, 'calm check', { within: 'main' })
  await walk.submit(reference)
  for (const name of ['', 'sent']) {
    const window = await shown(page, await walk.open(walk.pathOf(reference, name, { lang: 'qps' })), `calm ${name || 'parts'}, right to left`, { within: 'main' })
    await expect(window.locator('.wm-calm')).toBeVisible()
  }
})

const open: Readonly<Record<string, readonly string[]>> = {
  'the start page and its check': ['/', '/start', '/start?at=age&who=child', '/start?at=plan', '/start?at=before', '/start?at=result&who=me&age=young&plan=yes&before=yes', '/start?at=result&who=work&age=over'],
  'what the service says of itself': ['/help', '/privacy', '/cookies', '/accessibility', '/dev/outbox', '/no-such-page'],
  'signing in': ['/sign-in', '/sign-in?ended=1', '/sign-in?fault=email', '/sign-in/code', '/sign-in/code?fault=wrong', '/sign-in/link?token=x', '/sign-in/link?fault=expired', '/applications', '/apply/parent-request'],
}
for (const [what, paths] of Object.entries(open)) {
  test(`${what}: everyone can use it`, async ({ page }) => {
    const { open } = walker(page.request)
    for (const path of paths) await shown(page, await open(path), `page ${path}`)
    await page.goto(paths.at(-1) ?? '')
    await canBeTabbed(page, paths.at(-1) ?? '')
    await shown(page, await open(`${paths[0]}?lang=qps`), `page ${paths[0]} right to left`, { errorPrefix: pseudoErrorPrefix })
  })
}

test('an email address that is none: everyone can mend it', async ({ page }) => {
  const { open, send } = walker(page.request)
  const again = await send(await open('/sign-in'), [['email', 'no email']])
  expect(again.status).toBe(422)
  await expect((await shown(page, again, 'sign in, in error', { within: 'main' })).locator('[name="email"]')).toHaveValue('no email')
})

test('finding a request that was sent before signing in: everyone can use it', async ({ page, portal }) => {
  await signedInAs(page, portal, 'finder@example.com')
  const { open, send } = walker(page.request)
  const asked = await open('/applications/find?ref=K7PT')
  await canBeTabbed(await shown(page, asked, 'find a request', { within: 'main' }), 'find a request', 'main')
  await shown(page, await send(asked, [['reference', 'K7PT'], ['name', '']]), 'find a request, in error', { within: 'main' })
  await shown(page, await open('/applications/find?lang=qps'), 'find a request, right to left', { within: 'main' })
  await shown(page, await open('/applications/K7PT-93VH?lang=qps'), 'no such request, right to left', { within: 'main' })
})

test('a request from the list of parts to the receipt: everyone can use it', async ({ page }) => {
  const walk = walker(page.request)
  const reference = await walk.draft({ whoYouAre: 'parent', childFirstNames: 'Robin' })
  const look = async (path: string, name: string) => shown(page, await walk.open(path), name)
  await look('/apply/parent-request', 'begin with a draft')
  await look(walk.pathOf(reference), 'parts of a draft')
  await look(walk.pathOf(reference, 'check'), 'check what is missing')
  await look(walk.pathOf(reference, 'save'), 'save and come back later')
  await walk.answer(reference, leastAnswers)
  await look(walk.pathOf(reference), 'parts that can be sent')
  await canBeTabbed(await look(walk.pathOf(reference, 'check'), 'check and send'), 'check and send')
  await walk.submit(reference)
  await canBeTabbed(await look(walk.pathOf(reference, 'sent'), 'receipt'), 'receipt')
  await look(walk.pathOf(reference, 'check'), 'check with no changes')
  await look('/applications', 'requests')
  await look(`/applications/${reference}/print`, 'print')
  await look(`/applications/${reference}/withdraw`, 'withdraw')
  for (const name of ['check', 'sent', '']) await look(walk.pathOf(reference, name, { lang: 'qps' }), `${name} right to left`)
})

test('the same page changed twice: everyone can use it', async ({ page }) => {
  const walk = walker(page.request)
  const reference = await walk.draft({ whoYouAre: 'parent', childFirstNames: 'Robin' })
  const before = await walk.open(walk.pathOf(reference, 'why-now'))
  await walk.send(before, [['whyNow', 'One']])
  const clash = await walk.send(before, [['whyNow', 'Two']])
  expect(clash.status).toBe(409)
  await page.goto(clash.url.href)
  await judged(page, 'changed twice')
  await canBeTabbed(page, 'changed twice')
})

test('an odd answer, a change made elsewhere and its copy: everyone can use them', async ({ page }) => {
  const walk = walker(page.request)
  const reference = await walk.draft({ ...leastAnswers, whyNow: 'One' })
  await page.goto(walk.pathOf(reference, 'nhs-number'))
  await page.locator('[name="nhsNumber"]').fill('9434765918')
  await continueButton(page).click()
  await expect(page).toHaveURL(/show=warnings/)
  await judged(page, 'odd answer')
  await page.goto(walk.pathOf(reference, 'check'))
  await walk.send(await walk.open(walk.pathOf(reference, 'why-now')), [['whyNow', 'Two']])
  await action(page, 'apply:check.send').click()
  await expect(page).toHaveURL(/show=changed/)
  await judged(page, 'check what was changed elsewhere')
  await action(page, 'apply:check.send').click()
  await walk.send(await walk.open(walk.pathOf(reference, 'why-now')), [['whyNow', 'Three']])
  await walk.submit(reference)
  await page.goto(`/applications/${reference}/print?copy=2`)
  await judged(page, 'print of a change')
})

test('what is refused, with what was typed: everyone can read it', async ({ page }) => {
  const walk = walker(page.request)
  const reference = await walk.draft({ whoYouAre: 'parent', childFirstNames: 'Robin' })
  await page.goto(walk.pathOf(reference, 'why-now'))
  await page.locator('textarea').fill('What was typed. '.repeat(60))
  await page.locator('main [name="csrf"]').first().evaluate((field: HTMLInputElement) => (field.value = 'of another page'))
  await continueButton(page).click()
  await expect(page.locator('textarea')).toHaveAttribute('readonly')
  await judged(page, 'refused with what was typed')
  for (const [code, status] of Object.entries(REFUSED)) {
    const answer = await walk.open(`/refused/${status}/${code}`)
    expect(answer.status).toBe(status)
    const window = await laidOut(page, answer.html)
    await expect(window.getByRole('heading', { level: 1 })).toHaveText(say(`errors:${code}.heading`))
    expect.soft(await judgeByEngines(window), code).toEqual([])
  }
})

test('the page of a family whose request is late: everyone can use it', async ({ page, portal }) => {
  const late = familyNamed('late')
  await signedInAs(page, portal, emailOf(late))
  await page.goto(`/applications/${late.reference}`)
  await judged(page, 'timeline')
  await canBeTabbed(page, 'timeline')
  await shown(page, await walker(page.request).open(`/applications/${late.reference}?lang=qps`), 'timeline right to left')
})

for (const form of forms) {
  test(`the page of whoever follows a ${form.id}, at every stage: everyone can use it`, async ({ page, portal }) => {
    const walk = walker(page.request)
    for (const family of families.filter((each) => formOf(each) === form && each.sentDaysAgo !== undefined)) {
      await signedInAs(page, portal, emailOf(family))
      await shown(page, await walk.open(`/applications/${family.reference}`), `timeline ${family.id}`, { within: 'main' })
    }
  })
}

test('what a family thinks of a draft plan, empty, long and in error: everyone can use it', async ({ page, portal }) => {
  const family = familyNamed('draft-plan')
  await signedInAs(page, portal, emailOf(family))
  const path = `/applications/${family.reference}/draft-plan`
  await page.goto(path)
  await judged(page, 'draft plan empty')
  await canBeTabbed(page, 'draft plan')
  for (const [lang, prefix] of [['en', undefined], ['qps', pseudoErrorPrefix]] as const) {
    await page.goto(`${path}?lang=${lang}`)
    await page.locator('[name="draftComments"]').fill('What I think. '.repeat(400))
    await page.locator('[name="draftSchool"]').fill('Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(6))
    await page.getByRole('main').locator('form button').last().click()
    await expect(page.locator('.govuk-error-summary')).toBeVisible()
    await judged(page, `draft plan long and in error, ${lang}`, prefix ? { errorPrefix: prefix } : {})
  }
})

for (const form of forms) {
  test(`every page of ${form.id} has one heading, is kept for the HTML checker, and has nothing that either engine finds wrong`, async ({ page }) => {
    test.slow()
    await mkdir(savedPagesFolder, { recursive: true })
    const walk = walker(page.request, form)
    for (const { answers, pages } of peopleWhoSeeEverything(form)) {
      const reference = await walk.draft(answers)
      for (const { id } of pages) {
        const { status, html } = await walk.open(walk.pathOf(reference, id))
        expect.soft(status, id).toBe(200)
        expect.soft(html.match(/<h1[ >]/g)?.length, id).toBe(1)
        await writeFile(join(savedPagesFolder, `every-${form.id}-${id}.sent.html`), html)
        expect.soft(await judgeByEngines(await laidOut(page, html)), id).toEqual([])
      }
    }
  })
}
