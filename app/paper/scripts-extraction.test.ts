import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, describe, expect, it } from 'vitest'
import { mixed, sentences } from './scripts.contract'
import { writeLines } from './set-lines.contract'

// What is read back must be what was typed, in the order in which it was typed: by pdf.js (Firefox), and where poppler-utils are
// installed by poppler, once through the tags as readers for blind people do, and once by places.

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined
const folder = mkdtempSync(join(tmpdir(), 'extraction-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Text without the marks of direction that readers add and that files hold for them. */
const plain = (text: string) => text.replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069\f]/g, '').normalize('NFC')
const words = (text: string) => plain(text).replace(/\s+/g, ' ').trim()
const letters = (text: string) => plain(text).replace(/\s+/g, '')

async function byPdfJs(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise
  const { items } = await (await document.getPage(1)).getTextContent({ disableNormalization: true })
  await document.destroy()
  const lines: string[] = []
  let height: number | undefined
  for (const item of items) {
    if (!('str' in item)) continue
    const at = Math.round(item.transform[5] as number)
    if (item.str.trim() !== '' && at !== height) lines.push('')
    if (item.str.trim() !== '') height = at
    if (lines.length > 0) lines.push((lines.pop() ?? '') + item.str)
  }
  return lines
}

const poppler = (command: string, args: readonly string[], pdf: Uint8Array): string => {
  const file = join(folder, 'lines.pdf')
  writeFileSync(file, pdf)
  return execFileSync(command, args.map((argument) => (argument === 'FILE' ? file : argument)), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}
const byTags = (pdf: Uint8Array) => [...poppler('pdfinfo', ['-struct-text', 'FILE'], pdf).matchAll(/^ *"(.*)"$/gm)].map(([, text = '']) => text)
const byPlaces = (pdf: Uint8Array) => poppler('pdftotext', ['-enc', 'UTF-8', 'FILE', '-'], pdf).split('\n').filter((line) => line.trim() !== '')

describe.each(Object.entries(sentences))('%s', (language, texts) => {
  const typed = texts.map(words)
  // pdf.js takes out every joiner, which Persian needs between letters. The file has them: poppler reads them.
  const withoutJoiners = (text: string) => text.replace(/[\u200C\u200D]/g, '')

  it('is read by pdf.js as it was typed', async () => {
    const read = await byPdfJs(await writeLines(language, texts))
    expect(read.map(words).map(withoutJoiners)).toEqual(typed.map(withoutJoiners))
  })

  it.skipIf(!hasPoppler)('is read through its tags as it was typed (needs poppler-utils)', async () => {
    expect(byTags(await writeLines(language, texts)).map(words)).toEqual(typed)
  })

  it.skipIf(!hasPoppler)('is read by places as it was typed (needs poppler-utils)', async () => {
    expect(byPlaces(await writeLines(language, texts)).map(words)).toEqual(typed)
  })
})

describe('lines of two directions', () => {
  it('are read by pdf.js as they were typed, but for spaces where the direction changes', async () => {
    const read = await byPdfJs(await writeLines('en', mixed))
    expect(read.map(letters)).toEqual(mixed.map(letters))
    const strangeSpaces = read.map(words).filter((line) => !mixed.map(words).includes(line))
    for (const line of strangeSpaces) expect(line).toMatch(/[([{"“«] \p{Script=Arabic}|\p{Script=Arabic} [)\]}"”»]/u)
  })

  it.skipIf(!hasPoppler)('are read through their tags as they were typed (needs poppler-utils)', async () => {
    expect(byTags(await writeLines('en', mixed)).map(words)).toEqual(mixed.map(words))
  })

  it.skipIf(!hasPoppler)('are read by places as they were typed where most of the page goes their way (needs poppler-utils)', async () => {
    const fromRight = mixed.filter((line) => /^\p{Script=Arabic}/u.test(line))
    expect(byPlaces(await writeLines('ar', fromRight)).map(words)).toEqual(fromRight.map(words))
    const fromLeft = mixed.slice(0, 4)
    expect(byPlaces(await writeLines('en', fromLeft)).map(words)).toEqual(fromLeft.map(words))
  })

  // The limit: poppler decides once a page from which side it reads, and pdftotext then orders the parts of every line by that.
  it.skipIf(!hasPoppler)('lose no letter by places, whichever way the page goes (needs poppler-utils)', async () => {
    const sorted = (lines: readonly string[]) => [...letters(lines.join(''))].sort().join('')
    expect(sorted(byPlaces(await writeLines('en', mixed)))).toBe(sorted(mixed))
  })
})
