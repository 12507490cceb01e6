import type { Covers } from './fonts'

// Letters of the English alphabet and signs are in every font.
const PLAIN = /^[!-~]+( [!-~]+)*$/

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

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
    .normalize('NFC')
  let printed = ''
  let isWhole = true
  let gap = ''
  for (const { segment } of graphemes.segment(plain)) {
    const visible = segment.replace(/(?!\n)[\p{Cc}\p{Cf}\uFE00-\uFE0F]/gu, '')
    if (visible === '' || isDrawable(visible, covers)) {
      printed += visible
      gap = visible.trim() === '' ? gap + visible : ''
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

const isDrawable = (visible: string, covers: Covers) => [...visible].every((letter) => letter === '\n' || covers(letter.codePointAt(0) as number))
