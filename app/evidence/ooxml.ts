import { NESTED, reachesOut } from './fields'
import { Found } from './found'
import { withoutPictureNotes } from './picture-notes'
import { attributeOf, rewriteXml, setAttribute, type Element, type XmlEditor } from './xml'
import { readZip, refuseFilesInside, writeZip, type Parts } from './zip'

// Documents of Word (ECMA-376): a ZIP file of XML parts that point to each other by relationships.

const CONTENT_TYPES = '[Content_Types].xml'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const CORE = 'docProps/core.xml'
/** What a document says about its author, company and history; put in the place of what it said. */
const BLANK: Readonly<Record<string, string>> = {
  [CORE]: '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  'docProps/app.xml': '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  'docProps/custom.xml': '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
}
const NOBODY = 'Author'

const XML_PART = /\.(xml|rels|vml)$/i
/** What else Word writes: pictures, fonts, and settings of printers. */
const OTHER_PART = /\.(jpe?g|png|gif|tiff?|bmp|emf|wmf|svg|wdp|ico|odttf|ttf|bin|psmdcp)$/i
const MACRO_PART = /vbaProject|vbaData|activeX|customUI|attachedToolbars/i
const MACRO_TYPE = /macroEnabled|vbaProject|vbaData|activeX|ribbon/i

/** @throws Found */
export async function cleanDocx(bytes: Buffer): Promise<Buffer> {
  const parts = await readZip(bytes)
  refuseKinds(parts)
  refuseFilesInside(parts)
  return writeZip(new Map([...parts].map(([name, part]) => [name, cleanPart(name, part)])), CONTENT_TYPES)
}

function refuseKinds(parts: Parts): void {
  const names = [...parts.keys()]
  const types: string[] = []
  const list = parts.get(CONTENT_TYPES)
  if (!list) throw new Found('not-what-it-says')
  rewriteXml(list, { keeps: (element) => types.push(attributeOf(element, 'ContentType') ?? '') > 0 })
  if (names.some((name) => MACRO_PART.test(name)) || types.some((type) => MACRO_TYPE.test(type))) throw new Found('macros')
  if (!types.includes(WORD)) throw new Found('not-what-it-says')
  const hasFile = names.some((name) => /embeddings\//i.test(name) || !(XML_PART.test(name) || OTHER_PART.test(name)))
  if (hasFile || types.some((type) => /oleObject|package$/i.test(type))) throw new Found('file-inside')
}

function cleanPart(name: string, bytes: Buffer): Buffer {
  const blank = Object.entries(BLANK).find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1]
  if (blank) return Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${blank}`)
  if (/\.psmdcp$/i.test(name)) return cleanPart(CORE, bytes)
  if (/\.rels$/i.test(name)) return rewriteXml(bytes, relationships)
  if (XML_PART.test(name)) return rewriteXml(bytes, new WordEditor())
  return withoutPictureNotes(bytes)
}

const isWebLink = (target: string) => /^(https?|mailto|tel):/i.test(target.trim())

/** What a document points to outside of itself: links that wait to be clicked stay, pictures lose their address, the rest is refused. */
const relationships: XmlEditor = {
  keeps(element) {
    if (element.local !== 'Relationship') return true
    const type = attributeOf(element, 'Type')?.split('/').at(-1)?.toLowerCase() ?? ''
    if (type === 'afchunk') throw new Found('file-inside')
    const target = attributeOf(element, 'Target') ?? ''
    const isOutside = attributeOf(element, 'TargetMode')?.toLowerCase() === 'external' || /^([a-z][a-z0-9+.-]*:|\\|\/\/)/i.test(target.trim())
    if (!isOutside) return true
    // The template that it was once made from, often on a disk of the author; Word would fetch it and run what is in it.
    if (type === 'attachedtemplate') return false
    if (type === 'hyperlink' && isWebLink(target)) return true
    if (type !== 'hyperlink' && type !== 'image') throw new Found('links-out')
    setAttribute(element, 'Target', 'about:blank')
    return true
  },
}

/** Reads what a part tells Word to do, and takes out who wrote it. */
class WordEditor implements XmlEditor {
  /** The instructions of the fields that are open, innermost last. */
  private readonly fields: string[] = []

  keeps(element: Element): boolean {
    const { local } = element
    if (local === 'attachedTemplate' || local === 'mailMerge' || local === 'presenceInfo') return false
    if (local === 'control' || local === 'ocx') throw new Found('macros')
    if (local === 'fldChar') this.field(attributeOf(element, 'fldCharType'))
    if (local === 'fldSimple') refuseReaching(attributeOf(element, 'instr') ?? '')
    setAttribute(element, 'author', NOBODY)
    setAttribute(element, 'initials', NOBODY.charAt(0))
    return true
  }

  private field(mark: string | undefined): void {
    if (mark === 'begin') {
      const around = this.fields.pop()
      if (around !== undefined) this.fields.push(around + NESTED)
      this.fields.push('')
    } else if (mark === 'end') refuseReaching(this.fields.pop() ?? '')
  }

  text(text: string, { local }: Element): string {
    if (local !== 'instrText' && local !== 'delInstrText') return text
    const field = this.fields.pop()
    // An instruction outside of any field is carried out by no program that follows the standard.
    if (field === undefined) refuseReaching(text)
    else this.fields.push(field + text)
    return text
  }
}

function refuseReaching(instruction: string): void {
  if (reachesOut(instruction)) throw new Found('links-out')
}
