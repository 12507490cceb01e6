import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { CopyRequest } from '~/engine/copy-request'
import { copies } from './copies.contract'
import { loadFonts } from './kit/fonts'
import { printableText } from './kit/printable-text'
import { checkPdf } from './kit/tagged/check/check-pdf.contract'
import { faultsOf, readPdf, unspaced } from './read-pdf.contract'
import { renderCopy } from './render-copy'

// Strings that nobody would type, of every script, in every mixture.

const within = (...ranges: readonly (readonly [number, number])[]) => fc.oneof(...ranges.map(([min, max]) => fc.integer({ min, max }).map((codePoint) => String.fromCodePoint(codePoint))))

const scripts = [
  within([0x20, 0x7e], [0xa0, 0x17f]),
  within([0x370, 0x3ff], [0x400, 0x4ff], [0x1e00, 0x1eff]),
  within([0x600, 0x6ff], [0x750, 0x77f]),
  within([0x900, 0x97f]),
  within([0x980, 0x9ff]),
  within([0xa00, 0xa7f], [0xa80, 0xaff]),
  within([0xb80, 0xbff]),
  within([0x1200, 0x137f]),
  within([0x4e00, 0x9fff], [0x3000, 0x303f], [0xff00, 0xffef], [0x20000, 0x2a6df]),
]
const others = [
  fc.constantFrom(...'0123456789'),
  fc.constantFrom(...'()[]{}«»“”"\'‘’<>/\\.,:;!?-–+*#&@%£€'),
  fc.constantFrom(' ', ' ', '  ', '\n', '\t', '\u00A0', '\u3000'),
  fc.constantFrom('👩‍👩‍👧‍👦', '🇵🇱', '😀', '☎️', '1️⃣', '❤️', '→', '✓', '□'),
  fc.constantFrom('\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u202A', '\u202B', '\u202D', '\u202E', '\u202C', '\u2066', '\u2067', '\u2069', '\u00AD', '\uFEFF', '\u061C', '\uFE0F', '\u034F'),
  within([0x300, 0x36f], [0x64b, 0x65f], [0x0, 0x1f]),
  within([0xd800, 0xdfff]),
  within([0xe000, 0xf8ff], [0xf0000, 0xf00ff], [0xfdd0, 0xfdef], [0xfff0, 0xffff], [0x10fffe, 0x10ffff]),
  within([0x590, 0x5ff], [0xe00, 0xe7f], [0xac00, 0xd7a3], [0x1e900, 0x1e95f]),
]

// Runs of one script are as likely as a change at each letter.
const word = fc.oneof(...scripts.map((script) => fc.array(script, { minLength: 1, maxLength: 9 }).map((letters) => letters.join(''))))
const piece = fc.oneof({ weight: 3, arbitrary: word }, { weight: 2, arbitrary: fc.oneof(...others) })
const oddText = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))

/** Answers that are all odd. */
const oddAnswers = fc.array(oddText, { minLength: 8, maxLength: 12 })

/** What must be true of a copy, whatever was typed: it is written, its tags are sound and say what can be printed, and it stays on its pages. */
async function isPrintedWhole(answers: readonly string[]): Promise<void> {
  const covers = await loadFonts()
  const mark = '[cannot be printed]'
  const printed = answers.flatMap((answer) => printableText(answer, covers, mark).text.split('\n')).filter((line) => line.trim() !== '')
  const normal = copies['a normal copy'] as CopyRequest
  const request = { ...normal, summary: { ...normal.summary, sections: [{ id: 'odd', title: 'Odd', rows: [{ question: 'odd', page: 'odd', label: 'What is odd?', lines: answers }] }] } }
  const pdf = await renderCopy(request)
  const { faults, lines } = await checkPdf(pdf)
  expect(faults).toEqual([])
  const answered = lines.filter(({ path }) => path.endsWith('LBody/P')).map(({ text }) => unspaced(text))
  expect(printed.length === 0 ? [] : answered).toEqual(printed.map(unspaced))
  const { pages } = await readPdf(pdf)
  expect(pages.flatMap(faultsOf).filter((fault) => fault.startsWith('outside'))).toEqual([])
}

/** What campaigns have found, and was mended. */
const found = ['𠀀Ѐ￼ͰϢḀЀЀḀḀͰͰЀͰͰѸЀЀḀḀḀЀͰ\u09BA']

/** What a campaign of odd texts has found. */
export interface OddTextsEvidence {
  readonly on: string
  readonly node: string
  readonly cores: number
  /** With it, the same texts are tried again. */
  readonly seed: number
  readonly copies: number
  readonly texts: number
  /** What went wrong, with the smallest answers that do it. */
  readonly faults: readonly string[]
}

/** Prints so many copies of odd answers, and writes down what came of it. */
export async function tryOddTexts(copies: number, file: string): Promise<OddTextsEvidence> {
  let texts = 0
  const property = fc.asyncProperty(oddAnswers, async (answers) => {
    texts += answers.length
    await isPrintedWhole(answers)
  })
  const { seed, failed, counterexample, errorInstance } = await fc.check(property, { numRuns: copies, examples: [[found]] })
  const faults = failed ? [`${String(errorInstance)}: ${JSON.stringify(counterexample)}`] : []
  const evidence = { on: new Date().toISOString().slice(0, 10), node: process.version, cores: cpus().length, seed, copies, texts, faults }
  await writeFile(file, `${JSON.stringify(evidence, null, 2)}\n`)
  return evidence
}
