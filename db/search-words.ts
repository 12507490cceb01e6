// Words as every store looks them up: without case, accents and punctuation, so that a name is found however it is typed.

/** More than the longest name of a school with its town; whatever else somebody pastes is not looked at. */
const MOST_LETTERS = 200
const MOST_WORDS = 12

/** Letters that are not a letter and a mark in Unicode, though people type them without. */
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th', ı: 'i', '&': ' and ' }

const fold = (text: string): string =>
  text
    .slice(0, MOST_LETTERS)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðæœßþı&]/g, (letter) => PLAIN[letter] ?? letter)
    // St. and St are one word, and so are Mary's and Marys.
    .replace(/['‘’ʼ`.]/g, '')

const wordsIn = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** The words of a text, for looking up; none of a text without two letters or digits. */
export function searchWordsOf(text: string): readonly string[] {
  const words = wordsIn(text)
  return words.join('').length < 2 ? [] : [...new Set(words)].slice(0, MOST_WORDS)
}

/** The words under which texts are found: a saint under both spellings, a postcode also as it is typed without its space. */
export function indexWordsOf(texts: readonly string[], postcode = ''): string {
  const words = texts.flatMap(wordsIn)
  const saints = words.some((word) => word === 'st' || word === 'saint') ? ['st', 'saint'] : []
  const halves = wordsIn(postcode)
  return [...new Set([...words, ...saints, ...halves, halves.join('')])].join(' ')
}
