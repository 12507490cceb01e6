import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { InspectorFailed } from '~/applications/failures'
import type { Bytes } from '~/applications/ports'
import { page } from '~/evidence/fixtures/pdfs'
import { painterProcess } from './painter-process'

const painter = painterProcess({ workerUrl: new URL('../../build/node/paint.js', import.meta.url) })
afterAll(() => painter.close())

async function* of(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
async function whole(bytes: Bytes): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of bytes) all.push(piece)
  return Buffer.concat(all)
}
const photo = (width: number, height: number, background: string) => sharp({ create: { width, height, channels: 3, background } }).jpeg().toBuffer()
/** The colours of the four corners and the middle of a picture, roughly. */
async function coloursOf(picture: Uint8Array): Promise<readonly string[]> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => {
    const [red = 0, green = 0, blue = 0] = data.subarray((y * info.width + x) * info.channels)
    return red > 200 && green > 200 && blue > 200 ? 'white' : red > 200 ? 'red' : blue > 200 ? 'blue' : 'dark'
  }
  return [at(2, 2), at(info.width - 3, info.height - 3), at(Math.floor(info.width / 2), Math.floor(info.height / 2))]
}

describe('pictures of pages', () => {
  it('show what the page of a PDF shows, and how many there are', async () => {
    const { pages, pictures } = await painter.pages({ type: 'pdf', bytes: of(page()) })
    expect([pages, pictures.length]).toEqual([1, 1])
    const { width, height, format } = await sharp(pictures[0]).metadata()
    expect([format, width, Math.round(height / 10)]).toEqual(['jpeg', 1000, 142])
    const { dominant, channels } = await sharp(pictures[0]).stats()
    // A white page with black letters on it.
    expect([dominant.r > 200, channels[0]?.min ?? 255]).toEqual([true, expect.any(Number)])
    expect(channels[0]?.min).toBeLessThan(60)
  })

  it('are of the first 20 pages, whatever their shape', async () => {
    const pdf = await PDFDocument.create()
    for (let at = 0; at < 30; at++) pdf.addPage(at === 1 ? [14_000, 3] : [300, 300])
    const { pages, pictures } = await painter.pages({ type: 'pdf', bytes: of(await pdf.save()) })
    expect([pages, pictures.length]).toEqual([30, 20])
  })

  it('have the colours of a photo, and are none of a letter', async () => {
    const { pages, pictures } = await painter.pages({ type: 'jpeg', bytes: of(await photo(3000, 1500, 'red')) })
    expect([pages, await coloursOf(pictures[0] ?? new Uint8Array())]).toEqual([1, ['red', 'red', 'red']])
    expect((await sharp(pictures[0]).metadata()).width).toBe(1000)
    expect(await painter.pages({ type: 'docx', bytes: of(Buffer.from('x')) })).toEqual({ pages: 0, pictures: [] })
  })

  it('cannot be made of what is no such file', async () => {
    await expect(painter.pages({ type: 'pdf', bytes: of(Buffer.from('%PDF-1.7')) })).rejects.toThrow(InspectorFailed)
    await expect(painter.pages({ type: 'png', bytes: of(Buffer.from('no picture')) })).rejects.toThrow(InspectorFailed)
  })
})

describe('joined photos', () => {
  it('are a PDF, a page each, in order, turned as the photo is, and the same each time', async () => {
    const photos = await Promise.all([photo(3000, 2000, 'red'), photo(600, 800, 'blue')])
    const join = () => whole(painter.join(photos.map((bytes) => ({ size: bytes.length, bytes: of(bytes) }))))
    const pdf = await join()
    const loaded = await PDFDocument.load(pdf)
    expect(loaded.getPages().map((each) => [Math.round(each.getWidth()), Math.round(each.getHeight())])).toEqual([[842, 595], [595, 842]])
    const { pictures } = await painter.pages({ type: 'pdf', bytes: of(pdf) })
    expect(await Promise.all(pictures.map(coloursOf))).toEqual([['white', 'white', 'red'], ['white', 'white', 'blue']])
    expect((await join()).equals(pdf)).toBe(true)
  })

  it('wait for each other, but not without end, and no file waits for them to be shown', async () => {
    const bytes = await photo(30, 20, 'red')
    const joins = Promise.allSettled(Array.from({ length: 5 }, () => whole(painter.join([{ size: bytes.length, bytes: of(bytes) }]))))
    const painted = await painter.pages({ type: 'jpeg', bytes: of(bytes) })
    expect(painted.pictures).toHaveLength(1)
    expect((await joins).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled', 'rejected'])
  })

  it('are refused where one is no photo', async () => {
    const bytes = Buffer.from('no photo')
    await expect(whole(painter.join([{ size: bytes.length, bytes: of(bytes) }]))).rejects.toThrow(InspectorFailed)
  })
})
