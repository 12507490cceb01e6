// What cameras and programs write beside a picture (EXIF with the place and the person, XMP, comments) is taken out without touching the
// picture itself, for pictures that stand inside a document. Pictures that are sent by themselves are painted anew instead (picture.ts).

const JPEG = Buffer.from([0xff, 0xd8, 0xff])
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** The same picture without notes; anything else as it is. */
export function withoutPictureNotes(bytes: Buffer): Buffer {
  if (bytes.subarray(0, JPEG.length).equals(JPEG)) return withoutJpegNotes(bytes)
  return bytes.subarray(0, PNG.length).equals(PNG) ? withoutPngNotes(bytes) : bytes
}

const START_OF_SCAN = 0xda
const COMMENT = 0xfe
const APP0 = 0xe0
/** Segments of programs that say how the picture is to be shown: JFIF, colour profile, Adobe's colours. */
const SHOWN_BY = [APP0, APP0 + 2, APP0 + 14]
const isNote = (marker: number) => marker === COMMENT || (marker >= APP0 && marker <= APP0 + 15 && !SHOWN_BY.includes(marker))

function withoutJpegNotes(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    // Fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === START_OF_SCAN) break
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (!isNote(marker)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return Buffer.concat([...kept, bytes.subarray(at)])
}

const PNG_NOTES = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']

function withoutPngNotes(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, PNG.length)]
  for (let at = PNG.length; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const kind = bytes.subarray(at + 4, at + 8).toString('latin1')
    if (!PNG_NOTES.includes(kind)) kept.push(bytes.subarray(at, end))
    if (kind === 'IEND') break
    at = end
  }
  return Buffer.concat(kept)
}
