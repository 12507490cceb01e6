import { readFileSync } from 'node:fs'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { forms } from '~/forms'
import { wordsFor } from '~/i18n/words'
import { languages } from '~/i18n/languages'
import { families } from '#db/seed/families'
import { emailOf } from '#db/seed/family'
import { peopleWhoSeeEverything } from './support/everyone'
import { mailTo, newestMailTo } from './support/mailbox'
import { expect, test } from './support/portal'
import { leastAnswers, walker, type Walker } from './support/walk'

// In the pseudo-language every sentence of the locales is accented, so a plain English word on a page is a sentence that is in the code.

type Node = DefaultTreeAdapterTypes.Node
const spoken = ['alt', 'title', 'aria-label', 'placeholder', 'content', 'label']

/** Every text that somebody sees or hears on a page. */
const textsOf = (node: Node): string[] => {
  if (node.nodeName === 'script' || node.nodeName === 'style' || node.nodeName === 'meta') return []
  const own = 'value' in node ? [node.value] : []
  const said = 'attrs' in node ? node.attrs.filter(({ name }) => spoken.includes(name)).map(({ value }) => value) : []
  return [...own, ...said, ...('childNodes' in node ? node.childNodes.flatMap(textsOf) : [])]
}

const letters = (text: string) => text.match(/[A-Za-z]+/g) ?? []
const dates = Array.from({ length: 365 }, (_, day) => wordsFor('qps').date(new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)))
/** What no language changes: the council's own names, dates (written as in English), languages' own names, and what the family typed. */
const names = [readFileSync('db/demo-council.json', 'utf8'), ...dates, ...languages.map((each) => each.name), JSON.stringify(leastAnswers), 'am pm Robin']

/** Plain English words: no letter of them is accented, and they are not part of an address, a reference, a code or a cookie's name. */
const englishIn = (html: string, written: readonly string[] = []): string[] => {
  const known = new Set([...names, ...written].flatMap(letters))
  return textsOf(parse(html)).flatMap((text) => {
    const words = text.replace(/\S*[@/]\S*|\b[a-z-]+(?:\.[a-z-]+)+\b|\b[\dB-Z]{4}-[\dB-Z]{4}\b|\b[0-9a-f]{8,}\b|__[\w-]+/g, ' ').match(/[\p{L}\p{M}'’]+/gu) ?? []
    return words.filter((word) => /^[A-Za-z'’]{2,}$/.test(word) && !letters(word).every((part) => part.length === 1 || known.has(part)))
  })
}

const speaksPseudo = async (walk: Walker, path: string, written: readonly string[] = []) => {
  const { html } = await walk.open(path)
  expect.soft([...new Set(englishIn(html, written))], path).toEqual([])
  expect.soft(html, path).toMatch(/<html lang="en-x-qps" dir="rtl"/)
}

test('a page in English is seen to be in English', async ({ page }) => {
  const { html } = await walker(page.request).open('/help')
  expect(englishIn(html).length).toBeGreaterThan(50)
})

for (const form of forms) {
  test(`no page of ${form.id} has an English word in the code`, async ({ page }) => {
    test.setTimeout(120_000)
    const walk = walker(page.request, form)
    await walk.open('/?lang=qps')
    for (const { answers, pages } of peopleWhoSeeEverything(form)) {
      const reference = await walk.draft(answers)
      for (const { id } of pages) await speaksPseudo(walk, walk.pathOf(reference, id))
    }
  })
}

test('no other page, nor an email, has an English word in the code', async ({ page, portal }) => {
  const walk = walker(page.request)
  await walk.open('/?lang=qps')
  const open = ['/', '/start', '/start?at=age', '/start?at=plan', '/start?at=before', '/start?at=result&who=me&age=child&plan=yes&before=yes', '/start?at=result&who=work&age=over', '/start?at=result&who=other&age=young']
  const others = ['/help', '/privacy', '/cookies', '/accessibility', '/sign-in', '/sign-in?fault=tooMany&ended=1', '/sign-in/code?fault=wrong', '/sign-in/link?token=x', '/sign-in/link?fault=expired', '/applications', '/apply/parent-request', '/no-such-page']
  for (const path of [...open, ...others]) await speaksPseudo(walk, path)

  const reference = await walk.draft({ whoYouAre: 'parent', childFirstNames: 'Robin' })
  for (const rest of ['', 'check', 'save']) await speaksPseudo(walk, walk.pathOf(reference, rest))
  await walk.answer(reference, { ...leastAnswers, requesterEmail: 'pseudo@example.com' })
  await speaksPseudo(walk, walk.pathOf(reference, 'check'))
  await walk.submit(reference)
  await speaksPseudo(walk, walk.pathOf(reference, 'sent'))
  for (const rest of ['', '/print', '/withdraw', '/papers', '/papers?show=none', '/papers?show=not-saved']) await speaksPseudo(walk, `/applications/${reference}${rest}`)
  await speaksPseudo(walk, '/applications')
  for (const { text } of await mailTo(portal, 'pseudo@example.com')) expect.soft(englishIn(text.replaceAll('pseudo@example.com', ''))).toEqual([])
})

test('no family of the demo reads an English word that is in the code', async ({ playwright, portal }) => {
  for (const family of families.filter((each) => each.sentDaysAgo !== undefined)) {
    const request = await playwright.request.newContext({ baseURL: portal.url })
    const walk = walker(request)
    await walk.send(await walk.open('/sign-in?lang=qps'), [['email', emailOf(family)]])
    await walk.send(await walk.open('/sign-in/code'), [['code', (await newestMailTo(portal, emailOf(family))).code]])
    const stories = [JSON.stringify(family), JSON.stringify(family.story?.(() => '2026-01-01') ?? [])]
    await speaksPseudo(walk, `/applications/${family.reference}`, stories)
    if (family.papers) await speaksPseudo(walk, `/applications/${family.reference}/papers`, stories)
    if (family.id === 'draft-plan') await speaksPseudo(walk, `/applications/${family.reference}/draft-plan`, stories)
    await request.dispose()
  }
})
