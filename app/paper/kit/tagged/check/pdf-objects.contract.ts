import { decodePDFRawStream, PDFArray, PDFBool, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFStream, PDFString, type PDFObject } from '@cantoo/pdf-lib'

// A reader of PDF objects that follows references and answers `undefined` where something is not what it should be.

export type Thing = PDFObject | undefined

/** A PDF file, opened: what it holds, by plain questions. */
export class PdfObjects {
  private constructor(readonly document: PDFDocument) {}

  static async open(bytes: Uint8Array): Promise<PdfObjects> {
    return new PdfObjects(await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false }))
  }

  /** The object itself, where it is given by reference. */
  get(thing: Thing): Thing {
    return thing instanceof PDFRef ? this.document.context.lookup(thing) : thing
  }

  /** What stands under these keys, one inside the other. */
  at(thing: Thing, ...keys: readonly string[]): Thing {
    return keys.reduce<Thing>((inner, key) => this.get(this.raw(inner, key)), this.get(thing))
  }

  /** What stands under a key: a reference stays one. */
  raw(thing: Thing, key: string): Thing {
    const dictionary = dictionaryOf(this.get(thing))
    return dictionary?.get(PDFName.of(key))
  }

  name(thing: Thing, ...keys: readonly string[]): string | undefined {
    const found = this.at(thing, ...keys)
    return found instanceof PDFName ? found.decodeText() : undefined
  }

  text(thing: Thing, ...keys: readonly string[]): string | undefined {
    const found = this.at(thing, ...keys)
    return found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : undefined
  }

  number(thing: Thing, ...keys: readonly string[]): number | undefined {
    const found = this.at(thing, ...keys)
    return found instanceof PDFNumber ? found.asNumber() : undefined
  }

  isTrue(thing: Thing, ...keys: readonly string[]): boolean {
    return this.at(thing, ...keys) === PDFBool.True
  }

  /** The items of an array, or the one thing that stands in its place. References stay references. */
  list(thing: Thing, ...keys: readonly string[]): readonly PDFObject[] {
    const found = this.at(thing, ...keys)
    return found instanceof PDFArray ? found.asArray() : found === undefined ? [] : [found]
  }

  keys(thing: Thing): readonly string[] {
    return dictionaryOf(this.get(thing))?.keys().map((key) => key.decodeText()) ?? []
  }

  isDictionary(thing: Thing): boolean {
    return this.get(thing) instanceof PDFDict
  }

  /** The bytes of a stream, unpacked. */
  bytes(thing: Thing): Uint8Array {
    const stream = this.get(thing)
    if (stream instanceof PDFRawStream) return decodePDFRawStream(stream).decode()
    return stream instanceof PDFStream ? stream.getContents() : new Uint8Array()
  }

  /** The numbers and values of a number tree (ISO 32000-1, 7.9.7). */
  numberTree(root: Thing): ReadonlyMap<number, Thing> {
    const numbers = this.list(root, 'Nums')
    const own = numbers.flatMap((key, index) => (index % 2 === 0 ? [[this.number(key) ?? NaN, this.get(numbers[index + 1])] as const] : []))
    return new Map([...this.list(root, 'Kids').flatMap((kid) => [...this.numberTree(kid)]), ...own])
  }

  get catalog(): PDFDict {
    return this.document.catalog
  }

  /** Every object of the file. */
  all(): readonly PDFObject[] {
    return this.document.context.enumerateIndirectObjects().map(([, object]) => object)
  }
}

const dictionaryOf = (thing: Thing): PDFDict | undefined => (thing instanceof PDFDict ? thing : thing instanceof PDFStream ? thing.dict : undefined)
