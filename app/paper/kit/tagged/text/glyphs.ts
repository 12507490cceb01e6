import type PDFDocument from 'pdfkit'
import type { EmbeddedFont } from 'pdfkit'
import type { EmbeddedFace } from './embedded-fonts'
import type { FontSubset } from './font-subset'
import type { SetLetter } from './set-letters'
import { faceOf, type Face, type Glyph, type Position, type SourceFont } from './faces'

/** A writer with fonts of its own. */
export interface LetterWriter extends PDFDocument {
  /** A font in the file, on the current page. */
  embedded(face: Face): EmbeddedFace
}

const rounded = (number: number) => Math.round(number * 1e4) / 1e4
const hexOf = (code: number) => code.toString(16).padStart(4, '0')
// Thousandths of an em: less cannot be seen.
const LEAST_GAP = 0.01
// Letters of another size are no part of the word before them, for pdf.js and for poppler.
const HINT = 0.001

/** The operators of letters in one font: what stands side by side is shown at once. */
class Row {
  readonly operators: string[]
  private shown: string[] = []
  private hex = ''
  /** Where the next letter stands if nothing moves it, in points. */
  private pen: number | undefined

  constructor(private readonly font: string, private readonly size: number, private readonly baseline: number) {
    this.operators = [`/${font} ${rounded(size)} Tf`]
  }

  show(code: number, advance: number, left: number, up = 0): void {
    const gap = this.pen === undefined ? Infinity : ((this.pen - left) * 1000) / this.size
    if (up !== 0 || gap === Infinity) this.move(left, up)
    else if (Math.abs(gap) > LEAST_GAP) this.adjust(gap)
    this.hex += hexOf(code)
    this.pen = up === 0 ? left + advance : undefined
  }

  /** A place of its own, wherever the letter before ends. */
  showApart(code: number, left: number, isHint: boolean): void {
    this.move(left, 0)
    if (isHint) this.operators.push(`/${this.font} ${rounded(this.size + HINT)} Tf`)
    this.hex = hexOf(code)
    this.flush()
    if (isHint) this.operators.push(`/${this.font} ${rounded(this.size)} Tf`)
    this.pen = undefined
  }

  end(): string {
    this.flush()
    return this.operators.join('\n')
  }

  private move(left: number, up: number): void {
    this.flush()
    this.operators.push(`1 0 0 1 ${rounded(left)} ${rounded(this.baseline + up)} Tm`)
  }

  private adjust(gap: number): void {
    this.shown.push(`<${this.hex}> ${rounded(gap)}`)
    this.hex = ''
  }

  private flush(): void {
    if (this.hex) this.shown.push(`<${this.hex}>`)
    if (this.shown.length > 0) this.operators.push(`[${this.shown.join(' ')}] TJ`)
    this.shown = []
    this.hex = ''
  }
}

const codes = new WeakMap<FontSubset, WeakMap<Glyph, number>>()

/** Paints glyphs that the layout engine has set, in the current font, from (x, y) on. */
export function paintGlyphs(writer: LetterWriter, glyphs: readonly Glyph[], positions: readonly Position[], x: number, y: number): void {
  const { subset, id } = writer.embedded(faceOf(sourceFontOf(writer._font)))
  const known = codes.get(subset) ?? new WeakMap<Glyph, number>()
  codes.set(subset, known)
  const scale = writer._fontSize / subset.unitsPerEm
  const row = new Row(id, writer._fontSize, writer.page.height - y)
  let left = x
  glyphs.forEach((glyph, index) => {
    const { xAdvance, xOffset = 0, yOffset = 0 } = positions[index] ?? { xAdvance: 0 }
    const code = known.get(glyph) ?? subset.codeOf({ strokes: [{ id: glyph.id, x: 0, y: 0 }], advance: glyph.advanceWidth, text: String.fromCodePoint(...glyph.codePoints) })
    known.set(glyph, code)
    row.show(code, glyph.advanceWidth * scale, left + xOffset, yOffset)
    left += xAdvance
  })
  paint(writer, row.end())
}

/** Paints the letters of one line that a typesetter has set, from (x, y) on. */
export function paintLetters(writer: LetterWriter, letters: readonly SetLetter[], positions: readonly Position[], x: number, y: number): void {
  const [first] = letters
  const last = letters.at(-1)
  if (!first || !last) return
  const size = writer._fontSize
  const down = first.ascent === undefined ? 0 : first.ascent - ascentOf(writer._font)
  const width = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) / size
  const operators = first.paragraph.setLine(first.start, last.end, width).map(({ face, unitsPerEm, isFromRight, marks }) => {
    const { subset, id } = writer.embedded(face)
    const row = new Row(id, size, writer.page.height - y - down * size)
    for (const { left, drawing, isHint } of marks) {
      const code = subset.codeOf(drawing)
      if (isFromRight || isHint) row.showApart(code, x + left * size, isHint)
      else row.show(code, (drawing.advance / unitsPerEm) * size, x + left * size)
    }
    return row.end()
  })
  paint(writer, operators.join('\n'))
}

const sourceFontOf = (font: EmbeddedFont) => font.font as SourceFont
const ascentOf = (font: EmbeddedFont) => font.font.ascent / font.font.unitsPerEm

function paint(writer: LetterWriter, operators: string): void {
  writer.save().transform(1, 0, 0, -1, 0, writer.page.height)
  writer.addContent(`BT\n${operators}\nET`).restore()
}
