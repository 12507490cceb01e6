import type { Judge } from './fault'

/**
 * WCAG 2.2, 2.5.8: every target is at least 24 by 24 CSS pixels, except a link inside a sentence, or a smaller target
 * whose 24 pixel circle touches no other target. A target that is not drawn (a skip link before it is focused) does not count.
 */
export const targetSize: Judge = async (page) => {
  const small = await page.evaluate(() => {
    const least = 24
    const selector =
      'a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="button"], [role="link"], [role="checkbox"], [role="radio"], [role="tab"], [tabindex="0"]'
    type Target = { element: HTMLElement; box: DOMRect; isSmall: boolean }

    const isDrawn = (element: HTMLElement, box: DOMRect) => {
      const { clipPath, clip } = getComputedStyle(element)
      const isHidden = clipPath.startsWith('inset(50%') || clip.startsWith('rect(0') || (box.width <= 1 && box.height <= 1)
      return !isHidden && box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true })
    }
    // A label is part of the target of its own control, so the two together may be big enough.
    const isLabelBig = (element: HTMLElement) =>
      element instanceof HTMLInputElement &&
      [...(element.labels ?? [])].some((label) => {
        const box = label.getBoundingClientRect()
        return box.width >= least && box.height >= least
      })
    const isInSentence = (element: HTMLElement) => {
      if (!getComputedStyle(element).display.startsWith('inline') || element.matches('button, input, select, textarea')) return false
      let block = element.parentElement
      while (block && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement
      if (!block) return false
      const words = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      for (let text = words.nextNode(); text; text = words.nextNode()) {
        if (/\p{L}/u.test(text.textContent ?? '') && !text.parentElement?.closest(selector)) return true
      }
      return false
    }
    const centre = ({ left, top, width, height }: DOMRect) => ({ x: left + width / 2, y: top + height / 2 })
    const touches = (circle: { x: number; y: number }, { element, box, isSmall }: Target, own: HTMLElement) => {
      if (element === own) return false
      if (isSmall) {
        const other = centre(box)
        return Math.hypot(circle.x - other.x, circle.y - other.y) < least
      }
      const dx = Math.max(box.left - circle.x, 0, circle.x - box.right)
      const dy = Math.max(box.top - circle.y, 0, circle.y - box.bottom)
      return Math.hypot(dx, dy) < least / 2
    }

    const targets: Target[] = [...document.querySelectorAll<HTMLElement>(selector)]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ element, box }) => isDrawn(element, box))
      .map(({ element, box }) => ({ element, box, isSmall: (box.width < least || box.height < least) && !isLabelBig(element) }))
    return targets
      .filter(({ element, box, isSmall }) => isSmall && !isInSentence(element) && targets.some((other) => touches(centre(box), other, element)))
      .map(({ element, box }) => ({ where: element.outerHTML.slice(0, 120), size: `${box.width.toFixed(0)} × ${box.height.toFixed(0)}` }))
  })
  return small.map(({ where, size }) => ({
    judge: 'target-size',
    rule: 'wcag-2.5.8',
    where,
    help: `This target is ${size} CSS pixels, and another target is too near. It needs 24 × 24, or room around it.`,
  }))
}
