import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionOf, levelsOf, standingOrder } from './bidi'
import { FontSubset } from './font-subset'
import { hide, isHidden, reveal, wordsOf } from './hidden-letters'
import { breakable } from './line-breaks'
import { isPlain } from './prepare'
import { draws, shape } from './shaping'
import { glyphReader, metricReader, readTables, table, writeTables } from './truetype'
import { isWoff, woffTables } from './woff'

const fontOf = (name: string, part: string) => {
  const file = readFileSync(createRequire(import.meta.url).resolve(`@fontsource/${name}/files/${name}-${part}-400-normal.woff`))
  return { name, file: writeTables(woffTables(file)) }
}
const naskh = fontOf('noto-naskh-arabic', 'arabic')
const bengali = fontOf('noto-sans-bengali', 'bengali')
const opening = { direction: 'rtl', ascent: 1069 } as const

describe('hidden letters', () => {
  it('come back as they were, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const typed = text.replace(/[\uFDD0-\uFDEF]/g, '').replace(/\n/g, '')
        const hidden = hide(typed, opening)
        expect(reveal(hidden)).toEqual({ text: typed, opening })
        expect(wordsOf(hidden)).toBe(typed)
        // Only single spaces are left for the layout engine to break lines at.
        expect(hidden.replace(/[\u{F0000}-\u{FFFFF}]/gu, '')).toMatch(/^ *$/)
        expect(hidden).not.toContain('  ')
      }),
    )
  })

  it('begin each paragraph anew', () => {
    expect(hide('ab\nc', opening).split('\n').map((paragraph) => reveal(paragraph))).toEqual([{ text: 'ab', opening }, { text: 'c', opening }])
  })

  it('are only for what the layout engine would spoil', () => {
    expect(['Plain English – “quoted”, £5', 'Zażółć Ŵŷ Nguyễn', 'Ελλάδα (1821)', 'Україна'].filter((text) => !isPlain(text))).toEqual([])
    expect(['سلام', 'বাংলা', '中文', 'e\u0301', 'a → b', '\u{F0041}', '\uD800', 'a\u200Db', 'Ελλάδα [Greece]', 'Україна Ukraine'].filter(isPlain)).toEqual([])
    expect(isHidden('Plain')).toBe(false)
  })
})

describe('a line of two directions', () => {
  it('stands as UAX 9 says', () => {
    const text = 'ab (شك 12) cd'
    const pieces = [...text].map((letter, index) => ({ letter, level: levelsOf(text, 'ltr')[index] ?? 0 }))
    expect(standingOrder(pieces).map(({ letter }) => letter).join('')).toBe('ab (12 كش) cd')
  })

  it.each([
    ['اسم Zofia', 'rtl'],
    ['12 – (Zofia) اسم', 'ltr'],
    ['020 7946 0958', undefined],
    ['', undefined],
  ])('goes the way of the first letter that has one: %s', (text, direction) => {
    expect(directionOf(text)).toBe(direction)
  })
})

describe('lines', () => {
  const piecesOf = (text: string) => breakable(hide(text, opening)).map((piece) => reveal(piece).text)

  it.each([
    ['between Chinese characters, but not before what closes', '我在（北京），上学。', ['我', '在', '（北', '京），', '上', '学。']],
    ['at the word separator of Amharic', 'ሰላም፡ልጄ፡ነው።', ['ሰላም፡', 'ልጄ፡', 'ነው።']],
    ['nowhere in a word', 'ব্যক্তিগত', ['ব্যক্তিগত']],
  ])('are broken %s', (_where, text, pieces) => {
    expect(piecesOf(text).filter(Boolean)).toEqual(pieces)
    expect(piecesOf(text)).toEqual(pieces.flatMap((piece, index) => (index === 0 ? [piece] : ['', piece])))
  })

  it('are broken inside a word only if it is very long, and never inside a letter', () => {
    const letter = 'ক্ষি'
    const pieces = piecesOf(letter.repeat(40)).filter(Boolean)
    const graphemes = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(letter)].map(({ segment }) => segment)
    expect(new Set(pieces)).toEqual(new Set(graphemes))
    expect(piecesOf(letter.repeat(9))).toHaveLength(1)
  })

  it('leave plain words alone', () => {
    expect(breakable('plain')).toEqual(['plain'])
  })
})

describe('shaping', () => {
  it('joins Arabic letters with what is around the piece', () => {
    const alone = shape(naskh, 'ب', 0, 1, true, 'ar')
    const inside = shape(naskh, 'ببب', 1, 2, true, 'ar')
    expect(inside[0]?.strokes.map(({ id }) => id)).not.toEqual(alone[0]?.strokes.map(({ id }) => id))
    expect(inside[0]).toMatchObject({ start: 1, end: 2 })
  })

  it('draws a Bengali cluster as one, in the order of the text', () => {
    const clusters = shape(bengali, 'কি শ্রে', 0, 7, false, 'bn')
    expect(clusters.map(({ start, end }) => [start, end])).toEqual([[0, 2], [2, 3], [3, 7]])
    expect(clusters[0]?.strokes.length).toBeGreaterThan(1)
  })

  it('knows what a font draws, and that joiners need no ink', () => {
    expect(draws(naskh, 'می\u200C')).toBe(true)
    expect(draws(naskh, 'a')).toBe(false)
    expect(draws(naskh, 'ب\u09BE')).toBe(false)
  })
})

describe('the part of a font in a file', () => {
  it('has a code for each drawing with each meaning, and the glyphs that they need', () => {
    const subset = new FontSubset(naskh.file)
    const letter = { strokes: [{ id: 5, x: 0, y: 0 }], advance: 700, text: 'a' }
    const codes = [letter, letter, { ...letter, text: 'b' }, { ...letter, strokes: [...letter.strokes, { id: 9, x: 120, y: -40 }] }, { strokes: [], advance: 0, text: 'c' }].map((drawing) => subset.codeOf(drawing))
    expect(codes).toEqual([1, 1, 2, 3, 4])
    expect(subset.texts).toEqual(['', 'a', 'b', 'a', 'c'])
    expect(subset.advances.slice(1)).toEqual([700, 700, 700, 0])
    const [one, two] = [subset.glyphNumbers().readUInt16BE(2), subset.glyphNumbers().readUInt16BE(4)]
    expect(one).toBe(two)
  })

  it('is a font that can be read, and draws each glyph where it was put', () => {
    const subset = new FontSubset(naskh.file)
    const whole = glyphReader(readTables(naskh.file))
    const [first, second] = [40, 41]
    const code = subset.codeOf({ strokes: [{ id: first, x: 0, y: 0 }, { id: second, x: 300, y: 50 }], advance: 900, text: 'x' })
    const tables = readTables(subset.file())
    const glyph = subset.glyphNumbers().readUInt16BE(code * 2)
    const outline = glyphReader(tables).outline(glyph)
    expect(outline.readInt16BE(0)).toBe(-1)
    expect(outline.readInt16BE(6)).toBe(Math.max(whole.outline(first).readInt16BE(6), whole.outline(second).readInt16BE(6) + 300))
    expect(metricReader(tables)(glyph)).toEqual({ advance: 900, bearing: outline.readInt16BE(2) })
    expect(table(tables, 'maxp').readUInt16BE(4)).toBe(glyphReader(tables).count)
    expect(subset.file().length).toBeLessThan(naskh.file.length / 20)
  })

  it('refuses a font whose outlines it could not write', () => {
    expect(() => new FontSubset(Buffer.from('OTTO and no more'))).toThrow('TrueType')
    expect(isWoff(naskh.file)).toBe(false)
  })
})
