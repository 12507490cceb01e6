import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Font } from '@react-pdf/renderer'
import { mergeFonts } from './merge-fonts'
import { woffTables } from './woff-tables'

// Noto Sans (SIL Open Font Licence 1.1) is published in one file an alphabet.
const ALPHABETS = ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext'] as const
const WEIGHTS = [400, 700] as const
const LONGEST_WHOLE_WORD = 30

export const fontFamily = 'Noto Sans'

/** Whether the fonts can draw a character (a Unicode code point) in every weight. */
export type Covers = (codePoint: number) => boolean

let loading: Promise<Covers> | undefined

/** Reads the fonts, once a process, and says what they cover. */
export const loadFonts = (): Promise<Covers> => (loading ??= load())

async function load(): Promise<Covers> {
  const faces = WEIGHTS.map((fontWeight) => ({ fontFamily, fontWeight, fontStyle: 'normal' as const }))
  Font.register({ family: fontFamily, fonts: WEIGHTS.map((fontWeight) => ({ fontWeight, src: sourceOf(fontWeight) })) })
  Font.registerHyphenationCallback(breakable)
  await Promise.all(faces.map((face) => Font.load(face)))
  const covered = faces.map((face) => new Set(Font.getFont(face).data?.characterSet ?? []))
  return (codePoint) => covered.every((characters) => characters.has(codePoint))
}

function sourceOf(weight: number): string {
  const require = createRequire(import.meta.url)
  const parts = ALPHABETS.map((alphabet) => woffTables(readFileSync(require.resolve(`@fontsource/noto-sans/files/noto-sans-${alphabet}-${weight}-normal.woff`))))
  return `data:font/ttf;base64,${mergeFonts(parts).toString('base64')}`
}

/**
 * Where a word may be broken: nowhere, unless it is so long that it could run off the page. The layout engine draws a hyphen
 * wherever it breaks between two pieces, but not beside an empty piece: an address or a code must not gain a hyphen.
 */
function breakable(word: string): string[] {
  const letters = [...word]
  return letters.length > LONGEST_WHOLE_WORD ? letters.flatMap((letter, index) => (index === 0 ? [letter] : ['', letter])) : [word]
}
