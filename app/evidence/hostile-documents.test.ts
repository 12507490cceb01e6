import { describe, expect, it } from 'vitest'
import { docx, docxSaying, odtSaying, relationships } from './fixtures/archives'
import { copyOf, inspected } from './fixtures/inspected'
import { exe, refusedDocuments, rtf } from './fixtures/refused-documents'
import { readZip } from './zip'

describe('a document that is refused', () => {
  it.each(refusedDocuments.map(([what, name, bytes, fault]) => ({ what, name, bytes, fault })))('$what ($name): $fault', async ({ name, bytes, fault }) => {
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
