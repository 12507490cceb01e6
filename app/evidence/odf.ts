import { Found } from './found'
import { withoutPictureNotes } from './picture-notes'
import { attributeOf, rewriteXml, setAttribute, type Element, type XmlEditor } from './xml'
import { readZip, refuseFilesInside, writeZip, type Parts } from './zip'

// Text documents of LibreOffice and others (OASIS OpenDocument 1.3): a ZIP file of XML parts that are listed in a manifest.

const MIMETYPE = 'mimetype'
const TEXT = 'application/vnd.oasis.opendocument.text'
const MANIFEST = 'META-INF/manifest.xml'
const META = 'meta.xml'
const BLANK_META = '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"/>'
const NOBODY = 'Author'

const MACRO_PART = /^(Basic|Scripts|Dialogs)\//i
/** A picture of the first page, which may be older than the document. */
const THUMBNAIL = /^Thumbnails\//i
const XML_PART = /\.(xml|rdf)$/i
const OTHER_PART = /^(Pictures|media|ObjectReplacements|Fonts|Configurations2)\/|^layout-cache$/i

/** @throws Found */
export async function cleanOdt(bytes: Buffer): Promise<Buffer> {
  const parts = await readZip(bytes)
  refuseKinds(parts)
  refuseFilesInside(parts)
  const kept = [...parts].filter(([name]) => !THUMBNAIL.test(name))
  return writeZip(new Map(kept.map(([name, part]) => [name, cleanPart(name, part)])), MIMETYPE)
}

function refuseKinds(parts: Parts): void {
  if (parts.get(MIMETYPE)?.toString('latin1').trim() !== TEXT) throw new Found('not-what-it-says')
  const names = [...parts.keys()]
  if (names.some((name) => MACRO_PART.test(name))) throw new Found('macros')
  const isKnown = (name: string) => name === MIMETYPE || XML_PART.test(name) || OTHER_PART.test(name) || THUMBNAIL.test(name)
  if (!names.every(isKnown)) throw new Found('file-inside')
  rewriteXml(parts.get(MANIFEST) ?? Buffer.alloc(0), {
    keeps({ local }) {
      if (local === 'encryption-data') throw new Found('locked')
      return true
    },
  })
}

function cleanPart(name: string, bytes: Buffer): Buffer {
  if (name === META) return Buffer.from(BLANK_META)
  if (name === MANIFEST) return rewriteXml(bytes, { keeps: (element) => !THUMBNAIL.test(attributeOf(element, 'full-path') ?? '') })
  if (XML_PART.test(name)) return rewriteXml(bytes, editor)
  return withoutPictureNotes(bytes)
}

/** Elements that show something from elsewhere inside the page. */
const SHOWS_ELSEWHERE = ['object', 'plugin', 'applet', 'floating-frame', 'section-source', 'subject-template']
const RUNS = ['event-listener', 'script-data']
const DDE = ['dde-connection', 'dde-connection-decl', 'dde-source']
const AUTHORS = ['creator', 'creator-initials', 'initial-creator']

const isInside = (target: string) => /^(#|$|\.\/|Pictures\/|media\/|Object|ObjectReplacements\/)/.test(target) && !target.includes('..')
const isWebLink = (target: string) => /^(https?|mailto|tel):/i.test(target.trim())

const editor: XmlEditor = {
  keeps(element) {
    const { local } = element
    // Where LibreOffice lists libraries of macros, also when there are none; the macros themselves are parts.
    if (local === 'scripts') return false
    if (RUNS.includes(local)) throw new Found('macros')
    if (DDE.includes(local)) throw new Found('links-out')
    if (local === 'object-ole') throw new Found('file-inside')
    tameLink(element)
    return true
  },
  text: (text, { local }) => (AUTHORS.includes(local) ? NOBODY : text),
}

function tameLink(element: Element): void {
  const target = element.attributes.find((each) => each.local === 'href')?.value
  if (target === undefined || isInside(target)) return
  if (SHOWS_ELSEWHERE.includes(element.local)) throw new Found('links-out')
  if (element.local !== 'a' || !isWebLink(target)) setAttribute(element, 'href', element.local === 'a' ? '#' : '')
}
