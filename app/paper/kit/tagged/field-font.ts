import type { FieldFont } from './fields'
import { readCharacters } from './text/characters'
import { writeTables } from './text/truetype'
import { woffTables } from './text/woff'

// Field offsets are those of the OpenType specification 1.9 (head, hhea, hmtx, OS/2).

/** The font of fields, from a WOFF file: the letters of Windows code page 1252. What it has no letter for, a program shows in a font of its own. */
export function fieldFontOf(name: string, woff: Buffer): FieldFont {
  const tables = woffTables(woff)
  const table = (tag: string) => {
    const found = tables[tag]
    if (!found) throw new Error(`${name} has no ${tag} table.`)
    return found
  }
  const [head, hhea, hmtx, os2] = [table('head'), table('hhea'), table('hmtx'), table('OS/2')]
  const thousandths = (units: number) => Math.round((units * 1000) / head.readUInt16BE(18))
  const lastWhole = hhea.readUInt16BE(34) - 1
  const characters = readCharacters(table('cmap'))
  const widthOf = (letter: string) => thousandths(hmtx.readUInt16BE(Math.min(characters.get(letter.codePointAt(0) ?? 0) ?? 0, lastWhole) * 4))
  const letters = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 224 }, (_, index) => 32 + index))
  return {
    name,
    file: writeTables(tables),
    widths: [...letters].map(widthOf),
    ascent: thousandths(hhea.readInt16BE(4)),
    descent: thousandths(hhea.readInt16BE(6)),
    capHeight: thousandths(os2.readInt16BE(88)),
    bounds: [36, 38, 40, 42].map((at) => thousandths(head.readInt16BE(at))),
  }
}
