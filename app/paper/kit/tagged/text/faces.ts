import type { Font } from '@react-pdf/renderer'
import { writeTables } from './truetype'
import { isWoff, woffTables } from './woff'

/** A font with TrueType outlines, whole. */
export interface Face {
  /** Its PostScript name. */
  readonly name: string
  readonly file: Uint8Array
}

/** Chooses the font for letters that a document's own font lacks: for what a reader sees as one letter, with its marks. */
export type ChooseFace = (grapheme: string, weight: number) => Face | undefined

/** What @react-pdf/renderer asks fonts of. */
export type FontStore = Pick<typeof Font, 'getFont'>
export type FontDescriptor = Parameters<FontStore['getFont']>[0]

export interface Glyph {
  readonly id: number
  readonly codePoints: readonly number[]
  readonly advanceWidth: number
}

/** In points. */
export interface Position {
  readonly xAdvance: number
  readonly xOffset?: number
  readonly yOffset?: number
}

/** A font as fontkit opens it for @react-pdf/renderer. */
export interface SourceFont {
  readonly type: string
  readonly postscriptName: string
  readonly unitsPerEm: number
  readonly ascent: number
  readonly stream: { readonly buffer: Uint8Array }
  hasGlyphForCodePoint(codePoint: number): boolean
  layout(text: string, ...rest: unknown[]): { readonly glyphs: readonly Glyph[]; readonly positions: readonly Position[] }
}

/** Whether a font can be put into a file: the standard fonts cannot. */
export const isFont = (font: unknown): font is SourceFont => /^(TTF|WOFF)$/.test(String((font as SourceFont | null)?.type))

const faces = new WeakMap<object, Face>()
const sources = new WeakMap<object, SourceFont>()

/** A document's own font as a face. */
export function faceOf(font: SourceFont): Face {
  const known = faces.get(font)
  if (known) return known
  const { buffer, byteOffset, byteLength } = font.stream.buffer
  const file = Buffer.from(buffer, byteOffset, byteLength)
  const face = { name: font.postscriptName, file: isWoff(file) ? writeTables(woffTables(file)) : file }
  faces.set(font, face)
  return face
}

/** The font behind one that measures hidden letters; any other is its own. */
export const sourceOf = (font: unknown): unknown => (typeof font === 'object' && font !== null ? sources.get(font) : undefined) ?? font

/** Remembers which font is behind one that measures hidden letters. */
export function standFor<Measuring extends SourceFont>(measuring: Measuring, source: SourceFont): Measuring {
  sources.set(measuring, source)
  return measuring
}

/** The fonts of a store, each changed in the same way. */
export const overFonts = (store: FontStore, change: (font: SourceFont, descriptor: FontDescriptor) => SourceFont): FontStore =>
  Object.create(store, {
    getFont: {
      value: (descriptor: FontDescriptor) => {
        const source = store.getFont(descriptor)
        const data: unknown = source?.data
        return isFont(data) ? Object.create(source, { data: { value: change(data, descriptor) } }) : source
      },
    },
  })
