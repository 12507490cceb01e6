import * as z from 'zod/mini'
import { question, type Question, type QuestionSettings } from '~/engine/form'
import type { Kind } from '~/engine/kind'
import { Fault, schemaFrom, textIn } from '../reading'

export interface ChoiceSettings<Option extends string = string> {
  readonly options: readonly Option[]
}

export const choiceKind: Kind<'choice', ChoiceSettings, string> = {
  name: 'choice',
  boxes: () => [{ name: '' }],
  schema: ({ options }) =>
    schemaFrom((typed) => {
      const code = textIn(typed, '')
      return code === '' ? null : options.includes(code) ? code : new Fault('notAnOption')
    }),
  value: ({ options }) => z.enum(options),
  typed: (value) => ({ '': value }),
  words: () => ({ choose: {} }),
  errors: ['notAnOption'],
  warnings: [],
  lines: (value, _settings, { words, key }) => [words.text(key(`options.${value}`))],
  options: ({ options }) => options,
  example: ({ options }) => options[0] ?? '',
}

/** One of a few: the answer is the code of an option. */
export const choice = <const Id extends string, const Option extends string>(
  id: Id,
  settings: ChoiceSettings<Option> & QuestionSettings,
): Question<Id, Option> => question(choiceKind, id, settings) as Question<Id, Option>
