import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { InsideFault } from '~/applications/uploads'
import { docx, zipOf } from './fixtures/archives'
import { copyOf, fixture, inspected } from './fixtures/inspected'
import { box, film, ftyp, id3, MDAT_AT, mp3, mp3Frame, numbers, photo, pngChunk, pngSaying, track } from './fixtures/media'
import { withoutPictureNotes } from './picture-notes'

const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const HTML = Buffer.from('<!doctype html><script>alert(1)</script>')
const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400)])
const gif = () => sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } }).gif().toBuffer()
const webp = () => sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } }).webp().toBuffer()

const refused: readonly (readonly [what: string, name: string, bytes: () => Buffer | Promise<Buffer>, fault: InsideFault])[] = [
  ['a drawing with a script', 'a.png', () => SVG, 'not-what-it-says'],
  ['a drawing with a script', 'a.jpg', () => SVG, 'not-what-it-says'],
  ['a web page', 'a.jpg', () => HTML, 'not-what-it-says'],
  ['a program', 'a.png', () => exe, 'not-what-it-says'],
  ['a GIF', 'a.jpg', gif, 'not-what-it-says'],
  ['a WebP', 'a.png', webp, 'not-what-it-says'],
  ['a PNG', 'a.jpg', () => pngSaying(9, 9), 'not-what-it-says'],
  ['a photo', 'a.png', () => photo(), 'not-what-it-says'],
  ['a photo', 'a.pdf', () => photo(), 'not-what-it-says'],
  ['a photo', 'a.mp4', () => photo(), 'not-what-it-says'],
  ['a picture of 900 million points', 'a.png', () => pngSaying(30_000, 30_000), 'too-many-pixels'],
  ['a picture that is a line of 2 billion points', 'a.png', () => pngSaying(2_000_000_000, 1), 'damaged'],
  ['half a photo', 'a.jpg', async () => (await photo()).subarray(0, 500), 'damaged'],
  ['the head of a photo', 'a.jpg', async () => (await photo()).subarray(0, 20), 'damaged'],
  ['half a photo of an iPhone', 'a.heic', () => fixture('photo.heic').subarray(0, 500), 'damaged'],
  ['a film', 'a.heic', () => fixture('film.mp4'), 'not-what-it-says'],
  ['a photo of an iPhone', 'a.mp4', () => fixture('photo.heic'), 'not-what-it-says'],
  ['half a film', 'a.mp4', () => fixture('film.mp4').subarray(0, 2000), 'damaged'],
  ['a film without pictures', 'a.mp4', () => Buffer.concat([ftyp(), box('moov')]), 'damaged'],
  ['a film that is elsewhere', 'a.mp4', () => film(track('vide', { more: [box('dinf', box('dref', numbers(0, 1), box('url ', numbers(0), 'https://evil.example/x.mp4')))] })), 'links-out'],
  ['a list of films that are elsewhere', 'a.mp4', () => film(box('rmra', box('rmda', box('rdrf', 'x')))), 'links-out'],
  ['a film of a million boxes', 'a.mp4', () => film(Buffer.concat(Array.from({ length: 200_000 }, () => box('edts')))), 'could-not-check'],
  ['a box that is larger than the film', 'a.mp4', () => Buffer.concat([ftyp(), numbers(0x7fffffff), Buffer.from('moov')]), 'damaged'],
  ['a sound, renamed', 'a.mp3', () => Buffer.from('RIFF\0\0\0\0WAVEfmt ', 'latin1'), 'not-what-it-says'],
  ['notes without a sound', 'a.mp3', () => Buffer.concat([id3('Jane Canary'), Buffer.alloc(500)]), 'damaged'],
  ['a program behind notes', 'a.mp3', () => Buffer.concat([id3('x'), exe]), 'not-what-it-says'],
  ['a program', 'a.txt', () => exe, 'not-what-it-says'],
  ['a document of Word', 'a.txt', () => docx(), 'not-what-it-says'],
  ['a drawing', 'a.txt', () => Buffer.concat([Buffer.from('<?xml version="1.0"?>'), SVG]), 'not-what-it-says'],
  ['bytes that are no letters', 'a.txt', () => Buffer.from([72, 105, 0, 1, 2]), 'not-what-it-says'],
]

describe('a picture, film, sound or text that is refused', () => {
  it.each(refused.map(([what, name, bytes, fault]) => ({ what, name, bytes, fault })))('$what, as $name: $fault', async ({ name, bytes, fault }) => {
    expect(await inspected(name, bytes())).toBe(fault)
  })
})

