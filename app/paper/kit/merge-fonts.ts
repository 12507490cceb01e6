import { readCharacters, writeCharacters } from './tagged/text/characters'
import { glyphReader, metricReader, renumbered, table, writeTables, type FontTables } from './tagged/text/truetype'

// Field offsets are those of the OpenType specification 1.9.

/**
 * One TrueType font from the parts in which a typeface is published, one part an alphabet: where two have a character, the
 * first is used. Kerning and ligatures are those of the first part. A change of font inside a word would let the layout engine
 * end a line there, and would embed a font again at each change.
 */
export function mergeFonts(parts: readonly FontTables[]): Buffer {
  const [first] = parts
  if (!first) throw new Error('There is no font to merge.')
  const glyphs: Buffer[] = []
  const metrics: Buffer[] = []
  const characters: Map<number, number> = new Map()
  for (const part of parts) {
    const before = glyphs.length
    const own = glyphsOf(part)
    glyphs.push(...own.map((glyph) => renumbered(glyph, (id) => id + before)))
    metrics.push(...metricsOf(part, own.length))
    for (const [character, glyph] of readCharacters(table(part, 'cmap'))) {
      if (!characters.has(character)) characters.set(character, glyph + before)
    }
  }
  return writeTables({ ...first, ...joined(parts, glyphs), hmtx: Buffer.concat(metrics), cmap: writeCharacters(characters) })
}

const glyphsOf = (part: FontTables): Buffer[] => {
  const { count, outline } = glyphReader(part)
  return Array.from({ length: count }, (_, id) => outline(id))
}

/** Width and left bearing of each glyph. */
function metricsOf(part: FontTables, count: number): Buffer[] {
  const metrics = metricReader(part)
  return Array.from({ length: count }, (_, id) => {
    const entry = Buffer.alloc(4)
    const { advance, bearing } = metrics(id)
    entry.writeUInt16BE(advance, 0)
    entry.writeInt16BE(bearing, 2)
    return entry
  })
}

/** The tables that count glyphs or say where they are. */
function joined(parts: readonly FontTables[], glyphs: readonly Buffer[]): FontTables {
  const [first] = parts as [FontTables]
  const even = glyphs.map((glyph) => (glyph.length % 2 === 0 ? glyph : Buffer.concat([glyph, Buffer.alloc(1)])))
  const loca = Buffer.alloc((glyphs.length + 1) * 4)
  even.reduce((offset, glyph, index) => loca.writeUInt32BE(offset + glyph.length, index * 4 + 4) && offset + glyph.length, 0)
  const head = Buffer.from(table(first, 'head'))
  head.writeInt16BE(1, 50)
  const hhea = Buffer.from(table(first, 'hhea'))
  hhea.writeUInt16BE(glyphs.length, 34)
  const maxp = Buffer.from(table(first, 'maxp'))
  maxp.writeUInt16BE(glyphs.length, 4)
  for (let field = 6; field + 2 <= maxp.length; field += 2) {
    maxp.writeUInt16BE(Math.max(...parts.map((part) => table(part, 'maxp').readUInt16BE(field))), field)
  }
  // Version 3: no glyph names.
  const post = Buffer.from(table(first, 'post').subarray(0, 32))
  post.writeUInt32BE(0x00030000, 0)
  return { glyf: Buffer.concat(even), loca, head, hhea, maxp, post }
}
