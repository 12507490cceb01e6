import { buffer } from 'node:stream/consumers'
import { fromBufferPromise, type Entry } from 'yauzl'
import { ZipFile } from 'yazl'
import { Found } from './found'

// DOCX and ODT are ZIP files. They are read by their central directory, within limits that are checked before anything is unpacked, and
// written anew: what stands before, between or after their entries, and whatever two programs could read in two ways, does not go on.

const MAX_ENTRIES = 500
const MAX_UNPACKED = 100 * 1024 * 1024
/** How many times larger the whole may be unpacked; small files may be more, as a few blank pages pack well. */
const MAX_RATIO = 100
const RATIO_COUNTS_FROM = 1024 * 1024

const STORED = 0
const DEFLATED = 8

/** The entries of a ZIP file in their order, folders left out. */
export type Parts = ReadonlyMap<string, Buffer>

/** @throws Found when it is packed as no office program packs, is locked or damaged */
export async function readZip(bytes: Buffer): Promise<Parts> {
  const zip = await fromBufferPromise(bytes, { strictFileNames: true })
  if (zip.entryCount > MAX_ENTRIES) throw new Found('too-packed')
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    entries.push(entry)
    if (entries.length > MAX_ENTRIES) throw new Found('too-packed')
  }
  if (entries.some((entry) => entry.isEncrypted())) throw new Found('locked')
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (unpacked > MAX_UNPACKED || (unpacked > RATIO_COUNTS_FROM && unpacked > MAX_RATIO * bytes.length)) throw new Found('too-packed')
  if (entries.some(({ compressionMethod }) => compressionMethod !== STORED && compressionMethod !== DEFLATED)) throw new Found('could-not-check')

  const parts = new Map<string, Buffer>()
  for (const entry of entries) {
    const { fileName } = entry
    if (fileName.endsWith('/')) continue
    // Names that differ in case only are one file on some computers and two on others.
    if ([...parts.keys()].some((name) => name.toLowerCase() === fileName.toLowerCase())) throw new Found('damaged')
    // Ends with an error when there is more than the directory said.
    parts.set(fileName, await buffer(await zip.openReadStreamPromise(entry)))
  }
  return parts
}

// The earliest date that a ZIP file can hold: when its parts were written is nobody's business.
const LONG_AGO = new Date('1980-01-01T00:00:00')

/** @param stored the part that stands first and unpacked, if the format wants one */
export async function writeZip(parts: Parts, stored?: string): Promise<Buffer> {
  const zip = new ZipFile()
  const names = [...parts.keys()].sort((a, b) => Number(b === stored) - Number(a === stored))
  for (const name of names) zip.addBuffer(parts.get(name) ?? Buffer.alloc(0), name, { compress: name !== stored, mtime: LONG_AGO, mode: 0o100644, forceDosTimestamp: true })
  zip.end()
  return buffer(zip.outputStream)
}

const MAGIC: readonly (readonly [what: 'macros' | 'file-inside', start: string])[] = [
  // OLE: a whole file system in a file, which holds macros or another document.
  ['file-inside', 'd0cf11e0a1b11ae1'],
  ['file-inside', '504b0304'],
  ['file-inside', '504b0506'],
  ['file-inside', '526172211a07'],
  ['file-inside', '377abcaf271c'],
  ['file-inside', '1f8b08'],
  ['file-inside', '425a68'],
  ['file-inside', 'fd377a585a00'],
  ['file-inside', '4d534346'],
  ['file-inside', '25504446'],
  ['file-inside', '7b5c727466'],
  ['macros', '4d5a'],
  ['macros', '7f454c46'],
  ['macros', '4c00000001140200'],
]

/**
 * Looks for archives, documents and programs among the parts.
 * @throws Found
 */
export function refuseFilesInside(parts: Parts): void {
  for (const bytes of parts.values()) {
    const start = bytes.subarray(0, 8).toString('hex')
    const found = MAGIC.find(([, magic]) => start.startsWith(magic))
    if (found) throw new Found(found[0])
    // A tape archive says what it is in its second half.
    if (bytes.subarray(257, 262).toString('latin1') === 'ustar') throw new Found('file-inside')
  }
}
