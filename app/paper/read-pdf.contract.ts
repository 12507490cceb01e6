import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { margins } from './kit/theme'

/** A piece of text where it stands: points from the left and the bottom of the page. */
export interface Piece {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

export interface ReadPage {
  readonly width: number
  readonly height: number
  /** How far text must keep from its sides. */
  readonly side: number
  /** Every piece with ink. */
  readonly pieces: readonly Piece[]
  /** The pieces between header and footer. */
  readonly content: readonly Piece[]
  /** Words that lie across the page, below the others. */
  readonly slanted: readonly string[]
}

/** How far text keeps from the edges of its page. */
export type Edges = Readonly<Record<'side' | 'top' | 'bottom', number>>

interface FoundAnnotation {
  readonly subtype: string
  readonly hidden?: boolean
  readonly fieldName: string
  readonly alternativeText: string
  readonly rect: readonly [number, number, number, number]
  readonly url?: string
}

/** A field to fill in. */
export interface Field extends FoundAnnotation {
  readonly page: number
  readonly place: Piece
}

const placeOf = ({ fieldName, rect: [left, bottom, right, top] }: FoundAnnotation): Piece => ({ text: `[${fieldName}]`, left, bottom, right, top })

// The parts of a line of Noto Sans above and below its baseline that letters use, in parts of the font size.
const ASCENT = 0.75
export const DESCENT = 0.22
// A little more than a space, in parts of the height of letters.
const TOUCH = 0.35

/** Reads a PDF back as a person's reader would. */
export async function readPdf(bytes: Uint8Array, edges: Edges = margins) {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const pages: ReadPage[] = []
  let annotations = 0
  const fields: Field[] = []
  const links: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent({ disableNormalization: true })
    const noted = (await page.getAnnotations()) as FoundAnnotation[]
    annotations += noted.length
    links.push(...noted.flatMap(({ url }) => url ?? []))
    fields.push(...noted.filter(({ subtype, hidden }) => subtype === 'Widget' && !hidden).map((each) => ({ ...each, page: number, place: placeOf(each) })))
    const inked = items.flatMap((item) => ('str' in item && unspaced(item.str) !== '' ? [item] : []))
    const isSlanted = ({ transform }: { transform: unknown[] }) => transform[1] !== 0
    const found = inked.filter((item) => !isSlanted(item)).map((item) => {
      const [, , , size, left, baseline] = item.transform as number[] as [number, number, number, number, number, number]
      return { text: item.str, left, right: left + item.width, bottom: baseline - DESCENT * size, top: baseline + ASCENT * size }
    })
    const pieces = joined(found)
    const content = pieces.filter((piece) => piece.bottom >= edges.bottom - 1 && piece.top <= height - edges.top + 1)
    pages.push({ width, height, side: edges.side, pieces, content, slanted: inked.filter(isSlanted).map(({ str }) => str) })
  }
  const { info } = await document.getMetadata()
  const scripts = await document.getJSActions()
  await document.destroy()
  return { pages, annotations, fields, links, scripts, info: info as Record<string, unknown> }
}

/** Every word with ink, without white space. */
export const textOfPdf = async (bytes: Uint8Array): Promise<string> => unspaced((await readPdf(bytes)).pages.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join(''))

/** The reader gives each letter from right to left by itself: neighbours that touch are one piece. Pieces of Latin letters stay as they are. */
function joined(found: readonly Piece[]): Piece[] {
  const pieces: Piece[] = []
  for (const piece of found) {
    const last = pieces.at(-1)
    const isNeighbour = last && !(hasLatin(last) && hasLatin(piece)) && Math.abs(piece.bottom - last.bottom) < 1 && Math.min(Math.abs(piece.left - last.right), Math.abs(piece.right - last.left)) < TOUCH * (piece.top - piece.bottom)
    if (isNeighbour) pieces.splice(-1, 1, { ...last, text: last.text + piece.text, left: Math.min(last.left, piece.left), right: Math.max(last.right, piece.right) })
    else pieces.push(piece)
  }
  return pieces
}
const hasLatin = ({ text }: Piece) => /\p{Script=Latin}/u.test(text)

/** The font size of a piece, in points. */
export const sizeOf = ({ bottom, top }: Piece): number => (top - bottom) / (ASCENT + DESCENT)

/** Text without white space, since a line may break anywhere, and without the unseen marks that tell readers which way a line runs. */
export const unspaced = (text: string) => text.normalize('NFC').replace(/[\s\u200E\u200F]+/g, '')

/** What is wrong with where the text stands: a sentence for each piece that is off the sheet or runs over another. */
export function faultsOf({ width, height, side, pieces }: ReadPage): string[] {
  const slack = 1.5
  // The layout engine squeezes the spaces of a line, and then counts them whole.
  const squeezed = 3
  const outside = pieces
    .filter((piece) => piece.left < side - squeezed || piece.right > width - side + squeezed || piece.bottom < 0 || piece.top > height)
    .map((piece) => `outside: ${piece.text}`)
  const overlaps = pieces.flatMap((one, index) =>
    pieces
      .slice(index + 1)
      .filter((two) => Math.min(one.right, two.right) - Math.max(one.left, two.left) > slack && Math.min(one.top, two.top) - Math.max(one.bottom, two.bottom) > slack)
      .map((two) => `overlap: ${one.text} / ${two.text}`),
  )
  return [...outside, ...overlaps]
}
