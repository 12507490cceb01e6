import { isFont, overFonts, sourceOf, standFor, type FontStore, type Glyph, type Position, type SourceFont } from './faces'
import { isHidden } from './hidden-letters'

interface Shaped {
  readonly glyphs: readonly Glyph[]
  readonly positions: readonly Position[]
}

/**
 * The fonts of a store, for one document: they shape each of its words once, since most words stand in it many times and shaping takes
 * a sixth of the work. A word is shaped with the space after it; what a font would do between a space and the next word is left out.
 */
export const shapingWordsOnce = (store: FontStore): FontStore => {
  const fonts = new Map<SourceFont, SourceFont>()
  return overFonts(store, (font) => {
    const known = fonts.get(font) ?? shapingOnce(font)
    fonts.set(font, known)
    return known
  })
}

function shapingOnce(font: SourceFont): SourceFont {
  const words = new Map<string, Shaped>()
  const shape = (word: string): Shaped => {
    const known = words.get(word) ?? font.layout(word, undefined, undefined, undefined, 'ltr')
    words.set(word, known)
    return known
  }
  const layout = (text: string, features: object | undefined, ...rest: unknown[]): Shaped => {
    // Letters that mean nothing to a font are measured as they stand in their paragraph.
    if (Object.keys(features ?? {}).length > 0 || isHidden(text)) return font.layout(text, features, ...rest)
    const shaped = (text.match(/\S+\s?|\s/g) ?? []).map(shape)
    return { glyphs: shaped.flatMap(({ glyphs }) => glyphs), positions: shaped.flatMap(({ positions }) => positions) }
  }
  const source = sourceOf(font)
  const shaping: SourceFont = Object.create(font, {
    layout: { value: layout },
    // Asked for at every run; the font reads its tables each time.
    unitsPerEm: { value: font.unitsPerEm },
  })
  return standFor(shaping, isFont(source) ? source : font)
}
