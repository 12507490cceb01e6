import type { Page } from 'playwright/test'
import type { Fault, Judge } from './fault'

/** What does not fit on the page as it is now: sideways scrolling, words that are cut off, words that lie on other words. */
const misfits = (page: Page, rule: string): Promise<Fault[]> =>
  page.evaluate((rule) => {
    const name = (element: Element) => (element.cloneNode(false) as Element).outerHTML.slice(0, 140)
    const fault = (kind: string, where: string, help: string) => ({ judge: 'reflow', rule: `${rule}-${kind}`, where, help })
    const isShown = (element: Element) => {
      const { clip, clipPath } = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && clip === 'auto' && !clipPath.startsWith('inset') && box.width > 1 && box.height > 1
    }
    const known = new Map<Element, boolean>()
    const isAllShown = (element: Element | null): boolean => {
      if (!element) return true
      const answer = known.get(element) ?? (isShown(element) && (element === document.body || isAllShown(element.parentElement)))
      known.set(element, answer)
      return answer
    }
    const isScroller = (element: Element): boolean => {
      const { overflowX } = getComputedStyle(element)
      return overflowX === 'auto' || overflowX === 'scroll' || (element.parentElement !== null && element.parentElement !== document.body && isScroller(element.parentElement))
    }
    const faults: ReturnType<typeof fault>[] = []
    const elements = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => element.textContent.trim() !== '' && isAllShown(element))

    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth > clientWidth) {
      const widest = elements.filter((element) => {
        const { left, right } = element.getBoundingClientRect()
        return (right > clientWidth + 0.5 || left < -0.5) && !isScroller(element)
      })
      faults.push(fault('sideways', widest.slice(-3).map(name).join(' '), `The page is ${scrollWidth} pixels wide in a window of ${clientWidth}.`))
    }

    for (const element of elements) {
      const { overflowX, overflowY, fontSize } = getComputedStyle(element)
      const slack = Number.parseFloat(fontSize) / 3
      const isCut = (overflow: string, inner: number, outer: number) => /hidden|clip/.test(overflow) && inner > outer + slack
      if (isCut(overflowX, element.scrollWidth, element.clientWidth) || isCut(overflowY, element.scrollHeight, element.clientHeight)) {
        faults.push(fault('cut-off', name(element), 'Some of these words are cut off.'))
      }
    }

    type Line = { element: Element; left: number; right: number; top: number; bottom: number }
    const lines: Line[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const element = text.parentElement
      if (!element || !/\S/.test(text.textContent ?? '') || !known.get(element) || element.closest('option')) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      for (const box of range.getClientRects()) {
        // Only the middle of a line counts: the boxes of two lines may meet where no letter is.
        lines.push({ element, left: box.left + 1, right: box.right - 1, top: box.top + box.height * 0.2, bottom: box.bottom - box.height * 0.2 })
      }
    }
    const isOver = (a: Line, b: Line) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
    lines.sort((a, b) => a.top - b.top)
    for (const [at, line] of lines.entries()) {
      for (let next = at + 1, other = lines[next]; other && other.top < line.bottom; other = lines[++next]) {
        if (other.element === line.element || !isOver(line, other)) continue
        faults.push(fault('overlap', `${name(line.element)} ${name(other.element)}`, 'These words lie on top of each other.'))
        break
      }
    }
    return faults
  }, rule)

/** WCAG 1.4.10: at 320 CSS pixels wide nothing needs sideways scrolling. */
const narrow: Judge = async (page) => {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 256 })
  const faults = await misfits(page, 'narrow')
  if (before) await page.setViewportSize(before)
  return faults
}

/** WCAG 1.4.12: words still fit when the reader sets more space between lines, words and letters. */
const spaced: Judge = async (page) => {
  // A constructed style sheet, because the page's own policy refuses a style element.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }')
    document.adoptedStyleSheets.push(sheet)
  })
  const faults = await misfits(page, 'text-spacing')
  await page.evaluate(() => void document.adoptedStyleSheets.pop())
  return faults
}

const fontSizes = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() => {
    const sizes: Record<string, number> = {}
    for (const [at, element] of [...document.body.querySelectorAll('*')].entries()) {
      const hasWords = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /\S/.test(node.textContent ?? ''))
      if (!hasWords || !element.checkVisibility()) continue
      sizes[`${at} ${(element.cloneNode(false) as Element).outerHTML.slice(0, 140)}`] = Number.parseFloat(getComputedStyle(element).fontSize)
    }
    return sizes
  })

/** WCAG 1.4.4: when the reader sets the browser's letters to 200 %, all words grow and all words fit. */
const doubled: Judge = async (page) => {
  const before = await fontSizes(page)
  const browser = await page.context().newCDPSession(page)
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
  const after = await fontSizes(page)
  const faults = await misfits(page, 'text-200')
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } })
  await browser.detach()
  const stuck = Object.entries(before).filter(([where, size]) => (after[where] ?? Number.POSITIVE_INFINITY) < size * 1.5)
  return [
    ...faults,
    ...stuck.map(([where]) => ({ judge: 'reflow', rule: 'text-200-stuck', where, help: 'These words do not grow with the reader’s letters. Use rem.' })),
  ]
}

/** Everything fits: in a narrow window, with wide spacing, and with letters twice as big. */
export const reflow: Judge = async (page) => [...(await narrow(page)), ...(await spaced(page)), ...(await doubled(page))]
