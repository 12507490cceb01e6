import { PDFDict, PDFNumber, type PDFObject } from '@cantoo/pdf-lib'
import type { PdfObjects, Thing } from './pdf-objects.contract'

/** Where content stands: the number of its page, from 0, and its mark on that page. */
export interface Mark {
  readonly page: number | undefined
  readonly mcid: number
}

/** An annotation that an element claims, and the page it says that it is on. */
export interface Claim {
  readonly annotation: Thing
  readonly page: string
}

export interface Element {
  /** One of the standard types (ISO 32000-1, 14.8.4), by the role map where need be; undefined if it is none. */
  readonly type: string | undefined
  readonly named: string
  readonly object: PDFDict
  readonly parent: Element | undefined
  readonly elements: Element[]
  readonly marks: Mark[]
  readonly claims: Claim[]
  /** Elements and marks in the order of reading. */
  readonly kids: (Element | Mark)[]
}

const STANDARD: ReadonlySet<string> = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(' '),
)

/** The tree of elements of a file, in the order of reading. */
export class Structure {
  readonly root: Thing
  readonly elements: Element[] = []
  /** What stands at the top: one element, in a sound file. */
  readonly top: readonly Element[]
  /** The elements of each page's marks, and of each annotation, by the number that the page or annotation gives. */
  readonly parents: ReadonlyMap<number, Thing>
  private readonly pages: ReadonlyMap<string, number>
  private readonly roles: Thing

  constructor(private readonly pdf: PdfObjects) {
    this.root = pdf.at(pdf.catalog, 'StructTreeRoot')
    this.roles = pdf.at(this.root, 'RoleMap')
    this.pages = new Map(pdf.document.getPages().map((page, index) => [page.ref.toString(), index]))
    this.parents = pdf.numberTree(pdf.at(this.root, 'ParentTree'))
    const seen = new Set<Thing>()
    this.top = pdf.list(this.root, 'K').flatMap((kid) => this.read(kid, undefined, undefined, seen) ?? [])
  }

  attribute(element: Element, name: string): Thing {
    const attributes = this.pdf.list(element.object, 'A').filter((each) => this.pdf.isDictionary(each))
    return attributes.map((each) => this.pdf.at(each, name)).find((found) => found !== undefined)
  }

  private read(reference: PDFObject, parent: Element | undefined, page: Thing, seen: Set<Thing>): Element | undefined {
    const object = this.pdf.get(reference)
    if (!(object instanceof PDFDict) || seen.has(object)) return undefined
    seen.add(object)
    const named = this.pdf.name(object, 'S') ?? ''
    const element: Element = { type: this.standard(named), named, object, parent, elements: [], marks: [], claims: [], kids: [] }
    this.elements.push(element)
    const own = this.pdf.raw(object, 'Pg') ?? page
    for (const kid of this.pdf.list(object, 'K')) this.readKid(kid, element, own, seen)
    return element
  }

  private readKid(kid: PDFObject, element: Element, page: Thing, seen: Set<Thing>): void {
    const value = this.pdf.get(kid)
    const at = this.pdf.raw(value, 'Pg') ?? page
    const kind = value instanceof PDFNumber ? 'MCR' : this.pdf.name(value, 'Type')
    if (kind === 'MCR') {
      const mark = { page: this.pages.get(String(at)), mcid: this.pdf.number(value) ?? this.pdf.number(value, 'MCID') ?? -1 }
      element.marks.push(mark)
      element.kids.push(mark)
    } else if (kind === 'OBJR') element.claims.push({ annotation: this.pdf.at(value, 'Obj'), page: String(at) })
    else {
      const inner = this.read(kid, element, page, seen)
      if (!inner) return
      element.elements.push(inner)
      element.kids.push(inner)
    }
  }

  private standard(named: string): string | undefined {
    let type: string | undefined = named
    for (let step = 0; type !== undefined && !STANDARD.has(type) && step < 9; step++) type = this.pdf.name(this.roles, type)
    return type !== undefined && STANDARD.has(type) ? type : undefined
  }
}

export const isMark = (kid: Element | Mark): kid is Mark => 'mcid' in kid
