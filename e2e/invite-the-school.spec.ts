import type { Browser, BrowserContext, Page } from 'playwright/test'
import sharp from 'sharp'
import { exampleAnswers } from '~/engine/describe-form'
import { schoolAdvice } from '~/forms/school-advice'
import { TOLD_IN } from '~/forms/school-advice/when-asked'
import { action, continueButton, say } from './support/fill'
import { judgePage } from './support/judges'
import { mailTo, newestMailTo, signedInAs, signInAs } from './support/mailbox'
import { expect, testAlone as test, type Portal } from './support/portal'
import { leastAnswers, today, walker } from './support/walk'

// A family asks its school, the school answers together, the family reads it; and who may see what, until it ends.

const kingfisher = { urn: '990002', name: 'Kingfisher Primary School', town: 'Anyborough' }
const answers = { ...leastAnswers, childFirstNames: 'Zofia', childLastName: 'Qzlast', childBirthDate: '2017-03-02', schoolSituation: 'school', schoolName: kingfisher, goingWell: 'She sings qzsong.' }
const errorPrefix = say('common:titleError', { title: '|' }).split('|')[0] ?? ''
const main = (page: Page) => page.getByRole('main')
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
let made = 0
const address = (who: string) => `${who}-${process.pid}-${(made += 1)}@kingfisher.example`

/** The link in the newest invitation to somebody at a school. */
const linkTo = async (portal: Portal, email: string) => (await mailTo(portal, email)).flatMap(({ text }) => /\/invited\/[\w-]{43}(?=\s)/.exec(text)?.[0] ?? [])[0] ?? ''

async function newPage(browser: Browser, portal: Portal, javaScriptEnabled = true): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ baseURL: portal.url, javaScriptEnabled })
  return context.newPage()
}

/** Somebody of a school, signed in. */
async function signedIn(browser: Browser, portal: Portal, email: string, path = '/applications'): Promise<Page> {
  const page = await newPage(browser, portal)
  await signedInAs(page, portal, email)
  await page.goto(path)
  return page
}

/** A request that has asked somebody at Kingfisher, as a browser without scripts asks. */
async function askedBy(page: Page, email: string, shows: readonly string[] = []): Promise<string> {
  const walk = walker(page.request)
  const reference = await walk.draft(answers)
  const form = await walk.open(`/applications/${reference}/invite`)
  const typed: [string, string][] = [['invitedSchool', 'Kingfisher Primary School, Anyborough (URN 990002)'], ['invitedEmail', email], ['invitedAsks', 'seen'], ['invitedAsks', 'progress'], ...shows.map((each): [string, string] => ['invitedShows', each])]
  const twice = await Promise.all([walk.send(form, typed), walk.send(form, typed)])
  for (const { url } of twice) expect(url.pathname).toBe(`/applications/${reference}/schools`)
  return reference
}

