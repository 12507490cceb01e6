import { faceOf, isFont, overFonts, standFor, type ChooseFace, type FontDescriptor, type FontStore, type Position, type SourceFont } from './faces'
import { isHidden, OPENING_UNITS, reveal, type Direction } from './hidden-letters'
import { Paragraph } from './paragraph'
import type { SetLetter, Settable } from './set-letters'
import { setLine } from './set-line'
import type { Extents } from './shaping'

export interface Typeset {
  readonly choose: ChooseFace
  readonly language: string
}

interface Set {
  readonly paragraph: Paragraph
  readonly settable: Settable
}

/** Measures the hidden letters of one document for the layout engine. */
export class Typesetter {
  private readonly paragraphs = new Map<SourceFont, Map<string, Set>>()
  private readonly fonts = new Map<SourceFont, SourceFont>()

  constructor(private readonly typeset: Typeset) {}

  /** The fonts of a store, which measure hidden letters as well. */
  over(store: FontStore): FontStore {
    return overFonts(store, (font, { fontWeight }) => this.measuring(font, weightOf(fontWeight)))
  }

  /** How far the letters of some paragraphs reach above and below their lines, in parts of an em. */
  extents(paragraphs: readonly string[], direction: Direction, store: FontStore, descriptor: FontDescriptor): Extents {
    const font: unknown = store.getFont(descriptor)?.data
    if (!isFont(font)) throw new Error(`${descriptor.fontFamily} has to be a font file, to set “${paragraphs.join(' ').slice(0, 60)}”.`)
    const extents = paragraphs.map((text) => this.set(text, direction, font, weightOf(descriptor.fontWeight)).paragraph.extents)
    return { ascent: Math.max(...extents.map(({ ascent }) => ascent)), descent: Math.max(...extents.map(({ descent }) => descent)) }
  }

  private set(text: string, direction: Direction, font: SourceFont, weight: number): Set {
    const sets = this.paragraphs.get(font) ?? new Map<string, Set>()
    this.paragraphs.set(font, sets)
    const key = `${direction} ${text}`
    const known = sets.get(key)
    if (known) return known
    const paragraph = new Paragraph(text, direction, { ...this.typeset, own: faceOf(font), weight })
    const set = { paragraph, settable: { isFromRight: direction === 'rtl', setLine: (start: number, end: number, width: number) => setLine(paragraph, start, end, width) } }
    sets.set(key, set)
    return set
  }

  private measuring(font: SourceFont, weight: number): SourceFont {
    const known = this.fonts.get(font)
    if (known) return known
    const measuring: SourceFont = Object.create(font, {
      hasGlyphForCodePoint: { value: (codePoint: number) => codePoint >= 0xf0000 || font.hasGlyphForCodePoint(codePoint) },
      layout: { value: (text: string, ...rest: unknown[]) => (isHidden(text) ? this.measure(text, font, weight) : font.layout(text, ...rest)) },
    })
    this.fonts.set(font, measuring)
    return standFor(measuring, font)
  }

  private measure(hidden: string, font: SourceFont, weight: number): { readonly glyphs: readonly SetLetter[]; readonly positions: readonly Position[] } {
    const { text, opening } = reveal(hidden.replace(/\n$/, ''))
    const { paragraph: measured, settable: paragraph } = this.set(text, opening?.direction ?? 'ltr', font, weight)
    const ascent = opening && opening.ascent / 1000
    let at = opening ? OPENING_UNITS : 0
    const letters = measured.letters.map(({ start, end, advance }, index) => {
      const from = index === 0 ? 0 : at
      for (let unit = start; unit < end; unit++) at += isHidden(hidden.slice(at, at + 2)) ? 2 : 1
      return { paragraph, start, end, ascent, id: 0, codePoints: unitsOf(hidden.slice(from, at)), advanceWidth: advance * font.unitsPerEm }
    })
    const rest = unitsOf(hidden.slice(letters.length > 0 ? at : 0))
    const glyphs = rest.length > 0 ? [...letters, { paragraph, start: text.length, end: text.length, ascent, id: 0, codePoints: rest, advanceWidth: 0 }] : letters
    return { glyphs, positions: glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 })) }
  }
}

// The layout engine finds its way in a text by counting the code points of glyphs, and takes them for units of UTF-16.
const unitsOf = (text: string) => Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))

/** As @react-pdf/renderer reads it. */
export function weightOf(weight: unknown): number {
  return typeof weight === 'number' ? weight : (WEIGHTS[String(weight)] ?? 400)
}
const WEIGHTS: Readonly<Record<string, number>> = { thin: 100, light: 300, normal: 400, medium: 500, semibold: 600, bold: 700 }
