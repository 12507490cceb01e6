/** Words as they are compared: small letters, straight apostrophes, one space for whatever stands between words, a space at each end. */
const comparable = (text: string): string => ` ${text.toLowerCase().replaceAll('’', "'").replace(/[^\p{L}\p{M}\p{N}']+/gu, ' ').trim()} `

/**
 * Whether a text has one of these phrases in it as whole words. It is a guess: it misses much, and finds what is only told of. So nothing is
 * decided by it: the writer is shown where to get help now, and staff are asked to read the request first.
 * @param phrases in small letters, with straight apostrophes and nothing else between words than a space
 */
export const soundsLikeDanger = (text: string, phrases: readonly string[]): boolean => {
  const words = comparable(text)
  return phrases.some((phrase) => words.includes(` ${phrase} `))
}