describe('a picture that is tamed', () => {
  it('does not say where and by whom it was made', async () => {
    const before = await photo()
    expect(before.includes('Jane Canary')).toBe(true)
    const { exif, xmp, iptc, comments } = await sharp(await copyOf('a.jpg', before)).metadata()
    expect({ exif, xmp, iptc, comments }).toEqual({})
    const png = await copyOf('a.png', pngSaying(9, 9, pngChunk('tEXt', Buffer.from('Author\0Jane Canary')), pngChunk('eXIf', await photo())))
    expect(png.includes('Canary')).toBe(false)
    const { orientation, format, ...rest } = await sharp(await copyOf('a.heic', fixture('photo.heic'))).metadata()
    expect([format, orientation, rest.exif]).toEqual(['jpeg', undefined, undefined])
  })

  it('loses what was put behind it', async () => {
    const archive = await zipOf({ 'evil.php': '<?php evil() ?>' }, 'evil.php')
    for (const [name, bytes] of [['a.jpg', await photo()], ['a.png', pngSaying(9, 9)]] as const) {
      expect((await copyOf(name, Buffer.concat([bytes, archive]))).includes('evil')).toBe(false)
    }
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('that was held as in orientation %i is the right way up', async (orientation) => {
    const before = await photo(orientation)
    const [expected, copy] = [await sharp(before).autoOrient().raw().toBuffer({ resolveWithObject: true }), await sharp(await copyOf('a.jpg', before)).raw().toBuffer({ resolveWithObject: true })]
    expect([copy.info.width, copy.info.height]).toEqual(orientation > 4 ? [40, 60] : [60, 40])
    const farthest = copy.data.reduce((most, value, at) => Math.max(most, Math.abs(value - (expected.data[at] ?? 0))), 0)
    expect(farthest).toBeLessThan(40)
  })

  it('inside a document keeps every point and loses its notes', async () => {
    const before = await photo(6)
    const after = withoutPictureNotes(before)
    expect(after.includes('Canary')).toBe(false)
    expect((await sharp(after).raw().toBuffer()).equals(await sharp(before).raw().toBuffer())).toBe(true)
    const png = pngSaying(9, 9, pngChunk('tEXt', Buffer.from('Author\0Jane Canary')))
    expect((await sharp(withoutPictureNotes(Buffer.concat([png, exe]))).raw().toBuffer()).equals(await sharp(png).raw().toBuffer())).toBe(true)
    expect(withoutPictureNotes(Buffer.concat([png, exe])).includes('MZ')).toBe(false)
    for (const odd of [Buffer.from('ffd8ff', 'hex'), Buffer.from('ffd8ffe1ffff00', 'hex'), Buffer.from('ffd8fffffffffff', 'hex'), pngSaying(9, 9).subarray(0, 40)]) expect(withoutPictureNotes(odd).length).toBeLessThanOrEqual(odd.length + 2)
  })
})

describe('a film or a sound that is tamed', () => {
  it('does not say where and by whom it was made', async () => {
    for (const name of ['film.mp4', 'sound.m4a', 'sound.mp3']) {
      const before = fixture(name)
      expect([name, before.includes('Canary')]).toEqual([name, true])
      const copy = await copyOf(name, before)
      expect([name, copy.includes('Canary')]).toEqual([name, false])
    }
    const notes = film(box('udta', box('\xa9xyz', '+51.5-0.1/')), track('vide'), box('meta', 'Canary'), box('uuid', 'Canary'), box('free', 'GPS Canary'))
    const copy = await copyOf('a.mp4', Buffer.concat([notes, box('uuid', 'Canary'), box('skip', 'Canary')]))
    expect(copy.toString('latin1')).not.toMatch(/Canary|51\.5/)
    expect(copy.toString('latin1')).toMatch(/PICTURES/)
  })

  it('loses the track of positions, and keeps those of pictures and sound', async () => {
    const pictures = Buffer.from('PICTURE1+51.5-0.1SOUND..1PICTURE2+51.6-0.2')
    const before = Buffer.concat([
      ftyp(),
      box('mdat', pictures),
      box(
        'moov',
        track('vide', { sizes: [8, 8], offsets: [MDAT_AT, MDAT_AT + 25] }),
        track('meta', { sizes: [5, 4, 5, 4], offsets: [MDAT_AT + 8, MDAT_AT + 33], perChunk: 2 }),
        track('soun', { sizes: [8], offsets: [MDAT_AT + 17] }),
      ),
    ])
    const copy = await copyOf('a.mp4', before)
    expect(copy.length).toBe(before.length)
    expect(copy.subarray(MDAT_AT, MDAT_AT + pictures.length).toString('latin1')).toBe(`PICTURE1${'\0'.repeat(9)}SOUND..1PICTURE2${'\0'.repeat(9)}`)
    expect(copy.toString('latin1').match(/trak/g)).toHaveLength(2)
    expect(copy.includes('meta')).toBe(false)
  })

  it('with tables that lie is not read beyond its end', async () => {
    const lies = film(track('meta', { sizes: [0xffffffff, 9], offsets: [0xfffffff0, 3, 8] }), track('meta', { sizes: [4], offsets: [MDAT_AT], perChunk: 0xffffffff }))
    expect((await copyOf('a.mp4', lies)).length).toBe(lies.length)
  })

  it('loses what was put behind it', async () => {
    const archive = await zipOf({ 'evil.txt': 'evil' }, 'evil.txt')
    for (const [name, bytes] of [['a.mp4', film(track('vide'))], ['a.mp3', mp3()]] as const) {
      expect([name, (await copyOf(name, Buffer.concat([bytes, archive]))).equals(bytes)]).toEqual([name, true])
    }
  })

  it('keeps a sound whole over a gap, and leaves out every kind of note', async () => {
    const frames = Buffer.concat([mp3(5), mp3(5)])
    const notes = Buffer.concat([id3('Jane Canary'), id3('more Canary'), mp3(5), Buffer.from('APETAGEX Canary'), Buffer.alloc(2000, 7), mp3(5), Buffer.from('TAGJane Canary'.padEnd(128, '\0'))])
    expect((await copyOf('a.mp3', notes)).equals(frames)).toBe(true)
    expect((await copyOf('a.mp3', Buffer.concat([mp3(4), mp3Frame().subarray(0, 100)]))).length).toBe(4 * 417 + 100)
  })
})
