import { describe, expect, it } from 'vitest'
import { languages, writtenIn } from './languages'
import { pseudo } from './pseudo'
import { wordsFor } from './words'

describe('words', () => {
  it('writes dates as a person says them', () => {
    const words = wordsFor('en')
    expect(words.date('2026-05-04')).toBe('Monday 4 May 2026')
    expect(words.date('2017-03')).toBe('March 2017')
    expect(words.date('2017')).toBe('2017')
    expect(words.time('2026-05-04T20:42:10.000Z')).toBe('9:42pm')
    expect([words.time('2026-07-01T23:30:00.000Z'), words.time('2026-07-01T11:30:00.000Z')]).toEqual(['12:30am', '12:30pm'])
    expect(words.list(['a', 'b', 'c'])).toBe('a, b and c')
    expect(words.either(['a', 'b', 'c'])).toBe('a, b or c')
  })
  it('refuses to show a raw key', () => {
    expect(() => wordsFor('en').text('common:no.such.key')).toThrow('No sentence for')
  })
  it('gives everybody the same sentences, which nobody can write into', () => {
    for (const code of ['en', 'qps']) {
      const begin = wordsFor(code).tree<{ heading: string }>('apply:begin')
      expect(() => (begin.heading = 'Robin')).toThrow(TypeError)
    }
  })
  it('does not read names as instructions', () => {
    expect(wordsFor('en').text('parent-request:questions.childBirthDate.label', { name: '{{other}} <b>$t(x)</b>' })).toContain('{{other}} <b>$t(x)</b>')
  })
  it('makes the pseudo-language longer and keeps the names in it', () => {
    const text = 'When was {{name}} born?'
    expect(pseudo(text).length).toBeGreaterThanOrEqual(text.length * 1.4)
    expect(pseudo(text)).toContain('{{name}}')
    expect(languages.filter((each) => each.pseudo).map((each) => each.code)).toEqual(['qps'])
  })
})

describe('a copy in another language than its page', () => {
  it('runs in its own direction', () => {
    expect([writtenIn('en'), writtenIn('qps'), writtenIn('none')]).toEqual([{ lang: 'en', dir: 'ltr' }, { lang: 'en-x-qps', dir: 'rtl' }, { lang: 'none', dir: 'ltr' }])
  })
})
