// Reads and writes fonts with TrueType outlines. Field offsets are those of the OpenType specification 1.9.

/** The tables of a font by their tags. */
export type FontTables = Readonly<Record<string, Buffer>>

const TRUE_TYPE = 0x00010000

/** The tables of a font with TrueType outlines. */
export function readTables(font: Uint8Array): FontTables {
  const file = Buffer.from(font.buffer, font.byteOffset, font.byteLength)
  if (file.length < 12 || file.readUInt32BE(0) !== TRUE_TYPE) throw new Error('Only fonts with TrueType outlines (.ttf) can be put into the file.')
  return Object.fromEntries(
    Array.from({ length: file.readUInt16BE(4) }, (_, index) => {
      const entry = 12 + index * 16
      const offset = file.readUInt32BE(entry + 8)
      return [file.toString('latin1', entry, entry + 4), file.subarray(offset, offset + file.readUInt32BE(entry + 12))]
    }),
  )
}

/** A font file of these tables. */
export function writeTables(tables: FontTables): Buffer {
  const entries = Object.entries(tables).sort(([a], [b]) => (a < b ? -1 : 1))
  const header = Buffer.alloc(12 + entries.length * 16)
  const exponent = Math.floor(Math.log2(entries.length))
  header.writeUInt32BE(TRUE_TYPE, 0)
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

/** A table that the font cannot do without. */
export function table(tables: FontTables, tag: string): Buffer {
  const found = tables[tag]
  if (!found) throw new Error(`The font has no ${tag} table.`)
  return found
}

/** The outline of each glyph by its number. */
export function glyphReader(tables: FontTables): { readonly count: number; readonly outline: (id: number) => Buffer } {
  const [loca, glyf] = [table(tables, 'loca'), table(tables, 'glyf')]
  const isLong = table(tables, 'head').readInt16BE(50) === 1
  const at = (index: number) => (isLong ? loca.readUInt32BE(index * 4) : loca.readUInt16BE(index * 2) * 2)
  return { count: table(tables, 'maxp').readUInt16BE(4), outline: (id) => glyf.subarray(at(id), at(id + 1)) }
}

/** The width and the left bearing of each glyph by its number; the last widths are written once for all that follow. */
export function metricReader(tables: FontTables): (id: number) => { readonly advance: number; readonly bearing: number } {
  const hmtx = table(tables, 'hmtx')
  const whole = table(tables, 'hhea').readUInt16BE(34)
  return (id) => ({
    advance: hmtx.readUInt16BE(Math.min(id, whole - 1) * 4),
    bearing: hmtx.readInt16BE(id < whole ? id * 4 + 2 : whole * 4 + (id - whole) * 2),
  })
}

// The flags of a part of a composite glyph.
const WORDS = 0x1
const OFFSETS = 0x2
const ONE_SCALE = 0x8
const MORE = 0x20
const TWO_SCALES = 0x40
const MATRIX = 0x80

const isComposite = (outline: Buffer) => outline.length > 0 && outline.readInt16BE(0) < 0

function* componentsOf(outline: Buffer): Generator<number> {
  let at = 10
  let flags = isComposite(outline) ? MORE : 0
  while (flags & MORE) {
    flags = outline.readUInt16BE(at)
    yield at + 2
    at += 4 + (flags & WORDS ? 4 : 2) + (flags & MATRIX ? 8 : flags & TWO_SCALES ? 4 : flags & ONE_SCALE ? 2 : 0)
  }
}

/** A glyph whose components (a letter and its accent) have other numbers. */
export function renumbered(outline: Buffer, numberOf: (id: number) => number): Buffer {
  if (!isComposite(outline)) return outline
  const moved = Buffer.from(outline)
  for (const at of componentsOf(outline)) moved.writeUInt16BE(numberOf(outline.readUInt16BE(at)), at)
  return moved
}

/** How deep the glyphs of a glyph go: 0 without components. */
export function depthOf(outline: Buffer, outlineOf: (id: number) => Buffer): number {
  const depths = [...componentsOf(outline)].map((at) => 1 + depthOf(outlineOf(outline.readUInt16BE(at)), outlineOf))
  return Math.max(0, ...depths)
}

export interface Placed {
  readonly outline: Buffer
  readonly id: number
  readonly x: number
  readonly y: number
}

/** A glyph of several glyphs, each moved to its place. */
export function composite(parts: readonly Placed[]): Buffer {
  const inked = parts.filter(({ outline }) => outline.length > 0)
  if (inked.length === 0) return Buffer.alloc(0)
  const header = Buffer.alloc(10)
  header.writeInt16BE(-1, 0)
  const edge = (at: number, side: 'x' | 'y', choose: (...values: number[]) => number) =>
    header.writeInt16BE(choose(...inked.map((part) => part.outline.readInt16BE(at) + part[side])), at)
  edge(2, 'x', Math.min)
  edge(4, 'y', Math.min)
  edge(6, 'x', Math.max)
  edge(8, 'y', Math.max)
  const components = inked.map(({ id, x, y }, index) => {
    const component = Buffer.alloc(8)
    component.writeUInt16BE(WORDS | OFFSETS | (index < inked.length - 1 ? MORE : 0), 0)
    component.writeUInt16BE(id, 2)
    component.writeInt16BE(x, 4)
    component.writeInt16BE(y, 6)
    return component
  })
  return Buffer.concat([header, ...components])
}
