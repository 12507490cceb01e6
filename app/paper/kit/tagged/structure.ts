import type { PdfPage, StructElement, StructOptions } from 'pdfkit'
import { isField, type LaidOutNode } from './laid-out'
import { attributesOf, holdsText, type Tag } from './tag'
import type { TaggedWriter } from './tagged-writer'
import { wordsOf as revealed } from './text/hidden-letters'

/** A part of the document, as readers that do not see the page find it. */
export class Part {
  /** The parts that it holds, in the order of reading. */
  readonly parts: Part[] = []
  /** The page of its annotation. */
  page: PdfPage | undefined
  attributes: Record<string, unknown> | undefined
  private made: StructElement | undefined

  constructor(
    private readonly writer: TaggedWriter,
    readonly type: string,
    private readonly options: StructOptions = {},
    private readonly holder?: Part,
  ) {}

  /** Whether nothing stands after it yet, nor after what holds it. */
  get isLast(): boolean {
    return this.holder === undefined || (this.holder.parts.at(-1) === this && this.holder.isLast)
  }

  /** Its element in the file: made when it is first asked for, so that a part that says nothing is not written. */
  get element(): StructElement {
    return (this.made ??= this.writer.struct(this.type, this.options))
  }

  get isSaid(): boolean {
    return this.made !== undefined || this.parts.some((part) => part.isSaid)
  }

  /** Writes it and all that it holds. */
  end(): void {
    const { element } = this
    if (this.attributes) element.dictionary.data['A'] = this.attributes
    for (const part of this.parts) {
      if (!part.isSaid) continue
      element.add(part.element)
      part.end()
    }
    // pdfkit takes the page of an annotation from the page that is current as its part ends.
    if (this.page) this.writer.page = this.page
    element.end()
  }
}

const PICTURES: ReadonlySet<string> = new Set(['IMAGE', 'SVG', 'CANVAS'])
export const isPicture = (node: LaidOutNode): boolean => PICTURES.has(node.type)

/**
 * The tree of parts. It is declared from the tree before layout, so that no page break changes the order of reading; the painter
 * then finds each part by its tag.
 */
export class Structure {
  private readonly parts = new Map<Tag, Part>()
  private readonly root: Part

  constructor(private readonly writer: TaggedWriter, language: string, whole: LaidOutNode) {
    this.root = new Part(writer, 'Document', { lang: language })
    this.declare(whole, this.root)
  }

  /** The part with this tag. */
  partOf(tag: Tag): Part {
    const part = this.parts.get(tag)
    if (!part) throw new Error(`A ${tag.type} was laid out that was not in the document. Make its tag once, not while laying out.`)
    return part
  }

  /** Writes the tree, without the parts that say nothing. */
  end(): void {
    this.writer.addStructure(this.root.element)
    this.root.end()
  }

  private declare(node: LaidOutNode, parent: Part): void {
    const tag = node.props?.tag
    if (tag?.type === 'Artifact') return
    refuseFaults(node, parent)
    const part = tag ? this.declared(tag, parent) : parent
    if (node.type === 'TEXT' || isPicture(node)) return
    for (const child of node.children ?? []) this.declare(child, part)
  }

  private declared(tag: Tag, parent: Part): Part {
    const known = this.parts.get(tag)
    if (known) return known
    const holder = tag.within ? this.declared(tag.within, parent) : parent
    if (!holder.isLast) throw new Error(`A ${holder.type} has ended, and a ${tag.type} within it follows later: it would be read too early.`)
    const part = new Part(this.writer, tag.type, { lang: tag.lang, alt: tag.type === 'Figure' ? tag.alt : undefined }, holder)
    part.attributes = attributesOf(tag)
    holder.parts.push(part)
    this.parts.set(tag, part)
    return part
  }
}

/** What a reader who does not see the page would miss is an error, found before anything is written. */
function refuseFaults(node: LaidOutNode, parent: Part): void {
  const tag = node.props?.tag
  if (node.type === 'TEXT' && parent.type !== 'Link' && !(tag && holdsText(tag))) {
    throw new Error(`Text needs a tag that holds text, not ${tag?.type ?? 'none'}: “${wordsOf(node).slice(0, 60)}”`)
  }
  if (isPicture(node) && !(tag?.type === 'Figure' && tag.alt.trim())) throw new Error('A picture needs a Figure tag with an alt, or an Artifact tag where it only decorates.')
  if (isField(node) && !(tag?.type === 'Form' && tag.label.trim())) throw new Error(`A field needs a Form tag with a label: ${String(node.props?.['name'])}`)
  if (node.type === 'LINK' && tag?.type !== 'Link') throw new Error('A Link around whole parts needs a Link tag.')
}

const wordsOf = (node: LaidOutNode): string => (node.value === undefined ? undefined : revealed(node.value)) ?? (node.children ?? []).map(wordsOf).join('')
