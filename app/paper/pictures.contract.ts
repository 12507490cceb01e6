import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'

/** A picture in greys: 0 is black. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly greys: Uint8Array
}

/** A page of a PDF as poppler draws it. */
export function pictureOfPdf(pdf: Uint8Array, dotsPerInch: number): Picture {
  const folder = mkdtempSync(join(tmpdir(), 'picture-'))
  try {
    writeFileSync(join(folder, 'page.pdf'), pdf)
    execFileSync('pdftoppm', ['-r', String(dotsPerInch), '-gray', '-f', '1', '-l', '1', '-singlefile', join(folder, 'page.pdf'), join(folder, 'page')])
    return readPgm(readFileSync(join(folder, 'page.pgm')))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function readPgm(file: Buffer): Picture {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 64))
  if (!header) throw new Error('pdftoppm wrote no PGM file.')
  return { width: Number(header[1]), height: Number(header[2]), greys: file.subarray(header[0].length) }
}

const PNG_HEADER = 8
const WHITE = 255

/** Reads a PNG file of eight bits a channel, as a browser writes screenshots (W3C PNG, 9: each row is filtered against the one above). */
export function readPng(file: Buffer): Picture {
  const chunks: Record<string, Buffer[]> = {}
  for (let at = PNG_HEADER; at < file.length; at += 12 + file.readUInt32BE(at)) {
    ;(chunks[file.toString('latin1', at + 4, at + 8)] ??= []).push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)))
  }
  const header = chunks['IHDR']?.[0]
  if (!header || header[8] !== 8 || (header[9] !== 2 && header[9] !== 6)) throw new Error('Only PNG files of RGB with eight bits can be read.')
  const [width, height, channels] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9] === 6 ? 4 : 3]
  const data = inflateSync(Buffer.concat(chunks['IDAT'] ?? []))
  const greys = new Uint8Array(width * height)
  const size = width * channels
  let above = new Uint8Array(size)
  for (let y = 0; y < height; y++) {
    const row = unfiltered(data.subarray(y * (size + 1) + 1, (y + 1) * (size + 1)), data[y * (size + 1)] ?? 0, above, channels)
    for (let x = 0; x < width; x++) greys[y * width + x] = row[x * channels + 1] ?? WHITE
    above = row
  }
  return { width, height, greys }
}

function unfiltered(filtered: Uint8Array, filter: number, above: Uint8Array, channels: number): Uint8Array<ArrayBuffer> {
  const row = new Uint8Array(filtered.length)
  for (let index = 0; index < filtered.length; index++) {
    const left = index < channels ? 0 : (row[index - channels] as number)
    const up = above[index] as number
    const corner = index < channels ? 0 : (above[index - channels] as number)
    const guess = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : filter === 4 ? nearest(left, up, corner) : 0
    row[index] = (filtered[index] as number) + guess
  }
  return row
}

/** The Paeth predictor. */
function nearest(left: number, up: number, corner: number): number {
  const [byLeft, byUp, byCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner
}

// Greys darker than INK are surely of a letter; paler ones than PAPER surely not.
const INK = 96
const PAPER = 208
/** How far apart, in dots, the edges of the same letter may be in two pictures. */
const BLUR = 2

/** The part of a picture where there is ink, with how much there is. */
export interface Inked extends Picture {
  readonly left: number
  readonly top: number
}

/** The ink between two heights of a picture. */
export function inkOf({ width, height, greys }: Picture, from: number, to: number): Inked {
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = from; y < Math.min(to, height); y++) {
    for (let x = 0; x < width; x++) {
      if ((greys[y * width + x] as number) > INK) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  const [inkWidth, inkHeight] = [Math.max(0, right - left + 1), Math.max(0, bottom - top + 1)]
  const ink = new Uint8Array(inkWidth * inkHeight)
  for (let y = 0; y < inkHeight; y++) ink.set(greys.subarray((top + y) * width + left, (top + y) * width + left + inkWidth), y * inkWidth)
  return { width: inkWidth, height: inkHeight, greys: ink, left, top }
}

/** How far two pieces of ink are alike. */
export interface Difference {
  /** By how many dots one is wider and higher than the other. */
  readonly width: number
  readonly height: number
  /** The most dots side by side that one has and the other has not: a letter, a mark or a dot that is missing or elsewhere. */
  readonly stray: number
}

/** Compares the ink of two pictures, each from its own corner on. */
export function differenceOf(one: Inked, two: Inked): Difference {
  let stray = Infinity
  for (let x = -1; x <= 1; x++) {
    for (let y = -1; y <= 1; y++) stray = Math.min(stray, Math.max(largestStray(one, two, x, y), largestStray(two, one, -x, -y)))
  }
  return { width: Math.abs(one.width - two.width), height: Math.abs(one.height - two.height), stray }
}

/** The largest patch of ink of one picture without ink near it in the other, which is moved by (x, y). */
function largestStray(one: Picture, two: Picture, x: number, y: number): number {
  const isStray = new Uint8Array(one.width * one.height)
  for (let at = 0; at < isStray.length; at++) {
    if ((one.greys[at] as number) <= INK && !hasInkNear(two, (at % one.width) + x, Math.floor(at / one.width) + y)) isStray[at] = 1
  }
  let largest = 0
  for (let at = 0; at < isStray.length; at++) if (isStray[at]) largest = Math.max(largest, takePatch(isStray, one.width, at))
  return largest
}

function hasInkNear({ width, height, greys }: Picture, x: number, y: number): boolean {
  for (let row = Math.max(0, y - BLUR); row <= Math.min(height - 1, y + BLUR); row++) {
    for (let column = Math.max(0, x - BLUR); column <= Math.min(width - 1, x + BLUR); column++) if ((greys[row * width + column] as number) < PAPER) return true
  }
  return false
}

/** The size of a patch of strays, which it takes away. */
function takePatch(isStray: Uint8Array, width: number, start: number): number {
  const waiting = [start]
  isStray[start] = 0
  let size = 0
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    size++
    for (const next of [at - 1, at + 1, at - width, at + width]) {
      if (isStray[next]) {
        isStray[next] = 0
        waiting.push(next)
      }
    }
  }
  return size
}
