import { PDFArray } from '@cantoo/pdf-lib'
import type { Checked, Rule } from './checked.contract'
import type { Page } from './pages.contract'
import type { Thing } from './pdf-objects.contract'
import type { Claim, Element } from './structure.contract'

/** The rules about each page. */
export const pageRules: readonly Rule<Page>[] = [
  ['01-TEXT', 'text is neither tagged nor an artifact', ({ unmarked }) => unmarked.has('text')],
  ['01-DRAW', 'a drawing is neither tagged nor an artifact', ({ unmarked }) => unmarked.has('drawing')],
  ['01-IMG', 'an image is neither tagged nor an artifact', ({ unmarked }) => unmarked.has('image')],
  ['01-003', 'an artifact is inside tagged content', ({ isArtifactInTag }) => isArtifactInTag],
  ['01-004', 'tagged content is inside an artifact', ({ isTagInArtifact }) => isTagInArtifact],
  ['01-PAIR', 'marks are not in pairs', ({ isUnbalanced }) => isUnbalanced],
  ['01-OWN', 'content is tagged and no element has it', (page, checked) => marksOf(page).some((mcid) => checked.ownersOf(numberOf(page, checked), mcid).length === 0)],
  ['01-TWICE', 'content belongs to two elements', (page, checked) => marksOf(page).some((mcid) => checked.ownersOf(numberOf(page, checked), mcid).length > 1) || new Set(marksOf(page)).size < marksOf(page).length],
  ['01-BACK', 'content does not lead back to its element', (page, checked) => marksOf(page).some((mcid) => isLost(page, mcid, checked))],
  ['28-008', 'the tab key does not follow the structure', ({ dictionary, annotations }, { pdf }) => annotations.length > 0 && pdf.name(dictionary, 'Tabs') !== 'S'],
]

/** The rules about each link, field or note on a page. */
export const annotationRules: readonly Rule<{ readonly page: Page; readonly annotation: Thing }>[] = [
  ['28-002', 'something to follow or fill in is not in the structure', ({ annotation }, checked) => claimOf(annotation, checked) === undefined],
  ['28-BACK', 'something to follow or fill in does not lead back to its element', ({ annotation }, checked) => isClaimed(annotation, checked, ({ element }) => element.object !== backOf(annotation, checked))],
  ['28-PAGE', 'an element says that its link or field is on another page', ({ annotation, page }, checked) => isClaimed(annotation, checked, ({ claim }) => claim.page !== page.reference)],
  ['28-011', 'a link is not in a Link', ({ annotation }, checked) => checked.pdf.name(annotation, 'Subtype') === 'Link' && isClaimed(annotation, checked, ({ element }) => element.type !== 'Link')],
  ['28-010', 'a field is not in a Form', ({ annotation }, checked) => isField(annotation, checked) && isClaimed(annotation, checked, ({ element }) => element.type !== 'Form')],
  ['28-012', 'a link or note does not say what it is', ({ annotation }, checked) => !isField(annotation, checked) && !checked.pdf.text(annotation, 'Contents')?.trim()],
  ['28-005', 'a field does not say what it asks for', ({ annotation }, checked) => isField(annotation, checked) && !(checked.pdf.text(annotation, 'TU') ?? checked.pdf.text(annotation, 'Parent', 'TU'))?.trim()],
  ['28-NAME', 'a field has no name', ({ annotation }, checked) => isField(annotation, checked) && !(checked.pdf.text(annotation, 'T') ?? checked.pdf.text(annotation, 'Parent', 'T'))?.trim()],
]

/** The rules about each font that draws text. */
export const fontRules: readonly Rule<Thing>[] = [
  ['31-009', 'a font is not in the file', (font, { pdf }) => !['FontFile', 'FontFile2', 'FontFile3'].some((file) => pdf.at(descendantOf(font, pdf), 'FontDescriptor', file) !== undefined)],
  ['10-MAP', 'a font does not say what its letters mean', (font, { pdf }) => pdf.name(font, 'Subtype') === 'Type0' && pdf.at(font, 'ToUnicode') === undefined],
  ['31-004', 'a font does not say which of its shapes are drawn', (font, { pdf }) => pdf.name(descendantOf(font, pdf), 'Subtype') === 'CIDFontType2' && pdf.at(descendantOf(font, pdf), 'CIDToGIDMap') === undefined],
]

const marksOf = ({ stretches }: Page): readonly number[] => stretches.flatMap(({ mcid }) => mcid ?? [])
const numberOf = (page: Page, { pages }: Checked) => pages.indexOf(page)
const descendantOf = (font: Thing, pdf: Checked['pdf']) => pdf.get(pdf.list(font, 'DescendantFonts')[0]) ?? font
const isField = (annotation: Thing, { pdf }: Checked) => pdf.name(annotation, 'Subtype') === 'Widget'

function claimOf(annotation: Thing, { structure }: Checked): { element: Element; claim: Claim } | undefined {
  for (const element of structure.elements) for (const claim of element.claims) if (claim.annotation === annotation) return { element, claim }
  return undefined
}

function isClaimed(annotation: Thing, checked: Checked, test: (found: { element: Element; claim: Claim }) => boolean): boolean {
  const found = claimOf(annotation, checked)
  return found !== undefined && test(found)
}

const backOf = (annotation: Thing, { pdf, structure }: Checked) => structure.parents.get(pdf.number(annotation, 'StructParent') ?? -1)

function isLost(page: Page, mcid: number, checked: Checked): boolean {
  const { pdf, structure } = checked
  const [owner] = checked.ownersOf(numberOf(page, checked), mcid)
  const elements = structure.parents.get(pdf.number(page.dictionary, 'StructParents') ?? -1)
  return owner !== undefined && !(elements instanceof PDFArray && pdf.get(elements.get(mcid)) === owner.object)
}
