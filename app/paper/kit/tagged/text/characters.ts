/** Which glyph draws each character (code point). */
export type Characters = ReadonlyMap<number, number>

// The cmap table of the OpenType specification 1.9: format 4 is for characters up to U+FFFF, format 12 for all.
const UNICODE_FULL = 10

/** Reads a cmap table. */
export function readCharacters(cmap: Buffer): Characters {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4)))
  const characters = new Map<number, number>()
  for (const subtable of subtables) {
    const format = subtable.readUInt16BE(0)
    if (format === 4) readSegments(subtable, characters)
    if (format === 12) readGroups(subtable, characters)
  }
  return characters
}

function readSegments(subtable: Buffer, characters: Map<number, number>): void {
  const size = subtable.readUInt16BE(6)
  for (let at = 0; at < size; at += 2) {
    const end = subtable.readUInt16BE(14 + at)
    const start = subtable.readUInt16BE(16 + size + at)
    const delta = subtable.readUInt16BE(16 + size * 2 + at)
    const rangeAt = 16 + size * 3 + at
    const range = subtable.readUInt16BE(rangeAt)
    for (let character = start; character <= end && character < 0xffff; character++) {
      const found = range === 0 ? character : subtable.readUInt16BE(rangeAt + range + (character - start) * 2)
      const glyph = found === 0 ? 0 : (found + delta) & 0xffff
      if (glyph !== 0) characters.set(character, glyph)
    }
  }
}

function readGroups(subtable: Buffer, characters: Map<number, number>): void {
  for (let group = 0; group < subtable.readUInt32BE(12); group++) {
    const at = 16 + group * 12
    const start = subtable.readUInt32BE(at)
    for (let character = start; character <= subtable.readUInt32BE(at + 4); character++) {
      characters.set(character, subtable.readUInt32BE(at + 8) + character - start)
    }
  }
}

/** Writes a cmap table of format 12, a group for each run of characters whose glyphs follow each other. */
export function writeCharacters(characters: Characters): Buffer {
  const groups: { start: number; end: number; glyph: number }[] = []
  for (const [character, glyph] of [...characters].sort(([a], [b]) => a - b)) {
    const last = groups.at(-1)
    if (last && last.end + 1 === character && last.glyph + character - last.start === glyph) last.end = character
    else groups.push({ start: character, end: character, glyph })
  }
  const cmap = Buffer.alloc(12 + 16 + groups.length * 12)
  cmap.writeUInt16BE(1, 2)
  cmap.writeUInt16BE(3, 4)
  cmap.writeUInt16BE(UNICODE_FULL, 6)
  cmap.writeUInt32BE(12, 8)
  cmap.writeUInt16BE(12, 12)
  cmap.writeUInt32BE(16 + groups.length * 12, 16)
  cmap.writeUInt32BE(groups.length, 24)
  groups.forEach(({ start, end, glyph }, index) => {
    const at = 28 + index * 12
    cmap.writeUInt32BE(start, at)
    cmap.writeUInt32BE(end, at + 4)
    cmap.writeUInt32BE(glyph, at + 8)
  })
  return cmap
}
