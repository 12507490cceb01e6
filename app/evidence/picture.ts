import decodeHeic from 'heic-decode'
import sharp, { type Sharp } from 'sharp'
import { Found } from './found'

// Pictures are painted anew from their points alone: what a camera wrote beside them (the place, the person, the time) and whatever else was put
// into the file do not go on. They are turned the way the camera was held.

const MAX_PIXELS = 50_000_000
const QUALITY = 88

sharp.cache(false)
sharp.concurrency(1)

/** @throws Found */
export const cleanJpeg = async (bytes: Buffer): Promise<Buffer> => (await opened(bytes, 'jpeg')).jpeg({ quality: QUALITY }).toBuffer()

/** @throws Found */
export const cleanPng = async (bytes: Buffer): Promise<Buffer> => (await opened(bytes, 'png')).png().toBuffer()

async function opened(bytes: Buffer, format: 'jpeg' | 'png'): Promise<Sharp> {
  const picture = sharp(bytes, { failOn: 'error', limitInputPixels: false, sequentialRead: true })
  const known = await picture.metadata()
  if (known.format !== format) throw new Found('not-what-it-says')
  if (known.width * known.height > MAX_PIXELS) throw new Found('too-many-pixels')
  return picture.autoOrient()
}

/**
 * A photo of an iPhone, as JPEG.
 * @throws Found
 */
export async function cleanHeic(bytes: Buffer): Promise<Buffer> {
  const pictures = await decodeHeic.all({ buffer: bytes })
  try {
    const [first] = pictures
    if (!first) throw new Found('damaged')
    if (first.width * first.height > MAX_PIXELS) throw new Found('too-many-pixels')
    const { data, width, height } = await first.decode()
    return await sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: 'white' }).jpeg({ quality: QUALITY }).toBuffer()
  } finally {
    pictures.dispose()
  }
}
