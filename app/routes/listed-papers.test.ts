import { describe, expect, it } from 'vitest'
import type { Upload } from '~/applications/uploads'
import type { Summary } from '~/engine/summary'
import { wordsFor } from '~/i18n/words'
import { withFiles } from './listed-papers.server'

const words = wordsFor('en')
const row = (question: string, ...lines: readonly string[]) => ({ question, page: question, label: question, lines })
const summary: Summary = { form: 'young-person-request', language: 'en', title: 'A', name: 'Niamh', sections: [{ id: 'about-me', title: 'All about me', rows: [row('goodDay'), row('badDay'), row('dreams', 'A boat')] }] }
const drawing = (about: string, more: Partial<Upload> = {}): Upload => ({ id: about, state: 'ready', name: 'a.png', size: 1, by: { role: 'visitor' }, beganAt: '', changedAt: '', details: {}, revision: 0, about, ...more })
const saidIn = (uploads: readonly Upload[], readers: 'family' | 'others' = 'family') => withFiles(summary, uploads, words, readers).sections.flatMap(({ rows }) => rows.map(({ lines }) => lines.join()))

describe('an answer that is a file', () => {
  it('is said where the question would have none; words that were written stay', () => {
    const asFile = words.text('papers:listed.instead')
    expect(saidIn([drawing('goodDay'), drawing('dreams')])).toEqual([asFile, '', 'A boat'])
    expect(saidIn([drawing('goodDay', { state: 'refused' }), drawing('badDay', { state: 'arriving' })])).toEqual(['', '', 'A boat'])
    expect(saidIn([drawing('goodDay', { details: { paperSees: 'advisers' } }), drawing('badDay')], 'others')).toEqual([asFile, '', 'A boat'])
  })
})
