import axeCore from 'axe-core'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page, Route } from 'playwright/test'

// The two engines are large, and slow until they are warm. So each browser has one window in which they stay, and what they are to look at is laid in.

const aceProgram = readFile(createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'), 'utf8')

/** The address of the window: of no server, so that no policy of one is about the engines. */
const NOWHERE = 'http://window.test/'

interface Judging {
  readonly page: Page
  /** The page that what is laid in was copied from: it fetches whatever that links to. */
  from: Page
  /** Where the styles that are in it came from. */
  origin: string | undefined
}

/** By what points at the screen, since styles ask for it. */
const windows = new WeakMap<Browser, Map<boolean, Promise<Judging>>>()
const areWindows = new WeakSet<Page>()

async function open(browser: Browser, from: Page, hasTouch: boolean): Promise<Judging> {
  // Said here, since a test that wants something else would have it here too.
  const page = await browser.newPage({ hasTouch, isMobile: false, javaScriptEnabled: true })
  areWindows.add(page)
  const window: Judging = { page, from, origin: undefined }
  const answer = async (route: Route) => {
    const request = route.request()
    if (request.isNavigationRequest()) return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })
    const { pathname, search } = new URL(request.url())
    // What is asked for after its test has ended is nobody's any more.
    const response = await window.from.request.get(originOf(window.from) + pathname + search).catch(() => undefined)
    return response ? route.fulfill({ response }) : route.abort()
  }
  await page.route('**', answer)
  await page.goto(NOWHERE)
  await page.evaluate(axeCore.source)
  // One checker: making it takes longer than a look.
  await page.evaluate(`${await aceProgram}; window.ace = new ace.Checker()`)
  return window
}

async function windowFor(page: Page): Promise<Judging> {
  const browser = page.context().browser()
  if (!browser) throw new Error('This page has no browser of its own')
  const hasTouch = await page.evaluate(() => matchMedia('(any-pointer: coarse)').matches)
  const ofBrowser = windows.get(browser) ?? new Map<boolean, Promise<Judging>>()
  windows.set(browser, ofBrowser)
  const opened = ofBrowser.get(hasTouch) ?? open(browser, page, hasTouch)
  ofBrowser.set(hasTouch, opened)
  return opened
}

/**
 * The window of this page's browser, with a document laid into it as large as the page is. No script of the document runs.
 * @param page fetches, as whoever it is signed in as, the styles and pictures that the document names
 */
export async function layIn(page: Page, html: string): Promise<Page> {
  const window = await windowFor(page)
  const isElsewhere = window.origin !== originOf(page)
  Object.assign(window, { from: page, origin: originOf(page) })
  const size = page.viewportSize()
  const { width, height } = window.page.viewportSize() ?? {}
  if (size && (size.width !== width || size.height !== height)) await window.page.setViewportSize(size)
  await window.page.evaluate(
    async ({ html, path, isElsewhere }) => {
      const other = new DOMParser().parseFromString(html, 'text/html')
      const root = document.documentElement
      const stylesOf = (of: Document) => [...of.querySelectorAll<HTMLLinkElement | HTMLStyleElement>('head link[rel="stylesheet"], head style')]
      const namesOf = (of: Document) => stylesOf(of).map((sheet) => sheet.getAttribute('href') ?? sheet.textContent).join(' ')
      // A page from right to left has a stylesheet of its own, and so has each portal.
      if (isElsewhere || namesOf(document) !== namesOf(other)) {
        const old = stylesOf(document)
        const loaded = stylesOf(other).map((sheet) => new Promise((resolve, reject) => Object.assign(sheet, { onload: resolve, onerror: reject })))
        document.head.append(...stylesOf(other))
        await Promise.all(loaded)
        for (const sheet of old) sheet.remove()
      }
      for (const name of root.getAttributeNames()) root.removeAttribute(name)
      for (const { name, value } of other.documentElement.attributes) root.setAttribute(name, value)
      // What else a head says: to a browser, and to the engines.
      for (const meta of document.head.querySelectorAll('meta')) meta.remove()
      document.head.append(...other.head.querySelectorAll('meta'))
      document.title = other.title
      if (!other.querySelector('title')) document.querySelector('title')?.remove()
      document.body.replaceWith(document.adoptNode(other.body))
      history.replaceState(null, '', path)
      scrollTo(0, 0)
    },
    { html, path: pathOf(page), isElsewhere },
  )
  return window.page
}

/** Nothing where no page is open yet: what is asked for is then of the test's own portal (`baseURL`). */
const originOf = (page: Page): string => (page.url().startsWith('http') ? new URL(page.url()).origin : '')

const pathOf = (page: Page): string => {
  const { protocol, pathname, search } = new URL(page.url())
  return protocol.startsWith('http') ? pathname + search : '/'
}

/**
 * The same window with this page in it as it is now: what scripts have done to it, what is typed, ticked and open, and where focus is. A window is
 * its own. What a mouse is over, and how far something inside is scrolled, is not seen.
 */
export async function inWindow(page: Page): Promise<Page> {
  if (areWindows.has(page)) return page
  const { html, focused } = await page.evaluate(() => {
    const all = [...document.body.querySelectorAll('*')]
    if (document.adoptedStyleSheets.length > 0 || all.some((each) => each.shadowRoot)) throw new Error('A copy of this page would not be as it is')
    const copy = document.documentElement.cloneNode(true) as HTMLElement
    const fields = 'input, option, textarea'
    const copies = copy.querySelectorAll<HTMLElement>(fields)
    for (const [at, field] of [...document.documentElement.querySelectorAll(fields)].entries()) {
      const other = copies[at]
      if (field instanceof HTMLTextAreaElement && other) other.textContent = field.value
      else if (field instanceof HTMLOptionElement) other?.toggleAttribute('selected', field.selected)
      else if (field instanceof HTMLInputElement) {
        other?.toggleAttribute('checked', field.checked)
        if (field.type !== 'file') other?.setAttribute('value', field.value)
      }
    }
    return { html: `<!doctype html>${copy.outerHTML}`, focused: document.activeElement ? all.indexOf(document.activeElement) : -1 }
  })
  const window = await layIn(page, html)
  await window.evaluate((at) => (document.body.querySelectorAll('*')[at] as HTMLElement | undefined)?.focus(), focused)
  return window
}
