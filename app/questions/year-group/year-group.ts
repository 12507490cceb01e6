import * as z from 'zod/mini'
import { question, type Question, type QuestionSettings } from '~/engine/form'
import type { Kind } from '~/engine/kind'
import { Fault, schemaFrom, textIn } from '../reading'

/** Years of schooling in England, before and after it, and the two other things a family may need to say. */
export const yearGroups = [
  'early-years', 'reception', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', 'after-13', 'none', 'not-sure',
] as const
export type YearGroup = (typeof yearGroups)[number]

export const yearGroupKind: Kind<'year-group', object, YearGroup> = {
  name: 'year-group',
  boxes: () => [{ name: '' }],
  schema: () =>
    schemaFrom((typed) => {
      const code = textIn(typed, '')
      return code === '' ? null : (yearGroups.find((year) => year === code) ?? new Fault('notAnOption'))
    }),
  value: () => z.enum(yearGroups),
  typed: (value) => ({ '': value }),
  words: () => ({ choose: {} }),
  errors: ['notAnOption'],
  warnings: [],
  lines: (value, _settings, { words, key }) => [words.text(key(`options.${value}`))],
  options: () => yearGroups,
  ownOptions: true,
  example: () => '4',
}

/** The school year a child or young person is in. */
export const yearGroup = <const Id extends string>(id: Id, settings: QuestionSettings = {}): Question<Id, YearGroup> =>
  question(yearGroupKind, id, settings)
