import type PDFDocument from 'pdfkit'
import type { Reference } from 'pdfkit'
import type { Face } from './faces'
import { FontSubset } from './font-subset'

/** A font in the file. */
export interface EmbeddedFace {
  /** Its name on pages. */
  readonly id: string
  readonly subset: FontSubset
}

interface Embedded extends EmbeddedFace {
  readonly name: string
  readonly reference: Reference
}

// Entries of a character map may stand in blocks of up to a hundred.
const BLOCK = 100
const SYMBOLIC = 1 << 2

/** The fonts of one file: each is in it once, with the glyphs that are drawn. */
export class EmbeddedFonts {
  private readonly faces = new Map<Uint8Array, Embedded>()

  constructor(private readonly writer: PDFDocument) {}

  /** The font, on the current page. */
  of({ name, file }: Face): EmbeddedFace {
    const known = this.faces.get(file) ?? { id: `S${this.faces.size + 1}`, name: `${tagOf(this.faces.size)}+${name}`, subset: new FontSubset(file), reference: this.writer.ref({}) }
    this.faces.set(file, known)
    this.writer.page.fonts[known.id] = known.reference
    return known
  }

  /** Writes the fonts, when everything is drawn. */
  end(): void {
    for (const embedded of this.faces.values()) this.write(embedded)
  }

  private write({ name, subset, reference }: Embedded): void {
    const { box, ascent, descent, italicAngle, scale } = subset.facts
    const descriptor = this.object({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: SYMBOLIC,
      FontBBox: box,
      ItalicAngle: italicAngle,
      Ascent: ascent,
      Descent: descent,
      CapHeight: ascent,
      StemV: 0,
      FontFile2: this.object({}, subset.file()),
    })
    const drawn = this.object({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      W: [0, subset.advances.map((advance) => advance * scale)],
      CIDToGIDMap: this.object({}, subset.glyphNumbers()),
    })
    Object.assign(reference.data, { Type: 'Font', Subtype: 'Type0', BaseFont: name, Encoding: 'Identity-H', DescendantFonts: [drawn], ToUnicode: this.object({}, meaningsOf(subset.texts)) })
    reference.end()
  }

  private object(data: Record<string, unknown>, stream?: Uint8Array | string): Reference {
    const reference = this.writer.ref(data)
    reference.end(typeof stream === 'string' ? Buffer.from(stream, 'latin1') : stream)
    return reference
  }
}

/** Six letters that make the name of a part of a font unlike that of another part (ISO 32000-1, 9.6.4). */
const tagOf = (index: number) => index.toString(26).padStart(6, '0').replace(/./g, (digit) => String.fromCharCode(65 + parseInt(digit, 26)))

/** A ToUnicode character map (ISO 32000-1, 9.10.3). */
function meaningsOf(texts: readonly string[]): string {
  const entries = texts.map((text, code) => `<${hex(code)}> <${Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('')}>`).slice(1)
  const blocks = Array.from({ length: Math.ceil(entries.length / BLOCK) }, (_, index) => entries.slice(index * BLOCK, (index + 1) * BLOCK))
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...blocks.flatMap((block) => [`${block.length} beginbfchar`, ...block, 'endbfchar']),
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}

const hex = (number: number) => number.toString(16).padStart(4, '0')
