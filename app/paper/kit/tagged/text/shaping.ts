import { Blob, Buffer as Letters, Direction, Face as HarfBuzzFace, Font, shape as shapeLetters } from 'harfbuzzjs'
import type { Face } from './faces'
import type { Stroke } from './font-subset'

// HarfBuzz shapes as browsers do. fontkit, which @react-pdf/renderer uses, stops at Nastaliq (foliojs/fontkit#367), and its layout
// loses the places of marks.

/** Letters that are drawn together. Lengths are in units of the font. */
export interface Cluster {
  readonly start: number
  readonly end: number
  readonly advance: number
  /** From the left edge of the cluster. */
  readonly strokes: readonly Stroke[]
}

export interface Extents {
  readonly ascent: number
  readonly descent: number
}

interface Opened {
  readonly font: Font
  readonly covers: ReadonlySet<number>
  readonly unitsPerEm: number
  readonly extents: Extents
  /** How far each glyph reaches above and below the line, in units of the font. */
  readonly reaches: Map<number, Extents>
}

const opened = new WeakMap<Uint8Array, Opened>()

function open({ file }: Face): Opened {
  const known = opened.get(file)
  if (known) return known
  const face = new HarfBuzzFace(new Blob(file))
  const font = new Font(face)
  const { ascender, descender } = font.hExtents()
  const made = { font, covers: new Set(face.collectUnicodes()), unitsPerEm: face.upem, extents: { ascent: ascender / face.upem, descent: -descender / face.upem }, reaches: new Map() }
  opened.set(file, made)
  return made
}

export const unitsPerEmOf = (face: Face): number => open(face).unitsPerEm

/** How far a face says that its letters reach above and below the line, in parts of an em. */
export const extentsOf = (face: Face): Extents => open(face).extents

// Joiners, variation selectors and other characters that are never drawn need no glyph.
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u

/** Whether a face draws a letter with all its marks. */
export function draws(face: Face, grapheme: string): boolean {
  const { covers } = open(face)
  return [...grapheme].every((character) => covers.has(character.codePointAt(0) as number) || INVISIBLE.test(character))
}

// One for all: what it holds is outside the reach of the garbage collector.
const letters = new Letters()

/** Shapes a piece of a text, which may join with what is before and after it. The clusters are in the order of the text. */
export function shape(face: Face, text: string, start: number, end: number, isFromRight: boolean, language: string): readonly Cluster[] {
  letters.reset()
  letters.addText(text, start, end - start)
  letters.guessSegmentProperties()
  letters.setDirection(isFromRight ? Direction.RTL : Direction.LTR)
  letters.setLanguage(language)
  shapeLetters(open(face).font, letters)
  const clusters = new Map<number, { advance: number; strokes: Stroke[] }>()
  for (const { codepoint: id, cluster, xAdvance = 0, xOffset = 0, yOffset = 0 } of letters.getGlyphInfosAndPositions()) {
    const drawn = clusters.get(cluster) ?? { advance: 0, strokes: [] }
    drawn.strokes.push({ id, x: drawn.advance + xOffset, y: yOffset })
    drawn.advance += xAdvance
    clusters.set(cluster, drawn)
  }
  const starts = [...clusters.keys()].sort((a, b) => a - b)
  return starts.map((at, index) => ({ start: at, end: starts[index + 1] ?? end, ...(clusters.get(at) as { advance: number; strokes: Stroke[] }) }))
}

/** How far letters really reach above and below the line, in parts of an em. */
export function inkOf(face: Face, clusters: readonly Cluster[]): Extents {
  const { font, unitsPerEm, reaches } = open(face)
  const reachOf = (id: number): Extents => {
    const known = reaches.get(id)
    if (known) return known
    const { yBearing = 0, height = 0 } = font.glyphExtents(id) ?? {}
    const reach = { ascent: yBearing, descent: -(yBearing + height) }
    reaches.set(id, reach)
    return reach
  }
  let [ascent, descent] = [0, 0]
  for (const { strokes } of clusters) {
    for (const { id, y } of strokes) {
      ascent = Math.max(ascent, y + reachOf(id).ascent)
      descent = Math.max(descent, reachOf(id).descent - y)
    }
  }
  return { ascent: ascent / unitsPerEm, descent: descent / unitsPerEm }
}
