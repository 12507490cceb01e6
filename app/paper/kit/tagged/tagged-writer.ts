import PDFDocument, { type EmbeddedFont, type PdfInfo } from 'pdfkit'
import type { Glyph, Position } from './laid-out'
import { paintGlyphs } from './text/glyphs'
import { xmpOf } from './xmp'

/** pdfkit's writer, with what the painter of @react-pdf/render leaves to whoever owns the file. */
export class TaggedWriter extends PDFDocument {
  /** Whether what is painted now is read from right to left. */
  isFromRight = false
  /** Fonts that text was painted in and that are not in the file. The painter swallows errors, so they are kept here. */
  readonly missingFonts = new Set<string>()
  private readonly fonts = new Map<unknown, EmbeddedFont>()

  constructor(language: string, info: PdfInfo, private readonly isArchival: boolean) {
    super({
      pdfVersion: '1.7',
      tagged: true,
      ...(isArchival && { subset: 'PDF/A-2a' as const }),
      lang: language,
      displayTitle: true,
      autoFirstPage: false,
      font: null,
      info,
    })
  }

  /** pdfkit would open a font again for each run of text, to find that it has it already. */
  override font(source: unknown, size?: number): this {
    const known = this.fonts.get(source)
    if (!known) {
      super.font(source, size)
      this.fonts.set(source, this._font)
      return this
    }
    this._font = known
    return size === undefined ? this : this.fontSize(size)
  }

  /** @react-pdf/render calls this, where it exists, in place of its own painting of glyphs. */
  glyphs(glyphs: readonly Glyph[], positions: readonly Position[], x: number, y: number): void {
    if (this._font.subset) paintGlyphs(this, glyphs, positions, x, y, this.isFromRight)
    else this.missingFonts.add(this._font.name)
  }

  /** @react-pdf/render ends the file after what it paints, which is one node here. */
  override end(): void {}

  /** Ends the file. */
  finish(): void {
    super.end()
  }

  /** pdfkit does not escape what it writes here: a title with "&" would break it. */
  override _addInfo(): void {
    this.appendXML(xmpOf(this.info, this.isArchival))
  }
}
