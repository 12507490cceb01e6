import type { Covers } from './fonts'

// Letters of the English alphabet and signs are in every font.
const PLAIN = /^[!-~]+( [!-~]+)*$/

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

// Joiners decide between forms of letters in these scripts, and nowhere else: می‌روم in Persian, র‍্য in Bengali.
const JOINED = '[\\p{Script=Arabic}\\p{Script=Bengali}\\p{Script=Devanagari}\\p{Script=Gujarati}\\p{Script=Gurmukhi}\\p{Script=Tamil}]'
const USELESS_JOINER = new RegExp(`(?<!${JOINED}\\p{M}*)[\\u200C\\u200D]|[\\u200C\\u200D](?!${JOINED})`, 'gu')
const INVISIBLE = /(?![\n\u200C\u200D])[\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu

/**
 * Text as it can be printed, and whether something had to be left out: one Unicode form (NFC), no invisible characters that
 * could hide or reorder what others read (controls, bidi overrides, zero-width), and `mark` in place of each run of letters or
 * pictures that no font can draw. A letter is never drawn as another one. Keeps line breaks.
 */
export function printableText(text: string, covers: Covers, mark: string): { text: string; isWhole: boolean } {
  if (PLAIN.test(text)) return { text, isWhole: true }
  const plain = text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\t\p{Zs}]+/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(USELESS_JOINER, '')
    .normalize('NFC')
  let printed = ''
  let isWhole = true
  let gap = ''
  for (const { segment } of graphemes.segment(plain)) {
    if (/^\s*$/.test(segment) || covers(segment)) {
      printed += segment
      gap = segment.trim() === '' ? gap + segment : ''
      continue
    }
    isWhole = false
    // Words side by side that cannot be drawn get one mark.
    const run = printed.slice(0, printed.length - gap.length)
    printed = run.endsWith(mark) && !gap.includes('\n') ? run : `${printed}${mark}`
    gap = ''
  }
  return { text: printed, isWhole }
}
