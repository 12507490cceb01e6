import type { Page } from 'playwright/test'
import { families } from '#db/seed/families'
import { youngPeople } from '#db/seed/families/young-people'
import { emailOf, formOf } from '#db/seed/family'
import { readPdf, unspaced, type ReadPage } from '~/paper/read-pdf.contract'
import { say } from './support/fill'
import { signedInAs } from './support/mailbox'
import { expect, test } from './support/portal'
import { leastAnswers, walker } from './support/walk'

// Whoever cannot use a PDF, or gets none just now, prints the page: it says the same, in the same order, and prints as cleanly.

/** What is printed of a page. The banner of a draft stands in the header of the PDF. */
async function printedText(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' })
  const text = await page.getByRole('main').evaluate((main: HTMLElement) => {
    for (const furniture of main.querySelectorAll('.wm-banner, .wm-watermark')) furniture.remove()
    return main.innerText
  })
  await page.emulateMedia({ media: null })
  return unspaced(text)
}

const contentOf = (pages: readonly ReadPage[]) => pages.flatMap((each) => each.content.map(({ text }) => text))

/** A PDF: its words between header and footer, without the dots of its lists, and where it leads. */
async function pdfAt(page: Page, url: string): Promise<{ readonly text: string; readonly links: readonly string[] }> {
  const answer = await page.request.get(url)
  // A busy portal says after some seconds that it is still being made.
  if (answer.url().endsWith('pdf=making')) return pdfAt(page, url)
  expect(answer.status()).toBe(200)
  const { pages, links } = await readPdf(await answer.body())
  return { text: unspaced(contentOf(pages).join('')).replaceAll('•', ''), links }
}

/** The addresses of the web and of email that the page has beside its words. */
const contactsOn = (page: Page) => page.locator('main dl a:is([href^="http"], [href^="mailto:"])').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))

/** What the browser's own print button makes of the page: no heading ends a sheet, and nothing of the screen is on it. */
async function printsCleanly(page: Page): Promise<void> {
  const headings = (await page.locator('main :is(h1, h2, h3, h4)').allTextContents()).map(unspaced)
  const { pages } = await readPdf(await page.pdf({ format: 'A4', margin: { top: '20mm', bottom: '20mm', left: '18mm', right: '18mm' } }))
  const text = unspaced(pages.flatMap((each) => each.pieces.map((piece) => piece.text)).join(''))
  for (const screens of ['account:print.how', 'account:print.back', 'account:timeline.keep']) expect(text).not.toContain(unspaced(say(screens)))
  for (const { pieces, width } of pages) {
    expect(headings).not.toContain(unspaced(pieces.at(-1)?.text ?? ''))
    expect(pieces.filter(({ right }) => right > width)).toEqual([])
  }
}
/** Every link to a PDF of an application, with the links that stand beside it. */
const pdfLinks = (page: Page) =>
  page.locator('main a[href*=".pdf"]').evaluateAll((links) =>
    links.map((link) => [link.getAttribute('href'), [...(link.closest('ul')?.querySelectorAll('a') ?? [])].map((each) => each.getAttribute('href'))] as const),
  )
async function offersPrintBeside(page: Page): Promise<number> {
  const links = await pdfLinks(page)
  for (const [href = '', beside] of links) {
    const print = href?.includes('timeline.pdf') ? href.replace('/timeline.pdf', '?print') : (href ?? '').replace('copy.pdf', 'print')
    expect(beside, href ?? '').toContain(print)
  }
  return links.length
}

test.describe('the page to print says what the PDF says, in its order, for the family', () => {
  // The other young people differ from these in the words of a stage alone.
  for (const family of families.filter(({ id }) => !youngPeople.some((each) => each.id === id))) {
    test(family.id, async ({ page, portal }) => {
      test.slow()
      await signedInAs(page, portal, emailOf(family))
      const base = `/applications/${family.reference}`
      await page.goto(`${base}/print`)
      if (family.sentDaysAgo === undefined) await expect(page.locator('.wm-banner')).toHaveText(say('paper:copy.draft'))
      await printsCleanly(page)
      const copy = await pdfAt(page, `${base}/copy.pdf`)
      expect(await printedText(page)).toBe(copy.text)
      expect(copy.links).toEqual([])
      if (family.sentDaysAgo === undefined) return

      await page.goto(`/apply/${formOf(family).id}/sent?ref=${family.reference}`)
      expect(await offersPrintBeside(page)).toBe(1)
      await page.goto(base)
      expect(await offersPrintBeside(page)).toBeGreaterThanOrEqual(2)
      await printsCleanly(page)
      const timeline = await pdfAt(page, `${base}/timeline.pdf`)
      expect(await printedText(page)).toBe(timeline.text)
      expect(timeline.links).toContain('https://www.lgo.org.uk/')
      expect(timeline.links.toSorted()).toEqual((await contactsOn(page)).toSorted())
    })
  }
})

test('the page to print of a correction says what its PDF says, in its order', async ({ page }) => {
  const walk = walker(page.request)
  const reference = await walk.draft({ ...leastAnswers, whyNow: 'What was first sent' })
  await walk.submit(reference)
  await walk.send(await walk.open(walk.pathOf(reference, 'why-now')), [['whyNow', 'What was sent later']])
  await walk.submit(reference)
  const base = `/applications/${reference}`
  await page.goto(`${base}/print?copy=2`)
  await expect(page.getByRole('main')).toContainText('What was sent later')
  await printsCleanly(page)
  expect(await printedText(page)).toBe((await pdfAt(page, `${base}/copy.pdf?copy=2`)).text)
})
