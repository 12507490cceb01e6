import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cleanLine, cleanText } from './clean-text'

it.each([
  ['a\r\nb\rc\u2028d\u000Be\u0085f', 'a\nb\nc\nd\ne\nf'],
  ['tab\tstays', 'tab\tstays'],
  ['nul\u0000 bell\u0007 bom\uFEFF override\u202E isolate\u2066', 'nul bell bom override isolate'],
  ['half \uD83D pair \uDE42 whole 🙂', 'half  pair  whole 🙂'],
  ['e\u0301 ﷺ שָׁלוֹם', 'é ﷺ שָׁלוֹם'.normalize('NFC')],
])('cleans %j', (typed, kept) => {
  expect(cleanText(typed)).toBe(kept)
})

it('keeps one line as one line', () => {
  expect(cleanLine('  Sam\u00A0 \n  O’Neill\t')).toBe('Sam O’Neill')
})

it('is not held up by a million marks on one letter', () => {
  const from = performance.now()
  expect(cleanText(`a${'\u0315\u0300'.repeat(500_000)}`).length).toBeLessThanOrEqual(31)
  expect(performance.now() - from).toBeLessThan(5000)
})

it('changes nothing the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text))
      expect(cleanLine(cleanLine(text))).toBe(cleanLine(text))
    }),
  )
})
