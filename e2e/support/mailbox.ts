import type { Page } from 'playwright/test'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { action, say } from './fill'
import type { Portal } from './portal'
import { walker } from './walk'

export interface Mail {
  readonly text: string
  readonly code: string
  /** The path and query of the sign-in link. */
  readonly link: string
}

type Node = DefaultTreeAdapterTypes.Node
const textOf = (node: Node): string =>
  node.nodeName === 'br' ? '\n' : 'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
const articlesIn = (node: Node): Node[] => (node.nodeName === 'article' ? [node] : 'childNodes' in node ? node.childNodes.flatMap(articlesIn) : [])

/** What was emailed to an address, newest first, from the demo's mailbox page. */
export async function mailTo(portal: Portal, address: string): Promise<Mail[]> {
  const texts = articlesIn(parse(await portal.outbox())).map(textOf)
  return texts
    .filter((text) => text.includes(`${say('dev:to')} ${address},`))
    .map((text) => ({ text, code: /\b\d{6}\b/.exec(text)?.[0] ?? '', link: /\/sign-in\/link\?token=[\w-]+(&next=[\w.%-]+)?/.exec(text)?.[0] ?? '' }))
}

export async function newestMailTo(portal: Portal, address: string): Promise<Mail> {
  const [newest] = await mailTo(portal, address)
  if (!newest) throw new Error(`Nothing was emailed to ${address}`)
  return newest
}

/** On a page that asks for an email address: types it and presses the button under it. */
export async function askForCode(page: Page, address: string): Promise<void> {
  await page.locator('[name="email"]').fill(address)
  await page.locator('form', { has: page.locator('[name="email"]') }).getByRole('button').click()
}

export async function typeCode(page: Page, code: string): Promise<void> {
  await page.locator('[name="code"]').fill(code)
  await action(page, 'account:code.continue').click()
}

/** Signs in on a page that asks for an email address, with the code from the mailbox. */
export async function signInAs(page: Page, portal: Portal, address: string): Promise<void> {
  await askForCode(page, address)
  await typeCode(page, (await newestMailTo(portal, address)).code)
}

/** The browser as it is once somebody has signed in: for tests of what comes after. */
export async function signedInAs(page: Page, portal: Portal, address: string): Promise<void> {
  await page.context().clearCookies()
  const walk = walker(page.request)
  const asked = await walk.send(await walk.open('/sign-in'), [['email', address]])
  const { url } = await walk.send(asked, [['code', (await newestMailTo(portal, address)).code]])
  if (url.pathname !== '/applications') throw new Error(`Signing in led to ${url.href}`)
}
