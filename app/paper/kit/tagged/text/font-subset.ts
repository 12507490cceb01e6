import { composite, depthOf, glyphReader, metricReader, readTables, renumbered, table, writeTables, type FontTables } from './truetype'

/** A glyph of a font and where it stands, in units of the font from the point where the letter begins. */
export interface Stroke {
  readonly id: number
  readonly x: number
  readonly y: number
}

/** What is drawn for some letters: none, one or several glyphs, how far the next letter is, and what it says. */
export interface Drawing {
  readonly strokes: readonly Stroke[]
  readonly advance: number
  readonly text: string
}

interface Drawn {
  readonly outline: Buffer
  readonly advance: number
  readonly bearing: number
}

const NOT_DEFINED = 0
// head, hhea and maxp
const LONG_OFFSETS = 1
const COUNT_OF_METRICS = 34
const COUNT_OF_GLYPHS = 4
const [MAX_COMPOSITE_POINTS, MAX_COMPOSITE_CONTOURS] = [10, 12]
const [MAX_COMPONENTS, MAX_DEPTH] = [28, 30]

/**
 * The part of a font that one file uses. Letters that several glyphs draw together, such as a letter and its dots, become one glyph,
 * and each drawing with each meaning has a code of its own. So a code says exactly what is drawn, and nobody who reads the file
 * back has to guess from places.
 */
export class FontSubset {
  readonly unitsPerEm: number
  private readonly tables: FontTables
  private readonly outlineOf: (id: number) => Buffer
  private readonly metricsOf: ReturnType<typeof metricReader>
  private readonly glyphs: Drawn[] = []
  private readonly copies = new Map<number, number>()
  private readonly drawings = new Map<string, number>()
  private readonly codes = new Map<string, number>()
  private readonly meanings: { readonly glyph: number; readonly text: string }[] = [{ glyph: NOT_DEFINED, text: '' }]

  constructor(font: Uint8Array) {
    this.tables = readTables(font)
    this.outlineOf = glyphReader(this.tables).outline
    this.metricsOf = metricReader(this.tables)
    this.unitsPerEm = table(this.tables, 'head').readUInt16BE(18)
    this.copy(NOT_DEFINED)
  }

  /** The code of a drawing in the file. */
  codeOf({ strokes, advance, text }: Drawing): number {
    const shape = `${advance} ${strokes.map(({ id, x, y }) => `${id},${x},${y}`).join(' ')}`
    const key = `${shape} ${text}`
    const known = this.codes.get(key)
    if (known !== undefined) return known
    if (strokes.some(({ id }) => id === NOT_DEFINED)) throw new Error('The font has no glyph for a letter.')
    const glyph = this.drawings.get(shape) ?? this.draw(strokes, advance)
    this.drawings.set(shape, glyph)
    const code = this.meanings.push({ glyph, text }) - 1
    this.codes.set(key, code)
    return code
  }

  /** What each code stands for; the first stands for nothing. */
  get texts(): readonly string[] {
    return this.meanings.map(({ text }) => text)
  }

  /** How wide each code is, in units of the font. */
  get advances(): readonly number[] {
    return this.meanings.map(({ glyph }) => this.glyphs[glyph]?.advance ?? 0)
  }

  /** Which glyph each code draws, in two bytes each (CIDToGIDMap). */
  glyphNumbers(): Buffer {
    const map = Buffer.alloc(this.meanings.length * 2)
    this.meanings.forEach(({ glyph }, code) => map.writeUInt16BE(glyph, code * 2))
    return map
  }

  /** The font file, with the glyphs that are drawn and no other. */
  file(): Buffer {
    const even = this.glyphs.map(({ outline }) => (outline.length % 2 === 0 ? outline : Buffer.concat([outline, Buffer.alloc(1)])))
    const loca = Buffer.alloc((even.length + 1) * 4)
    even.reduce((offset, outline, index) => loca.writeUInt32BE(offset + outline.length, index * 4 + 4) && offset + outline.length, 0)
    const hmtx = Buffer.alloc(this.glyphs.length * 4)
    this.glyphs.forEach(({ advance, bearing }, index) => {
      hmtx.writeUInt16BE(advance, index * 4)
      hmtx.writeInt16BE(bearing, index * 4 + 2)
    })
    const edited = (tag: string, at: number, value: number) => {
      const copy = Buffer.from(table(this.tables, tag))
      copy.writeUInt16BE(value, at)
      return copy
    }
    const hints = ['cvt ', 'fpgm', 'prep'].flatMap((tag) => (this.tables[tag] ? [[tag, this.tables[tag]] as const] : []))
    return writeTables({
      ...Object.fromEntries(hints),
      glyf: Buffer.concat(even),
      loca,
      hmtx,
      head: edited('head', 50, LONG_OFFSETS),
      hhea: edited('hhea', COUNT_OF_METRICS, this.glyphs.length),
      maxp: this.limits(),
    })
  }

  /** The facts of the whole font, in thousandths of an em. */
  get facts() {
    const [head, hhea, post] = [table(this.tables, 'head'), table(this.tables, 'hhea'), table(this.tables, 'post')]
    const scale = 1000 / this.unitsPerEm
    return {
      box: [36, 38, 40, 42].map((at) => head.readInt16BE(at) * scale),
      ascent: hhea.readInt16BE(4) * scale,
      descent: hhea.readInt16BE(6) * scale,
      italicAngle: post.readInt32BE(4) / 65536,
      scale,
    }
  }

  private draw(strokes: readonly Stroke[], advance: number): number {
    const [first] = strokes
    const isPlain = strokes.length === 1 && first?.x === 0 && first.y === 0 && this.metricsOf(first.id).advance === advance
    if (first && isPlain) return this.copy(first.id)
    const parts = strokes.map((stroke) => ({ ...stroke, id: this.copy(stroke.id), outline: this.outlineOf(stroke.id) }))
    const outline = composite(parts)
    return this.glyphs.push({ outline, advance, bearing: outline.length > 0 ? outline.readInt16BE(2) : 0 }) - 1
  }

  /** The number of a glyph of the font in the file, with the glyphs that it is made of. */
  private copy(id: number): number {
    const known = this.copies.get(id)
    if (known !== undefined) return known
    const outline = renumbered(this.outlineOf(id), (part) => this.copy(part))
    const number = this.glyphs.push({ outline, ...this.metricsOf(id) }) - 1
    this.copies.set(id, number)
    return number
  }

  private limits(): Buffer {
    const maxp = Buffer.from(table(this.tables, 'maxp'))
    const outlines = this.glyphs.map(({ outline }) => outline)
    const depth = outlines.reduce((deepest, outline) => Math.max(deepest, depthOf(outline, (id) => outlines[id] ?? Buffer.alloc(0))), 0)
    maxp.writeUInt16BE(this.glyphs.length, COUNT_OF_GLYPHS)
    for (const field of [MAX_COMPOSITE_POINTS, MAX_COMPOSITE_CONTOURS, MAX_COMPONENTS]) maxp.writeUInt16BE(0xffff, field)
    maxp.writeUInt16BE(depth, MAX_DEPTH)
    return maxp
  }
}
