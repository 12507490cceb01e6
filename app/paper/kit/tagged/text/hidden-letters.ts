// The layout engine shapes letters one by one, reorders them, mirrors brackets and breaks lines for English. What it does not know
// it cannot spoil: text that needs more goes through it in letters of private use (U+F0000 and on), one for each unit of UTF-16.
// Only spaces and line ends stay as they are, since lines are broken there.

const FIRST = 0xf0000
const LEFT_TO_RIGHT = '\uFDD0'
const RIGHT_TO_LEFT = '\uFDD1'
/** How long an opening is in a hidden text. */
export const OPENING_UNITS = 4
const OPENING = /^[\uFDD0\uFDD1][\s\S]/
const NEVER_TEXT = /[\uFDD0-\uFDEF]/g

export type Direction = 'ltr' | 'rtl'

/** What the layout engine must not lose of a paragraph: it begins with this. */
export interface Opening {
  readonly direction: Direction
  /** How far the baseline is below the top of its line, in thousandths of an em. */
  readonly ascent: number
}

export interface Revealed {
  readonly text: string
  /** Only the beginning of a paragraph has one. */
  readonly opening: Opening | undefined
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const hidden = (text: string) => Array.from({ length: text.length }, (_, index) => String.fromCodePoint(FIRST + text.charCodeAt(index))).join('')

/** A text in letters that mean nothing to the layout engine. */
export function hide(text: string, { direction, ascent }: Opening): string {
  const sign = direction === 'rtl' ? RIGHT_TO_LEFT : LEFT_TO_RIGHT
  const opening = hidden(`${sign}${String.fromCharCode(ascent)}`)
  return text
    .replace(NEVER_TEXT, '\uFFFD')
    .split('\n')
    .map((paragraph) => opening + hiddenWords(paragraph))
    .join('\n')
}

// Of spaces side by side only the last stays: the engine takes two for the end of a word that may get a hyphen.
function hiddenWords(paragraph: string): string {
  const letters = [...graphemes.segment(paragraph)].map(({ segment }) => segment)
  return letters.map((letter, index) => (letter === ' ' && letters[index + 1] !== ' ' ? letter : hidden(letter))).join('')
}

export const isHidden = (text: string): boolean => /[\u{F0000}-\u{FFFFF}]/u.test(text)

/** The text that was hidden. */
export function reveal(text: string): Revealed {
  const plain = text.replace(/[\u{F0000}-\u{FFFFF}]/gu, (letter) => String.fromCharCode((letter.codePointAt(0) as number) - FIRST))
  if (!OPENING.test(plain)) return { text: plain, opening: undefined }
  return { text: plain.slice(2), opening: { direction: plain[0] === RIGHT_TO_LEFT ? 'rtl' : 'ltr', ascent: plain.charCodeAt(1) } }
}

/** A text of one or more paragraphs as a person reads it, whether or not it was hidden. */
export const wordsOf = (text: string): string => (isHidden(text) ? reveal(text).text.replace(/[\uFDD0\uFDD1][\s\S]/g, '') : text)
