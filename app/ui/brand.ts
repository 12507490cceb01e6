import { contrastOf, isColour, nearestReadable, readableText, visibleShape } from './contrast'

/** The colours a council chooses, each as `#rrggbb`. The page itself stays white, and its words near black. */
export type BrandColours = {
  /** The header, and the rule above the people to talk to. */
  brand: string
  /** Words on the header. */
  onBrand: string
  link: string
  linkHover: string
  button: string
  onButton: string
  buttonHover: string
  /** The quiet background of the bar and of the card that says where we are. */
  tint: string
  /** The path and its markers. */
  path: string
  /** A date by which something is due. */
  due: string
  /** Words and lines that say that something is late. */
  late: string
  /** The background of a card that says that something is late. */
  lateTint: string
}

/** How a council looks, set when the portal starts. */
export type Brand = {
  councilName: string
  /** A path or an https address of a picture; it stands beside the name and never in its place. */
  logoUrl?: string | undefined
  colours: BrandColours
}

/** The calm green that Waymark wears until a council dresses it. */
export const defaultColours: BrandColours = {
  brand: '#0b4f4a',
  onBrand: '#ffffff',
  link: '#0a5c8a',
  linkHover: '#063a57',
  button: '#0f7a52',
  onButton: '#ffffff',
  buttonHover: '#0c6242',
  tint: '#eaf4f1',
  path: '#0b4f4a',
  due: '#7a4200',
  late: '#a3141e',
  lateTint: '#fdf1f1',
}

/** What govuk-frontend draws on our backgrounds: the page, its words and its quieter words. */
const page = { page: '#ffffff', text: '#0b0c0c', quietText: '#484949' }

type ColourName = keyof BrandColours | keyof typeof page

/** What stands on what, and how clearly it must stand out (WCAG 2.2, 1.4.3 and 1.4.11). The second colour is kept; the first would change. */
const pairs: readonly (readonly [ColourName, ColourName, number])[] = [
  ['onBrand', 'brand', readableText],
  ['link', 'page', readableText],
  ['link', 'tint', readableText],
  ['link', 'lateTint', readableText],
  ['linkHover', 'page', readableText],
  ['linkHover', 'tint', readableText],
  ['linkHover', 'lateTint', readableText],
  ['onButton', 'button', readableText],
  ['onButton', 'buttonHover', readableText],
  ['tint', 'text', readableText],
  ['tint', 'quietText', readableText],
  ['lateTint', 'text', readableText],
  ['due', 'page', readableText],
  ['due', 'tint', readableText],
  ['due', 'lateTint', readableText],
  ['late', 'page', readableText],
  ['late', 'tint', readableText],
  ['late', 'lateTint', readableText],
  // "You are here" is white on the colour of the path.
  ['path', 'page', readableText],
  ['path', 'tint', visibleShape],
  // A notification's title is white on the brand.
  ['brand', 'page', readableText],
  ['button', 'page', visibleShape],
]

export type BrandFault =
  | { code: 'not-a-colour'; colour: keyof BrandColours; value: string }
  | {
      code: 'low-contrast'
      /** The colour that would change, and the one it stands on or under. */
      pair: readonly [ColourName, ColourName]
      /** The contrast there is, rounded down to hundredths, and the contrast there must be. */
      ratio: number
      needed: number
      /** The nearest shade of the first colour that is clear enough; undefined when no shade is. */
      suggestion: string | undefined
    }

/** Everything wrong with the colours; empty when they may be used. Checked when the portal starts, so that no council can choose an unreadable page. */
export const brandFaults = ({ colours }: Pick<Brand, 'colours'>): BrandFault[] => {
  const notColours = (Object.entries(colours) as [keyof BrandColours, string][])
    .filter(([, value]) => !isColour(value))
    .map(([colour, value]) => ({ code: 'not-a-colour' as const, colour, value }))
  if (notColours.length > 0) return notColours
  const all = { ...page, ...colours }
  return pairs.flatMap(([first, second, needed]) => {
    const ratio = contrastOf(all[first], all[second])
    if (ratio >= needed) return []
    return [
      {
        code: 'low-contrast' as const,
        pair: [first, second] as const,
        ratio: Math.floor(ratio * 100) / 100,
        needed,
        suggestion: nearestReadable(all[first], all[second], needed),
      },
    ]
  })
}

/** The custom property that carries each colour into the style sheet. */
const properties: Record<keyof BrandColours, string> = {
  brand: '--govuk-brand-colour',
  onBrand: '--wm-on-brand',
  link: '--govuk-link-colour',
  linkHover: '--govuk-link-hover-colour',
  button: '--wm-button',
  onButton: '--wm-on-button',
  buttonHover: '--wm-button-hover',
  tint: '--wm-tint',
  path: '--wm-path',
  due: '--wm-due',
  late: '--wm-late',
  lateTint: '--wm-late-tint',
}

/** The text of the small style sheet that dresses the portal, to be linked after the main one. Give it only colours without `brandFaults`. */
export const brandCss = ({ colours }: Pick<Brand, 'colours'>): string => {
  const lines = (Object.keys(properties) as (keyof BrandColours)[]).map((name) => `${properties[name]}:${colours[name]}`)
  return `:root{${lines.join(';')}}\n`
}
