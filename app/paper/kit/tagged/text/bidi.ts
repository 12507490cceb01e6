import bidiFactory from 'bidi-js'
import type { Direction } from './hidden-letters'

const bidi = bidiFactory()

/** The level of embedding of each unit of a paragraph: odd is written from right to left (Unicode UAX 9, rules X1 to I2). */
export const levelsOf = (text: string, direction: Direction): Uint8Array => bidi.getEmbeddingLevels(text, direction).levels

/** Whether a character is a number or stands between numbers (the types EN, ES, ET, AN and CS of UAX 9). */
export const isNumeric = (character: string): boolean => /^(EN|ES|ET|AN|CS)$/.test(bidi.getBidiCharTypeName(character))

/** The direction of the first letter that has one (UAX 9, rules P2 and P3); undefined for a text without such a letter. */
export function directionOf(text: string): Direction | undefined {
  for (const character of text) {
    const type = bidi.getBidiCharTypeName(character)
    if (type === 'L') return 'ltr'
    if (type === 'R' || type === 'AL') return 'rtl'
  }
  return undefined
}

export interface Levelled {
  readonly level: number
}

/** From the order of reading to the order of standing, left to right: rule L2 of UAX 9. */
export function standingOrder<Piece extends Levelled>(pieces: readonly Piece[]): readonly Piece[] {
  let ordered = [...pieces]
  for (let level = Math.max(0, ...pieces.map((piece) => piece.level)); level >= 1; level--) ordered = withRunsReversed(ordered, level)
  return ordered
}

/** With each run of neighbours of at least this level reversed. */
function withRunsReversed<Piece extends Levelled>(pieces: readonly Piece[], level: number): Piece[] {
  const ordered: Piece[] = []
  let run: Piece[] = []
  for (const piece of pieces) {
    if (piece.level >= level) run.unshift(piece)
    else {
      ordered.push(...run, piece)
      run = []
    }
  }
  return [...ordered, ...run]
}
