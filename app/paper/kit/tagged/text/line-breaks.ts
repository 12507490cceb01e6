import LineBreaker from 'linebreak'
import { isHidden, OPENING_UNITS, reveal } from './hidden-letters'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const LONGEST_WHOLE_PIECE = 30

/**
 * The pieces of a hidden word between which a line may end: by the rules of UAX 14, and anywhere between letters of a piece that is
 * so long that it could run off the page. The layout engine draws a hyphen wherever it breaks between two pieces, but not beside an
 * empty one.
 */
export function breakable(word: string): string[] {
  if (!isHidden(word)) return [word]
  const { text, opening } = reveal(word)
  const pieces = piecesOf(text).flatMap((piece) => {
    const letters = [...graphemes.segment(piece)].map(({ segment }) => segment)
    return letters.length > LONGEST_WHOLE_PIECE ? letters : [piece]
  })
  // Each unit of the text is one letter of two units in the word; what opens a paragraph stays with its first piece.
  let at = opening ? OPENING_UNITS : 0
  return pieces.flatMap((piece, index) => {
    const from = index === 0 ? 0 : at
    at += piece.length * 2
    const hidden = word.slice(from, at)
    return index === 0 ? [hidden] : ['', hidden]
  })
}

function piecesOf(text: string): string[] {
  const breaker = new LineBreaker(text)
  const pieces: string[] = []
  let start = 0
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    pieces.push(text.slice(start, next.position))
    start = next.position
  }
  return pieces.length > 0 ? pieces : [text]
}
