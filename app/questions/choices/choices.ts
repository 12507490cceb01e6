import * as z from 'zod/mini'
import { question, type Question, type QuestionSettings } from '~/engine/form'
import type { Kind } from '~/engine/kind'
import { Fault, schemaFrom, textsIn } from '../reading'

export interface ChoicesSettings<Option extends string = string> {
  readonly options: readonly Option[]
  /** The option that says "none of these" and so stands alone. */
  readonly none?: NoInfer<Option>
}

export const choicesKind: Kind<'choices', ChoicesSettings, readonly string[]> = {
  name: 'choices',
  boxes: () => [{ name: '', many: true }],
  schema: ({ options, none }) =>
    schemaFrom((typed) => {
      const sent = textsIn(typed, '').filter((code) => code !== '')
      if (!sent.every((code) => options.includes(code))) return new Fault('notAnOption')
      const codes = options.filter((code) => sent.includes(code))
      if (none && codes.length > 1 && codes.includes(none)) return new Fault('noneAndOthers')
      return codes.length > 0 ? codes : null
    }),
  value: ({ options }) => z.array(z.enum(options)),
  typed: (value) => ({ '': value }),
  errors: ['notAnOption', 'noneAndOthers'],
  warnings: [],
  lines: (value, _settings, { words, key }) => value.map((code) => words.text(key(`options.${code}`))),
  options: ({ options }) => options,
  isBlank: (value) => value.length === 0,
  example: ({ options, none }) => options.filter((code) => code !== none).slice(0, 2),
}

/** Any of several: the answer is the codes of the options, in the order they are offered. */
export const choices = <const Id extends string, const Option extends string>(
  id: Id,
  settings: ChoicesSettings<Option> & QuestionSettings,
): Question<Id, readonly Option[]> => question(choicesKind, id, settings) as Question<Id, readonly Option[]>
