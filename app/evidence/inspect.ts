import { fileTypeFromBuffer } from 'file-type'
import type { FileType, InsideFault } from '~/applications/uploads'
import { cleanFilm } from './film'
import { Found, reading } from './found'
import { cleanMp3 } from './mp3'
import { cleanText, isMarkedText } from './plain-text'
import { cleanRtf } from './rtf'

/** What was found: why it cannot be taken, or its copy without what should not travel with it. */
export type Inspection = { readonly refused: InsideFault } | { readonly type: FileType; readonly copy: Buffer }

// Loaded when the first such file comes: each is large.
const cleaners: Readonly<Record<FileType, (bytes: Buffer) => Buffer | Promise<Buffer>>> = {
  pdf: async (bytes) => (await import('./pdf')).cleanPdf(bytes),
  docx: async (bytes) => (await import('./ooxml')).cleanDocx(bytes),
  odt: async (bytes) => (await import('./odf')).cleanOdt(bytes),
  rtf: cleanRtf,
  txt: cleanText,
  jpeg: async (bytes) => (await import('./picture')).cleanJpeg(bytes),
  png: async (bytes) => (await import('./picture')).cleanPng(bytes),
  heic: async (bytes) => (await import('./picture')).cleanHeic(bytes),
  mp3: cleanMp3,
  m4a: cleanFilm,
  mp4: cleanFilm,
  mov: cleanFilm,
}

/**
 * Looks inside a file: it must be what its name said, hold nothing that acts by itself or hides, and its copy must not say where and by whom it
 * was made. The bytes may be changed.
 */
export async function inspectFile(said: FileType, bytes: Buffer): Promise<Inspection> {
  try {
    if (!(await isWhatItSays(said, bytes))) throw new Found('not-what-it-says')
    const copy = await reading(() => cleaners[said](bytes))
    return { type: said === 'heic' ? 'jpeg' : said, copy }
  } catch (error) {
    if (error instanceof Found) return { refused: error.fault }
    throw error
  }
}

/** What the first bytes of each kind are, as file-type names it. Of office documents they only say that they are ZIP files. */
const MAGIC: Readonly<Record<Exclude<FileType, 'docx' | 'odt'>, readonly (string | undefined)[]>> = {
  pdf: ['application/pdf'],
  rtf: ['application/rtf'],
  txt: [undefined],
  jpeg: ['image/jpeg'],
  png: ['image/png', 'image/apng'],
  heic: ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'],
  // Room that some programs leave after their notes hides the first frame from it.
  mp3: ['audio/mpeg', undefined],
  m4a: ['audio/x-m4a', 'audio/mp4', 'video/mp4'],
  mp4: ['video/mp4', 'video/x-m4v'],
  mov: ['video/quicktime'],
}
const ZIP = Buffer.from('504b0304', 'hex')
/** How Word keeps a document that needs a password: sealed, in a file system of its own. */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const SEALED_BY_WORD = Buffer.from('EncryptedPackage', 'utf16le')

async function isWhatItSays(said: FileType, bytes: Buffer): Promise<boolean> {
  if (said === 'docx' && startsWith(bytes, OLE) && bytes.includes(SEALED_BY_WORD)) throw new Found('locked')
  if (said === 'docx' || said === 'odt') return startsWith(bytes, ZIP)
  // Two letters that say how a text is written are also the start of an old kind of sound.
  if (said === 'txt' && isMarkedText(bytes)) return true
  const magic = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime
  return MAGIC[said].includes(magic)
}

const startsWith = (bytes: Buffer, start: Buffer) => bytes.subarray(0, start.length).equals(start)
