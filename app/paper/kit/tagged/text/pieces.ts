import type { Box, LaidOutNode, Line, Run } from '../laid-out'
import { readingOrder } from './reading-order'

/** A piece of a text that is painted by itself. */
export interface Piece {
  /** A TEXT node that holds only this piece, where it stands. */
  readonly node: LaidOutNode
  /** Lines under or through the words: paint without meaning. */
  readonly isDecoration: boolean
  readonly isFromRight: boolean
  /** Where it leads, for the words of a link. */
  readonly link?: { readonly url: string; readonly words: string; readonly box: Box } | undefined
}

/** The pieces of a laid-out text in the order of reading: one, unless it has links or runs from right to left. */
export function piecesOf(text: LaidOutNode): readonly Piece[] {
  const { lines = [] } = text
  const isPlain = lines.every((line) => line.runs.every(({ attributes }) => !attributes.link && !attributes.bidiLevel))
  if (isPlain) return [{ node: text, isDecoration: false, isFromRight: false }]
  const { top = 0, left = 0, paddingTop = 0, paddingLeft = 0 } = text.box ?? {}
  const start = { left: left + paddingLeft - (text.alignOffset ?? 0), top: top + paddingTop - (lines[0]?.box.y ?? 0) }
  return lines.flatMap((line) => piecesOfLine(line, { left: start.left + line.box.x, top: start.top + line.box.y }))
}

interface Group {
  readonly url: string | undefined
  readonly level: number
  readonly left: number
  readonly runs: Run[]
}

function piecesOfLine(line: Line, at: { readonly left: number; readonly top: number }): Piece[] {
  const nodeOf = (left: number, part: Partial<Line>): LaidOutNode => ({
    type: 'TEXT',
    style: {},
    props: {},
    box: { left, top: at.top, width: 0, height: 0 },
    lines: [{ ...line, runs: [], decorationLines: [], ...part, box: { ...line.box, x: 0, y: 0 } }],
  })
  const words = readingOrder(groupsOf(line, at.left)).map(({ url, level, left, runs }): Piece => ({
    node: nodeOf(left, { runs: runs.map((run) => ({ ...run, attributes: { ...run.attributes, link: null } })) }),
    isDecoration: false,
    isFromRight: level % 2 === 1,
    link: url === undefined ? undefined : { url, words: wordsOf(runs), box: { left, top: at.top, width: widthOf(runs), height: line.box.height } },
  }))
  if (!line.decorationLines?.length) return words
  const decoration = { node: nodeOf(at.left, { decorationLines: line.decorationLines }), isDecoration: true, isFromRight: false }
  return [...words, decoration]
}

/** Neighbouring runs that are read one after the other and lead to the same place. */
function groupsOf(line: Line, start: number): Group[] {
  const groups: Group[] = []
  let left = start
  for (const run of line.runs) {
    const level = run.attributes.bidiLevel ?? 0
    const url = run.attributes.link ?? undefined
    const last = groups.at(-1)
    if (last && last.url === url && last.level === level && level % 2 === 0) last.runs.push(run)
    else groups.push({ url, level, left, runs: [run] })
    left += run.xAdvance ?? 0
  }
  return groups
}

const widthOf = (runs: readonly Run[]) => runs.reduce((width, run) => width + (run.xAdvance ?? 0), 0)
const wordsOf = (runs: readonly Run[]) => runs.flatMap(({ glyphs = [] }) => glyphs.map((glyph) => String.fromCodePoint(...glyph.codePoints))).join('').trim()
