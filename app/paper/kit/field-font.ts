import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { readCharacters } from './font-characters'
import type { FieldFont } from './tagged'
import { writeTables } from './tagged/text/truetype'
import { woffTables } from './tagged/text/woff'

// Field offsets are those of the OpenType specification 1.9 (head, hhea, hmtx, OS/2).

let made: FieldFont | undefined

/** Noto Sans for what is typed into fields: the letters of Western Europe. What it has no letter for, a program shows in a font of its own. */
export const fieldFont = (): FieldFont => (made ??= make())

function make(): FieldFont {
  const file = createRequire(import.meta.url).resolve('@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff')
  const tables = woffTables(readFileSync(file))
  const table = (tag: string) => {
    const found = tables[tag]
    if (!found) throw new Error(`The font for fields has no ${tag} table.`)
    return found
  }
  const [head, hhea, hmtx, os2] = [table('head'), table('hhea'), table('hmtx'), table('OS/2')]
  const thousandths = (units: number) => Math.round((units * 1000) / head.readUInt16BE(18))
  const lastWhole = hhea.readUInt16BE(34) - 1
  const characters = readCharacters(table('cmap'))
  const widthOf = (letter: string) => thousandths(hmtx.readUInt16BE(Math.min(characters.get(letter.codePointAt(0) ?? 0) ?? 0, lastWhole) * 4))
  const letters = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 224 }, (_, index) => 32 + index))
  return {
    name: 'NotoSans-Regular',
    file: writeTables(tables),
    widths: [...letters].map(widthOf),
    ascent: thousandths(hhea.readInt16BE(4)),
    descent: thousandths(hhea.readInt16BE(6)),
    capHeight: thousandths(os2.readInt16BE(88)),
    bounds: [36, 38, 40, 42].map((at) => thousandths(head.readInt16BE(at))),
  }
}
