import renderDocument from '@react-pdf/render'
import type { Fields } from './fields'
import { isField, type LaidOutNode } from './laid-out'
import { addLink } from './links'
import { Outline } from './outline'
import { isPicture, Part, type Structure } from './structure'
import { headingLevelOf, type Tag } from './tag'
import type { TaggedWriter } from './tagged-writer'
import { wordsOf as revealed } from './text/hidden-letters'
import { piecesOf, type Piece } from './text/pieces'

type ArtifactKind = 'Layout' | 'Pagination'

// Their types ask for a writer that no class is.
const paintTree = renderDocument as unknown as (writer: TaggedWriter, document: { readonly children: readonly LaidOutNode[] }) => void
const without = (record: Readonly<Record<string, unknown>> | undefined, names: RegExp) => Object.fromEntries(Object.entries(record ?? {}).filter(([name]) => !names.test(name)))
const DECORATION = /^(background|border(?!.*Radius))/
const isDecorated = ({ style = {} }: LaidOutNode) => Object.keys(style).some((name) => DECORATION.test(name) && style[name])
/** A node without the decoration, which is painted apart. */
const bare = (node: LaidOutNode): LaidOutNode => ({ ...node, style: without(node.style, DECORATION), box: node.box && { ...node.box, ...NO_BORDERS } })
const NO_BORDERS = { borderTopWidth: 0, borderRightWidth: 0, borderBottomWidth: 0, borderLeftWidth: 0 }
const isArtifact = (node: LaidOutNode) => node.props?.tag?.type === 'Artifact'

/**
 * Walks through laid-out pages and has each leaf painted by @react-pdf/render, between the marks that say which part of the document
 * it is: content of a part, or an artifact that says nothing.
 */
export class Painter {
  private readonly outline: Outline
  private readonly headings = new Set<Tag>()

  constructor(private readonly writer: TaggedWriter, private readonly structure: Structure, private readonly fields: Fields) {
    this.outline = new Outline(writer)
  }

  /** @param furniture what stands on the page besides its content, painted first: a reader of the page's tags is never told */
  page({ box, children = [], ...page }: LaidOutNode, furniture: readonly LaidOutNode[]): void {
    if (!box) throw new Error('The page was not laid out.')
    this.writer.addPage({ size: [box.width, box.height], margin: 0 })
    this.decoration({ ...page, box })
    if (furniture.length > 0) this.artifact('Pagination', () => furniture.forEach((node) => this.ink(node)))
    for (const node of children) this.node(node, 0, undefined)
  }

  /** @param top how far the box around the node is from the top of the page */
  private node(node: LaidOutNode, top: number, holder: Part | undefined): void {
    const { box, props = {}, children = [] } = node
    const down = top + (box?.top ?? 0)
    if (isArtifact(node)) return this.artifact(props.fixed ? 'Pagination' : 'Layout', () => this.ink(node))
    refuseUnsupported(node)
    if (props.id !== undefined) this.writer.addNamedDestination(props.id, 'XYZ', 0, down, null)
    const part = props.tag ? this.structure.partOf(props.tag) : holder
    this.decoration(node)
    if (node.type === 'TEXT') return this.text(node, down, part)
    if (isPicture(node)) return this.picture(node, part)
    if (isField(node)) return this.field(node, part)
    if (node.type === 'LINK') this.link(node, part)
    this.writer.save().translate(box?.left ?? 0, box?.top ?? 0)
    for (const child of children) this.node(child, down, part)
    this.writer.restore()
  }

  private text(node: LaidOutNode, top: number, part: Part | undefined): void {
    const { lines = [], props } = node
    if (lines.length === 0 || !part) return
    const words = revealed(lines.map((line) => line.string).join('')).trim()
    const level = props?.tag && headingLevelOf(props.tag)
    if (level && props?.tag && !this.headings.has(props.tag)) {
      this.headings.add(props.tag)
      this.outline.add(level, words, top)
    }
    for (const piece of piecesOf({ ...bare(node), props: {} })) this.piece(piece, part)
  }

  private piece({ node, isDecoration, link }: Piece, part: Part): void {
    if (isDecoration) return this.artifact('Layout', () => this.ink(node))
    const place = link ? new Part(this.writer, 'Link') : part
    if (link) part.element.add(place.element)
    this.content(place, () => this.ink(node))
    if (!link) return
    addLink(this.writer, place, link.url, link.words, link.box)
    place.page = this.writer.page
    place.end()
  }

  private picture(node: LaidOutNode, part: Part | undefined): void {
    const { box } = node
    if (!part || !box) return
    part.attributes = { O: 'Layout', Placement: 'Block', BBox: this.writer._convertRect(box.left, box.top, box.width, box.height) }
    this.content(part, () => this.ink(bare(node)))
  }

  private field(node: LaidOutNode, part: Part | undefined): void {
    const tag = node.props?.tag
    if (!part || tag?.type !== 'Form') return
    part.page = this.writer.page
    this.fields.add(node, tag, part)
  }

  private link({ box, props = {}, children = [] }: LaidOutNode, part: Part | undefined): void {
    const url = props.src ?? props.href
    if (!part || !box || typeof url !== 'string') return
    part.page = this.writer.page
    addLink(this.writer, part, url, children.map(wordsOf).join(' '), box)
  }

  private content(part: Part, paint: () => void): void {
    part.element.add(this.writer.markStructureContent(part.type))
    paint()
    this.writer.endMarkedContent()
  }

  private artifact(kind: ArtifactKind, paint: () => void): void {
    this.writer.markContent('Artifact', { type: kind })
    paint()
    this.writer.endMarkedContent()
  }

  private decoration(node: LaidOutNode): void {
    if (isDecorated(node)) this.artifact('Layout', () => this.ink({ ...node, type: 'VIEW', props: {}, children: [] }))
  }

  /** The ink of one node and what it holds, by the official painter, without its bookmarks and destinations. */
  private ink(node: LaidOutNode): void {
    paintTree(this.writer, { children: [{ ...node, props: without(node.props, /^(bookmark|id)$/) }] })
  }
}

const wordsOf = (node: LaidOutNode): string => (node.lines ? node.lines.map((line) => revealed(line.string)).join(' ') : (node.children ?? []).map(wordsOf).join(' ')).trim()

const UNSUPPORTED: ReadonlySet<string> = new Set(['NOTE', 'FIELD_SET', 'IMAGE_BACKGROUND'])

/** What would be painted otherwise than asked for. */
function refuseUnsupported({ type, style = {} }: LaidOutNode): void {
  if (UNSUPPORTED.has(type)) throw new Error(`A ${type} cannot be tagged.`)
  if (style['transform'] || style['overflow'] === 'hidden') throw new Error('A part that is tagged cannot be transformed or cut off. Make it an Artifact, or leave that style out.')
}
