import type { Checked, Rule } from './checked.contract'
import type { PdfObjects, Thing } from './pdf-objects.contract'

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/
export const isLanguage = (text: string | undefined): boolean => text !== undefined && LANGUAGE.test(text)

const xmpOf = ({ pdf }: Checked) => Buffer.from(pdf.bytes(pdf.at(pdf.catalog, 'Metadata'))).toString('utf8')
const MAY_LEAD_TO = /^(https?|mailto|tel):/
const ACCESS_FOR_READERS = 512

/** The rules about the file as a whole. */
export const documentRules: readonly Rule<PdfObjects>[] = [
  ['01-005', 'nothing is tagged', (_pdf, { structure }) => structure.elements.length === 0],
  ['01-006', 'the top of the structure is not one Document', (pdf, { structure }) => structure.top.length > 0 && (pdf.list(structure.root, 'K').length !== 1 || structure.top[0]?.type !== 'Document')],
  ['01-007', 'its tags are marked as suspect', (pdf) => pdf.isTrue(pdf.catalog, 'MarkInfo', 'Suspects')],
  ['06-001', 'it has no XMP metadata', (_pdf, checked) => xmpOf(checked) === ''],
  ['06-XML', 'its XMP metadata is not sound XML: a bare &', (_pdf, checked) => /&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(xmpOf(checked))],
  ['06-002', 'its XMP metadata does not say that it is PDF/UA-1', (_pdf, checked) => !/<pdfuaid:part>1</.test(xmpOf(checked))],
  ['06-003', 'its XMP metadata has no title', (_pdf, checked) => !/<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>\s*[^<\s]/.test(xmpOf(checked))],
  ['06-004', 'its title in the metadata is not that in its information', (pdf, checked) => !titlesOf(xmpOf(checked)).includes(pdf.text(pdf.document.context.trailerInfo.Info, 'Title') ?? '')],
  ['06-MARK', 'it does not say that it is marked', (pdf) => !pdf.isTrue(pdf.catalog, 'MarkInfo', 'Marked')],
  ['07-001', 'its window would not show its title', (pdf) => !pdf.isTrue(pdf.catalog, 'ViewerPreferences', 'DisplayDocTitle')],
  ['11-006', 'it has no language', (pdf) => !isLanguage(pdf.text(pdf.catalog, 'Lang'))],
  ['14-001', 'it has no headings', (_pdf, { headings }) => headings.length === 0],
  ['14-002', 'its first heading is not H1', (_pdf, { headings }) => (headings[0]?.level ?? 1) !== 1],
  ['14-003', 'a heading is more than one level below the one before', (_pdf, { headings }) => headings.some(({ level }, index) => level > (headings[index - 1]?.level ?? 0) + 1)],
  ['14-007', 'it has headings with and without levels', (_pdf, { structure, headings }) => headings.length > 0 && structure.elements.some(({ type }) => type === 'H')],
  ['25-001', 'its form is XFA', (pdf) => pdf.at(pdf.catalog, 'AcroForm', 'XFA') !== undefined],
  ['26-002', 'it keeps readers for blind people out', (pdf) => keepsOut(pdf)],
  ['27-001', 'it has no bookmarks', (pdf) => bookmarksOf(pdf).length === 0],
  ['27-002', 'its bookmarks are not its headings', (pdf, { headings }) => bookmarksOf(pdf).length > 0 && JSON.stringify(bookmarksOf(pdf)) !== JSON.stringify(headings)],
  ['19-004', 'two elements have the same ID', (pdf, { structure }) => hasTwice(structure.elements.flatMap(({ object }) => pdf.text(object, 'ID') ?? []))],
  ['SAFE-JS', 'it carries a script', (pdf) => actionsOf(pdf).some((each) => pdf.at(each, 'JS') !== undefined || pdf.name(each, 'S') === 'JavaScript') || pdf.at(pdf.catalog, 'Names', 'JavaScript') !== undefined],
  ['SAFE-ACT', 'it acts by itself when it is opened', (pdf) => pdf.at(pdf.catalog, 'OpenAction') !== undefined || pdf.all().some((each) => pdf.at(each, 'AA') !== undefined)],
  ['SAFE-DO', 'it starts programs, opens files or sends what was typed', (pdf) => actionsOf(pdf).some((each) => ['Launch', 'GoToR', 'GoToE', 'SubmitForm', 'ImportData'].includes(pdf.name(each, 'S') ?? ''))],
  ['SAFE-URI', 'it leads to an address that is none of the web, mail or telephone', (pdf) => actionsOf(pdf).some((each) => pdf.name(each, 'S') === 'URI' && !MAY_LEAD_TO.test(pdf.text(each, 'URI') ?? ''))],
  ['SAFE-FILE', 'it carries another file', (pdf) => pdf.at(pdf.catalog, 'Names', 'EmbeddedFiles') !== undefined],
]

/** Every dictionary that could be an action: objects of their own, and those inside annotations. */
const actionsOf = (pdf: PdfObjects): readonly Thing[] => pdf.all().flatMap((each) => [each, pdf.at(each, 'A')])

const keepsOut = (pdf: PdfObjects) => {
  const encryption = pdf.get(pdf.document.context.trailerInfo.Encrypt)
  return encryption !== undefined && ((pdf.number(encryption, 'P') ?? 0) & ACCESS_FOR_READERS) === 0
}

const hasTwice = (texts: readonly string[]) => new Set(texts).size < texts.length

const ENTITIES = { '&lt;': '<', '&gt;': '>', '&amp;': '&' } as const
const titlesOf = (xmp: string) =>
  [...xmp.matchAll(/<dc:title>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/gs)].map(([, title = '']) => title.replace(/&(lt|gt|amp);/g, (entity) => ENTITIES[entity as keyof typeof ENTITIES]))

/** The bookmarks with their levels, in order. */
function bookmarksOf(pdf: PdfObjects, parent: Thing = pdf.at(pdf.catalog, 'Outlines'), level = 1): { level: number; text: string }[] {
  const found: { level: number; text: string }[] = []
  for (let item = pdf.at(parent, 'First'); item; item = pdf.at(item, 'Next')) {
    found.push({ level, text: (pdf.text(item, 'Title') ?? '').trim() }, ...bookmarksOf(pdf, item, level + 1))
  }
  return found
}
