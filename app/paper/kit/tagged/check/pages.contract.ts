import type { PDFObject, PDFPage } from '@cantoo/pdf-lib'
import { operatorsOf, type Operand, type Operator } from './operators.contract'
import type { PdfObjects, Thing } from './pdf-objects.contract'
import { meaningsOf, type Meanings } from './meanings.contract'

/** A stretch of a page's content between its marks. */
export interface Stretch {
  /** The type it says that it is; Artifact for what says nothing. */
  readonly tag: string
  readonly mcid: number | undefined
  text: string
}

/** What was found on a page. */
export interface Page {
  readonly reference: string
  readonly dictionary: Thing
  readonly stretches: readonly Stretch[]
  readonly annotations: readonly Thing[]
  /** The fonts that draw text. */
  readonly fonts: ReadonlySet<Thing>
  /** Content that is not marked, or marks that do not match: a word for each kind. */
  readonly unmarked: ReadonlySet<'text' | 'drawing' | 'image'>
  readonly isTagInArtifact: boolean
  readonly isArtifactInTag: boolean
  readonly isUnbalanced: boolean
}

const TEXT: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"'])
const DRAWING: ReadonlySet<string> = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh'])
const HIDDEN = 2

export const pagesOf = (pdf: PdfObjects): readonly Page[] => pdf.document.getPages().map((page) => readPage(pdf, page))

function readPage(pdf: PdfObjects, page: PDFPage): Page {
  const content = Buffer.concat(pdf.list(page.node, 'Contents').flatMap((part) => [pdf.bytes(part), Buffer.from('\n')]))
  const scan = new Scan(pdf)
  scan.run(operatorsOf(content), page.node.Resources())
  const annotations = pdf.list(page.node, 'Annots').map((each: PDFObject) => pdf.get(each))
  return {
    reference: page.ref.toString(),
    dictionary: page.node,
    annotations: annotations.filter((each) => !((pdf.number(each, 'F') ?? 0) & HIDDEN) && pdf.name(each, 'Subtype') !== 'Popup'),
    stretches: scan.stretches,
    fonts: scan.fonts,
    unmarked: scan.unmarked,
    isTagInArtifact: scan.isTagInArtifact,
    isArtifactInTag: scan.isArtifactInTag,
    isUnbalanced: scan.isUnbalanced || scan.open.length > 0,
  }
}

class Scan {
  readonly stretches: Stretch[] = []
  readonly fonts = new Set<Thing>()
  readonly unmarked = new Set<'text' | 'drawing' | 'image'>()
  /** The marks around what is read now; undefined for marks that say neither what it is nor that it is nothing. */
  readonly open: (Stretch | undefined)[] = []
  isTagInArtifact = false
  isArtifactInTag = false
  isUnbalanced = false
  private meanings: Meanings | undefined
  private readonly forms = new Set<Thing>()

  constructor(private readonly pdf: PdfObjects) {}

  run(operators: readonly Operator[], resources: Thing): void {
    for (const { name, operands } of operators) {
      if (name === 'BMC' || name === 'BDC') this.begin(operands, resources)
      else if (name === 'EMC') this.end()
      else if (name === 'Tf') this.font(this.pdf.at(resources, 'Font', nameIn(operands[0])))
      else if (name === 'Do') this.external(this.pdf.at(resources, 'XObject', nameIn(operands[0])), resources)
      else if (TEXT.has(name)) this.text(operands)
      else if (DRAWING.has(name)) this.paint('drawing')
      else if (name === 'EI') this.paint('image')
    }
  }

  private get current(): Stretch | undefined {
    return this.open.findLast((stretch) => stretch !== undefined)
  }

  private begin([tag, properties]: readonly Operand[], resources: Thing): void {
    const named = nameIn(tag)
    const inline = properties?.is === 'dictionary' ? properties.value.get('MCID') : undefined
    const mcid = properties?.is === 'name' ? this.pdf.number(resources, 'Properties', properties.value, 'MCID') : inline?.is === 'number' ? inline.value : undefined
    if (named !== 'Artifact' && mcid === undefined) return void this.open.push(undefined)
    if (named === 'Artifact' && this.current?.mcid !== undefined) this.isArtifactInTag = true
    if (named !== 'Artifact' && this.current?.tag === 'Artifact') this.isTagInArtifact = true
    const stretch = { tag: named, mcid: named === 'Artifact' ? undefined : mcid, text: '' }
    this.stretches.push(stretch)
    this.open.push(stretch)
  }

  private end(): void {
    if (this.open.length === 0) this.isUnbalanced = true
    this.open.pop()
  }

  private font(font: Thing): void {
    this.fonts.add(font)
    this.meanings = meaningsOf(this.pdf, font)
  }

  private text(operands: readonly Operand[]): void {
    this.paint('text')
    const { current, meanings } = this
    if (!current || !meanings) return
    const strings = operands.flatMap((operand) => (operand.is === 'array' ? operand.value : [operand]))
    for (const string of strings) if (string.is === 'string') current.text += meanings(string.value)
  }

  private external(object: Thing, resources: Thing): void {
    if (this.pdf.name(object, 'Subtype') !== 'Form') return this.paint('image')
    if (this.current || this.forms.has(object)) return
    this.forms.add(object)
    this.run(operatorsOf(this.pdf.bytes(object)), this.pdf.at(object, 'Resources') ?? resources)
  }

  private paint(what: 'text' | 'drawing' | 'image'): void {
    if (!this.current) this.unmarked.add(what)
  }
}

const nameIn = (operand: Operand | undefined): string => (operand?.is === 'name' ? operand.value : '')