for (const javaScriptEnabled of [true, false]) {
  test(`a family asks, the school answers, and the family reads it, ${javaScriptEnabled ? 'with scripts' : 'without scripts'}`, async ({ browser, portal }) => {
    test.slow()
    const judged = async (page: Page, name: string, prefix?: string) =>
      javaScriptEnabled ? expect.soft(await judgePage(page, { name: `school asked ${name}`, ...(prefix !== undefined && { errorPrefix: prefix }) }), name).toEqual([]) : undefined
    const family = await newPage(browser, portal, javaScriptEnabled)
    await family.goto('/apply/parent-request')
    const walk = walker(family.request)
    const reference = await walk.draft(answers)
    const senco = address('senco')

    await family.goto(walk.pathOf(reference))
    await action(family, 'invite:follow.ask').click()
    await judged(family, 'list empty')
    await action(family, 'invite:list.ask').click()
    await expect(family.locator('[name="invitedSchool"]')).toHaveValue(/Kingfisher/)
    await expect(main(family)).toContainText(/20\d\d/)
    await judged(family, 'form')
    await family.locator('[name="invitedEmail"]').fill('not an address')
    await action(family, 'invite:send').click()
    await expect(family.locator('.govuk-error-summary')).toContainText(say('invite-school:questions.invitedEmail.errors.notAnEmail'))
    await expect(family.locator('[name="invitedEmail"]')).toHaveValue('not an address')
    await judged(family, 'form in error', errorPrefix)
    await family.locator('[name="invitedEmail"]').fill(senco)
    await family.locator('[name="invitedSchool"]').fill('Kingfisher')
    await family.locator('[name="invitedShows"][value="story"]').check()
    await action(family, 'invite:send').click()
    await expect(family.locator('.govuk-error-summary')).toContainText(say('invite:faults.which'))
    await judged(family, 'which school', errorPrefix)
    await family.getByRole('radio', { name: 'Kingfisher Primary School' }).check()
    await action(family, 'invite:send').click()
    await expect(heading(family)).toHaveText(say('invite:list.heading'))
    await expect(main(family)).toContainText(senco)
    await judged(family, 'list')
    await walk.submit(reference)

    const school = await newPage(browser, portal, javaScriptEnabled)
    await school.goto(await linkTo(portal, senco))
    await expect(school).toHaveURL(/\/sign-in\?/)
    await signInAs(school, portal, senco)
    await expect(main(school)).toContainText('Zofia Qzlast')
    await expect(main(school)).toContainText('qzsong')
    await expect(main(school)).not.toContainText('pat@example.com')
    await expect(main(school)).toContainText(say('schools:asks.progress'))
    await expect(main(school)).toContainText(new RegExp(`${say('schools:invited.due')}\\s*\\w+ \\d+ \\w+ 20\\d\\d`))
    await judged(school, 'invitation')
    await action(school, 'schools:invited.accept').click()
    await expect(main(school)).toContainText(say('schools:tasks.wanted'))
    await expect(main(school)).toContainText(new RegExp(say('schools:tasks.due', { due: 'DAY' }).replace('DAY', '\\w+ \\d+ \\w+ 20\\d\\d')))
    const wanted = main(school).getByText(say('schools:tasks.wanted'), { exact: true }).locator('xpath=following-sibling::*[1]')
    await expect(wanted).toContainText(say('schools:asks.progress'))
    await judged(school, 'parts')
    await school.goto(school.url().replace('school-advice?', 'school-advice/progress?'))
    await school.locator('[name="progress"]').fill('She reads qzreads.')
    await continueButton(school).click()
    const answer = new URL(school.url()).searchParams.get('ref') ?? ''
    await school.goto(`/apply/school-advice/files-for-family?ref=${answer}`)
    await school.locator('[name="filesForFamily"][value="yes"]').check()
    await continueButton(school).click()
    await school.goto(`/apply/school-advice/papers?ref=${answer}`)
    await continueButton(school).click()
    // What was answered is wanted no more; the rest is.
    await school.goto(`/apply/school-advice?ref=${answer}`)
    await expect(wanted).toContainText(say('schools:asks.seen'))
    await expect(wanted).not.toContainText(say('schools:asks.reports'))
    await school.goto(`/applications/${answer}/papers`)
    await school.locator('[name="files"]').setInputFiles([
      { name: 'Support plan.txt', mimeType: 'text/plain', buffer: Buffer.from('qzplan') },
      { name: 'Timetable.jpg', mimeType: 'image/jpeg', buffer: await sharp({ create: { width: 600, height: 800, channels: 3, background: 'teal' } }).jpeg().toBuffer() },
    ])
    await action(school, 'papers:add.button').click()
    await expect(main(school)).toContainText('Support plan.txt')
    await expect(main(school)).toContainText('Timetable.jpg')
    // What is still on its way is not sent by whoever leaves.
    await expect(school.locator('.wm-sending')).toHaveCount(0)
    await school.goto(`/apply/school-advice/check?ref=${answer}`)
    await action(school, 'apply:check.sendAnswer').click()
    await expect(school.locator('.govuk-panel')).toContainText(say('apply:sent.headingAnswer'))

    await family.goto(`/applications/${reference}`)
    await expect(main(family)).toContainText(say('invite:follow.came', { count: 1 }))
    await judged(family, 'request with evidence')
    await family.getByRole('link', { name: /^Read what Kingfisher Primary School sent/ }).click()
    await expect(main(family)).toContainText('qzreads')
    await expect(async () => {
      await family.reload()
      for (const name of ['Support plan.txt', 'Timetable.jpg']) await expect(main(family)).toContainText(name, { timeout: 500 })
    }).toPass()
    const came = say('invite:evidence.came', { date: 'DAY' }).replace(/[()]/g, '\\$&').replace('DAY', '\\w+ \\d+ \\w+ 20\\d\\d')
    await expect(family.locator('li', { hasText: 'Support plan.txt' }).first()).toContainText(new RegExp(came))
    await judged(family, 'evidence')
    const file = await family.request.get((await family.getByRole('link', { name: 'Support plan.txt' }).getAttribute('href')) ?? '')
    expect([file.status(), file.headers()['content-disposition'], await file.text()]).toEqual([200, "attachment; filename*=UTF-8''Support%20plan.txt", 'qzplan'])
    await family.reload()
    await family.getByText(`${say('papers:list.opened')}: Support plan.txt`).click()
    await expect(main(family)).toContainText(`${say('papers:who.you')}, `)
    const opened = family.getByText(`${say('papers:list.opened')}: Timetable.jpg`)
    await expect(opened).toHaveCount(0)
    await family.getByRole('link', { name: say('invite:evidence.look', { name: 'Timetable.jpg' }) }).click()
    await expect(family.locator('.wm-pictures img')).toHaveAttribute('alt', say('papers:look.page', { number: 1, pages: 1, name: 'Timetable.jpg' }))
    await expect.poll(() => family.locator('.wm-pictures img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
    await judged(family, 'pages of a file of evidence')
    const [pages, picture] = [family.url(), (await family.locator('.wm-pictures img').getAttribute('src')) ?? '']
    await family.getByRole('link', { name: say('invite:look.back') }).click()
    await expect(opened).toHaveCount(1)
    for (const path of [pages, picture]) {
      const statuses = await Promise.all([school.request, (await newPage(browser, portal)).request, family.request].map(async (who) => (await who.get(path, { maxRedirects: 0 })).status()))
      expect(statuses, path).toEqual([404, 303, 200])
    }
    await school.goto(`/applications/${answer}/papers`)
    for (const list of await school.getByText(say('papers:list.opened'), { exact: true }).all()) await list.click()
    await expect(main(school)).toContainText(`${say('papers:who.asker')}, `)
    await expect(main(school)).not.toContainText(`${say('papers:who.you')}, `)
    await school.goto(`/applications/${answer}`)
    await expect(main(school)).toContainText(say('timeline:lead.evidence'))
    await expect(main(school)).not.toContainText(/clock|weeks/)
    await judged(school, 'what was answered')
    for (const to of [senco, 'pat@example.com']) for (const { text } of await mailTo(portal, to)) expect(text).not.toMatch(/Zofia|Qzlast|Kingfisher Primary|qzreads/)

    await family.goto(`/applications/${reference}/schools`)
    await family.getByRole('button', { name: /^Take this back/ }).click()
    await expect(main(family)).toContainText(say('invite:list.states.taken-back', { date: '|' }).split('|')[0] ?? '')
    await school.reload()
    await expect(main(school)).toContainText(say('errors:no-request.heading'))
    await school.goto(await linkTo(portal, senco))
    await expect(heading(school)).toHaveText(say('schools:invited.over'))
    await expect(main(school)).not.toContainText('Zofia')
    await judged(school, 'over')
  })
}

test('a school says no, with a reason that the family reads', async ({ browser, page, portal }) => {
  await page.goto('/apply/parent-request')
  const senco = address('senco')
  const reference = await askedBy(page, senco)
  expect((await mailTo(portal, senco)).length).toBe(1)
  const school = await signedIn(browser, portal, senco, await linkTo(portal, senco))
  await action(school, 'schools:invited.decline').click()
  await school.locator('[name="declineMore"]').fill('Ask the college.')
  await action(school, 'schools:decline.send').click()
  await expect(school.locator('.govuk-error-summary')).toContainText(say('decline-invitation:questions.declineReason.errors.required'))
  await expect(school.locator('[name="declineMore"]')).toHaveValue('Ask the college.')
  expect.soft(await judgePage(school, { name: 'school says no in error', errorPrefix })).toEqual([])
  await school.locator('[name="declineReason"][value="has-left"]').check()
  await school.locator('[name="declineMore"]').fill('Ask the college. She wants to die.')
  await action(school, 'schools:decline.send').click()
  await expect(heading(school)).toHaveText(say('schools:invited.over'))
  await expect(main(school)).toContainText(say('danger:helpNowAtSchool.heading'))
  expect.soft(await judgePage(school, { name: 'school says no in words of danger' })).toEqual([])
  await page.goto(`/applications/${reference}/schools`)
  await expect(main(page)).toContainText('Ask the college.')
})

test('a lead adds a colleague, shares out the parts, and takes the colleague out: an open session sees nothing any more', async ({ browser, page, portal }) => {
  test.slow()
  const lead = await signedIn(browser, portal, 'senco@kingfisher.example')
  await lead.getByRole('link', { name: 'Kingfisher Primary School' }).click()
  expect.soft(await judgePage(lead, { name: 'school page' })).toEqual([])
  const colleague = address('colleague')
  await action(lead, 'schools:team.add').click()
  await lead.locator('[name="memberName"]').fill('Nia Qzcolleague')
  await action(lead, 'schools:colleague.send').click()
  await expect(lead.locator('.govuk-error-summary')).toContainText(say('school-member:questions.memberEmail.errors.required'))
  await expect(lead.locator('[name="memberName"]')).toHaveValue('Nia Qzcolleague')
  expect.soft(await judgePage(lead, { name: 'school colleague in error', errorPrefix })).toEqual([])
  await lead.locator('[name="memberEmail"]').fill(colleague)
  await action(lead, 'schools:colleague.send').click()
  await expect(main(lead)).toContainText('Nia Qzcolleague')
  expect((await newestMailTo(portal, colleague)).text).not.toContain('Qzcolleague')

  await lead.goto('/schools/990002?fault=lastLead')
  expect.soft(await judgePage(lead, { name: 'school page in error', errorPrefix })).toEqual([])
  await lead.goto('/schools/990002')
  await action(lead, 'schools:team.begin').click()
  await lead.goto(lead.url().replace(/school-advice[^?]*/, 'school-advice/child-name'))
  await lead.locator('[name="childFirstNames"]').fill('Qzpupil')
  await continueButton(lead).click()
  const draft = lead.url()
  await lead.goto(draft.replace(/school-advice[^?]*/, 'school-advice'))
  await action(lead, 'schools:tasks.share').click()
  expect.soft(await judgePage(lead, { name: 'school shares out' })).toEqual([])
  await lead.locator('[name="to.views"]').selectOption({ label: 'Nia Qzcolleague' })
  await action(lead, 'schools:share.save').click()

  const nia = await signedIn(browser, portal, colleague, '/schools/990002')
  await expect(main(nia).getByRole('heading', { level: 2 }).first()).toHaveText(say('schools:team.yours'))
  await main(nia).getByRole('link', { name: /Qzpupil/ }).first().click()
  await expect(nia).toHaveURL(/\/pupil-views\?/)
  await nia.locator('[name="pupilViews"]').fill('He likes Mondays.')
  await continueButton(nia).click()
  await expect(nia).toHaveURL(/\/parents-views\?/)
  await nia.goto(draft.replace(/school-advice[^?]*/, 'school-advice'))
  await expect(main(nia)).toContainText(say('schools:tasks.given', { name: 'Nia Qzcolleague' }))

  const pasted = draft.replace(/school-advice[^?]*/, 'school-advice/attainments/paste')
  await nia.goto(pasted)
  const token = await nia.locator('input[name="csrf"]').first().inputValue()
  const paste = async () => (await nia.request.post(pasted, { form: { csrf: token, rows: 'Subject or test\tScore or level\nMaths\t85' }, headers: { Origin: portal.url } })).status()
  expect(await paste()).toBe(200)

  await lead.goto('/schools/990002')
  await lead.getByRole('button', { name: 'Remove (Nia Qzcolleague)' }).click()
  await expect(main(lead)).not.toContainText('Nia Qzcolleague')
  for (const path of ['/schools/990002', draft, draft.replace(/school-advice[^?]*/, 'school-advice/check')]) {
    await nia.goto(path)
    await expect(main(nia)).toContainText(say('errors:not-found.heading'))
  }
  expect(await paste()).toBe(404)
  await page.goto('/')
})

test('a school that has told all that it was asked for is told so', async ({ browser, page, portal }) => {
  await page.goto('/apply/parent-request')
  const senco = address('senco')
  await askedBy(page, senco)
  const school = await signedIn(browser, portal, senco, await linkTo(portal, senco))
  await action(school, 'schools:invited.accept').click()
  const list = school.url()
  const nothing = main(school).getByText(say('schools:tasks.nothing'))
  await expect(nothing).toHaveCount(0)
  // `askedBy` asks what the school sees, and how the child gets on.
  const told = schoolAdvice.sections.filter(({ id }) => ['seen', 'progress'].flatMap((ask) => TOLD_IN[ask] ?? []).includes(id))
  const asked = new Set<string>(told.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions.map(({ id }) => id))))
  const examples = Object.entries(exampleAnswers(schoolAdvice, today)).filter(([id]) => asked.has(id))
  await walker(school.request, schoolAdvice).answer(new URL(list).searchParams.get('ref') ?? '', Object.fromEntries(examples))
  await school.goto(list)
  await expect(nothing).toBeVisible()
})

