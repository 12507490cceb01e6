import { spawnSync } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import type { Page } from 'playwright/test'
import type { Fault } from './fault'

/** Pages that the judged pages were saved as, for one run of the Nu HTML checker at the end. */
export const savedPagesFolder = 'test-results/html'

const documents = new WeakMap<Page, Promise<string>>()

/** Remembers the last HTML document that the server sent to this page: the browser's own copy hides broken HTML. */
export const recordDocuments = (page: Page): void => {
  page.on('response', (response) => {
    const isDocument = response.request().isNavigationRequest() && response.frame() === page.mainFrame()
    const isHtml = (response.headers()['content-type'] ?? '').startsWith('text/html')
    if (isDocument && isHtml) documents.set(page, response.text().catch(() => ''))
  })
}

/** Remembers what the server sent of a page that is laid into a window. */
export const recordSent = (window: Page, html: string): void => void documents.set(window, Promise.resolve(html))

/** Saves the HTML of this page as the server sent it, and as the browser has it after the scripts have run. */
export const savePage = async (page: Page, name: string, folder = savedPagesFolder): Promise<void> => {
  await mkdir(folder, { recursive: true })
  const file = join(folder, name.replace(/[^\p{L}\p{N}-]+/gu, '-'))
  const sent = await documents.get(page)
  if (sent) await writeFile(`${file}.sent.html`, sent)
  await writeFile(`${file}.now.html`, await page.content())
}

/** Whether this machine can run the Nu HTML checker. */
export const hasJava = (): boolean => spawnSync('java', ['-version']).status === 0

type Message = { type: string; url: string; message: string; lastLine?: number; extract?: string }

/**
 * The Nu HTML checker over every page in a folder, in one run of Java.
 * Answers with the faults, and with how many pages were read. Fails if the checker itself fails.
 */
export const judgeSavedPages = async (folder = savedPagesFolder): Promise<{ pages: number; faults: Fault[] }> => {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.html')).map((file) => join(folder, file))
  if (files.length === 0) return { pages: 0, faults: [] }
  const jar = String(createRequire(import.meta.url)('vnu-jar'))
  const run = spawnSync('java', ['-XX:+UseSerialGC', '-Xss4m', '-jar', jar, '--errors-only', '--format', 'json', ...files], { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (!run.stderr.startsWith('{')) throw new Error(`The HTML checker failed: ${run.error?.message ?? run.stderr.slice(0, 500)}`)
  const { messages } = JSON.parse(run.stderr) as { messages: Message[] }
  const faults = messages.map(({ type, url, message, lastLine, extract }) => ({
    judge: 'html',
    rule: type,
    where: `${basename(url)}:${lastLine ?? '?'} ${extract ?? ''}`,
    help: message,
  }))
  return { pages: files.length, faults }
}
