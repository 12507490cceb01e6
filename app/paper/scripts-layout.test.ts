import { spawnSync } from 'node:child_process'
import { Document, Page } from '@react-pdf/renderer'
import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import type { CopyRequest } from '~/engine/copy-request'
import { copies, shifted } from './copies.contract'
import { copyDocument } from './copy'
import { fontFamily, loadFonts } from './kit/fonts'
import { faceChooser } from './kit/script-fonts'
import { directionOf, Text, writeTaggedPdf } from './kit/tagged'
import { margins } from './kit/theme'
import { writePdf } from './kit/write-pdf'
import { pictureOfPdf, type Picture } from './pictures.contract'
import { DESCENT, faultsOf, readPdf, unspaced, type Piece, type ReadPage } from './read-pdf.contract'
import { renderCopy } from './render-copy'
import { sentences, wordsIn } from './scripts.contract'

const hasPoppler = spawnSync('pdftoppm', ['-v']).error === undefined

const copyOf = (lines: readonly string[], label = 'What is hard?'): CopyRequest => {
  const normal = copies['a normal copy'] as CopyRequest
  return { ...normal, summary: { ...normal.summary, sections: [{ id: 'needs', title: 'Needs', rows: [{ question: 'needs', page: 'needs', label, lines }] }] } }
}
const contentOf = (pages: readonly ReadPage[]) => unspaced(pages.flatMap((page) => page.content.map((piece) => piece.text)).join(''))
const pieceOf = (pages: readonly ReadPage[], text: string): Piece => {
  const found = pages.flatMap((page) => page.content).find((piece) => unspaced(piece.text).includes(unspaced(text)))
  if (!found) throw new Error(`“${text}” is not on any page.`)
  return found
}
const rightEdge = 595.28 - margins.side

const copyIn = async (language: string, request: CopyRequest): Promise<ReadPage[]> =>
  (await readPdf(await writePdf(copyDocument(request, wordsIn(language), await loadFonts())))).pages

describe('a string without spaces', () => {
  it.each(['ب', 'بِ', 'ক্ষ', 'क्षि', 'ખ્ય', 'ਸ਼੍ਰੀ', 'கொ', 'ሀ', '字', '（字', 'ẫ'])('of 5,000 letters stays on its pages: %s', async (letter) => {
    const answer = letter.repeat(Math.ceil(5_000 / letter.length))
    const { pages } = await readPdf(await renderCopy(copyOf([answer])))
    expect(pages.flatMap(faultsOf).filter((fault) => fault.startsWith('outside'))).toEqual([])
    expect(pages[0]?.content.length).toBeGreaterThan(25)
    if (!/\p{M}/u.test(letter)) expect(contentOf(pages)).toContain(unspaced(answer))
  }, 60_000)
})

describe.each(Object.entries(sentences))('long answers in %s', (language, texts) => {
  const answer = Array.from({ length: 12 }, () => texts.join(' ')).join(' ')

  it('go over lines and pages without a hyphen, a lost letter or a line over another', async () => {
    const pages = await copyIn(language, copyOf([answer, ...texts]))
    expect(pages.flatMap(faultsOf)).toEqual([])
    // Marks of Arabic and joiners are told apart from their letters by pdf.js: scripts-extraction.test.ts looks at them.
    const bare = (text: string) => unspaced(text).replace(/[\u200C\u200D]/g, '')
    expect(bare(contentOf(pages))).toContain(bare(answer))
  })

  it.skipIf(!hasPoppler)('leave room between the ink of each line and the next (needs poppler-utils)', async () => {
    const text = Array.from({ length: 3 }, () => texts.join(' ')).join(' ')
    const far = await paragraph(language, text, 6)
    const { up, down } = reachOf(pictureOfPdf(far, 144), baselinesOf(await readPdf(far)))
    expect(up).toBeGreaterThan(0.6 * SIZE)
    for (const lineHeight of [1.25, 1.5]) {
      const baselines = baselinesOf(await readPdf(await paragraph(language, text, lineHeight)))
      expect(baselines.length).toBeGreaterThan(3)
      baselines.slice(1).forEach((baseline, index) => expect((baselines[index] as number) - baseline).toBeGreaterThanOrEqual(up + down))
    }
  })
})

