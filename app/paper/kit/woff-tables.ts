import { inflateSync } from 'node:zlib'

const HEADER = 44
const ENTRY = 20

/** The tables of a font by their tags. */
export type FontTables = Readonly<Record<string, Buffer>>

/** The tables inside a WOFF 1.0 file (W3C "WOFF File Format 1.0"), inflated. */
export function woffTables(woff: Buffer): FontTables {
  const entries = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const entry = HEADER + index * ENTRY
    const offset = woff.readUInt32BE(entry + 4)
    const packed = woff.subarray(offset, offset + woff.readUInt32BE(entry + 8))
    const isPacked = packed.length < woff.readUInt32BE(entry + 12)
    return [woff.toString('latin1', entry, entry + 4), isPacked ? inflateSync(packed) : packed] as const
  })
  return Object.fromEntries(entries)
}
