import layoutDocument from '@react-pdf/layout'
import { Font, pdf } from '@react-pdf/renderer'
import type { ReactElement } from 'react'
import type { Tag } from './tag'
import type { ChooseFace, FontStore, Glyph } from './text/faces'
import { prepareTexts } from './text/prepare'
import { shapingWordsOnce } from './text/words-once'

// The part that this folder uses of the trees of @react-pdf/renderer, before and after layout. canary.test.ts checks these shapes.

export interface Box {
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
  readonly paddingTop?: number
  readonly paddingLeft?: number
}

/** Glyphs side by side that look alike. */
export interface Run {
  readonly glyphs?: readonly Glyph[]
  readonly xAdvance?: number
  readonly attributes: { readonly link?: string | null; readonly bidiLevel?: number }
}

export interface Line {
  readonly string: string
  readonly xAdvance?: number
  readonly overflowLeft?: number
  readonly overflowRight?: number
  readonly box: { readonly x: number; readonly y: number; readonly height: number }
  /** From left to right. */
  readonly runs: readonly Run[]
  readonly decorationLines?: readonly unknown[]
}

export interface LaidOutNode {
  readonly type: string
  readonly props?: { readonly tag?: Tag; readonly id?: string; readonly src?: unknown; readonly href?: unknown; readonly fixed?: boolean; readonly [name: string]: unknown }
  readonly style?: Readonly<Record<string, unknown>>
  readonly box?: Box | undefined
  readonly lines?: readonly Line[]
  readonly alignOffset?: number
  readonly value?: string
  readonly children?: readonly LaidOutNode[]
}

const FIELD_TYPES: ReadonlySet<string> = new Set(['TEXT_INPUT', 'CHECKBOX', 'SELECT', 'LIST'])
/** Whether a node is filled in. */
export const isField = (node: LaidOutNode): boolean => FIELD_TYPES.has(node.type)

/** What a document says of itself. */
export interface Facts {
  readonly title?: string
  readonly language?: string
  readonly author?: string
  readonly subject?: string
  readonly creator?: string
  readonly producer?: string
}

/** A document before and after its layout: `whole` is in the order of reading, `pages` are what is seen. */
export interface LaidOut {
  readonly facts: Facts
  readonly whole: LaidOutNode
  readonly pages: readonly LaidOutNode[]
}

// Their types leave out the fonts, and say that the tree of nodes could be anything.
const layOutTree = layoutDocument as unknown as (document: LaidOutNode, fonts: FontStore) => Promise<LaidOutNode>

/** Lays out a Document of @react-pdf/renderer, with its fonts, and others where those lack letters. */
export async function layOut(document: ReactElement, chooseFace: ChooseFace = () => undefined): Promise<LaidOut> {
  const whole = pdf(document).container.document as LaidOutNode & { readonly props: Facts }
  const fonts = await prepareTexts(whole, Font, chooseFace, whole.props.language ?? '')
  const { children = [] } = await layOutTree(whole, shapingWordsOnce(fonts))
  return { facts: whole.props, whole, pages: children }
}
