import type { Box, LaidOutNode, Line, Run } from '../laid-out'
import { isSetLetter } from './set-letters'
import { wordsOf } from './hidden-letters'

/** A piece of a text that is painted by itself. */
export interface Piece {
  /** A TEXT node that holds only this piece, where it stands. */
  readonly node: LaidOutNode
  /** Lines under or through the words: paint without meaning. */
  readonly isDecoration: boolean
  /** Where it leads, for the words of a link. */
  readonly link?: { readonly url: string; readonly words: string; readonly box: Box } | undefined
}

/** The pieces of a laid-out text in the order of reading: one, unless it has links or letters that a typesetter has set. */
export function piecesOf(text: LaidOutNode): readonly Piece[] {
  const { lines = [] } = text
  const isPlain = lines.every((line) => line.runs.every((run) => !run.attributes.link && !isSet(run)))
  if (isPlain) return [{ node: text, isDecoration: false }]
  const { top = 0, left = 0, paddingTop = 0, paddingLeft = 0 } = text.box ?? {}
  const start = { left: left + paddingLeft - (text.alignOffset ?? 0), top: top + paddingTop - (lines[0]?.box.y ?? 0) }
  return lines.flatMap((line) => piecesOfLine(line, { left: start.left + line.box.x, top: start.top + line.box.y }))
}

const isSet = ({ glyphs = [] }: Run) => glyphs.some(isSetLetter)
const isFromRight = ({ glyphs = [] }: Run) => glyphs.find(isSetLetter)?.paragraph.isFromRight ?? false

interface Group {
  readonly url: string | undefined
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
  const groups = groupsOf(line)
  const lefts = leftsOf(line, groups, at.left)
  const words = groups.map(({ url, runs }, index): Piece => {
    const left = lefts[index] ?? at.left
    return {
      node: nodeOf(left, { runs: runs.map((run) => ({ ...run, attributes: { ...run.attributes, link: null } })) }),
      isDecoration: false,
      link: url === undefined ? undefined : { url, words: wordsIn(runs), box: { left, top: at.top, width: widthOf(runs), height: line.box.height } },
    }
  })
  if (!line.decorationLines?.length) return words
  return [...words, { node: nodeOf(at.left, { decorationLines: line.decorationLines }), isDecoration: true }]
}

/** Neighbouring runs that lead to the same place; letters that a typesetter has set are apart. */
function groupsOf(line: Line): Group[] {
  const groups: Group[] = []
  for (const run of line.runs) {
    const url = run.attributes.link ?? undefined
    const last = groups.at(-1)
    if (last && last.url === url && !isSet(run)) last.runs.push(run)
    else groups.push({ url, runs: [run] })
  }
  return groups
}

/**
 * Where each group begins. The layout engine takes every line for one from left to right: where it is not, the first group stands
 * at the right, and the spaces at the end of the line at the left.
 */
function leftsOf(line: Line, groups: readonly Group[], start: number): number[] {
  const widths = groups.map(({ runs }) => widthOf(runs))
  const before = (index: number) => widths.slice(0, index).reduce((sum, width) => sum + width, 0)
  const [first] = line.runs
  if (!first || !isFromRight(first)) return widths.map((_, index) => start + before(index))
  const right = start + before(widths.length) - (line.overflowRight ?? 0) + (line.overflowLeft ?? 0)
  return widths.map((_, index) => right - before(index + 1))
}

const widthOf = (runs: readonly Run[]) => runs.reduce((width, run) => width + (run.xAdvance ?? 0), 0)
const wordsIn = (runs: readonly Run[]) => wordsOf(runs.flatMap(({ glyphs = [] }) => glyphs.map((glyph) => String.fromCodePoint(...glyph.codePoints))).join('')).trim()
