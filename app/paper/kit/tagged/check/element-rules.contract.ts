import type { Checked, Rule } from './checked.contract'
import { isLanguage } from './document-rules.contract'
import type { Element } from './structure.contract'

type Types = Readonly<Record<string, readonly string[]>>

const MAY_HOLD: Types = {
  L: ['LI', 'L', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
}
const MUST_BE_IN: Types = {
  LI: ['L'],
  LBody: ['LI'],
  Lbl: ['LI', 'Note', 'BibEntry', 'TOCI', 'Form', 'Figure', 'Formula'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  Document: [],
}
const HIDDEN_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/

const is = ({ type }: Element, ...types: readonly string[]) => types.includes(type ?? '')
const holds = (element: Element, type: string) => element.elements.some((inner) => is(inner, type))
const startsWith = (element: Element, type: string) => element.elements[0]?.type === type
const isEmpty = ({ kids, claims }: Element) => kids.length === 0 && claims.length === 0

/** The rules about each element of the structure. */
export const elementRules: readonly Rule<Element>[] = [
  ['02-001', 'a type is not one of the standard ones', ({ type }) => type === undefined],
  ['02-004', 'an element is named otherwise on its page', ({ named, marks }, { pages }) => marks.some(({ page, mcid }) => pages[page ?? -1]?.stretches.some((stretch) => stretch.mcid === mcid && stretch.tag !== named))],
  ['09-UP', 'an element does not lead back to what holds it', ({ object, parent }, { pdf, structure }) => pdf.at(object, 'P') !== (parent?.object ?? structure.root)],
  ['09-NONE', 'an element holds nothing', isEmpty],
  ['09-004', 'an element is inside one that cannot hold it', ({ type, parent }) => !(MUST_BE_IN[type ?? ''] ?? [parent?.type]).includes(parent?.type ?? '') && parent !== undefined],
  ['09-005', 'an element holds one that does not belong in it', ({ type, elements }) => elements.some((inner) => !(MAY_HOLD[type ?? ''] ?? [inner.type]).includes(inner.type ?? ''))],
  ['09-006', 'text stands directly in an element that only holds others', ({ type, marks }) => marks.length > 0 && MAY_HOLD[type ?? ''] !== undefined],
  ['09-ITEM', 'a list item has not just one body and at most one label', (element) => is(element, 'LI') && (element.elements.filter((inner) => is(inner, 'LBody')).length !== 1 || element.elements.filter((inner) => is(inner, 'Lbl')).length > 1)],
  ['09-LABEL', 'a list item is read before its label', (element) => is(element, 'LI') && holds(element, 'Lbl') && !startsWith(element, 'Lbl')],
  ['09-ROW', 'a row is read before its header', (element) => is(element, 'TR') && holds(element, 'TH') && !startsWith(element, 'TH')],
  ['11-001', 'a part has a language that is none', ({ object }, { pdf }) => pdf.at(object, 'Lang') !== undefined && !isLanguage(pdf.text(object, 'Lang'))],
  ['13-004', 'a picture says nothing to people who do not see it', (element, { pdf }) => is(element, 'Figure', 'Formula') && !pdf.text(element.object, 'Alt')?.trim() && !pdf.text(element.object, 'ActualText')?.trim()],
  ['13-BOX', 'a picture does not say where it stands', (element, { pdf, structure }) => is(element, 'Figure') && pdf.list(structure.attribute(element, 'BBox')).length !== 4],
  ['14-TEXT', 'a heading says nothing', (element, { textOf }) => /^H[1-6]?$/.test(element.type ?? '') && textOf(element).trim() === ''],
  ['15-001', 'a table has no headers', (element) => is(element, 'Table') && !rowsOf(element).some((row) => holds(row, 'TH'))],
  ['15-002', 'the rows of a table differ in width', (element, checked) => is(element, 'Table') && new Set(rowsOf(element).map((row) => widthOf(row, checked))).size > 1 && !hasTallCells(element, checked)],
  ['15-003', 'a header does not say whether it is of a row or a column', (element, { structure }) => is(element, 'TH') && structure.attribute(element, 'Scope') === undefined],
  ['16-001', 'a list does not say how it is numbered', (element, { structure }) => is(element, 'L') && structure.attribute(element, 'ListNumbering') === undefined],
  ['19-003', 'a note has no ID', (element, { pdf }) => is(element, 'Note') && !pdf.text(element.object, 'ID')],
  ['28-LINK', 'a link or field leads nowhere', (element) => is(element, 'Link', 'Form') && element.claims.length === 0],
  ['10-001', 'text has no meaning that can be read back', ({ kids }, { textOf }) => kids.length > 0 && kids.every((kid) => 'mcid' in kid) && /[\0\ufffd\ufffe]/.test(textOf({ kids } as Element))],
  ['SAFE-TEXT', 'text has characters that nobody sees', (element, { textOf }) => element.elements.length === 0 && HIDDEN_CHARACTERS.test(textOf(element).replaceAll('\0', ''))],
]

const rowsOf = (table: Element): readonly Element[] => table.elements.flatMap((inner) => (is(inner, 'TR') ? [inner] : inner.elements.filter((row) => is(row, 'TR'))))
const spanOf = (cell: Element, name: 'ColSpan' | 'RowSpan', { pdf, structure }: Checked) => pdf.number(structure.attribute(cell, name)) ?? 1
const widthOf = (row: Element, checked: Checked) => row.elements.reduce((width, cell) => width + spanOf(cell, 'ColSpan', checked), 0)
const hasTallCells = (table: Element, checked: Checked) => rowsOf(table).some((row) => row.elements.some((cell) => spanOf(cell, 'RowSpan', checked) > 1))
