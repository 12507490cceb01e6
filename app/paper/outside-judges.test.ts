import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkPdf } from './kit/tagged/check/check-pdf.contract'
import { askVera, canAskVera, type VeraAnswer } from './kit/tagged/check/ask-vera.contract'
import { writeQuestionnaire, writeReport } from './kit/tagged/check/sample.contract'
import { blanks, letters, lettersInScripts, type SamplePaper } from './papers.contract'
import { unspaced } from './read-pdf.contract'

// qpdf, poppler-utils and veraPDF judge the files as strangers would, beside our own checker. Where they are not installed their tests are skipped by name.
const isThere = (command: string) => spawnSync(command, ['--version']).error === undefined
const run = (command: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  return { status, said: `${stdout}${stderr}` }
}

const short: Readonly<Record<string, SamplePaper>> = {
  ...letters,
  ...lettersInScripts,
  'the report of the tagged folder': { isArchival: true, write: writeReport },
  'the form of the tagged folder': { isArchival: false, write: writeQuestionnaire },
}
const judged = { ...short, ...blanks }
const folder = mkdtempSync(join(tmpdir(), 'papers-'))
const fileOf = (name: string) => join(folder, `${name.replace(/\W+/g, '-')}.pdf`)

beforeAll(async () => {
  // From the last: whoever tests the blank forms at the same time prints them from the first, and neither prints what the other has printed.
  for (const [name, paper] of Object.entries(judged).reverse()) writeFileSync(fileOf(name), await paper.write())
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true }))

describe.each(Object.keys(judged))('%s', (name) => {
  it.skipIf(!isThere('qpdf'))('is a sound PDF (needs qpdf)', () => {
    expect(run('qpdf', '--check', fileOf(name))).toEqual({ status: 0, said: expect.stringContaining('No syntax or stream encoding errors found') })
  })

  it.skipIf(!isThere('pdffonts'))('has each of its fonts in the file once, with their meaning (needs poppler-utils)', () => {
    const fonts = run('pdffonts', fileOf(name)).said.trim().split('\n').slice(2)
    const kinds = fonts.map((line) => line.replace(/^\w+\+/, '').replace(/\s+\d+\s+\d+$/, '').split(/\s+/))
    expect(new Set(kinds.map(([font]) => font)).size).toBe(fonts.length)
    expect(new Set(kinds.map(([, ...kind]) => kind.join(' ')))).toEqual(new Set(['CID TrueType Identity-H yes yes yes']))
  })

  it('has no fault for readers that do not see the page', async () => {
    expect((await checkPdf(readFileSync(fileOf(name)))).faults).toEqual([])
  })
})

// Poppler takes a minute for the structure of a form of 50 pages: four times as long for twice as many. What is only longer than others is left out.
const longer = ['thirty helpers', 'answers of 20,000 characters', 'a timeline with a long reason, an unbroken word and what cannot be printed']
describe.each(Object.keys(short).filter((name) => !longer.includes(name)))('%s', (name) => {
  it.skipIf(!isThere('pdfinfo'))('is read by its structure as we read it (needs poppler-utils)', async () => {
    const structure = run('pdfinfo', '-struct-text', fileOf(name)).said
    const read = [...structure.matchAll(/^\s*"(.*)"$/gm)].map(([, text]) => text).join('')
    const { lines } = await checkPdf(readFileSync(fileOf(name)))
    expect(unspaced(read)).toBe(unspaced(lines.map(({ text }) => text).join('')))
  })
})

describe.skipIf(!canAskVera())('veraPDF (needs Java and libjaxb-java)', () => {
  const broken = join(folder, 'broken.pdf')
  let answers: readonly VeraAnswer[]
  beforeAll(() => {
    const breakIt = (sound: string) => sound.replace('<pdfuaid:part>1', '<pdfuaid:part>2')
    writeFileSync(broken, Buffer.from(breakIt(readFileSync(fileOf('a normal copy'), 'latin1')), 'latin1'))
    const questions = Object.entries(judged).flatMap(([name, { isArchival }]) => (isArchival ? (['ua1', '2a'] as const) : (['ua1'] as const)).map((flavour) => ({ file: fileOf(name), flavour })))
    answers = askVera([...questions, { file: broken, flavour: 'ua1' }])
  }, 240_000)

  it.each(Object.entries(judged))('finds no fault in %s', (name, { isArchival }) => {
    const mine = answers.filter(({ file }) => file === fileOf(name))
    expect(mine.map(({ flavour, faults }) => [flavour, faults])).toEqual(isArchival ? [['ua1', ''], ['2a', '']] : [['ua1', '']])
    for (const { checks } of mine) expect(checks).toBeGreaterThan(200)
  })

  it('finds the fault of a file that has one', () => {
    expect(answers.find(({ file }) => file === broken)?.faults).toContain('"pdfuaid:part" shall be')
  })
})
