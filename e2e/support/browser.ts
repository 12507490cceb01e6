import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

/** Debian's packages chromium-headless-shell and chromium. The first has no windows to draw: it does the same work in four fifths of the time. */
const ofDebian = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']

/**
 * Path of the browser for the tests: CHROMIUM_PATH, else one of Debian's, else the one Playwright has downloaded,
 * else the one that comes with an npm package, so that a fresh machine needs no second step.
 */
export const chromiumPath = async (): Promise<string> => {
  const named = process.env['CHROMIUM_PATH']
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH is ${named}, but there is no file with that name.`)
    return named
  }
  const known = [...ofDebian, chromium.executablePath()].find((path) => existsSync(path))
  if (known) return known
  const packaged = await import('@sparticuz/chromium')
  return packaged.default.executablePath()
}
