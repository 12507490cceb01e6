import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString, type PDFObject } from '@cantoo/pdf-lib'

/** What was filled in, by the name of the field: the text that was typed, or the values of the boxes that were ticked: one, unless something went wrong. */
export type FilledFields = ReadonlyMap<string, readonly string[]>

/** Why a file is no form that can be read. */
export class Unreadable extends Error {
  constructor(readonly code: 'not-a-pdf' | 'locked' | 'too-large' | 'no-fields' | 'too-heavy') {
    super(code)
  }
}

/** A form with every box filled to the brim is under 2 MB. */
const MOST_BYTES = 10 * 1024 * 1024

/**
 * The fields of a PDF that was filled in (AcroForm, ISO 32000-1 12.7). What was left blank is not there. Reads only the values: no action
 * or script of the file is looked at.
 * @throws Unreadable
 */
export async function fieldsIn(bytes: Uint8Array): Promise<FilledFields> {
  if (bytes.length > MOST_BYTES) throw new Unreadable('too-large')
  try {
    const { catalog } = await PDFDocument.load(bytes, { updateMetadata: false, warnOnInvalidObjects: false })
    const form = catalog.lookup(PDFName.of('AcroForm'))
    const fields = form instanceof PDFDict ? form.lookup(PDFName.of('Fields')) : undefined
    if (!(fields instanceof PDFArray)) throw new Unreadable('no-fields')
    const filled = new Map<string, readonly string[]>()
    collect(fields, '', filled, new Set())
    return filled
  } catch (error) {
    if (error instanceof Unreadable) throw error
    // Whatever else the parser trips over, the file is no PDF that we made.
    // A RangeError is memory that is not there, or a file nested deeper than anybody nests.
    throw new Unreadable(error instanceof EncryptedPDFError ? 'locked' : error instanceof RangeError ? 'too-heavy' : 'not-a-pdf')
  }
}

/** @param seen fields that were looked at: a file may say that a field is inside itself */
function collect(fields: PDFArray, before: string, filled: Map<string, readonly string[]>, seen: Set<PDFDict>): void {
  for (let index = 0; index < fields.size(); index++) {
    const field = fields.lookup(index)
    if (!(field instanceof PDFDict) || seen.has(field)) continue
    seen.add(field)
    const part = textOf(field.lookup(PDFName.of('T')))
    const name = [before, part].filter(Boolean).join('.')
    const kids = field.lookup(PDFName.of('Kids'))
    const value = textOf(field.lookup(PDFName.of('V')))
    // Some programs write only how the boxes of a group look, and then more than one of them may look ticked.
    const looks = kids instanceof PDFArray ? kidsOf(kids).flatMap(stateOf) : value === undefined ? stateOf(field) : []
    const values = [...new Set([value ?? '', ...looks])].filter((each) => each.trim() !== '' && each !== 'Off')
    if (values.length > 0) filled.set(name, values)
    else if (kids instanceof PDFArray) collect(kids, name, filled, seen)
  }
}

const kidsOf = (kids: PDFArray): readonly PDFDict[] => Array.from({ length: kids.size() }, (_, index) => kids.lookup(index)).filter((kid) => kid instanceof PDFDict)

const stateOf = (widget: PDFDict): readonly string[] => [textOf(widget.lookup(PDFName.of('AS'))) ?? []].flat()

function textOf(value: PDFObject | undefined): string | undefined {
  if (value instanceof PDFString || value instanceof PDFHexString || value instanceof PDFName) return value.decodeText()
  return undefined
}
