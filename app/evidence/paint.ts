import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'
import sharp, { type Sharp } from 'sharp'

// Pictures of pages, so that a family sees what it sent without opening a file. PDFs are drawn by PDFium, which Chrome draws them with, compiled to
// WebAssembly: it reaches nothing but its own memory.

/** The most pages that are painted. */
export const MOST_PAGES = 20
const MAX_POINTS = 2_000_000
const WIDTH = 1000
const QUALITY = 78

export interface Painting {
  /** How many pages there are; not all of them are painted. */
  readonly pages: number
  readonly pictures: readonly Buffer[]
}

sharp.cache(false)
sharp.concurrency(1)

const asJpeg = (picture: Sharp): Promise<Buffer> => picture.flatten({ background: 'white' }).jpeg({ quality: QUALITY }).toBuffer()

/** A photo, as large as a page is shown. */
export async function paintPicture(bytes: Buffer): Promise<Painting> {
  return { pages: 1, pictures: [await asJpeg(sharp(bytes, { limitInputPixels: false }).resize({ width: WIDTH, height: 2 * WIDTH, fit: 'inside', withoutEnlargement: true }))] }
}

/** The first pages of a PDF. */
export async function paintPdf(bytes: Buffer): Promise<Painting> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes)
  const pages = document.getPageCount()
  const pictures: Buffer[] = []
  for (let at = 0; at < Math.min(pages, MOST_PAGES); at++) pictures.push(await paintPage(document.getPage(at)))
  return { pages, pictures }
}

async function paintPage(page: PDFiumPage): Promise<Buffer> {
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize()
  // A strip is a point high at least.
  const scale = Math.max(Math.min(WIDTH / width, Math.sqrt(MAX_POINTS / (width * height))), 1 / Math.min(width, height))
  const render = ({ data, ...size }: { readonly data: Uint8Array; readonly width: number; readonly height: number }) => asJpeg(sharp(data, { raw: { width: size.width, height: size.height, channels: 4 } }))
  return Buffer.from((await page.render({ scale, render, renderFormFields: true })).data)
}
