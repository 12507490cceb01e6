import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import PDFKit from 'pdfkit'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { docx, docxSaying, odtSaying, oleFile, relationships } from './fixtures/archives'
import { copyOf, fixture, inspected } from './fixtures/inspected'
import { mp3, photo } from './fixtures/media'
import { readZip } from './zip'

// Files as LibreOffice, Word, phones, scanners and letter programs make them: each is taken, and says afterwards what it said before.

const folder = mkdtempSync(join(tmpdir(), 'waymark-good-'))
afterAll(() => rmSync(folder, { recursive: true }))
const isThere = (command: string) => spawnSync(command, ['--version']).error === undefined

async function textOf(pdf: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const texts: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    texts.push((await (await document.getPage(number)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  await document.destroy()
  return texts.join('\n').replace(/\s+/g, ' ').trim()
}
const wordsIn = (xml: Buffer | undefined) => xml?.toString().replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim()

/** Pages that a scanner or an app for photos of papers makes: pictures, with the place in their notes. */
async function scan(pages: number): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  const picture = await pdf.embedJpg(await photo())
  for (let page = 0; page < pages; page++) pdf.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 })
  return Buffer.from(await pdf.save())
}

async function filledForm(): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  page.drawText('Medical form', { x: 50, y: 700, font })
  const box = pdf.getForm().createTextField('allergies')
  box.setText('Nuts')
  box.addToPage(page, { x: 50, y: 600 })
  return Buffer.from(await pdf.save())
}

interface Letter extends Readable {
  text(text: string): Letter
  addPage(): Letter
  end(): void
}

function letter(options: Readonly<Record<string, unknown>>): Promise<Buffer> {
  const document = new PDFKit({ info: { Author: 'Jane Canary', Title: 'Letter' }, ...options } as never) as unknown as Letter
  document.text('Dear parent, Maya was seen in clinic.').addPage().text('Second page.').end()
  return buffer(document)
}

const pdfs: Readonly<Record<string, () => Buffer | Promise<Buffer>>> = {
  'LibreOffice': () => fixture('report.pdf'),
  'a letter program': () => letter({}),
  'a letter program, for archives': () => letter({ subset: 'PDF/A-2b', tagged: true }),
  'a letter program, locked against changes (RC4)': () => letter({ pdfVersion: '1.4', ownerPassword: 'owner', permissions: { copying: false } }),
  'a letter program, locked against changes (AES-256)': () => letter({ pdfVersion: '1.7ext3', ownerPassword: 'owner' }),
  'a form that was filled in': filledForm,
  'a scanner, 30 pages': () => scan(30),
}

describe('a good PDF', () => {
  it.each(Object.keys(pdfs))('of %s is taken and says what it said', async (maker) => {
    const before = Buffer.from((await pdfs[maker]?.()) ?? '')
    const copy = await copyOf('a.pdf', before)
    expect(await textOf(copy)).toBe(await textOf(before))
    expect((await PDFDocument.load(copy)).getPageCount()).toBe((await PDFDocument.load(before, { ignoreEncryption: true })).getPageCount())
    expect(copy.includes('Canary')).toBe(false)
  })

  it('of a scanner keeps its pictures, without the place', async () => {
    const copy = await copyOf('a.pdf', scan(1))
    const pictures = (await PDFDocument.load(copy)).context.enumerateIndirectObjects().filter(([, object]) => object.toString().includes('/DCTDecode'))
    expect(pictures).toHaveLength(1)
    expect((await scan(1)).includes('Canary')).toBe(true)
    expect(copy.includes('Canary')).toBe(false)
  })

  it.skipIf(!isThere('qpdf')).each(Object.keys(pdfs))('of %s is sound after it was cleaned (needs qpdf)', async (maker) => {
    const file = join(folder, `${Object.keys(pdfs).indexOf(maker)}.pdf`)
    writeFileSync(file, await copyOf('a.pdf', Buffer.from((await pdfs[maker]?.()) ?? '')))
    const { status, stdout } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' })
    expect([status, stdout]).toEqual([0, expect.stringContaining('No syntax or stream encoding errors found')])
  })

  it('with a password gets the answer that it is locked', async () => {
    expect(await inspected('a.pdf', letter({ pdfVersion: '1.4', userPassword: 'secret' }))).toBe('locked')
    expect(await inspected('a.pdf', letter({ pdfVersion: '1.7ext3', userPassword: 'secret' }))).toBe('locked')
  })

  it('of 25 MB is done in seconds', async () => {
    const pdf = await PDFDocument.create()
    for (let page = 0; page < 8; page++) {
      const noise = await sharp({ create: { width: 1600, height: 1500, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 60 }, background: 'white' } }).jpeg({ quality: 95 }).toBuffer()
      pdf.addPage().drawImage(await pdf.embedJpg(noise))
    }
    const bytes = Buffer.from(await pdf.save())
    expect(bytes.length).toBeGreaterThan(15_000_000)
    const from = performance.now()
    await copyOf('a.pdf', bytes)
    expect(performance.now() - from).toBeLessThan(15_000)
  })
})

