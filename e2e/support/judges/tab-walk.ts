import type { Page } from 'playwright/test'

/** One place where the Tab key stops. */
export type Stop = {
  /** A number that stays with the element for this walk. */
  readonly id: number
  /** The element's opening tag, for people. */
  readonly where: string
}

const most = 400

/** What the Tab key would never reach although a mouse can use it, and what the page puts out of order. */
export type Walk = { readonly stops: readonly Stop[]; readonly missed: readonly string[]; readonly trappedAt: string | undefined }

/**
 * Presses Tab from the top of the page until focus leaves the page or comes round again. `atStop` runs while each
 * element has focus and must leave focus there.
 * @param within a selector: only what is inside is walked, as where everything around it was walked on another page
 */
export const tabWalk = async (page: Page, within = 'body', atStop: (stop: Stop) => Promise<void> = async () => {}): Promise<Walk> => {
  await page.evaluate((within) => {
    const root = document.querySelector<HTMLElement>(within) ?? document.body
    const walk = { ids: new Map<Element, number>(), root }
    Object.assign(window, { tabWalk: walk })
    window.scrollTo(0, 0)
    // Chromium goes on from the element that last had focus, even after blur; focusing the root starts from its top.
    const tabIndex = root.getAttribute('tabindex')
    root.setAttribute('tabindex', '-1')
    root.focus({ preventScroll: true })
    if (tabIndex === null) root.removeAttribute('tabindex')
    else root.setAttribute('tabindex', tabIndex)
  }, within)
  const stops: Stop[] = []
  let trappedAt: string | undefined
  let last = -1
  while (stops.length < most) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const { ids, root } = (window as unknown as { tabWalk: { ids: Map<Element, number>; root: Element } }).tabWalk
      const element = document.activeElement
      if (!element || element === document.body || element === document.documentElement || !root.contains(element)) return undefined
      const isNew = !ids.has(element)
      if (isNew) ids.set(element, ids.size)
      return { id: ids.get(element) ?? 0, isNew, where: (element.cloneNode(false) as Element).outerHTML.slice(0, 140) }
    })
    if (!stop) break
    const { id, isNew, where } = stop
    if (!isNew) {
      if (id === last || id !== 0) trappedAt = where
      break
    }
    stops.push({ id, where })
    last = id
    await atStop({ id, where })
  }
  const missed = await page.evaluate(() => {
    const { ids, root } = (window as unknown as { tabWalk: { ids: Map<Element, number>; root: Element } }).tabWalk
    const isUsable = (element: HTMLElement) =>
      element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled') && !element.closest('[inert]')
    // Tab stops once at a group of radio buttons; the arrow keys do the rest.
    const isInReachedGroup = (element: HTMLElement) =>
      element instanceof HTMLInputElement &&
      element.type === 'radio' &&
      [...ids.keys()].some((reached) => reached instanceof HTMLInputElement && reached.name === element.name && reached.form === element.form)
    return [...root.querySelectorAll<HTMLElement>('a[href], button, input:not([type="hidden"]), select, textarea, summary, [onclick], [role="button"], [role="link"]')]
      .filter((element) => isUsable(element) && !ids.has(element) && !isInReachedGroup(element))
      .map((element) => (element.cloneNode(false) as Element).outerHTML.slice(0, 140))
  })
  return { stops, missed, trappedAt }
}
