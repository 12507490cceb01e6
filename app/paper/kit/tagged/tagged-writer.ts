import PDFDocument, { type EmbeddedFont, type PdfInfo } from 'pdfkit'
import { EmbeddedFonts, type EmbeddedFace } from './text/embedded-fonts'
import { sourceOf, type Face, type Glyph, type Position } from './text/faces'
import { paintGlyphs, paintLetters } from './text/glyphs'
import { isSetLetter } from './text/set-letters'
import { xmpOf } from './xmp'

/** pdfkit's writer, with what the painter of @react-pdf/render leaves to whoever owns the file. */
export class TaggedWriter extends PDFDocument {
  /** What went wrong while text was painted. The painter swallows errors, so they are kept here. */
  readonly faults: unknown[] = []
  /** Fonts that text was painted in and that are not in the file. */
  readonly missingFonts = new Set<string>()
  private readonly fonts = new Map<unknown, EmbeddedFont>()
  private readonly faces = new EmbeddedFonts(this)

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
  override font(font: unknown, size?: number): this {
    const source = sourceOf(font)
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
    try {
      this.paint(glyphs, positions, x, y)
    } catch (error) {
      this.faults.push(error)
    }
  }

  private paint(glyphs: readonly Glyph[], positions: readonly Position[], x: number, y: number): void {
    if (!this._font.subset) this.missingFonts.add(this._font.name)
    else if (glyphs.some(isSetLetter)) paintLetters(this, glyphs.filter(isSetLetter), positions, x, y)
    else paintGlyphs(this, glyphs, positions, x, y)
  }

  /** A font in the file, on the current page. */
  embedded(face: Face): EmbeddedFace {
    return this.faces.of(face)
  }

  /** @react-pdf/render ends the file after what it paints, which is one node here. */
  override end(): void {}

  /** Ends the file. */
  finish(): void {
    this.faces.end()
    super.end()
  }

  /** pdfkit does not escape what it writes here: a title with "&" would break it. */
  override _addInfo(): void {
    this.appendXML(xmpOf(this.info, this.isArchival))
  }
}