describe('a good document', () => {
  it('of LibreOffice is taken as DOCX, ODT and RTF, and says what it said, but not who wrote it', async () => {
    for (const [name, part] of [['report.docx', 'word/document.xml'], ['report.odt', 'content.xml']] as const) {
      const [before, after] = [await readZip(fixture(name)), await readZip(await copyOf(name, fixture(name)))]
      expect([name, [...before.values()].some((each) => each.includes('Canary'))]).toEqual([name, true])
      expect([name, [...after.values()].some((each) => each.includes('Canary'))]).toEqual([name, false])
      expect(wordsIn(after.get(part))?.replaceAll('Author', 'Jane Canary')).toBe(wordsIn(before.get(part)))
      expect(wordsIn(after.get(part))).toContain('café – “quotes” ümlaut ܐ')
    }
    const rtf = (await copyOf('report.rtf', fixture('report.rtf'))).toString('latin1')
    expect(rtf).toContain('Maya reads well.')
    expect(rtf).not.toContain('Canary')
  })

  it('of Word is taken, with what Word puts into it', async () => {
    const parts = {
      'word/settings.xml': '<w:settings xmlns:w="w"><w:trackRevisions/></w:settings>',
      'word/theme/theme1.xml': '<a:theme xmlns:a="a"/>',
      'word/media/image1.jpeg': await photo(),
      'word/_rels/document.xml.rels': relationships(['image', 'media/image1.jpeg'], ['hyperlink', 'https://www.example.org', true]),
      'docProps/thumbnail.jpeg': await photo(),
      'word/printerSettings/printerSettings1.bin': Buffer.from('HP LaserJet'),
      'customXml/item1.xml': '<b:Sources xmlns:b="b"/>',
    }
    const field = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    const link = '<w:fldSimple w:instr=" HYPERLINK &quot;https://www.example.org/include/link&quot; "><w:r><w:t>our page</w:t></w:r></w:fldSimple>'
    const copy = await readZip(await copyOf('a.docx', docxSaying(`${field}${link}<w:p><w:r><w:t xml:space="preserve"> a &amp; b &lt; c </w:t></w:r></w:p>`, parts)))
    expect([...copy.keys()].sort()).toEqual([...(await readZip(await docx(parts))).keys()].sort())
    expect(copy.get('word/document.xml')?.toString()).toContain('<w:t xml:space="preserve"> a &amp; b &lt; c </w:t>')
    expect(copy.get('word/media/image1.jpeg')?.includes('Canary')).toBe(false)
  })

  it('with a password gets the answer that it is locked; an old Word file, that it is another kind', async () => {
    expect(await inspected('a.docx', oleFile('EncryptedPackage'))).toBe('locked')
    expect(await inspected('a.docx', oleFile('WordDocument'))).toBe('not-what-it-says')
  })

  it('that broke off while it was copied gets the answer that it is damaged', async () => {
    for (const name of ['report.docx', 'report.odt', 'report.rtf']) expect([name, await inspected(name, fixture(name).subarray(0, 3000))]).toEqual([name, 'damaged'])
    expect(await inspected('a.odt', (await odtSaying('Maya')).subarray(0, 300))).toBe('damaged')
  })
})

