import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { zipOf } from './fixtures/archives'
import { copyOf, fixture, inspected } from './fixtures/inspected'
import { box, film, ftyp, id3, MDAT_AT, mp3, mp3Frame, photo, pngChunk, pngSaying, track } from './fixtures/media'
import { exe, refusedMedia } from './fixtures/refused-media'
import { withoutPictureNotes } from './picture-notes'

describe('a picture, film, sound or text that is refused', () => {
  it.each(refusedMedia.map(([what, name, bytes, fault]) => ({ what, name, bytes, fault })))('$what, as $name: $fault', async ({ name, bytes, fault }) => {
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
    for (const [name, brand] of [['a.mp4', 'isom'], ['IMG_0001.MOV', 'qt  ']] as const) {
      const copy = await copyOf(name, Buffer.concat([ftyp(brand), notes.subarray(ftyp().length), box('uuid', 'Canary'), box('skip', 'Canary')]))
      expect([name, copy.toString('latin1')]).toEqual([name, expect.not.stringMatching(/Canary|51\.5/)])
      expect(copy.toString('latin1')).toMatch(/PICTURES/)
    }
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
