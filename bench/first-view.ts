import { chromium } from 'playwright'
import { chromiumPath } from '../e2e/support/browser'

/** KiB as sent (zipped as this browser takes it), by what they are for. */
export interface FirstView {
  readonly html: number
  readonly css: number
  readonly fonts: number
  readonly images: number
  /** Scripts that must arrive before the page can be used: none, since every page is a plain form. Parsed in the head, without async or defer. */
  readonly scriptsBefore: number
  /** Scripts that load afterwards: module scripts and what they import. */
  readonly scriptsAfter: number
  readonly requests: number
}

/** Opens the first question page of a form in a new browser, as a phone would, and weighs everything that it fetches. */
export async function firstViewOf(origin: string, form: string): Promise<FirstView> {
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] })
  try {
    const context = await browser.newContext({ locale: 'en-GB' })
    const start = await context.newPage()
    await start.goto(`${origin}/apply/${form}`)
    await start.locator('main form button').click()
    await start.waitForURL(/ref=/)
    const first = start.url()
    await start.close()
    // The cookies stay; the cache does not.
    const page = await (await browser.newContext({ locale: 'en-GB', storageState: await context.storageState() })).newPage()
    await page.goto(first, { waitUntil: 'networkidle' })
    const fetched = await page.evaluate(() =>
      (performance.getEntries() as PerformanceResourceTiming[])
        .filter((entry) => ['navigation', 'resource'].includes(entry.entryType))
        .map(({ name, entryType, encodedBodySize }) => ({ path: entryType === 'navigation' ? '.html' : new URL(name).pathname, bytes: encodedBodySize })),
    )
    const blocking = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLScriptElement>('head script[src]:not([async], [defer], [type=module])')].map((script) => new URL(script.src).pathname),
    )
    const kib = (belongs: (path: string) => boolean) => fetched.filter(({ path }) => belongs(path)).reduce((sum, { bytes }) => sum + bytes, 0) / 1024
    return {
      html: kib((path) => path === '.html'),
      css: kib((path) => path.endsWith('.css')),
      fonts: kib((path) => path.endsWith('.woff2')),
      images: kib((path) => path.endsWith('.svg')),
      scriptsBefore: kib((path) => blocking.includes(path)),
      scriptsAfter: kib((path) => path.endsWith('.js') && !blocking.includes(path)),
      requests: fetched.length,
    }
  } finally {
    await browser.close()
  }
}
