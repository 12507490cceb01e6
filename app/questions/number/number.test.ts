import { expect, it } from 'vitest'
import { wordsFor } from '~/i18n/words'
import { provesKind } from '../kind.contract'
import { numberKind } from './number'

provesKind(numberKind, {
  settings: { max: 10_000, unit: 'pounds' },
  reads: [
    [{ '': ' £1,250.50 ' }, 1250.5],
    [{ '': '95.4 %' }, 95.4],
    [{ '': '95,4' }, 95.4],
    [{ '': '1 250' }, 1250],
    [{ '': '٩٥' }, 95],
    [{ '': '0' }, 0],
    [{ '': '12.345' }, 12.35],
  ],
  faultExamples: { notANumber: [{ '': 'about half' }, ''], tooHigh: [{ '': '10,001' }, ''] },
  warningExamples: {},
  unremarkable: [0, 10_000],
})

it('is said with its sign, as people write it', () => {
  const naming = { words: wordsFor('en'), key: (rest: string) => rest }
  const said = (value: number, unit?: 'percent' | 'pounds') => numberKind.lines(value, { max: 10_000, ...(unit && { unit }) }, naming)
  expect([said(1250.5, 'pounds'), said(600, 'pounds'), said(95.4, 'percent'), said(1250)]).toEqual([['£1,250.50'], ['£600.00'], ['95.4%'], ['1,250']])
})
