import type { Tag } from '../tag'
import type { ChooseFace, FontDescriptor, FontStore } from './faces'
import { hide, type Direction } from './hidden-letters'
import type { Typesetter } from './typesetter'

/** What this folder changes of a node of @react-pdf/renderer before layout. */
export interface TreeNode {
  readonly type: string
  style?: Style | readonly Style[]
  props?: { readonly tag?: Tag; readonly [name: string]: unknown }
  value?: string
  readonly children?: readonly TreeNode[]
}
type Style = Readonly<Record<string, unknown>>

interface LoadingStore extends FontStore {
  load(descriptor: FontDescriptor): Promise<void>
}

// Letters that the layout engine sets as they are: Latin, Greek, Cyrillic and their punctuation, without marks that must be placed.
const PLAIN = /^[\n\r\t\u0020-\u02FF\u0370-\u0482\u048A-\u052F\u1D00-\u1D7F\u1E00-\u1FFF\u2000-\u200A\u2010-\u2027\u202F-\u205F\u2070-\u20BF\u2100-\u218F]*$/

// Where one of these scripts follows another, also after a bracket between them, the engine sees a place for a hyphen.
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u]

/** Whether the layout engine can be left alone with a text. */
export const isPlain = (text: string): boolean => PLAIN.test(text) && SCRIPTS.filter((script) => script.test(text)).length < 2

const FAMILY = ['fontFamily', 'fontWeight', 'fontStyle'] as const
type Inherited = Readonly<Partial<Record<(typeof FAMILY)[number], unknown>>>

/**
 * Hides the texts of a tree that the layout engine would spoil, and gives the store of fonts that measures them. Where there are
 * none, nothing is loaded and nothing changes.
 */
export async function prepareTexts(document: TreeNode, store: LoadingStore, choose: ChooseFace, language: string): Promise<FontStore> {
  const texts = [...textsOf(document, {})].filter(({ node }) => directionOf(styleOf(node)) === 'rtl' || !isPlain(wordsOf(node)))
  if (texts.length === 0) return store
  const [{ Typesetter }, { breakable }] = await Promise.all([import('./typesetter'), import('./line-breaks')])
  const typesetter = new Typesetter({ choose, language })
  for (const { node, inherited } of texts) await hideText(node, inherited, typesetter, store, breakable)
  return typesetter.over(store)
}

type Text = { readonly node: TreeNode; readonly inherited: Inherited }

function* textsOf(node: TreeNode, around: Inherited): Generator<Text> {
  if (node.type === 'SVG') return
  const style = styleOf(node)
  const inherited = { ...around, ...Object.fromEntries(FAMILY.flatMap((name) => (style[name] === undefined ? [] : [[name, style[name]]]))) }
  if (node.type === 'TEXT') yield { node, inherited }
  else for (const child of node.children ?? []) yield* textsOf(child, inherited)
}

const styleOf = ({ style }: TreeNode): Style => Object.assign({}, ...[style ?? {}].flat())
const directionOf = (style: Style): Direction => (style['direction'] === 'rtl' ? 'rtl' : 'ltr')
const wordsOf = (node: TreeNode): string => node.value ?? (node.children ?? []).map(wordsOf).join('')

async function hideText(node: TreeNode, inherited: Inherited, typesetter: Typesetter, store: LoadingStore, breakable: (word: string) => string[]): Promise<void> {
  const style = styleOf(node)
  const direction = directionOf(style)
  const descriptor = { ...inherited, fontFamily: String([inherited.fontFamily].flat()[0]) } as FontDescriptor
  await store.load(descriptor)
  const { ascent, descent } = typesetter.extents(wordsOf(node).split('\n'), direction, store, descriptor)
  hideWords(node, { direction, ascent: Math.round(ascent * 1000) })
  const height = Math.max(Number(style['lineHeight'] ?? 0), ascent + descent)
  node.style = { ...style, direction: 'ltr', textAlign: style['textAlign'] ?? (direction === 'rtl' ? 'right' : 'left'), lineHeight: height }
  node.props = { ...node.props, hyphenationCallback: breakable, hyphenationPenalty: NEVER }
}

// The layout engine sees a place for a hyphen wherever the looks of letters change. This penalty forbids it.
const NEVER = 10_000

function hideWords(node: TreeNode, opening: { readonly direction: Direction; readonly ascent: number }): void {
  if (node.value !== undefined) node.value = hide(node.value, opening)
  for (const child of node.children ?? []) hideWords(child, opening)
}
