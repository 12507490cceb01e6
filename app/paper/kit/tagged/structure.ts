import type { PdfPage, StructElement } from 'pdfkit'
import { FIELD_TYPES } from './fields'
import type { LaidOutNode } from './laid-out'
import { attributesOf, holdsText, type Tag } from './tag'
import type { TaggedWriter } from './tagged-writer'

/** A part of the document, as readers that do not see the page find it. */
export interface Part {
  readonly type: string
  readonly element: StructElement
  /** The parts that it holds, in the order of reading. */
  readonly parts: Part[]
  /** The page of its annotation. */
  page?: PdfPage
  /** Whether it says anything. */
  isUsed: boolean
}

const PICTURES: ReadonlySet<string> = new Set(['IMAGE', 'SVG', 'CANVAS'])
export const isPicture = (node: LaidOutNode): boolean => PICTURES.has(node.type)
export const isField = (node: LaidOutNode): boolean => FIELD_TYPES.has(node.type)

/**
 * The tree of parts. It is declared from the tree before layout, so that no page break changes the order of reading; the painter
 * then finds each part by its tag.
 */
export class Structure {
  private readonly parts = new Map<Tag, Part>()
  private readonly root: Part

  constructor(private readonly writer: TaggedWriter, language: string, whole: LaidOutNode) {
    this.root = this.newPart('Document', { lang: language })
    this.declare(whole, this.root)
  }

  /** The part with this tag. */
  partOf(tag: Tag): Part {
    const part = this.parts.get(tag)
    if (!part) throw new Error(`A ${tag.type} was laid out that was not in the document. Make its tag once, not while laying out.`)
    return part
  }

  /** A new part of the inside of a text, after what the text holds so far. */
  within({ element }: Part, type: 'Link'): Part {
    const part = this.newPart(type)
    element.add(part.element)
    return part
  }

  /** Writes the tree, without the parts that say nothing. */
  end(): void {
    this.writer.addStructure(this.root.element)
    this.attach(this.root)
  }

  private attach(part: Part): void {
    for (const inner of part.parts.filter(isSaid)) {
      part.element.add(inner.element)
      this.attach(inner)
    }
    // pdfkit takes the page of an annotation from the page that is current as its part ends.
    if (part.page) this.writer.page = part.page
    part.element.end()
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
    const holder = tag.within ? this.declared(tag.within, this.root) : parent
    const part = this.newPart(tag.type, { lang: tag.lang, alt: tag.type === 'Figure' ? tag.alt : undefined })
    const attributes = attributesOf(tag)
    if (attributes) part.element.dictionary.data['A'] = attributes
    holder.parts.push(part)
    this.parts.set(tag, part)
    return part
  }

  private newPart(type: string, options: { readonly lang?: string | undefined; readonly alt?: string | undefined } = {}): Part {
    return { type, element: this.writer.struct(type, options), parts: [], isUsed: false }
  }
}

const isSaid = (part: Part): boolean => part.isUsed || part.parts.some(isSaid)

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

const wordsOf = (node: LaidOutNode): string => node.value ?? (node.children ?? []).map(wordsOf).join('')
