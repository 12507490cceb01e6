import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright'
import { renderToString } from 'react-dom/server'
import { compile } from 'sass'
import { build, type Rollup } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chromiumPath } from '../../e2e/support/browser'
import { Playground } from './contract/playground.contract'

const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

const scriptOf = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    esbuild: { jsx: 'automatic' },
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: pathOf('./contract/playground-client.contract.tsx'), formats: ['iife'], name: 'playground', fileName: 'playground' },
    },
  })
  const [output] = built as Rollup.RollupOutput[]
  return output?.output[0].code ?? ''
}

let server: Server
let browser: Browser
let origin: string

beforeAll(async () => {
  const script = await scriptOf()
  const { css } = compile(pathOf('./styles/app.scss'), { loadPaths: [pathOf('../../node_modules')], quietDeps: true })
  const body = renderToString(<Playground />)
  const documentWith = (tail: string) => `<!doctype html><html lang="en" class="govuk-template"><head><title>Playground</title>
    <link rel="stylesheet" href="/style.css"></head><body class="govuk-template__body"><div id="root">${body}</div></body>${tail}</html>`
  const answers: Record<string, [string, string]> = {
    '/live': ['text/html', documentWith('<script src="/script.js" defer></script>')],
    '/still': ['text/html', documentWith('')],
    '/script.js': ['text/javascript', script],
    '/style.css': ['text/css', css],
    '/weather': ['text/html', '<!doctype html><title>Weather</title>'],
  }
  server = createServer((request, response) => {
    const [type, text] = answers[request.url ?? ''] ?? ['text/plain', '']
    response.setHeader('content-type', `${type}; charset=utf-8`).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] })
}, 120_000)

afterAll(async () => {
  await browser.close()
  server.close()
})

let page: Page
let complaints: string[]

/** Opens the page with its scripts and waits until it has come alive, which the way out says first. */
const openLive = async () => {
  await page.goto(`${origin}/live`)
  await page.getByRole('status').waitFor({ state: 'attached' })
}

beforeEach(async () => {
  page = await browser.newPage()
  complaints = []
  page.on('console', (message) => message.type() === 'error' && message.text().includes('Warning') && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
})

afterEach(async () => {
  await page.close()
  expect(complaints).toEqual([])
})

const box = (name: string) => page.getByRole('textbox', { name, exact: true })
const fruit = (name: string) => page.getByRole('group', { name: 'Fruits' }).getByRole('checkbox', { name })

describe('a page that has come alive', () => {
  beforeEach(openLive)

  it('gives every answer to the form library', async () => {
    await box('Line').fill('second')
    await box('Lines').fill('a\nb')
    await box('Day').fill('3')
    await box('Month').fill('March')
    await page.getByRole('radio', { name: 'plum' }).check()
    await fruit('apple').check()
    await box('Story').fill('Once')
    await page.getByRole('button', { name: 'Send' }).click()
    const sent = JSON.parse((await page.locator('ol li').textContent()) ?? '') as unknown
    expect(sent).toEqual({
      line: 'second',
      lines: 'a\nb',
      one: 'pear',
      'born-day': '3',
      'born-month': 'March',
      fruit: 'plum',
      fruits: ['apple', 'pear'],
      story: 'Once',
    })
  })

  it('sends once when a shaky hand presses twice', async () => {
    await page.getByRole('button', { name: 'Send' }).dblclick()
    await page.locator('ol li').first().waitFor()
    expect(await page.locator('ol li').count()).toBe(1)
  })

  it('lets "none" clear the others, and the others clear "none"', async () => {
    await fruit('none').check()
    expect(await fruit('pear').isChecked()).toBe(false)
    await fruit('apple').check()
    expect(await fruit('none').isChecked()).toBe(false)
    expect(await fruit('apple').isChecked()).toBe(true)
  })

  it('counts what is left only when little is, marks too much, and never stops anyone typing', async () => {
    await box('Story').fill('short')
    expect(await page.locator('#story-info').textContent()).toBe('Up to 20 characters')
    await box('Story').fill('sixteen letters!')
    expect(await page.locator('#story-info').textContent()).toBe('4 left')
    await page.locator('[aria-live=polite]', { hasText: '4 left' }).waitFor({ state: 'attached' })
    await box('Story').fill('twenty-three characters')
    expect(await page.locator('#story-info').textContent()).toBe('3 too many')
    expect(await box('Story').getAttribute('class')).toContain('govuk-textarea--error')
    expect(await box('Story').inputValue()).toHaveLength(23)
  })

  it('brings the keyboard to the errors each time, and from an error to its field', async () => {
    const summary = page.locator('.govuk-error-summary')
    await page.getByRole('button', { name: 'Fail' }).click()
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.getByRole('button', { name: 'Fail' }).click()
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.getByRole('link', { name: 'Say which fruit' }).click()
    expect(await page.locator('#fruit').evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('goes on when Space is pressed on a link that looks like a button', async () => {
    await page.getByRole('button', { name: 'Exit this page' }).focus()
    await page.keyboard.press('Space')
    await page.waitForURL('**/weather')
  })

  it('leaves for a harmless page when Shift is pressed three times, and Back does not return', async () => {
    await page.keyboard.press('Shift')
    expect(await page.getByRole('status').textContent()).toBe('Press 2 more times')
    await page.keyboard.press('Shift')
    expect(await page.getByRole('status').textContent()).toBe('Press 1 more time')
    await page.keyboard.press('Shift')
    await page.waitForURL('**/weather')
    expect(await page.evaluate(() => history.length)).toBe(2)
  })

  it('does not leave while someone types capital letters', async () => {
    await box('Line').focus()
    for (const letter of ['A', 'B', 'C', 'D']) await page.keyboard.press(`Shift+${letter}`)
    expect(new URL(page.url()).pathname).toBe('/live')
  })
})

describe('a page whose scripts never came', () => {
  beforeEach(async () => {
    await page.goto(`${origin}/still`)
  })

  it('shows what follows from a choice with the choice', async () => {
    const more = page.getByText('Which other?')
    expect(await more.isVisible()).toBe(false)
    await page.getByRole('radio', { name: 'other' }).check()
    expect(await more.isVisible()).toBe(true)
    await page.getByRole('radio', { name: 'plum' }).check()
    expect(await more.isVisible()).toBe(false)
  })

  it('says the limit, and has a plain link away', async () => {
    expect(await page.locator('#story-info').textContent()).toBe('Up to 20 characters')
    expect(await page.getByRole('button', { name: 'Exit this page' }).getAttribute('href')).toBe('/weather')
  })
})
