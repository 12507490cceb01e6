import { Found } from './found'

// MP4 and M4A (ISO/IEC 14496-12), and the QuickTime films that they come from, are boxes within boxes. What says who made a film, where and on what stands in boxes of its own, and in tracks
// that are neither picture nor sound. They are overwritten with nothing where they stand, so that no other box moves. This is done in the
// bytes themselves: a film is large.

interface Box {
  readonly kind: string
  readonly start: number
  /** Where its content begins. */
  readonly content: number
  readonly end: number
}

const HOLDS_BOXES = ['moov', 'trak', 'mdia', 'minf', 'stbl', 'dinf', 'edts', 'mvex', 'moof', 'traf', 'mfra']
/** User data, metadata and what makers add (Adobe's XMP, positions); and room that was left free, in which some cameras write positions. */
const NOTES = ['udta', 'meta', 'uuid', 'free', 'skip', 'wide', 'pnot', 'PICT', 'ilst', 'keys', 'Xtra', 'gps ', 'loci', 'cprt']
/** Films that are elsewhere. */
const ELSEWHERE = ['rmra', 'rmda', 'rdrf']
/** Boxes that are packed, as QuickTime could do: nobody sees what they hold. */
const PACKED = 'cmov'
const MAX_BOXES = 100_000

/**
 * Overwrites what is not picture or sound, in these very bytes; gives those that belong to the film.
 * @throws Found
 */
export function cleanFilm(bytes: Buffer): Buffer {
  const budget = { boxes: MAX_BOXES }
  const top = boxesIn(bytes, 0, bytes.length, budget, true)
  const kinds = top.map(({ kind }) => kind)
  if (!kinds.includes('moov') || !(kinds.includes('mdat') || kinds.includes('moof'))) throw new Found('damaged')
  for (const box of top) clean(bytes, box, budget)
  return bytes.subarray(0, top.at(-1)?.end ?? 0)
}

/** @param isLenient what is no box any more after the film is there ends it, as some cameras and senders add a few bytes */
function boxesIn(bytes: Buffer, from: number, to: number, budget: { boxes: number }, isLenient = false): readonly Box[] {
  const found: Box[] = []
  for (let at = from; at + 8 <= to; ) {
    budget.boxes -= 1
    if (budget.boxes < 0) throw new Found('could-not-check')
    const kind = bytes.subarray(at + 4, at + 8).toString('latin1')
    const short = bytes.readUInt32BE(at)
    const isLong = short === 1 && at + 16 <= to
    const size = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short
    const isBox = size >= (isLong ? 16 : 8) && at + size <= to && /^[\x20-\x7e\xa9]{4}$/.test(kind)
    if (!isBox && isLenient && found.some((each) => each.kind === 'moov') && found.some((each) => each.kind === 'mdat')) break
    if (!isBox) throw new Found('damaged')
    found.push({ kind, start: at, content: at + (isLong ? 16 : 8), end: at + size })
    at += size
  }
  return found
}

/** Makes a box free room that holds nothing. */
function wipe(bytes: Buffer, { start, content, end }: Box): void {
  bytes.write('free', start + 4, 'latin1')
  bytes.fill(0, content, end)
}

function clean(bytes: Buffer, box: Box, budget: { boxes: number }): void {
  if (ELSEWHERE.includes(box.kind)) throw new Found('links-out')
  if (box.kind === PACKED) throw new Found('could-not-check')
  if (NOTES.includes(box.kind)) return wipe(bytes, box)
  if (box.kind === 'dref') return refuseReferences(bytes, box, budget)
  if (!HOLDS_BOXES.includes(box.kind)) return
  const inside = boxesIn(bytes, box.content, box.end, budget)
  if (box.kind === 'trak' && !isPictureOrSound(bytes, inside, budget)) return wipeTrack(bytes, box, inside, budget)
  for (const each of inside) clean(bytes, each, budget)
}

const inPath = (bytes: Buffer, boxes: readonly Box[], [kind, ...rest]: readonly string[], budget: { boxes: number }): Box | undefined => {
  const found = boxes.find((each) => each.kind === kind)
  return found && rest.length > 0 ? inPath(bytes, boxesIn(bytes, found.content, found.end, budget), rest, budget) : found
}

/** Whether a track is seen, heard or read by who plays the film; others hold positions, faces and what the camera measured. */
function isPictureOrSound(bytes: Buffer, track: readonly Box[], budget: { boxes: number }): boolean {
  const handler = inPath(bytes, track, ['mdia', 'hdlr'], budget)
  const kind = handler && bytes.subarray(handler.content + 8, handler.content + 12).toString('latin1')
  return ['vide', 'soun', 'sbtl', 'subt', 'text', 'clcp'].includes(kind ?? '')
}

/** Overwrites a track and its samples, wherever in the file they are. */
function wipeTrack(bytes: Buffer, box: Box, track: readonly Box[], budget: { boxes: number }): void {
  const table = (kind: string) => inPath(bytes, track, ['mdia', 'minf', 'stbl', kind], budget)
  const [sizes, chunks, offsets, longOffsets] = [table('stsz'), table('stsc'), table('stco'), table('co64')]
  if (sizes && chunks && (offsets ?? longOffsets)) {
    const starts = numbersIn(bytes, offsets ?? longOffsets, offsets ? 4 : 8)
    const runs = runsOf(numbersIn(bytes, chunks, 4, 3))
    let run = 0
    const fixed = bytes.readUInt32BE(sizes.content + 4)
    const count = bytes.readUInt32BE(sizes.content + 8)
    const sizeOf = (sample: number) => (fixed > 0 || sizes.content + 16 + sample * 4 > sizes.end ? fixed : bytes.readUInt32BE(sizes.content + 12 + sample * 4))
    let sample = 0
    for (const [chunk, start] of starts.entries()) {
      while ((runs[run + 1]?.first ?? Infinity) <= chunk + 1) run += 1
      let at = start
      for (let left = runs[run]?.samples ?? 0; left > 0 && sample < count; left -= 1, sample += 1) {
        const end = at + sizeOf(sample)
        if (end <= bytes.length) bytes.fill(0, at, end)
        at = end
      }
    }
  }
  wipe(bytes, box)
}

/** The numbers of a table that begins with how many rows it has. */
function numbersIn(bytes: Buffer, box: Box | undefined, width: 4 | 8, columns = 1): readonly number[] {
  if (!box || box.content + 8 > box.end) return []
  const rows = Math.min(bytes.readUInt32BE(box.content + 4), Math.floor((box.end - box.content - 8) / (width * columns)))
  return Array.from({ length: rows * columns }, (_, index) => {
    const at = box.content + 8 + index * width
    return width === 4 ? bytes.readUInt32BE(at) : Number(bytes.readBigUInt64BE(at))
  })
}

const runsOf = (numbers: readonly number[]) =>
  Array.from({ length: numbers.length / 3 }, (_, row) => ({ first: numbers[row * 3] ?? 0, samples: numbers[row * 3 + 1] ?? 0 }))

/** The samples of a film are in its own file (flag 1), or a player would fetch them. */
function refuseReferences(bytes: Buffer, box: Box, budget: { boxes: number }): void {
  for (const each of boxesIn(bytes, box.content + 8, box.end, budget)) {
    const isOwn = each.content + 4 <= each.end && (bytes.readUInt32BE(each.content) & 1) === 1
    if (!isOwn) throw new Found('links-out')
  }
}
