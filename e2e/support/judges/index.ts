import type { Page } from 'playwright/test'
import { axe } from './axe'
import { controlContrast } from './control-contrast'
import type { Fault, Judge } from './fault'
import { focusNotObscured, focusVisible, walkWithFocusSeen } from './focus'
import { forcedColours } from './forced-colours'
import { headings } from './headings'
import { recordSent, savePage } from './html'
import { ibm } from './ibm'
import { faultsOfWalk, keyboard } from './keyboard'
import { reflow } from './reflow'
import { targetSize } from './target-size'
import { titleJudge } from './title'
import { inWindow, layIn } from './window'

export type { Fault, Judge } from './fault'
export { axe, controlContrast, focusNotObscured, focusVisible, forcedColours, headings, ibm, keyboard, reflow, targetSize, titleJudge }

type Options = {
  /** Names the saved HTML: the page and its state, for example "child-name empty". Use each name once. */
  readonly name: string
  /** How a title starts when the page has errors, in the page's language. */
  readonly errorPrefix?: string
  /** A selector: what the two engines look at, where all around it was judged on another page. */
  readonly within?: string
}

const inTurn = async (page: Page, judges: readonly Judge[]): Promise<Fault[]> => {
  const faults: Fault[] = []
  for (const judge of judges) faults.push(...(await judge(page)))
  return faults
}

const byEngines = async (page: Page, within?: string): Promise<Fault[]> => {
  const window = await inWindow(page)
  return [...(await axe(window, within)), ...(await ibm(window, within))]
}

/** The two engines alone, for pages whose own part is made of what was judged in full on others. */
export const judgeByEngines = (page: Page): Promise<Fault[]> => byEngines(page, 'main')

/**
 * The quick judges over the page as it is now; its HTML is kept for the Nu HTML checker, which runs once at the end.
 * `expect(await judgePage(page, { name: 'start' })).toEqual([])`
 */
export const judgePage = async (page: Page, { name, errorPrefix, within }: Options): Promise<Fault[]> => {
  await savePage(page, name)
  const faults = await byEngines(page, within)
  return [...faults, ...(await inTurn(page, [headings, titleJudge(errorPrefix), targetSize, controlContrast, reflow, forcedColours]))]
}

/**
 * A page as the server sent it, in the window of the judges: what it says, and not what its scripts do.
 * @param page whoever it was sent to
 */
export const laidOut = async (page: Page, html: string): Promise<Page> => {
  const window = await layIn(page, html)
  recordSent(window, html)
  return window
}

/**
 * The slow judges, which press Tab through the whole page, or through a part of it: once a kind of page is enough.
 * @param within a selector, where all around it was walked on another page
 */
export const judgeFocus = async (page: Page, within?: string): Promise<Fault[]> => {
  const { walk, faults } = await walkWithFocusSeen(page, within)
  return [...(await faultsOfWalk(page, walk)), ...faults, ...(await focusNotObscured(page, within))]
}
