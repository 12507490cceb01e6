import type { Page } from 'playwright/test'
import type { Fault } from './fault'
import { tabWalk } from './tab-walk'

/** Everything that can be used can be reached with Tab, in the order of the page, and Tab can leave it again. */
export const keyboard = async (page: Page, within?: string): Promise<Fault[]> => {
  const fault = (rule: string, where: string, help: string): Fault => ({ judge: 'keyboard', rule, where, help })
  const { missed, trappedAt } = await tabWalk(page, within)
  const jumps = await page.evaluate(() => [...document.querySelectorAll('[tabindex]')].filter((e) => (e as HTMLElement).tabIndex > 0).map((e) => e.outerHTML.slice(0, 140)))
  return [
    ...(trappedAt === undefined ? [] : [fault('trap', trappedAt, 'Tab does not leave this place.')]),
    ...missed.map((where) => fault('not-reached', where, 'Tab does not come here, but a mouse can use it.')),
    ...jumps.map((where) => fault('order', where, 'A tabindex above 0 puts the page out of order.')),
  ]
}
