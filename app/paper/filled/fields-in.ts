import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString, type PDFObject } from '@cantoo/pdf-lib'

/** What was filled in, by the name of the field: the text that was typed, or the value of the box that was ticked. */
export type FilledFields = ReadonlyMap<string, string>

/** Why a file is no form that can be read. */
export class Unreadable extends Error {
  constructor(readonly code: 'not-a-pdf' | 'locked' | 'too-large' | 'no-fields') {
    super(code)
  }
}

/** A form with every box filled to the brim is under 2 MB. */
const MOST_BYTES = 10 * 1024 * 1024
const DEEPEST = 32

/**
 * The fields of a PDF that was filled in (AcroForm, ISO 32000-1 12.7). What was left blank is not there. Reads only the values: no action
 * or script of the file is looked at.
 * @throws Unreadable
 */
export async function fieldsIn(bytes: Uint8Array): Promise<FilledFields> {
  if (bytes.length > MOST_BYTES) throw new Unreadable('too-large')
  const document = await opened(bytes)
  const form = document.catalog.lookup(PDFName.of('AcroForm'))
  const fields = form instanceof PDFDict ? form.lookup(PDFName.of('Fields')) : undefined
  if (!(fields instanceof PDFArray)) throw new Unreadable('no-fields')
  const filled = new Map<string, string>()
  collect(fields, '', filled, 0)
  return filled
}

async function opened(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, warnOnInvalidObjects: false })
  } catch (error) {
    // Whatever else the parser trips over, the file is no PDF that we made.
    throw new Unreadable(error instanceof EncryptedPDFError ? 'locked' : 'not-a-pdf')
  }
}

function collect(fields: PDFArray, before: string, filled: Map<string, string>, depth: number): void {
  if (depth > DEEPEST) return
  for (let index = 0; index < fields.size(); index++) {
    const field = fields.lookup(index)
    if (!(field instanceof PDFDict)) continue
    const part = textOf(field.lookup(PDFName.of('T')))
    const name = [before, part].filter(Boolean).join('.')
    const kids = field.lookup(PDFName.of('Kids'))
    const value = textOf(field.lookup(PDFName.of('V'))) ?? (kids instanceof PDFArray ? tickedIn(kids) : stateOf(field))
    if (value !== undefined && value.trim() !== '' && value !== 'Off') filled.set(name, value)
    else if (kids instanceof PDFArray) collect(kids, name, filled, depth + 1)
  }
}

/** A group whose program wrote only how its boxes look. */
function tickedIn(kids: PDFArray): string | undefined {
  const states = Array.from({ length: kids.size() }, (_, index) => kids.lookup(index)).flatMap((kid) => (kid instanceof PDFDict ? (stateOf(kid) ?? []) : []))
  return states.find((state) => state !== 'Off')
}

const stateOf = (widget: PDFDict): string | undefined => textOf(widget.lookup(PDFName.of('AS')))

function textOf(value: PDFObject | undefined): string | undefined {
  if (value instanceof PDFString || value instanceof PDFHexString || value instanceof PDFName) return value.decodeText()
  return undefined
}
