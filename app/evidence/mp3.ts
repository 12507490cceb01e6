import { Found } from './found'

// MPEG audio is a row of frames. What stands before, between and after them says who made it, where and when, and may hold pictures: it is
// left out.

/** @throws Found when there are no frames */
export function cleanMp3(bytes: Buffer): Buffer {
  const rows: Buffer[] = []
  let frames = 0
  for (let at = afterTags(bytes); at < bytes.length; ) {
    const end = endOfRow(bytes, at)
    if (end.at > at) rows.push(bytes.subarray(at, end.at))
    frames += end.frames
    // A recorder that lost power leaves a gap. Two frames in a row are where the sound goes on.
    at = end.at
    while (at < bytes.length && endOfRow(bytes, at, 2).frames < 2) at += 1
  }
  // A frame or two are found in any bytes.
  if (frames < 3) throw new Found('damaged')
  return Buffer.concat(rows)
}

/** How far the row of frames goes that begins here. */
function endOfRow(bytes: Buffer, from: number, most = Infinity): { readonly at: number; readonly frames: number } {
  let [at, frames] = [from, 0]
  for (let size = frameSize(bytes, at); size !== undefined && frames < most; size = frameSize(bytes, at)) {
    at = Math.min(at + size, bytes.length)
    frames += 1
  }
  return { at, frames }
}

/** Where the first frame begins: after any ID3v2 tags (https://id3.org/id3v2.4.0-structure) and the padding that some programs leave. */
function afterTags(bytes: Buffer): number {
  let at = 0
  while (bytes.subarray(at, at + 3).toString('latin1') === 'ID3') {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at + 6, at + 10)
    const hasFooter = ((bytes[at + 5] ?? 0) & 0x10) !== 0
    at += 10 + ((a << 21) | (b << 14) | (c << 7) | d) + (hasFooter ? 10 : 0)
  }
  while (bytes[at] === 0) at += 1
  return at
}

const KBITS = {
  // MPEG 1, layer III
  one: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  // MPEG 2 and 2.5, layer III
  two: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}
const HERTZ = [44_100, 48_000, 32_000]

/** The size of the layer III frame that begins here; undefined when none does. */
function frameSize(bytes: Buffer, at: number): number | undefined {
  if (at + 4 > bytes.length) return undefined
  const header = bytes.readUInt32BE(at)
  const version = (header >>> 19) & 3
  const isOne = version === 3
  const kbits = KBITS[isOne ? 'one' : 'two'][(header >>> 12) & 15]
  const hertz = HERTZ[(header >>> 10) & 3]
  const isFrame = header >>> 21 === 0x7ff && version !== 1 && ((header >>> 17) & 3) === 1
  if (!isFrame || !kbits || !hertz) return undefined
  const rate = isOne ? hertz : version === 2 ? hertz / 2 : hertz / 4
  return Math.floor(((isOne ? 144_000 : 72_000) * kbits) / rate) + ((header >>> 9) & 1)
}
