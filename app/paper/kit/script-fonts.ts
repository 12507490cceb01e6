import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { ChooseFace, Face } from './tagged'
import { readCharacters, type Characters } from './tagged/text/characters'
import { table, writeTables, type FontTables } from './tagged/text/truetype'
import { woffTables } from './tagged/text/woff'

// The fonts of scripts that Noto Sans lacks (SIL Open Font Licence 1.1). Each is read only when a document has a letter of its script.

const require = createRequire(import.meta.url)

const BOLD = 600
type Weight = 400 | 700
const WEIGHTS: readonly Weight[] = [400, 700]

/** One file of one weight. */
class FontFile {
  private characters: Characters | undefined
  private opened: Face | undefined

  constructor(private readonly path: string, private readonly name: string) {}

  covers(character: number): boolean {
    return (this.characters ??= readCharacters(table(this.read(), 'cmap'))).has(character)
  }

  face(): Face {
    return (this.opened ??= { name: this.name, file: writeTables(this.read()) })
  }

  private read(): FontTables {
    return woffTables(readFileSync(require.resolve(this.path)))
  }
}

/** A font by the files that it is published in, for the letters that a pattern takes. */
class ScriptFont {
  private readonly files = new Map<string, FontFile>()
  private pieces: readonly { readonly piece: string; readonly ranges: readonly (readonly [number, number])[] }[] | undefined

  /** @param isInPieces whether further letters are in pieces by number, which the package lists */
  constructor(private readonly font: string, private readonly part: string, private readonly name: string, readonly letters: RegExp, private readonly isInPieces = false) {}

  /** The file that draws a letter with all its marks. */
  file(grapheme: string, weight: Weight): FontFile | undefined {
    const characters = [...grapheme].filter((character) => !INVISIBLE.test(character)).map((character) => character.codePointAt(0) as number)
    const draws = (file: FontFile) => characters.every((character) => file.covers(character))
    const whole = this.open(this.part, weight)
    if (draws(whole)) return whole
    const piece = this.pieceOf(characters[0] ?? 0)
    const further = piece && this.open(piece, weight)
    return further && draws(further) ? further : undefined
  }

  private open(part: string, weight: Weight): FontFile {
    const path = `@fontsource/${this.font}/files/${this.font}-${part}-${weight}-normal.woff`
    const known = this.files.get(path)
    if (known) return known
    const file = new FontFile(path, `${this.name}${part === this.part ? '' : part}-${weight === 400 ? 'Regular' : 'Bold'}`)
    this.files.set(path, file)
    return file
  }

  private pieceOf(character: number): string | undefined {
    if (!this.isInPieces) return undefined
    this.pieces ??= Object.entries(require(`@fontsource/${this.font}/unicode.json`) as Record<string, string>)
      .filter(([piece]) => /^\[\d+\]$/.test(piece))
      .map(([piece, ranges]) => ({ piece: piece.slice(1, -1), ranges: ranges.split(',').map(rangeOf) }))
    return this.pieces.find(({ ranges }) => ranges.some(([from, to]) => character >= from && character <= to))?.piece
  }
}

/** As CSS writes it: U+4E00 or U+4E00-4EFF. */
function rangeOf(range: string): readonly [number, number] {
  const [from = '', to = from] = range.slice(2).split('-')
  return [parseInt(from, 16), parseInt(to, 16)]
}

const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u
const ARABIC = /^\p{Script_Extensions=Arabic}/u
// The punctuation and the wide forms that are written between Chinese characters are of no script.
const CHINESE = /^[\p{Script_Extensions=Han}\p{Script_Extensions=Bopomofo}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\u3000-\u303F\uFE30-\uFE4F\uFF00-\uFFEF]/u

const naskh = new ScriptFont('noto-naskh-arabic', 'arabic', 'NotoNaskhArabic', ARABIC)
const nastaliq = new ScriptFont('noto-nastaliq-urdu', 'arabic', 'NotoNastaliqUrdu', ARABIC)
const simplified = new ScriptFont('noto-sans-sc', 'chinese-simplified', 'NotoSansSC', CHINESE, true)
const traditional = new ScriptFont('noto-sans-tc', 'chinese-traditional', 'NotoSansTC', CHINESE, true)
const others = [
  new ScriptFont('noto-sans-bengali', 'bengali', 'NotoSansBengali', /^\p{Script_Extensions=Bengali}/u),
  new ScriptFont('noto-sans-devanagari', 'devanagari', 'NotoSansDevanagari', /^\p{Script_Extensions=Devanagari}/u),
  new ScriptFont('noto-sans-gujarati', 'gujarati', 'NotoSansGujarati', /^\p{Script_Extensions=Gujarati}/u),
  new ScriptFont('noto-sans-gurmukhi', 'gurmukhi', 'NotoSansGurmukhi', /^\p{Script_Extensions=Gurmukhi}/u),
  new ScriptFont('noto-sans-tamil', 'tamil', 'NotoSansTamil', /^\p{Script_Extensions=Tamil}/u),
  new ScriptFont('noto-sans-ethiopic', 'ethiopic', 'NotoSansEthiopic', /^\p{Script_Extensions=Ethiopic}/u),
]

/** The fonts of a language in the order in which they are asked: docs/decisions/0007-scripts-on-paper.md. */
function fontsFor(language: string): readonly ScriptFont[] {
  const { language: base, script } = new Intl.Locale(language || 'und').maximize()
  const arabic = base === 'ur' ? [nastaliq, naskh] : [naskh]
  const chinese = script === 'Hant' ? [traditional, simplified] : [simplified, traditional]
  return [...arabic, ...others, ...chinese]
}

function fileFor(fonts: readonly ScriptFont[], grapheme: string, weight: Weight): FontFile | undefined {
  for (const font of fonts) {
    const file = font.letters.test(grapheme) ? font.file(grapheme, weight) : undefined
    if (file) return file
  }
  return undefined
}

/** Chooses fonts for the letters of a document in a language. */
export function faceChooser(language: string): ChooseFace {
  const fonts = fontsFor(language)
  return (grapheme, weight) => fileFor(fonts, grapheme, weight >= BOLD ? 700 : 400)?.face()
}

/** Whether some font of a script draws a letter with all its marks, in every weight. */
export const isDrawnInScript = (grapheme: string): boolean => WEIGHTS.every((weight) => fileFor(ALL, grapheme, weight))

const ALL = fontsFor('und')
