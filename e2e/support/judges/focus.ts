import type { Page } from 'playwright/test'
import type { Fault, Judge } from './fault'
import { tabWalk, type Walk } from './tab-walk'

const narrow = { width: 320, height: 256 }

const withViewport = async <T>(page: Page, size: { width: number; height: number }, work: () => Promise<T>): Promise<T> => {
  const before = page.viewportSize()
  await page.setViewportSize(size)
  const result = await work()
  if (before) await page.setViewportSize(before)
  return result
}

/** WCAG 2.2, 2.4.11: at 320 × 256 (a window zoomed to 400 %), nothing lies over all of the element that has focus. */
export const focusNotObscured = (page: Page, within?: string): Promise<Fault[]> =>
  withViewport(page, narrow, async () => {
    const faults: Fault[] = []
    await tabWalk(page, within, async ({ where }) => {
      const isCovered = await page.evaluate(() => {
        const element = document.activeElement
        if (!element) return false
        const own = new Set<Element | null>([element, ...('labels' in element ? ((element as HTMLInputElement).labels ?? []) : [])])
        const isOwn = (hit: Element | null) => hit !== null && [...own].some((part) => part?.contains(hit) || hit.contains(part))
        const seen = [...element.getClientRects()].some((box) =>
          [0.05, 0.25, 0.5, 0.75, 0.95].some((x) =>
            [0.05, 0.25, 0.5, 0.75, 0.95].some((y) => {
              const hit = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y)
              return hit !== null && isOwn(hit) && hit !== document.documentElement && hit !== document.body
            }),
          ),
        )
        return !seen
      })
      if (isCovered) faults.push({ judge: 'focus', rule: 'obscured', where, help: 'At 320 × 256, something covers all of this while it has focus.' })
    })
    return faults
  })

/** Keeps a picture of the whole window, without focus, in the page: unpacked once, for every element that is focused there. */
const keepWindow = (page: Page, picture: string): Promise<void> =>
  page.evaluate(async (data) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true })
    canvas?.drawImage(bitmap, 0, 0)
    Object.assign(window, { windowWithoutFocus: canvas })
  }, picture)

/** How many pixels change by a contrast of 3:1 or more between the window that is kept and a picture of a part of it. */
const strongChanges = (page: Page, part: string, at: { readonly x: number; readonly y: number }): Promise<number> =>
  page.evaluate(
    async ([data, { x, y }]) => {
      const piece = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], { type: 'image/png' }))
      const { width, height } = piece
      const canvas = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
      canvas?.drawImage(piece, 0, 0)
      const { windowWithoutFocus } = window as unknown as { windowWithoutFocus: OffscreenCanvasRenderingContext2D }
      const linear = (channel: number) => (channel <= 10 ? channel / 3294 : ((channel / 255 + 0.055) / 1.055) ** 2.4)
      const luminance = (data: Uint8ClampedArray, at: number) =>
        0.2126 * linear(data[at] ?? 0) + 0.7152 * linear(data[at + 1] ?? 0) + 0.0722 * linear(data[at + 2] ?? 0)
      const a = windowWithoutFocus.getImageData(x, y, width, height).data
      const b = canvas?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray()
      let changed = 0
      for (let at = 0; at < a.length; at += 4) {
        if (a[at] === b[at] && a[at + 1] === b[at + 1] && a[at + 2] === b[at + 2]) continue
        const [dark, light] = [luminance(a, at), luminance(b, at)].sort((x, y) => x - y) as [number, number]
        if ((light + 0.05) / (dark + 0.05) >= 3) changed++
      }
      return changed
    },
    [part, at] as const,
  )

/**
 * WCAG 2.4.7 and 2.4.13: at every stop of the Tab key the picture of the element changes. As many pixels as the element is
 * wide must change by 3:1, so a thin or pale hint is not enough. Answers with the walk as well, for what else is to be said of it.
 */
export const walkWithFocusSeen = async (page: Page, within?: string): Promise<{ walk: Walk; faults: Fault[] }> => {
  const faults: Fault[] = []
  const { width: right, height: bottom } = page.viewportSize() ?? { width: 1280, height: 720 }
  // Asked of the browser itself, since there are many pictures and Playwright prepares the page for each.
  const browser = await page.context().newCDPSession(page)
  type Scroll = { readonly left: number; readonly top: number }
  const picture = async (scroll: Scroll, { x, y, width, height }: { x: number; y: number; width: number; height: number }): Promise<string> => {
    const clip = { x: x + scroll.left, y: y + scroll.top, width, height, scale: 1 }
    return (await browser.send('Page.captureScreenshot', { format: 'png', clip, optimizeForSpeed: true })).data
  }
  // The window while nothing in it has focus is pictured again wherever it was scrolled to.
  let place = ''
  const lookWithoutFocus = async (scroll: Scroll): Promise<void> => {
    if (place === `${scroll.left} ${scroll.top}`) return
    place = `${scroll.left} ${scroll.top}`
    await page.evaluate(() => {
      const element = document.activeElement as HTMLElement
      Object.assign(window, { tabWalkAt: element })
      element.blur()
    })
    const taken = await picture(scroll, { x: 0, y: 0, width: right, height: bottom })
    await page.evaluate(() => (window as unknown as { tabWalkAt: HTMLElement }).tabWalkAt.focus({ preventScroll: true }))
    await keepWindow(page, taken)
  }
  const walk = await tabWalk(page, within, async ({ where }) => {
    const { box, scroll } = await page.evaluate(() => {
      const { left, top, width, height } = document.activeElement?.getBoundingClientRect() ?? new DOMRect()
      return { box: { left, top, width, height }, scroll: { left: scrollX, top: scrollY } }
    })
    const x = Math.max(0, Math.floor(box.left) - 8)
    const y = Math.max(0, Math.floor(box.top) - 8)
    const clip = { x, y, width: Math.min(right - x, Math.ceil(box.width) + 16), height: Math.min(bottom - y, Math.ceil(box.height) + 16) }
    if (clip.width <= 0 || clip.height <= 0) {
      faults.push({ judge: 'focus', rule: 'off-screen', where, help: 'This has focus and is not on the screen.' })
      return
    }
    const focused = await picture(scroll, clip)
    await lookWithoutFocus(scroll)
    const changed = await strongChanges(page, focused, clip)
    const least = Math.max(16, Math.min(box.width, clip.width))
    if (changed < least) {
      faults.push({ judge: 'focus', rule: 'not-visible', where, help: `Focus changes ${changed} pixels clearly here; at least ${least.toFixed(0)} are needed.` })
    }
  })
  await browser.detach()
  return { walk, faults }
}

/** The faults of `walkWithFocusSeen` over the whole page. */
export const focusVisible: Judge = async (page) => (await walkWithFocusSeen(page)).faults
