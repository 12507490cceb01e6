// What this folder uses of pdfkit, which comes without types. canary.test.ts checks that it is all still there.
declare module 'pdfkit' {
  import type { Readable } from 'node:stream'

  /** An object of the file, written when it ends. */
  export interface Reference {
    readonly data: Record<string, unknown>
    write(chunk: string | Uint8Array): void
    end(chunk?: string | Uint8Array): void
  }

  export interface StructContent {
    readonly refs: readonly { readonly pageRef: Reference; readonly mcid: number }[]
  }

  export interface StructElement {
    readonly dictionary: Reference
    add(child: StructElement | StructContent): this
    end(): void
  }

  export interface StructOptions {
    readonly alt?: string | undefined
    readonly lang?: string | undefined
  }

  export interface OutlineItem {
    addItem(title: string, options: { readonly top: number; readonly left: number; readonly expanded: boolean }): OutlineItem
  }

  /** The current font. A standard font, which cannot be put into the file, has no subset. */
  export interface EmbeddedFont {
    readonly name: string
    /** As fontkit opened it. */
    readonly font: { readonly unitsPerEm: number; readonly ascent: number }
    readonly subset?: object
  }

  export interface PdfPage {
    readonly width: number
    readonly height: number
    readonly dictionary: Reference
    readonly fonts: Record<string, Reference>
    readonly annotations: readonly Reference[]
  }

  export interface PdfInfo {
    readonly Title: string
    readonly CreationDate: Date
    readonly Producer: string
    readonly Creator: string
    readonly Author?: string
    readonly Subject?: string
  }

  export interface AnnotationOptions {
    readonly Subtype?: string
    readonly FT?: string
    readonly AP?: { readonly N: Record<string, Reference> }
    readonly structParent?: StructElement
    readonly [key: string]: unknown
  }

  export default class PDFDocument extends Readable {
    constructor(options: {
      readonly pdfVersion: '1.7'
      readonly tagged: true
      readonly subset?: 'PDF/A-2a'
      readonly lang: string
      readonly displayTitle: true
      readonly autoFirstPage: false
      readonly font: null
      readonly info: PdfInfo
    })
    readonly info: PdfInfo
    readonly outline: OutlineItem
    page: PdfPage
    _font: EmbeddedFont
    readonly _fontSize: number
    readonly _root: Reference
    _acroform: { readonly fonts: Record<string, Reference>; readonly defaultFont: string }
    _addToParent(field: Reference): this
    addPage(options: { readonly size: readonly [number, number]; readonly margin: 0 }): this
    addContent(operators: string): this
    save(): this
    restore(): this
    transform(...matrix: readonly [number, number, number, number, number, number]): this
    translate(x: number, y: number): this
    font(source: unknown, size?: number): this
    fontSize(size: number): this
    ref(data: Record<string, unknown>): Reference
    struct(type: string, options?: StructOptions): StructElement
    addStructure(element: StructElement): this
    markContent(tag: 'Artifact', options: { readonly type: string }): this
    markStructureContent(tag: string): StructContent
    endMarkedContent(): this
    annotate(x: number, y: number, width: number, height: number, options: AnnotationOptions): this
    link(x: number, y: number, width: number, height: number, url: string, options: AnnotationOptions): this
    goTo(x: number, y: number, width: number, height: number, destination: string, options: AnnotationOptions): this
    addNamedDestination(name: string, kind: 'XYZ', left: number, top: number, zoom: null): void
    appendXML(xml: string): void
    _addInfo(): void
    _convertRect(x: number, y: number, width: number, height: number): [number, number, number, number]
    end(): void
  }
}
