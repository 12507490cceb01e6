import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Font } from '@react-pdf/renderer'
import { mergeFonts } from './merge-fonts'
import { isDrawnInScript } from './script-fonts'
import { isPlain } from './tagged'
import { woffTables } from './tagged/text/woff'

// Noto Sans (SIL Open Font Licence 1.1) is published in one file an alphabet.
const ALPHABETS = ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext'] as const
const WEIGHTS = [400, 700] as const
const LONGEST_WHOLE_WORD = 30
// What stands where a letter was lost says nothing, though fonts draw it.
const LOST = '\uFFFD'

export const fontFamily = 'Noto Sans'

/** Whether the fonts can draw what a reader sees as one letter, with its marks, in every weight. */
export type Covers = (grapheme: string) => boolean

let loading: Promise<Covers> | undefined

/** Reads the fonts, once a process, and says what they cover. */
export const loadFonts = (): Promise<Covers> => (loading ??= load())

async function load(): Promise<Covers> {
  const faces = WEIGHTS.map((fontWeight) => ({ fontFamily, fontWeight, fontStyle: 'normal' as const }))
  Font.register({ family: fontFamily, fonts: WEIGHTS.map((fontWeight) => ({ fontWeight, src: sourceOf(fontWeight) })) })
  Font.registerHyphenationCallback(breakable)
  await Promise.all(faces.map((face) => Font.load(face)))
  const covered = faces.map((face) => new Set(Font.getFont(face).data?.characterSet ?? []))
  const isOwn = (grapheme: string) => covered.every((characters) => [...grapheme].every((character) => characters.has(character.codePointAt(0) as number)))
  return (grapheme) => !grapheme.includes(LOST) && (isOwn(grapheme) || (!isPlain(grapheme) && isDrawnInScript(grapheme)))
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
