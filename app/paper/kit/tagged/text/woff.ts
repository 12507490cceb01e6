import { inflateSync } from 'node:zlib'
import type { FontTables } from './truetype'

const WOFF = 0x774f4646
const HEADER = 44
const ENTRY = 20

/** Whether a font is in a WOFF 1.0 file. */
export const isWoff = (font: Buffer): boolean => font.length > HEADER && font.readUInt32BE(0) === WOFF

/** The tables inside a WOFF 1.0 file (W3C "WOFF File Format 1.0"), each inflated when it is first asked for. */
export function woffTables(woff: Buffer): FontTables {
  const tables: Record<string, Buffer> = {}
  for (let index = 0; index < woff.readUInt16BE(12); index++) {
    const entry = HEADER + index * ENTRY
    const offset = woff.readUInt32BE(entry + 4)
    const packed = woff.subarray(offset, offset + woff.readUInt32BE(entry + 8))
    const isPacked = packed.length < woff.readUInt32BE(entry + 12)
    let inflated: Buffer | undefined
    Object.defineProperty(tables, woff.toString('latin1', entry, entry + 4), { enumerable: true, get: () => (inflated ??= isPacked ? inflateSync(packed) : packed) })
  }
  return tables
}
