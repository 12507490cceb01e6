import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'

/** A page of A4 in points, and the white around a photo. */
const A4 = { short: 595.28, long: 841.89 }
const MARGIN = 24
/** Points on the long side of a photo: what a page of A4 needs to be read, at 200 to the inch. */
const LONGEST = 2200
const QUALITY = 82

/** Photos as one PDF, a page each in their order, turned as the photo is. The same photos always make the same bytes. */
export async function joinPhotos(photos: readonly Buffer[]): Promise<Buffer> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  for (const photo of photos) {
    const small = await sharp(photo, { limitInputPixels: false, sequentialRead: true })
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .jpeg({ quality: QUALITY })
      .toBuffer()
    const picture = await pdf.embedJpg(small)
    const [width, height] = picture.width > picture.height ? [A4.long, A4.short] : [A4.short, A4.long]
    const scale = Math.min((width - 2 * MARGIN) / picture.width, (height - 2 * MARGIN) / picture.height)
    const size = { width: picture.width * scale, height: picture.height * scale }
    pdf.addPage([width, height]).drawImage(picture, { ...size, x: (width - size.width) / 2, y: (height - size.height) / 2 })
  }
  return Buffer.from(await pdf.save())
}
