import { Document, Font, Page } from '@react-pdf/renderer'
import { createElement, type ReactElement } from 'react'
import { chromium } from 'playwright'
import { chromiumPath } from '../../e2e/support/browser'
import { fontFamily, loadFonts } from './kit/fonts'
import { faceChooser } from './kit/script-fonts'
import { directionOf, Text, writeTaggedPdf, type Face } from './kit/tagged'
import { faceOf, type SourceFont } from './kit/tagged/text/faces'
import { inkOf, pictureOfPdf, readPng, type Inked } from './pictures.contract'

/** A line to set, in the language of its document. */
export interface LineToSet {
  readonly language: string
  readonly text: string
}

// Points. A band is high enough for Nastaliq; a page is wide enough for every line.
const SIZE = 18
const BAND = 54
const MARGIN = 20
const WIDTH = 1100
const DOTS_A_POINT = 2

const cssPixels = (points: number) => (points * 96) / 72
const bandsOf = <Line>(lines: readonly Line[], of: Parameters<typeof inkOf>[0]) => lines.map((_, index) => inkOf(of, index * BAND * DOTS_A_POINT, (index + 1) * BAND * DOTS_A_POINT))

/** Lines below each other, each with its own direction, as a PDF. */
export async function writeLines(language: string, lines: readonly string[]): Promise<Uint8Array> {
  await loadFonts()
  return writeTaggedPdf(documentOf(language, lines), { createdAt: new Date(0), chooseFace: faceChooser(language) })
}

const documentOf = (language: string, lines: readonly string[]): ReactElement =>
  createElement(
    Document,
    { title: 'Lines', language },
    createElement(
      Page,
      { size: [WIDTH, lines.length * BAND] },
      lines.map((text, index) =>
        createElement(Text, {
          key: index,
          tag: { type: 'P' },
          style: { position: 'absolute', top: index * BAND, left: MARGIN, width: WIDTH - 2 * MARGIN, fontFamily, fontSize: SIZE, lineHeight: 1, direction: directionOf(text) ?? 'ltr' },
          children: text,
        }),
      ),
    ),
  )

/** Lines as this folder sets them. */
export async function setOnPaper(lines: readonly LineToSet[]): Promise<Inked[]> {
  const inked: Inked[] = []
  for (const language of new Set(lines.map((line) => line.language))) {
    const own = lines.filter((line) => line.language === language)
    const bands = bandsOf(own, pictureOfPdf(await writeLines(language, own.map(({ text }) => text)), 72 * DOTS_A_POINT))
    own.forEach((line, index) => (inked[lines.indexOf(line)] = bands[index] as Inked))
  }
  return inked
}

/** The same lines in the same fonts as Chromium sets them. */
export async function setInBrowser(lines: readonly LineToSet[]): Promise<Inked[]> {
  await loadFonts()
  const own = faceOf(Font.getFont({ fontFamily, fontWeight: 400, fontStyle: 'normal' }).data as unknown as SourceFont)
  const faces = new Map<Uint8Array, string>()
  const familyOf = ({ file }: Face) => faces.get(file) ?? (faces.set(file, `f${faces.size}`).get(file))
  const divisions = lines.map(({ language, text }, index) => {
    const families = new Set([own, ...facesIn(text, language)].map(familyOf))
    // Chromium squeezes neighbouring punctuation of Chinese where it is not told to leave it.
    const style = `position:absolute;top:${index * BAND}pt;left:${MARGIN}pt;width:${WIDTH - 2 * MARGIN}pt;font:${SIZE}pt/${BAND}pt ${[...families].join()};white-space:nowrap;text-spacing-trim:space-all`
    return `<div lang="${language}" dir="auto" style="${style}">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</div>`
  })
  const fonts = [...faces].map(([file, name]) => `@font-face{font-family:${name};src:url(data:font/ttf;base64,${Buffer.from(file).toString('base64')})}`)
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox', '--font-render-hinting=none', '--disable-lcd-text'] })
  try {
    const viewport = { width: Math.ceil(cssPixels(WIDTH)), height: Math.ceil(cssPixels(lines.length * BAND)) }
    const page = await browser.newPage({ viewport, deviceScaleFactor: (DOTS_A_POINT * 72) / 96 })
    await page.setContent(`<style>${fonts.join('')}body{margin:0;text-rendering:geometricPrecision}</style>${divisions.join('')}`)
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    return bandsOf(lines, readPng(await page.screenshot()))
  } finally {
    await browser.close()
  }
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function facesIn(text: string, language: string): Face[] {
  const choose = faceChooser(language)
  return [...graphemes.segment(text)].flatMap(({ segment }) => choose(segment, 400) ?? [])
}
