import { isNumeric, standingOrder } from './bidi'
import type { DrawnStretch, Paragraph } from './paragraph'
import type { Mark, SetStretch } from './set-letters'
import type { Cluster } from './shaping'

// ISO 32000-1 (14.8.2.3.1) asks for the order of reading, in which each letter from right to left has a place of its own. Readers that
// guess words from places need more, which is never seen: docs/decisions/0007-scripts-on-paper.md says what each of them makes of it.
const LEFT_TO_RIGHT_MARK = '\u200E'
const RIGHT_TO_LEFT_MARK = '\u200F'
// A letter's second character stands this much further on, so that who sorts by place finds it behind the first.
const FURTHER = 0.02
const LEAST_GAP = 0.001

interface Standing extends DrawnStretch {
  left: number
  width: number
}

/** Sets a part of a paragraph on a line of this width, in parts of an em. */
export function setLine(paragraph: Paragraph, start: number, end: number, width: number): readonly SetStretch[] {
  const stretches = paragraph.line(start, end)
  const isSpace = (at: number) => paragraph.text[at] === ' '
  const natural = sum(stretches.map(widthOf))
  const spaces = sum(stretches.map(({ clusters }) => clusters.filter((cluster) => isSpace(cluster.start)).length))
  const gap = spaces > 0 && Math.abs(width - natural) > LEAST_GAP ? (width - natural) / spaces : 0
  const advanceOf = (stretch: DrawnStretch, index: number) => {
    const cluster = stretch.clusters[index]
    return cluster ? cluster.advance / stretch.unitsPerEm + (isSpace(cluster.start) ? gap : 0) : 0
  }
  const standing = stretches.map((stretch): Standing => ({ ...stretch, left: 0, width: sum(stretch.clusters.map((_, index) => advanceOf(stretch, index))) }))
  let left = 0
  for (const stretch of standingOrder(standing)) {
    stretch.left = left
    left += stretch.width
  }
  return standing.map((stretch, index) => {
    const marks = marksOf(stretch, paragraph.text, (at) => advanceOf(stretch, at))
    const next = standing[index + 1]
    const isEndOfForeign = stretch.level > paragraph.level && (!next || next.level <= paragraph.level)
    return {
      face: stretch.face,
      unitsPerEm: stretch.unitsPerEm,
      isFromRight: stretch.level % 2 === 1,
      marks: isEndOfForeign ? [...marks, ...directionMarks(paragraph, foreignAround(standing, index, paragraph.level))] : marks,
    }
  })
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const widthOf = ({ clusters, unitsPerEm }: DrawnStretch) => sum(clusters.map(({ advance }) => advance)) / unitsPerEm
const hint = (text: string, left: number): Mark => ({ left, drawing: { strokes: [], advance: 0, text }, isHint: true })

function marksOf(stretch: Standing, text: string, advanceOf: (index: number) => number): Mark[] {
  const isFromRight = stretch.level % 2 === 1
  let pen = isFromRight ? stretch.left + stretch.width : stretch.left
  return stretch.clusters.flatMap((cluster, index) => {
    const left = isFromRight ? pen - advanceOf(index) : pen
    pen = isFromRight ? left : left + advanceOf(index)
    const said = text.slice(cluster.start, cluster.end)
    return isFromRight ? fromRight(cluster, left, said) : fromLeft(cluster, left, said, Math.round(FURTHER * stretch.unitsPerEm), stretch.unitsPerEm)
  })
}

/** The first character of a cluster has its ink, and those after it a sliver of its width. */
function fromLeft({ strokes, advance }: Cluster, left: number, said: string, sliver: number, unitsPerEm: number): Mark[] {
  const [first = '', ...rest] = [...said]
  if (rest.length === 0 || advance <= sliver) return [{ left, drawing: { strokes, advance, text: said }, isHint: false }]
  const inked = { left, drawing: { strokes, advance: advance - sliver, text: first }, isHint: false }
  return [inked, { left: left + (advance - sliver) / unitsPerEm, drawing: { strokes: [], advance: sliver, text: rest.join('') }, isHint: false }]
}

/** The first character of a cluster has its ink, and those after it stand behind it one by one. */
function fromRight({ strokes, advance }: Cluster, left: number, said: string): Mark[] {
  const [first = '', ...rest] = [...said]
  const behind = (character: string, at: number) => hint(character, left - FURTHER * (at + 1))
  // What has no width and no ink, such as a joiner, belongs to the letter before it.
  if (advance === 0 && /^\p{Default_Ignorable_Code_Point}$/u.test(first)) return [behind(first, 0)]
  const inked = { left, drawing: { strokes, advance, text: first === ' ' ? `${RIGHT_TO_LEFT_MARK} ` : first }, isHint: false }
  return [inked, ...[...rest, ...(isNumeric(first) ? [RIGHT_TO_LEFT_MARK] : [])].map(behind)]
}

/** Where neighbours that are read in the other direction stand. */
function foreignAround(standing: readonly Standing[], index: number, level: number): readonly Standing[] {
  const from = standing.slice(0, index).findLastIndex((stretch) => stretch.level <= level) + 1
  return standing.slice(from, index + 1)
}

/** What is read in the other direction ends here, whatever its last character is; and what follows goes on in the direction of the paragraph. */
function directionMarks({ level, text }: Paragraph, foreign: readonly Standing[]): Mark[] {
  const left = Math.min(...foreign.map((stretch) => stretch.left)) - FURTHER
  const right = Math.max(...foreign.map((stretch) => stretch.left + stretch.width)) - FURTHER
  const ends = level === 1 ? hint(LEFT_TO_RIGHT_MARK, right) : hint(RIGHT_TO_LEFT_MARK, left)
  const goesOn = level === 1 ? hint(RIGHT_TO_LEFT_MARK, left) : hint(LEFT_TO_RIGHT_MARK, right)
  return /[\p{L}\p{M}\p{N}]$/u.test(text.slice(0, foreign.at(-1)?.end)) ? [goesOn] : [ends, goesOn]
}