const SIZE = 12
const HEIGHT = 3000

/** A narrow paragraph by itself. */
async function paragraph(language: string, text: string, lineHeight: number): Promise<Uint8Array> {
  await loadFonts()
  const style = { fontFamily, fontSize: SIZE, lineHeight, direction: directionOf(text) ?? 'ltr' } as const
  const sheet = createElement(Page, { size: [340, HEIGHT], style: { padding: 20 } }, createElement(Text, { tag: { type: 'P' }, style, children: text }))
  return writeTaggedPdf(createElement(Document, { title: 'Paragraph', language }, sheet), { createdAt: new Date(0), chooseFace: faceChooser(language) })
}

/** The heights of the lines above the foot of the page, from the top down. */
const baselinesOf = ({ pages }: { readonly pages: readonly ReadPage[] }) =>
  [...new Set(pages[0]?.pieces.map(({ bottom }) => Math.round((bottom + DESCENT * SIZE) * 10) / 10))].sort((a, b) => b - a)

/** How far, in points, the ink of lines that are far from each other really reaches above and below them. */
function reachOf({ width, height, greys }: Picture, baselines: readonly number[]): { up: number; down: number } {
  let [up, down] = [0, 0]
  for (let y = 0; y < height; y++) {
    if (!greys.subarray(y * width, (y + 1) * width).some((grey) => grey < 128)) continue
    // A row of dots is half a point high; one that has a little ink counts for half of itself.
    const at = HEIGHT - (y + 0.5) / 2
    const nearest = baselines.find((baseline) => baseline - at < 3 * SIZE) as number
    up = Math.max(up, at - nearest)
    down = Math.max(down, nearest - at)
  }
  return { up, down }
}

describe('a document', () => {
  const [arabic = ''] = sentences['ar'] ?? []

  it('from left to right has an answer in Arabic on the right', async () => {
    const { pages } = await readPdf(await renderCopy(copyOf([arabic, 'In English', '020 7946 0958'])))
    expect(pieceOf(pages, arabic).right).toBeCloseTo(rightEdge, 0)
    expect(pieceOf(pages, 'In English').left).toBeCloseTo(margins.side, 0)
    expect(pieceOf(pages, '020 7946 0958').left).toBeCloseTo(margins.side, 0)
  })

  it('from right to left has everything on the right, but answers in English', async () => {
    const pages = await copyIn('ar', copyOf([arabic, 'In English', '020 7946 0958'], 'ما هو الصعب؟'))
    expect(pieceOf(pages, 'ما هو الصعب؟').right).toBeCloseTo(rightEdge, 0)
    expect(pieceOf(pages, arabic).right).toBeCloseTo(rightEdge, 0)
    expect(pieceOf(pages, 'In English').left).toBeCloseTo(margins.side, 0)
    expect(pieceOf(pages, '020 7946 0958').right).toBeCloseTo(rightEdge, 0)
    // In the table of facts the names stand on the right, and each value beside its name.
    const [name, value] = [pieceOf(pages, 'Reference'), pieceOf(pages, 'WM-7K4X-92QF')]
    expect(name.right).toBeCloseTo(rightEdge, 0)
    expect(value.right).toBeLessThan(name.left)
    expect(value.right).toBeGreaterThan(rightEdge - 140)
  })

  it.each(['ur', 'zh-Hans'])('in %s never parts a question from its answer', async (language) => {
    const [question = '', answer = ''] = sentences[language] ?? []
    for (const lines of [0, 7, 14, 21, 28]) {
      const request = shifted(lines)
      const { summary } = request
      const sections = summary.sections.map((section) => ({ ...section, rows: section.rows.map((row) => (row.items ? row : { ...row, label: question, lines: row.lines.map(() => answer) })) }))
      const pages = await copyIn(language, { ...request, summary: { ...summary, sections } })
      expect(pages.flatMap(faultsOf)).toEqual([])
      for (const page of pages) expect(unspaced(page.content.at(-1)?.text ?? '')).not.toBe(unspaced(question))
    }
  }, 120_000)
})
