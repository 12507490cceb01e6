import type { Judge } from './fault'

/**
 * With the reader's own few colours (Windows contrast themes) backgrounds and shadows are gone, so every control needs a
 * border, and a ticked box needs a mark made of border or of words.
 */
export const forcedColours: Judge = async (page) => {
  await page.emulateMedia({ forcedColors: 'active' })
  const faults = await page.evaluate(() => {
    const hasBorder = (style: CSSStyleDeclaration) =>
      ['Top', 'Right', 'Bottom', 'Left'].some(
        (side) => style.getPropertyValue(`border-${side.toLowerCase()}-style`) !== 'none' && Number.parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`)) > 0,
      ) ||
      (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0)
    const isDrawn = (style: CSSStyleDeclaration) => style.content !== 'none' && style.content !== '' && Number.parseFloat(style.opacity) > 0
    const partsOf = (element: Element) => [getComputedStyle(element, '::before'), getComputedStyle(element, '::after')]
    const name = (element: Element) => (element.cloneNode(false) as Element).outerHTML.slice(0, 140)
    const fault = (rule: string, element: Element, help: string) => ({ judge: 'forced-colours', rule, where: name(element), help })
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1

    const boxes = [...document.querySelectorAll('input:not([type="hidden"], [type="radio"], [type="checkbox"]), select, textarea, button, [role="button"]')].filter(isShown)
    const choices = [...document.querySelectorAll<HTMLInputElement>('input[type="radio"], input[type="checkbox"]')].filter(isShown)
    // A choice that the browser draws is safe; one that is hidden behind its label is drawn by the label.
    const isHomemade = (choice: HTMLInputElement) => {
      const { opacity, appearance } = getComputedStyle(choice)
      return Number.parseFloat(opacity) === 0 || appearance === 'none'
    }
    const homemade = choices.filter(isHomemade).map((choice) => ({ choice, parts: [choice, ...(choice.labels ?? [])].flatMap(partsOf).filter(isDrawn) }))
    const isSeen = (choice: HTMLInputElement) => Number.parseFloat(getComputedStyle(choice).opacity) > 0 && hasBorder(getComputedStyle(choice))
    const locked = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
      (element) => getComputedStyle(element).forcedColorAdjust === 'none' && element.textContent.trim() !== '' && isShown(element),
    )
    return [
      ...boxes.filter((box) => !hasBorder(getComputedStyle(box))).map((box) => fault('no-border', box, 'In forced colours nothing shows where this control is.')),
      ...homemade
        .filter(({ choice, parts }) => !isSeen(choice) && !parts.some(hasBorder))
        .map(({ choice }) => fault('no-border', choice, 'In forced colours nothing shows where this choice is.')),
      ...homemade
        .filter(({ choice, parts }) => choice.checked && parts.filter(hasBorder).length + (isSeen(choice) ? 1 : 0) < 2 && !parts.some(({ content }) => content.length > 2))
        .map(({ choice }) => fault('no-mark', choice, 'In forced colours nothing shows that this choice is picked.')),
      ...locked.map((element) => fault('locked', element, 'These words refuse the reader’s own colours.')),
    ]
  })
  await page.emulateMedia({ forcedColors: null })
  return faults
}
