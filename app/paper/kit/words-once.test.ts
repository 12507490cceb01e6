import { beforeAll, describe, expect, it } from 'vitest'
import { Font } from '@react-pdf/renderer'
import { fontFamily, loadFonts } from './fonts'
import { hide } from './tagged/text/hidden-letters'
import type { SourceFont } from './tagged/text/faces'
import { shapingWordsOnce } from './tagged/text/words-once'

describe('the fonts of one document', () => {
  beforeAll(async () => void (await loadFonts()))
  const descriptor = { fontFamily, fontWeight: 400, fontStyle: 'normal' } as const
  const fontOf = (store: Pick<typeof Font, 'getFont'>) => store.getFont(descriptor)?.data as unknown as SourceFont
  /** A store that remembers what was shaped. */
  function watched() {
    const own = fontOf(Font)
    const shaped: string[] = []
    const font: SourceFont = Object.create(own, { layout: { value: (text: string, ...rest: unknown[]) => (shaped.push(text), own.layout(text, ...rest)) } })
    const store = Object.create(Font, { getFont: { value: () => ({ data: font }) } }) as typeof Font
    return { own, shaped, store, font: fontOf(shapingWordsOnce(store)) }
  }
  const drawn = ({ glyphs, positions }: ReturnType<SourceFont['layout']>) => glyphs.map(({ id }, index) => [id, positions[index]?.xAdvance])

  it('shape each of its words once, and set a text as the font does', () => {
    const { own, shaped, font } = watched()
    const text = 'Tom AVers, the office of Tom;  Łucja\nand the official Тарас'
    const plain = own.layout(text, [], undefined, undefined, 'ltr')
    expect(drawn(font.layout(text, [], undefined, undefined, 'ltr'))).toEqual(drawn(plain))
    expect(shaped.filter((word) => word === 'the ')).toHaveLength(1)
    font.layout(text, undefined, undefined, undefined, 'ltr')
    expect(new Set(shaped).size).toBe(shaped.length)
  })

  it('leave whole what is set with features, and what only its paragraph can measure', () => {
    const { shaped, font } = watched()
    font.layout('1 of 2', ['tnum'])
    const hidden = hide('ab cd', { direction: 'rtl', ascent: 1 })
    font.layout(hidden)
    expect(shaped).toEqual(['1 of 2', hidden])
  })

  it('forget the words with the document', () => {
    const { shaped, font, store } = watched()
    font.layout('private words')
    fontOf(shapingWordsOnce(store)).layout('private words')
    expect(shaped).toEqual(['private ', 'words', 'private ', 'words'])
  })
})
