import type { Reference } from 'pdfkit'
import type { Box, LaidOutNode } from './laid-out'
import type { Part } from './structure'
import type { FieldTag } from './tag'
import type { TaggedWriter } from './tagged-writer'

// A form to fill in (AcroForm, ISO 32000-1 12.7). The stock fields of @react-pdf/renderer have no label (TU), no element in the structure, and
// draw with fonts that are not in the file, so that only their layout is used.

/** The font that typed words are shown in, whole: nobody knows which letters will be typed. */
export interface FieldFont {
  readonly name: string
  /** A TrueType file. */
  readonly file: Uint8Array
  /** Thousandths of an em: the width of each of the 224 signs of Windows code page 1252 from the space on. */
  readonly widths: readonly number[]
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly bounds: readonly number[]
}

/** What a program that reads the form back must know, and nobody needs to see. */
export interface HiddenField {
  readonly name: string
  readonly value: string
}

/** What is asked of whoever fills it in. */
const FLAGS = { readOnly: 1 << 0, required: 1 << 1, multiline: 1 << 12, combo: 1 << 17 } as const
// Flags of an annotation.
const HIDDEN = 1 << 1
const PRINTS = 1 << 2

const FONT = 'Answers'
const INK = '0.043 0.047 0.047'

type Dictionary = Record<string, unknown>
const words = (text: string) => new String(text)
const when = (flag: number, isSet: unknown) => (isSet ? flag : 0)

/** The fields of one file. */
export class Fields {
  private readonly groups = new Map<string, Reference>()
  private readonly drawings = new Map<string, Reference>()
  private hasForm = false

  constructor(private readonly writer: TaggedWriter, private readonly font: FieldFont | undefined) {}

  /** Writes a field where it was laid out. */
  add(node: LaidOutNode, tag: FieldTag, part: Part): void {
    const { box, props = {} } = node
    if (!box) return
    this.start()
    const name = String(props['name'])
    const dictionary = node.type === 'CHECKBOX' ? this.tick(name, props, tag, box) : { ...this.own(name, tag), ...this.typed(node, box) }
    this.annotate(box, { ...dictionary, TU: words(tag.label), F: PRINTS, structParent: part.element })
  }

  /** Writes a field that nobody sees, on the current page. */
  hide({ name, value }: HiddenField): void {
    this.start()
    this.annotate({ left: 0, top: 0, width: 0, height: 0 }, { FT: 'Tx', T: words(name), V: words(value), DV: words(value), Ff: FLAGS.readOnly, F: HIDDEN })
  }

  private annotate({ left, top, width, height }: Box, dictionary: Dictionary): void {
    this.writer.annotate(left, top, width, height, { Subtype: 'Widget', ...dictionary })
    const written = this.writer.page.annotations.at(-1)
    if (written) this.writer._addToParent(written)
  }

  private own(name: string, { isRequired }: FieldTag): Dictionary {
    return { T: words(name), Ff: when(FLAGS.required, isRequired) }
  }

  private typed({ type, props = {} }: LaidOutNode, { width, height }: Box): Dictionary {
    const { value, fontSize, multiline, maxLength, align, select } = props
    const isText = type === 'TEXT_INPUT'
    const size = typeof fontSize === 'number' ? fontSize : 0
    return {
      FT: isText ? 'Tx' : 'Ch',
      Ff: when(FLAGS.multiline, multiline) | when(FLAGS.combo, type === 'SELECT'),
      DA: words(`/${FONT} ${size} Tf ${INK} rg`),
      ...(Array.isArray(select) && { Opt: select.map((option) => words(String(option))) }),
      ...(value !== undefined && { V: words(String(value)) }),
      ...(isText && typeof maxLength === 'number' && { MaxLen: maxLength }),
      ...(align === 'right' && { Q: 2 }),
      AP: { N: this.drawing(width, height, '/Tx BMC EMC') },
    }
  }

  /** A box to tick is a field of its own or, in a group, one of several ways to fill in one field: then ticking it clears the others. */
  private tick(name: string, props: NonNullable<LaidOutNode['props']>, tag: FieldTag, { width, height }: Box): Dictionary {
    const on = String(props['onState'] ?? 'Yes')
    const state = props['checked'] === true ? on : 'Off'
    const look = { AP: { N: { [on]: this.drawing(width, height, tickOf(width, height)), Off: this.drawing(width, height, '') } }, AS: state }
    if (tag.group === undefined) return { ...this.own(name, tag), FT: 'Btn', V: state, ...look }
    let group = this.groups.get(name)
    if (!group) {
      group = this.writer.ref({ FT: 'Btn', ...this.own(name, tag), TU: words(tag.group), V: 'Off', Kids: [] })
      this.groups.set(name, group)
      this.writer._addToParent(group)
    }
    return { ...look, Parent: group }
  }

  private drawing(width: number, height: number, operators: string): Reference {
    const known = this.drawings.get(`${width} ${height} ${operators}`)
    if (known) return known
    const drawing = this.writer.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: {} })
    drawing.end(operators)
    this.drawings.set(`${width} ${height} ${operators}`, drawing)
    return drawing
  }

  /** pdfkit would start the form with a font that holds only the letters of the page. */
  private start(): void {
    if (this.hasForm) return
    this.hasForm = true
    if (!this.font) throw new Error('A form to fill in needs a font for what is typed: fieldFont.')
    const font = this.embedded(this.font)
    this.writer._acroform = { fonts: { [FONT]: font }, defaultFont: FONT }
    this.writer._root.data['AcroForm'] = this.writer.ref({ Fields: [], DA: words(`/${FONT} 0 Tf ${INK} rg`), DR: { Font: { [FONT]: font } } })
  }

  private embedded({ name, file, widths, ascent, descent, capHeight, bounds }: FieldFont): Reference {
    const { writer } = this
    const program = writer.ref({ Length1: file.length })
    program.end(file)
    const NONSYMBOLIC = 1 << 5
    const descriptor = writer.ref({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: NONSYMBOLIC,
      FontBBox: bounds,
      ItalicAngle: 0,
      Ascent: ascent,
      Descent: descent,
      CapHeight: capHeight,
      StemV: 80,
      FontFile2: program,
    })
    descriptor.end()
    const font = writer.ref({ Type: 'Font', Subtype: 'TrueType', BaseFont: name, Encoding: 'WinAnsiEncoding', FirstChar: 32, LastChar: 255, Widths: widths, FontDescriptor: descriptor })
    font.end()
    return font
  }
}

/** A tick as a path: nothing that a font must have. */
const tickOf = (width: number, height: number) =>
  `q ${width / 9} w 1 J 1 j ${INK} RG ${width * 0.2} ${height * 0.5} m ${width * 0.42} ${height * 0.25} l ${width * 0.82} ${height * 0.78} l S Q`
