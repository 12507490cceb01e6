import type { ReactNode } from 'react'
import { Document, Page } from '@react-pdf/renderer'
import { DirectionOf, Within } from '../parts'
import { faceChooser } from '../script-fonts'
import { View, type Tag } from '../tagged'
import { layOut } from '../tagged/laid-out'
import type { Paper } from '../write-pdf'
import { LookProvider, type Look } from './look'

/** How the words of a form are written. */
type Written = Pick<Paper, 'language' | 'direction'>

/** What must stand on one page: a question with its boxes and all that heads it. */
export interface Block {
  readonly key: string
  /** The part of the document that it belongs to. */
  readonly within: Tag
  readonly content: ReactNode
  readonly startsPage?: boolean
  /** Its box may take what room is left on the page. */
  readonly grows?: boolean
  /** The same in smaller blocks, in case it is higher than a page. */
  readonly parts?: readonly Block[] | undefined
}

const A4 = { width: 595.28, height: 841.89 }
// A box does not grow without end.
const MOST_MORE = 4

/**
 * The pages of a form. Each block is measured once and put on the first page with room, in order: no box is ever split, no heading ends a page,
 * and room that would be left at the foot of a page goes to the boxes on it.
 * @throws Error when a block is higher than a page and has no smaller ones
 */
export async function pagesOf(blocks: readonly Block[], look: Look, written: Written): Promise<readonly ReactNode[]> {
  const { shape } = look
  const room = A4.height - shape.top - shape.bottom
  const pages: { readonly blocks: Block[]; height: number }[] = []
  for (const { block, height } of await measured(blocks, room, look, written)) {
    const last = pages.at(-1)
    if (!last || block.startsPage || last.height + height > room) pages.push({ blocks: [block], height })
    else {
      last.blocks.push(block)
      last.height += height
    }
  }
  return pages.map((page) => {
    const growing = page.blocks.filter(({ grows }) => grows)
    const spare = Math.floor((room - page.height) / shape.line)
    const moreFor = (block: Block) => {
      const place = growing.indexOf(block)
      return place < 0 ? 0 : Math.min(MOST_MORE, Math.floor(spare / growing.length) + (place < spare % growing.length ? 1 : 0))
    }
    return page.blocks.map((block) => <Drawn key={block.key} block={block} look={{ ...look, moreLines: moreFor(block) }} />)
  })
}

const Drawn = ({ block, look }: { readonly block: Block; readonly look: Look }) => (
  <LookProvider value={look}>
    <Within part={block.within}>
      <View wrap={false}>{block.content}</View>
    </Within>
  </LookProvider>
)

interface Measured {
  readonly block: Block
  readonly height: number
}

/** Blocks that fit on a page, with their heights. */
async function measured(blocks: readonly Block[], room: number, look: Look, written: Written): Promise<readonly Measured[]> {
  const heights = await heightsOf(blocks, look, written)
  const all = blocks.map((block, index) => ({ block, height: heights[index] ?? 0 }))
  const fitting = all.map(({ block, height }) => {
    if (height <= room) return [{ block, height }]
    if (block.parts) return measured(block.parts, room, look, written)
    throw new Error(`${block.key} is ${Math.round(height)} points high, and a page has room for ${Math.round(room)}.`)
  })
  return (await Promise.all(fitting)).flat()
}

/** How high each block is: all of them laid out on one page without an end. */
async function heightsOf(blocks: readonly Block[], look: Look, { language, direction }: Written): Promise<readonly number[]> {
  const { paddingHorizontal } = look.styles.page
  const { pages } = await layOut(
    <DirectionOf.Provider value={direction}>
      <Document language={language}>
        <Page size={{ width: A4.width }} style={{ paddingHorizontal }} wrap={false}>
          {blocks.map((block) => (
            <Drawn key={block.key} block={block} look={look} />
          ))}
        </Page>
      </Document>
    </DirectionOf.Provider>,
    faceChooser(language),
  )
  return (pages[0]?.children ?? []).map(({ box }) => box?.height ?? 0)
}
