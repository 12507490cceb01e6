import type { Page } from 'playwright/test'
import type { Fault, Judge } from './fault'
import { tabWalk, type Walk } from './tab-walk'

/** What a walk with the Tab key did not reach, or could not leave, and what the page puts out of order. */
export const faultsOfWalk = async (page: Page, { missed, trappedAt }: Walk): Promise<Fault[]> => {
  const fault = (rule: string, where: string, help: string): Fault => ({ judge: 'keyboard', rule, where, help })
  const jumps = await page.evaluate(() => [...document.querySelectorAll('[tabindex]')].filter((e) => (e as HTMLElement).tabIndex > 0).map((e) => e.outerHTML.slice(0, 140)))
  return [
    ...(trappedAt === undefined ? [] : [fault('trap', trappedAt, 'Tab does not leave this place.')]),
    ...missed.map((where) => fault('not-reached', where, 'Tab does not come here, but a mouse can use it.')),
    ...jumps.map((where) => fault('order', where, 'A tabindex above 0 puts the page out of order.')),
  ]
}

/** Everything that can be used can be reached with Tab, in the order of the page, and Tab can leave it again. */
export const keyboard: Judge = async (page) => faultsOfWalk(page, await tabWalk(page))
