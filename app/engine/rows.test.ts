import { describe, expect, it } from 'vitest'
import { rowsIn } from '~/applications/paste-items'
import { schoolAdvice } from '~/forms/school-advice'
import { wordsFor } from '~/i18n/words'
import { choice } from '~/questions/choice/choice'
import { choices } from '~/questions/choices/choices'
import { address } from '~/questions/address/address'
import { itemQuestionsOf, pageAsking } from './form'
import { wordsOf } from './naming'
import { repeat } from './repeat'
import { itemsFromRows } from './rows'

const said = wordsOf(schoolAdvice, wordsFor('en'), 'Malik')
const asked = (list: string) => pageAsking(schoolAdvice, list)?.questions.flatMap((each) => itemQuestionsOf(each) ?? []) ?? []
const read = (pasted: string, list = 'attainments') => itemsFromRows(asked(list), rowsIn(pasted) ?? [], said)
const answersIn = (pasted: string, list?: string) => read(pasted, list).items.map(({ answers }) => Object.values(answers))
const faultsIn = (pasted: string) => read(pasted).problems.map(({ line, problem }) => [line, 'cell' in problem ? problem.cell : `${problem.question} ${problem.code}`])

describe('rows that somebody pastes from a spreadsheet', () => {
  it('are read in the order of the columns, with options by what they are called and dates as spreadsheets write them', () => {
    expect(answersIn('Phonics check\tYear 1\t32\t12/06/2025\t32 of 40\r\nstandardised\tReading\t85\tMay 2026\r\n\t\t\t\t\r\n\r\nOur own tracking\tMaths\tY2\t2026-05-01\t\r\n')).toEqual([
      ['phonics', 'Year 1', '32', '2025-06-12', '32 of 40'],
      ['standardised', 'Reading', '85', '2026-05', null],
      ['teacher', 'Maths', 'Y2', '2026-05-01', null],
    ])
  })

  it('may have headings, in any order and with some left out', () => {
    expect(answersIn('DATE\tscore or level\tSubject or test\n2026\t85\tReading')).toEqual([[null, 'Reading', '85', '2026', null]])
    expect(faultsIn('Date\tSubject or test\tTeacher\n2026\tReading\tMs Lee')).toEqual([[1, 'Teacher']])
  })

  it('keep quotation marks, and lines within a cell', () => {
    expect(answersIn('2026\t2026\t"Reads ""alone""\nand aloud"\tPairs\tMs Lee\t2\t1,5\t6\tBetter', 'cycles')).toEqual([
      ['2026', '2026', 'Reads "alone"\nand aloud', 'Pairs', 'Ms Lee', 2, 1.5, 6, 'Better'],
    ])
    expect(answersIn('other\ta 5" pen\t3')).toEqual([['other', 'a 5" pen', '3', null, null]])
  })

  it('may be a provision map', () => {
    const map = 'Support\tWho\tHow often\tGroup\tSince\tCost\nSpeech practice\tMs Lee, TA\t3 x 20 min\t1:4\tSep 2025\t"£1,250.50"\nMentor\tMr Ade\tdaily\t1:1\t\t'
    expect(answersIn(map, 'provision')).toEqual([
      ['Speech practice', 'Ms Lee, TA', '3 x 20 min', '1:4', '2025-09', 1250.5],
      ['Mentor', 'Mr Ade', 'daily', '1:1', null, null],
    ])
    expect(answersIn('Support\tCost\nA sand timer\t4', 'provision')).toEqual([['A sand timer', null, null, null, null, 4]])
  })

  it('say which of their lines cannot be read, and why', () => {
    expect(faultsIn('phonics\tA\t1\t2026\n\nSATs\tB\t2\t31/02/2026\n\t\t\t\t\tmore')).toEqual([
      [3, 'attainmentFramework notAnOption'],
      [3, 'attainmentOn notADate'],
      [4, 'more'],
    ])
    expect(faultsIn('other\tA\t1\t2099\nother\tA\t1\tJan-26')).toEqual([[1, 'attainmentOn inFuture'], [2, 'attainmentOn shortYear']])
    expect(rowsIn('"never closed\tx')).toBeUndefined()
  })

  it('may hold several options in a cell, parted by semicolons', () => {
    const questions = [choices('needs', { options: ['yes', 'no'] })]
    expect(itemsFromRows(questions, [{ line: 1, cells: ['no ; yes'] }], { ...said, question: () => ({ label: '', hint: undefined, options: [], notSaid: [] }), column: () => '' }).items[0]?.answers).toEqual({ needs: ['yes', 'no'] })
  })

  it('are not offered where an answer fits no cell', () => {
    expect(() => repeat('places', { max: 3, pasteable: true, questions: [choice('kind', { options: ['a'] }), address('where')] })).toThrow('where fits no cell')
  })
})
