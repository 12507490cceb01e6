import { inflateSync } from 'node:zlib'
import { EncryptedPDFError, ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFRef, PDFStream, PDFString, type PDFObject } from '@cantoo/pdf-lib'
import { Found } from './found'
import { withoutPictureNotes } from './picture-notes'

// A PDF is read object by object and written anew with only those that its pages lead to. What it would do by itself (scripts, starting a program,
// sending a form) is taken out and the pages stay; what holds another file is refused, because somebody meant to send that file.

/** No picture of a page is larger unpacked; what is, is made to fill a memory. */
const MAX_STREAM = 256 * 1024 * 1024
const MAX_FILTERS = 4
const MAX_OBJECTS = 500_000

/** What may happen when a page or a button is pressed. */
const ACTIONS = ['GoTo', 'URI', 'Named', 'Hide', 'SetOCGState', 'Thread', 'ResetForm']
/** Kinds of annotation that hold sounds, films, models or files. */
const HOLDS_FILE = ['FileAttachment', 'RichMedia', 'Screen', 'Movie', 'Sound', '3D']
/** What programs and people leave behind about themselves, and what acts by itself. */
const LEFT_OUT = ['Metadata', 'PieceInfo', 'LastModified', 'AA', 'JS', 'XFA', 'Perms', 'SigFlags', 'Thumb', 'SourceModified', 'DSS', 'DPartRoot']

const name = (text: string) => PDFName.of(text)

/** @throws Found */
export async function cleanPdf(bytes: Buffer): Promise<Buffer> {
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Found('not-what-it-says')
  const pdf = await load(bytes)
  const { context, catalog } = pdf
  if (String(catalog.get(name('NeedsRendering'))) === 'true') throw new Found('live-form')
  if (catalog.has(name('Collection'))) throw new Found('file-inside')
  if (pdf.getPageCount() === 0) throw new Found('damaged')

  const cleaner = new PdfCleaner(pdf)
  cleaner.visit(catalog)
  const { Root } = context.trailerInfo
  context.trailerInfo = { ...(Root && { Root }) }
  for (const [ref] of context.enumerateIndirectObjects()) if (!cleaner.reached.has(ref.tag) && ref !== Root) context.delete(ref)
  context.largestObjectNumber = context.enumerateIndirectObjects().reduce((most, [ref]) => Math.max(most, ref.objectNumber), 0)
  return Buffer.from(await pdf.save({ updateFieldAppearances: false, addDefaultPage: false }))
}

/** Many papers are locked against changes and can be read by anybody: they open with an empty password. */
async function load(bytes: Buffer): Promise<PDFDocument> {
  const options = { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest }
  try {
    return await PDFDocument.load(bytes, options)
  } catch (error) {
    if (!(error instanceof EncryptedPDFError)) throw error
  }
  try {
    return await PDFDocument.load(bytes, { ...options, password: '' })
  } catch {
    throw new Found('locked')
  }
}

/** Goes through everything that the pages lead to, once, and takes out what must not go on. */
class PdfCleaner {
  readonly reached = new Set<string>()
  private readonly waiting: PDFObject[] = []

  constructor(private readonly pdf: PDFDocument) {}

  visit(from: PDFObject): void {
    this.waiting.push(from)
    for (let next = this.waiting.pop(); next; next = this.waiting.pop()) this.look(next)
  }

  private look(object: PDFObject): void {
    if (object instanceof PDFRef) {
      if (this.reached.has(object.tag)) return
      this.reached.add(object.tag)
      if (this.reached.size > MAX_OBJECTS) throw new Found('could-not-check')
      const found = this.pdf.context.lookup(object)
      if (found instanceof PDFRawStream) this.pdf.context.assign(object, this.stream(found))
      else if (found) this.look(found)
    } else if (object instanceof PDFArray) this.waiting.push(...object.asArray())
    else if (object instanceof PDFDict) this.dictionary(object)
    else if (object instanceof PDFStream) this.dictionary(object.dict)
  }

  private stream(stream: PDFRawStream): PDFRawStream {
    const { dict } = stream
    // Its bytes would be fetched from another file.
    if (dict.has(name('F'))) throw new Found('links-out')
    this.dictionary(dict)
    const filters = this.filtersOf(dict)
    refuseBomb(stream.contents, filters)
    if (filters.length !== 1 || filters[0] !== 'DCTDecode') return stream
    return PDFRawStream.of(dict, withoutPictureNotes(Buffer.from(stream.contents)))
  }

  private filtersOf(dict: PDFDict): readonly string[] {
    const filter = dict.lookup(name('Filter'))
    const all = filter instanceof PDFArray ? filter.asArray().map((each) => this.pdf.context.lookup(each)) : [filter]
    return all.flatMap((each) => (each instanceof PDFName ? [each.decodeText()] : []))
  }

  private textOf(dict: PDFDict, key: string): string | undefined {
    const found = dict.lookup(name(key))
    if (found instanceof PDFName || found instanceof PDFString || found instanceof PDFHexString) return found.decodeText()
    return undefined
  }

  private dictionary(dict: PDFDict): void {
    for (const key of LEFT_OUT) dict.delete(name(key))
    this.refuseFile(dict)
    for (const [key, value] of dict.entries()) {
      const kept = this.kept(key.decodeText(), value)
      if (!kept) dict.delete(key)
      else this.waiting.push(value)
    }
    // Who wrote a note on a page. A field of a form is named by the same key.
    const kind = this.textOf(dict, 'Subtype')
    if (kind && kind !== 'Widget' && dict.has(name('Rect'))) dict.delete(name('T'))
  }

  private refuseFile(dict: PDFDict): void {
    const hasFile = dict.has(name('EF')) || dict.has(name('RF')) || HOLDS_FILE.includes(this.textOf(dict, 'Subtype') ?? '')
    if (hasFile) throw new Found('file-inside')
  }

  private kept(key: string, value: PDFObject): boolean {
    const found = this.pdf.context.lookup(value)
    // The list of scripts that run when it is opened.
    if (key === 'JavaScript') return false
    if (['A', 'PA', 'OpenAction', 'Next'].includes(key)) return this.isHarmless(found)
    // A signature names who signed, and is broken by whatever is taken out.
    if (key === 'V' && found instanceof PDFDict) return !found.has(name('ByteRange'))
    return true
  }

  /** Whether an action, or each of several, only moves about or opens a page of the web when it is pressed. */
  private isHarmless(action: PDFObject | undefined): boolean {
    if (action instanceof PDFArray) return action.asArray().every((each) => this.isHarmless(this.pdf.context.lookup(each)))
    if (!(action instanceof PDFDict) || !action.has(name('S'))) return true
    const kind = this.textOf(action, 'S') ?? ''
    // Attributes of tagged content have an S as well, in another place: those are names of structure.
    if (!ACTIONS.includes(kind)) return false
    return kind !== 'URI' || /^(https?:|mailto:|tel:|#|[^:]*$)/i.test(this.textOf(action, 'URI')?.trim() ?? '')
  }
}

/** Unpacks what is packed as a viewer would, to see that it stays within bounds. What does not unpack is a fault that viewers show. */
function refuseBomb(contents: Uint8Array, filters: readonly string[]): void {
  if (filters.length > MAX_FILTERS) throw new Found('too-packed')
  let bytes = contents
  for (const filter of filters) {
    if (filter !== 'FlateDecode' && filter !== 'Fl') return
    try {
      bytes = inflateSync(bytes, { maxOutputLength: MAX_STREAM })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new Found('too-packed')
      return
    }
  }
}