describe('a good text', () => {
  const letterText = 'Dear Ms Lee,\r\n\tMaya’s café visit – 5 €\r\n'

  it('is taken in whatever alphabet a phone or Notepad writes, and kept as UTF-8', async () => {
    const windows = Buffer.from([...Buffer.from('Maya'), 0x92, ...Buffer.from('s caf'), 0xe9, ...Buffer.from(' 5 '), 0x80])
    expect((await copyOf('a.txt', Buffer.from(letterText))).toString()).toBe(letterText)
    expect((await copyOf('a.TXT', Buffer.from(`\ufeff${letterText}`))).toString()).toBe(letterText)
    expect((await copyOf('a.txt', Buffer.from(`\ufeff${letterText}`, 'utf16le'))).toString()).toBe(letterText)
    expect((await copyOf('a.txt', Buffer.from(`\ufeff${letterText}`, 'utf16le').swap16())).toString()).toBe(letterText)
    expect((await copyOf('a.txt', windows)).toString()).toBe('Maya’s café 5 €')
  })
})

describe('a good photo', () => {
  it.each([
    ['in grey', () => sharp({ create: { width: 9, height: 9, channels: 3, background: 'grey' } }).greyscale().jpeg().toBuffer()],
    ['for printing', () => sharp({ create: { width: 9, height: 9, channels: 3, background: 'teal' } }).toColourspace('cmyk').jpeg().toBuffer()],
    ['that comes bit by bit', () => sharp({ create: { width: 99, height: 99, channels: 3, background: 'teal' } }).jpeg({ progressive: true }).toBuffer()],
    ['with a few bytes behind it', async () => Buffer.concat([await photo(), Buffer.alloc(50)])],
    ['of 48 million points', () => sharp({ create: { width: 8000, height: 6000, channels: 3, background: 'teal' } }).jpeg().toBuffer()],
  ])('%s is taken', async (_what, bytes) => {
    const before = await sharp(await bytes()).metadata()
    const after = await sharp(await copyOf('a.JPG', bytes())).metadata()
    expect([after.format, after.width, after.height, after.space]).toEqual(['jpeg', before.width, before.height, before.space === 'b-w' ? 'b-w' : 'srgb'])
  })

  it('that can be seen through is taken', async () => {
    const before = sharp({ create: { width: 9, height: 9, channels: 4, background: { r: 9, g: 90, b: 200, alpha: 0.5 } } }).png()
    expect((await sharp(await copyOf('a.png', before.toBuffer())).raw().toBuffer()).equals(await before.clone().raw().toBuffer())).toBe(true)
  })

  it('of an iPhone is taken, as JPEG', async () => {
    const { format, width, height } = await sharp(await copyOf('IMG_0001.HEIC', fixture('photo.heic'))).metadata()
    expect([format, width, height]).toEqual(['jpeg', 64, 48])
  })
})

describe('a good film or sound', () => {
  it('is as long as it was, byte for byte where pictures and sound are', async () => {
    for (const name of ['film.mp4', 'sound.m4a']) {
      const [before, after] = [fixture(name), await copyOf(name, fixture(name))]
      const [from, to] = [before.indexOf('mdat'), before.indexOf('mdat') + before.readUInt32BE(before.indexOf('mdat') - 4) - 4]
      expect([name, after.length, after.subarray(from, to).equals(before.subarray(from, to))]).toEqual([name, before.length, true])
    }
    const sound = fixture('sound.mp3')
    expect(sound.includes(await copyOf('sound.mp3', sound))).toBe(true)
    expect((await copyOf('a.mp3', mp3())).equals(mp3())).toBe(true)
  })
})
