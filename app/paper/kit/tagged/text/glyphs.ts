import type PDFDocument from 'pdfkit'
import type { EmbeddedFont } from 'pdfkit'
import type { Glyph, Position } from '../laid-out'

/** The numbers of a font's glyphs in the file, by what they are and what they mean. */
interface Numbers {
  readonly ofGlyph: WeakMap<Glyph, string>
  readonly ofMeaning: Map<string, string>
}
const numbersOf = new WeakMap<EmbeddedFont, Numbers>()

// Thousandths of an em: less cannot be seen.
const LEAST_GAP = 0.01
const rounded = (number: number) => Math.round(number * 1e4) / 1e4

/**
 * Paints glyphs in the current font, from (x, y) on. Each glyph with each meaning gets a number of its own in the file, so that
 * what is read back is true where letters share a shape. Glyphs that are read from right to left go into the file in that order.
 */
export function paintGlyphs(writer: PDFDocument, glyphs: readonly Glyph[], positions: readonly Position[], x: number, y: number, isFromRight: boolean): void {
  const font = writer._font
  const size = writer._fontSize
  const baseline = writer.page.height - y
  let operators = `BT\n/${font.id} ${rounded(size)} Tf`
  let row: string[] = []
  let hex = ''
  const flush = () => {
    if (hex) row.push(`<${hex}>`)
    if (row.length > 0) operators += `\n[${row.join(' ')}] TJ`
    row = []
    hex = ''
  }
  const marks = marksOf(glyphs, positions, x)
  let mustMove = true
  for (const { glyph, left, xAdvance, xOffset = 0, yOffset = 0 } of isFromRight ? marks.reverse() : marks) {
    const isMoved = xOffset !== 0 || yOffset !== 0
    if (mustMove || isMoved) {
      flush()
      operators += `\n1 0 0 1 ${rounded(left + xOffset)} ${rounded(baseline + yOffset)} Tm`
      mustMove = isFromRight || isMoved
    }
    hex += numberOf(font, glyph)
    const gap = glyph.advanceWidth * font.scale - (xAdvance * 1000) / size
    if (Math.abs(gap) > LEAST_GAP) {
      row.push(`<${hex}> ${rounded(gap)}`)
      hex = ''
    }
  }
  flush()
  writer.save().transform(1, 0, 0, -1, 0, writer.page.height)
  writer.page.fonts[font.id] ??= font.ref()
  writer.addContent(`${operators}\nET`).restore()
}

function marksOf(glyphs: readonly Glyph[], positions: readonly Position[], x: number) {
  let left = x
  return glyphs.map((glyph, index) => {
    const position = positions[index] ?? { xAdvance: 0 }
    const mark = { glyph, left, ...position }
    left += position.xAdvance
    return mark
  })
}

/** The number of a glyph in the file, in four hexadecimal digits. */
function numberOf(font: EmbeddedFont, glyph: Glyph): string {
  let numbers = numbersOf.get(font)
  if (!numbers) numbersOf.set(font, (numbers = { ofGlyph: new WeakMap(), ofMeaning: new Map() }))
  let number = numbers.ofGlyph.get(glyph)
  if (number !== undefined) return number
  const meaning = `${glyph.id}:${glyph.codePoints.join()}`
  number = numbers.ofMeaning.get(meaning)
  if (number === undefined) numbers.ofMeaning.set(meaning, (number = newNumber(font, glyph)))
  numbers.ofGlyph.set(glyph, number)
  return number
}

function newNumber(font: EmbeddedFont, { id, codePoints, advanceWidth }: Glyph): string {
  const { subset } = font
  if (!subset) throw new Error(`The font ${font.name} cannot be put into the file.`)
  const isTaken = font.unicode[subset.mapping[id] ?? -1] !== undefined
  const number = isTaken ? subset.glyphs.push(id) - 1 : subset.includeGlyph(id)
  font.widths[number] = advanceWidth * font.scale
  font.unicode[number] = codePoints
  return number.toString(16).padStart(4, '0')
}
