import type { Judge } from './fault'

/**
 * WCAG 1.4.11: the edge of every box to type in or to tick stands out 3:1 from what is behind it. axe and IBM's engine do
 * not measure this. A button is known by its words, and a choice that the browser draws is the browser's.
 */
export const controlContrast: Judge = async (page) => {
  const pale = await page.evaluate(() => {
    type Colour = [red: number, green: number, blue: number, alpha: number]
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    // A canvas understands every way to write a colour.
    const colourOf = (css: string): Colour => {
      if (!canvas) return [0, 0, 0, 0]
      canvas.clearRect(0, 0, 1, 1)
      canvas.fillStyle = css
      canvas.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
      return [red, green, blue, alpha]
    }
    const linear = (channel: number) => (channel <= 10 ? channel / 3294 : ((channel / 255 + 0.055) / 1.055) ** 2.4)
    const luminance = ([red, green, blue]: Colour) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    const contrast = (a: Colour, b: Colour) => {
      const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
      return (light + 0.05) / (dark + 0.05)
    }
    const behind = (element: Element | null): Colour => {
      if (!element) return [255, 255, 255, 255]
      const colour = colourOf(getComputedStyle(element).backgroundColor)
      return colour[3] > 250 ? colour : behind(element.parentElement)
    }
    const standsOut = (style: CSSStyleDeclaration, background: Colour) => {
      const sides = ['top', 'right', 'bottom', 'left'].filter(
        (side) => style.getPropertyValue(`border-${side}-style`) !== 'none' && Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0,
      )
      const edges = [style.backgroundColor, ...sides.map((side) => style.getPropertyValue(`border-${side}-color`))]
      return edges.map(colourOf).some((edge) => edge[3] > 250 && contrast(edge, background) >= 3)
    }
    const isHomemade = (element: Element) => {
      const { opacity, appearance } = getComputedStyle(element)
      return Number.parseFloat(opacity) === 0 || appearance === 'none'
    }
    const partsOf = (element: HTMLInputElement) =>
      [element, ...(element.labels ?? [])].flatMap((part) => [getComputedStyle(part, '::before'), getComputedStyle(part, '::after')]).filter(({ opacity }) => Number.parseFloat(opacity) > 0)
    const boxes = [...document.querySelectorAll<HTMLInputElement>('input:not([type="hidden"], [type="submit"], [type="button"]), select, textarea')]
    return boxes
      .filter((box) => box.checkVisibility({ visibilityProperty: true }) && box.getBoundingClientRect().width > 1 && !box.disabled)
      .filter((box) => {
        const background = behind(box.parentElement)
        if (!box.matches('[type="radio"], [type="checkbox"]')) return !standsOut(getComputedStyle(box), background)
        return isHomemade(box) && !partsOf(box).some((part) => standsOut(part, background))
      })
      .map((box) => (box.cloneNode(false) as Element).outerHTML.slice(0, 140))
  })
  return pale.map((where) => ({ judge: 'control-contrast', rule: 'wcag-1.4.11', where, help: 'The edge of this box is too pale to see: it needs 3:1.' }))
}
