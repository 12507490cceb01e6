import { levelsOf } from './bidi'
import type { ChooseFace, Face } from './faces'
import type { Direction } from './hidden-letters'
import { draws, extentsOf, inkOf, shape, unitsPerEmOf, type Cluster, type Extents } from './shaping'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** What a reader sees as one letter, with its marks. */
export interface Letter {
  readonly start: number
  readonly end: number
  /** In parts of an em. */
  readonly advance: number
}

/** Neighbouring letters of one font that are read in one direction. */
export interface Stretch {
  readonly face: Face
  /** Its level of embedding (UAX 9). */
  readonly level: number
  readonly start: number
  readonly end: number
}

/** A stretch with its letters drawn. */
export interface DrawnStretch extends Stretch {
  readonly unitsPerEm: number
  readonly clusters: readonly Cluster[]
}

export interface Setting {
  /** The document's own font: what it lacks is drawn by another. */
  readonly own: Face
  readonly weight: number
  readonly choose: ChooseFace
  /** The language of the document (BCP 47), which decides between the forms of some letters. */
  readonly language: string
}

/** A paragraph with the fonts and the directions of its letters. */
export class Paragraph {
  readonly letters: readonly Letter[]
  readonly extents: Extents
  private readonly stretches: readonly Stretch[]

  constructor(readonly text: string, readonly direction: Direction, private readonly setting: Setting) {
    const segments = [...graphemes.segment(text)].map(({ segment, index }) => ({ start: index, end: index + segment.length }))
    this.stretches = stretchesOf(text, segments, levelsOf(text, direction), setting)
    const drawn = this.stretches.map((stretch) => this.drawn(stretch))
    this.letters = lettersOf(segments, drawn)
    this.extents = highest(drawn, setting.own)
  }

  /** The level of what has no direction in it. */
  get level(): 0 | 1 {
    return this.direction === 'rtl' ? 1 : 0
  }

  /** The stretches of a part of the paragraph that stands on one line, in the order of reading. */
  line(start: number, end: number): readonly DrawnStretch[] {
    const ink = start + this.text.slice(start, end).trimEnd().length
    return this.stretches
      .map((stretch) => ({ ...stretch, start: Math.max(stretch.start, start), end: Math.min(stretch.end, end) }))
      .flatMap((stretch) => split(stretch, ink, this.level))
      .filter((stretch) => stretch.start < stretch.end)
      .map((stretch) => this.drawn(stretch))
  }

  private drawn(stretch: Stretch): DrawnStretch {
    const { face, level, start, end } = stretch
    return { ...stretch, unitsPerEm: unitsPerEmOf(face), clusters: shape(face, this.text, start, end, level % 2 === 1, this.setting.language) }
  }
}

/** Rule L1 of UAX 9: spaces at the end of a line have the direction of the paragraph. */
function split(stretch: Stretch, ink: number, level: number): Stretch[] {
  const at = Math.min(Math.max(ink, stretch.start), stretch.end)
  return [
    { ...stretch, end: at },
    { ...stretch, start: at, level },
  ]
}

type Segment = Omit<Letter, 'advance'>

function stretchesOf(text: string, segments: readonly Segment[], levels: Uint8Array, setting: Setting): Stretch[] {
  const stretches: { face: Face; level: number; start: number; end: number }[] = []
  for (const { start, end } of segments) {
    const last = stretches.at(-1)
    const face = faceOf(text.slice(start, end), last?.face, setting)
    const level = levels[start] ?? 0
    if (last && last.face === face && last.level === level) last.end = end
    else stretches.push({ face, level, start, end })
  }
  return stretches
}

/** As a browser goes through `font-family`: the document's own font first, then the one of the letter before, then another. */
function faceOf(grapheme: string, before: Face | undefined, { own, weight, choose }: Setting): Face {
  const face = draws(own, grapheme) ? own : before && draws(before, grapheme) ? before : choose(grapheme, weight)
  if (!face || !draws(face, grapheme)) throw new Error(`No font draws ${namesOf(grapheme)}.`)
  return face
}

const namesOf = (grapheme: string) => [...grapheme].map((character) => `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')

/** Letters that are drawn together share the width of what is drawn. */
function lettersOf(segments: readonly Segment[], drawn: readonly DrawnStretch[]): Letter[] {
  const clusters = drawn.flatMap(({ clusters, unitsPerEm }) => clusters.map(({ start, end, advance }) => ({ start, end, advance: advance / unitsPerEm })))
  let first = 0
  return segments.map(({ start, end }) => {
    while ((clusters[first]?.end ?? Infinity) <= start) first++
    let advance = 0
    for (let at = first; (clusters[at]?.start ?? Infinity) < end; at++) {
      const cluster = clusters[at] as (typeof clusters)[number]
      advance += (cluster.advance * (Math.min(end, cluster.end) - Math.max(start, cluster.start))) / (cluster.end - cluster.start)
    }
    return { start, end, advance }
  })
}

function highest(drawn: readonly DrawnStretch[], own: Face): Extents {
  const extents = drawn.flatMap(({ face, clusters }) => [inkOf(face, clusters), ...(face === own ? [] : [extentsOf(face)])])
  return { ascent: Math.max(extentsOf(own).ascent, ...extents.map(({ ascent }) => ascent)), descent: Math.max(0, ...extents.map(({ descent }) => descent)) }
}