test('who may open what of a school', async ({ browser, page, portal }) => {
  await page.goto('/apply/parent-request')
  const [senco, other] = [address('senco'), address('other')]
  const reference = await askedBy(page, senco, ['story'])
  const link = await linkTo(portal, senco)
  const invited = await signedIn(browser, portal, senco, link)
  await action(invited, 'schools:invited.accept').click()
  const form = new URL(invited.url())
  const answer = form.searchParams.get('ref') ?? ''
  const people = {
    'whoever was asked': invited,
    'a member': await signedIn(browser, portal, 'jo@kingfisher.example'),
    'the lead': await signedIn(browser, portal, 'senco@kingfisher.example'),
    'somebody else': await signedIn(browser, portal, other),
    'the family': page,
    'nobody': await newPage(browser, portal),
  } as const
  const paths = {
    [link]: [200, 200, 200, 404, 302, 302],
    [`${link}/no`]: [200, 200, 200, 404, 302, 302],
    '/schools/990002': [404, 200, 200, 404, 302, 302],
    '/schools/990002/colleague': [404, 404, 200, 404, 302, 302],
    [`/schools/990002/forms/${answer}`]: [404, 200, 200, 404, 302, 302],
    [`/schools/990001/forms/${answer}`]: [404, 404, 404, 404, 302, 302],
    [form.pathname + form.search]: [200, 200, 200, 404, 302, 302],
    [`/apply/school-advice/attainments/paste?ref=${answer}`]: [200, 200, 200, 404, 302, 302],
    [`/applications/${answer}/print`]: [200, 200, 200, 404, 302, 302],
    [`/applications/${answer}/papers`]: [200, 200, 200, 404, 302, 302],
    [`/applications/${answer}/papers/none/file`]: [404, 404, 404, 404, 302, 302],
    [`/applications/${reference}/schools/none`]: [404, 404, 404, 404, 404, 302],
    [`/applications/${reference}/schools/none/none/look`]: [404, 404, 404, 404, 302, 302],
    [`/applications/${reference}/schools/none/none/pages/1`]: [404, 404, 404, 404, 302, 302],
    [`/applications/${reference}`]: [404, 404, 404, 404, 200, 302],
    [`/applications/${reference}/schools`]: [404, 404, 404, 404, 200, 302],
    [`/applications/${reference}/print`]: [404, 404, 404, 404, 200, 302],
  }
  const wrong: string[] = []
  for (const [path, statuses] of Object.entries(paths)) {
    for (const [index, [who, { request }]] of Object.entries(people).entries()) {
      const got = await request.get(`${portal.url}${path}`)
      const status = new URL(got.url()).pathname === '/sign-in' ? 302 : got.status()
      if (status !== statuses[index]) wrong.push(`${who} at ${path.replace(link, '/invited/LINK')}: ${status}, not ${statuses[index]}`)
      if (status !== 200 && /Zofia|qzsong/.test(await got.text())) wrong.push(`${who} at ${path}: shows the pupil`)
    }
  }
  expect(wrong).toEqual([])
  const { 'somebody else': stranger } = people
  await stranger.goto(link)
  await expect(heading(stranger)).toHaveText(say('errors:not-invited.heading'))
  expect.soft(await judgePage(stranger, { name: 'school not invited' })).toEqual([])

  // Whoever was asked and is in no team can be taken out by whoever leads it.
  const { 'the lead': lead } = people
  await lead.goto('/schools/990002')
  await lead.getByRole('button', { name: `${say('schools:team.remove')} (${senco})` }).click()
  await expect(main(lead)).not.toContainText(senco)
  for (const path of [link, form.pathname + form.search]) expect((await invited.request.get(`${portal.url}${path}`)).status(), path).toBe(404)
})
