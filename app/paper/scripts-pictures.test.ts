import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { Document, Font, Page, renderToBuffer, Text } from '@react-pdf/renderer'
import { createElement } from 'react'
import { beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath } from '../../e2e/support/browser'
import { fontFamily } from './kit/fonts'
import { faceChooser } from './kit/script-fonts'
import { differenceOf, inkOf, pictureOfPdf, type Inked } from './pictures.contract'
import { mixed, sentences } from './scripts.contract'
import { setInBrowser, setOnPaper, type LineToSet } from './set-lines.contract'

// Chromium and poppler draw the same lines in the same fonts; each line has to come out alike. Skipped by name where one of them is missing.
const hasBrowser = await chromiumPath().then(existsSync, () => false)
const hasPoppler = spawnSync('pdftoppm', ['-v']).error === undefined
const cannotLook = !hasBrowser || !hasPoppler

/** The most that two drawings of one line may differ, in dots of a 144th of an inch. */
const ALIKE = { width: 2, height: 2, stray: 2 }
const isAlike = (one: Inked | undefined, two: Inked | undefined) => {
  if (!one || !two) return false
  const { width, height, stray } = differenceOf(one, two)
  return width <= ALIKE.width && height <= ALIKE.height && stray <= ALIKE.stray
}

const lines: readonly LineToSet[] = [
  ...Object.entries(sentences).flatMap(([language, texts]) => texts.map((text) => ({ language, text }))),
  ...mixed.map((text) => ({ language: 'en', text })),
  // Arabic letters in Urdu's own hand only where the document is in Urdu; marks that no font has ready with their letter.
  ...['میرے بچے کو مشکل ہوتی ہے۔', '直骨角次海', 'x̣ q̃ m̄'].map((text) => ({ language: 'en', text })),
  { language: 'zh-Hant', text: '直骨角次海' },
]

// What goes wrong without care, each as the wrong line that must not pass for the right one.
const wrongs: readonly { readonly what: string; readonly right: LineToSet; readonly wrong: string }[] = [
  { what: 'Arabic from left to right', right: { language: 'ar', text: 'أحمد في المدرسة' }, wrong: [...'أحمد في المدرسة'].reverse().join('') },
  { what: 'Arabic letters that do not join', right: { language: 'ar', text: 'أحمد في المدرسة' }, wrong: 'أ\u200Cح\u200Cم\u200Cد ف\u200Cي ا\u200Cل\u200Cم\u200Cد\u200Cر\u200Cس\u200Cة' },
  { what: 'a dot that was dropped', right: { language: 'ar', text: 'وزن الطفل' }, wrong: 'ورن الطفل' },
  { what: 'a vowel sign that was dropped', right: { language: 'bn', text: 'চাঁদ ওঠে' }, wrong: 'চাদ ওঠে' },
  { what: 'an accent that was dropped', right: { language: 'vi', text: 'khó tập trung' }, wrong: 'khó tâp trung' },
  { what: 'a bracket that was not mirrored', right: { language: 'ar', text: 'قال (نعم) ثم' }, wrong: 'قال )نعم( ثم' },
  { what: 'the other form of a Chinese character', right: { language: 'zh-Hans', text: '学习语言' }, wrong: '學习语言' },
]

let browser: Inked[] = []
let paper: Inked[] = []
let rights: Inked[] = []
let wrongsOnPaper: Inked[] = []

beforeAll(async () => {
  if (cannotLook) return
  const inBrowser = await setInBrowser([...lines, ...wrongs.map(({ right }) => right)])
  browser = inBrowser.slice(0, lines.length)
  rights = inBrowser.slice(lines.length)
  paper = await setOnPaper(lines)
  wrongsOnPaper = await setOnPaper(wrongs.map(({ right, wrong }) => ({ language: right.language, text: wrong })))
}, 120_000)

describe('a line on paper looks as it does in a browser', () => {
  it.skipIf(cannotLook).each(lines.map((line, index) => ({ ...line, index })))('$language: $text (needs Chromium and poppler-utils)', ({ index }) => {
    const [onPaper, inBrowser] = [paper[index] as Inked, browser[index] as Inked]
    const { width, height, stray } = differenceOf(onPaper, inBrowser)
    expect(width).toBeLessThanOrEqual(ALIKE.width)
    expect(height).toBeLessThanOrEqual(ALIKE.height)
    expect(stray).toBeLessThanOrEqual(ALIKE.stray)
    expect(onPaper.width).toBeGreaterThan(20)
  })
})

describe('the comparison', () => {
  it.skipIf(cannotLook).each(wrongs.map((wrong, index) => ({ ...wrong, index })))('finds $what (needs Chromium and poppler-utils)', ({ index }) => {
    expect(isAlike(wrongsOnPaper[index], rights[index])).toBe(false)
  })

  it.skipIf(cannotLook).each([
    ['Bengali', 'bn', 1],
    ['Arabic', 'ar', 1],
    ['Hindi', 'hi', 2],
  ] as const)('finds what stock @react-pdf/renderer makes of %s (needs Chromium and poppler-utils)', async (_name, language, index) => {
    const text = sentences[language]?.[index] as string
    const at = lines.findIndex((line) => line.text === text)
    const [stock] = await setByStockRenderer(language, text)
    expect(isAlike(stock, browser[at])).toBe(false)
  })

  it('would not have Nastaliq without HarfBuzz: fontkit 2.0.4 stops at it (foliojs/fontkit#367)', async () => {
    const { load } = registered('ur', sentences['ur']?.[0] as string)
    const font = (await load()) as { layout(text: string): unknown }
    expect(() => font.layout(sentences['ur']?.[0] as string)).toThrow(TypeError)
  })
})

/** The fonts of a text, registered as anyone would who uses @react-pdf/renderer alone. */
function registered(language: string, text: string) {
  const face = [...text].map((letter) => faceChooser(language)(letter, 400)).find((found) => found !== undefined)
  if (!face) throw new Error(`No font of a script for “${text}”.`)
  Font.register({ family: face.name, src: `data:font/ttf;base64,${Buffer.from(face.file).toString('base64')}` })
  const descriptor = { fontFamily: face.name, fontWeight: 400, fontStyle: 'normal' } as const
  return { family: face.name, load: async () => Font.load(descriptor).then((): unknown => Font.getFont(descriptor).data) }
}

async function setByStockRenderer(language: string, text: string): Promise<Inked[]> {
  const { family } = registered(language, text)
  const style = { fontFamily: [family, fontFamily], fontSize: 18, margin: 20 }
  const pdf = await renderToBuffer(createElement(Document, {}, createElement(Page, { size: [1100, 80] }, createElement(Text, { style }, text))))
  const picture = pictureOfPdf(pdf, 144)
  return [inkOf(picture, 0, picture.height)]
}
