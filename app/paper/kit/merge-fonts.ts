import { readCharacters, writeCharacters } from './font-characters'
import type { FontTables } from './woff-tables'

// Field offsets are those of the OpenType specification 1.9 (head, hhea, hmtx, loca, maxp, glyf).

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
    glyphs.push(...own.map((glyph) => renumbered(glyph, before)))
    metrics.push(...metricsOf(part, own.length))
    for (const [character, glyph] of readCharacters(table(part, 'cmap'))) {
      if (!characters.has(character)) characters.set(character, glyph + before)
    }
  }
  return writeFont({ ...first, ...joined(parts, glyphs), hmtx: Buffer.concat(metrics), cmap: writeCharacters(characters) })
}

function table(tables: FontTables, tag: string): Buffer {
  const found = tables[tag]
  if (!found) throw new Error(`The font has no ${tag} table.`)
  return found
}

function glyphsOf(part: FontTables): Buffer[] {
  const loca = table(part, 'loca')
  const isLong = table(part, 'head').readInt16BE(50) === 1
  const at = (index: number) => (isLong ? loca.readUInt32BE(index * 4) : loca.readUInt16BE(index * 2) * 2)
  return Array.from({ length: table(part, 'maxp').readUInt16BE(4) }, (_, index) => table(part, 'glyf').subarray(at(index), at(index + 1)))
}

/** Width and left bearing of each glyph; the last widths are written once for all that follow. */
function metricsOf(part: FontTables, count: number): Buffer[] {
  const hmtx = table(part, 'hmtx')
  const whole = table(part, 'hhea').readUInt16BE(34)
  return Array.from({ length: count }, (_, index) => {
    if (index < whole) return hmtx.subarray(index * 4, index * 4 + 4)
    const bearing = whole * 4 + (index - whole) * 2
    return Buffer.concat([hmtx.subarray(whole * 4 - 4, whole * 4 - 2), hmtx.subarray(bearing, bearing + 2)])
  })
}

const WORDS = 0x1
const ONE_SCALE = 0x8
const MORE = 0x20
const TWO_SCALES = 0x40
const MATRIX = 0x80

/** A glyph whose components (a letter and its accent) are found `by` places further on. */
function renumbered(glyph: Buffer, by: number): Buffer {
  if (by === 0 || glyph.length === 0 || glyph.readInt16BE(0) >= 0) return glyph
  const moved = Buffer.from(glyph)
  let at = 10
  let flags = MORE
  while (flags & MORE) {
    flags = moved.readUInt16BE(at)
    moved.writeUInt16BE(moved.readUInt16BE(at + 2) + by, at + 2)
    at += 4 + (flags & WORDS ? 4 : 2) + (flags & MATRIX ? 8 : flags & TWO_SCALES ? 4 : flags & ONE_SCALE ? 2 : 0)
  }
  return moved
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

/** The TrueType file of these tables. */
export function writeFont(tables: FontTables): Buffer {
  const entries = Object.entries(tables).sort(([a], [b]) => (a < b ? -1 : 1))
  const header = Buffer.alloc(12 + entries.length * 16)
  const exponent = Math.floor(Math.log2(entries.length))
  header.writeUInt32BE(0x00010000, 0)
  header.writeUInt16BE(entries.length, 4)
  header.writeUInt16BE(2 ** exponent * 16, 6)
  header.writeUInt16BE(exponent, 8)
  header.writeUInt16BE((entries.length - 2 ** exponent) * 16, 10)
  const pieces = [header]
  let offset = header.length
  entries.forEach(([tag, data], index) => {
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
    const entry = 12 + index * 16
    header.write(tag, entry, 'latin1')
    header.writeUInt32BE(checksumOf(padded), entry + 4)
    header.writeUInt32BE(offset, entry + 8)
    header.writeUInt32BE(data.length, entry + 12)
    pieces.push(padded)
    offset += padded.length
  })
  return Buffer.concat(pieces)
}

function checksumOf(padded: Buffer): number {
  let sum = 0
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0
  return sum
}
