import { question, type Question, type QuestionSettings } from '~/engine/form'
import type { Kind } from '~/engine/kind'
import * as z from 'zod/mini'
import { Fault, schemaFrom, textIn } from '../reading'

export interface YesNoSettings<Unsure extends boolean = boolean> {
  /** Offers "Not sure". */
  readonly unsure?: Unsure
}

export type YesNo = 'yes' | 'no'
export type YesNoUnsure = YesNo | 'unsure'

const optionsOf = ({ unsure }: YesNoSettings): readonly YesNoUnsure[] => (unsure ? ['yes', 'no', 'unsure'] : ['yes', 'no'])

export const yesNoKind: Kind<'yes-no', YesNoSettings, YesNoUnsure> = {
  name: 'yes-no',
  boxes: () => [{ name: '' }],
  schema: (settings) =>
    schemaFrom((typed) => {
      const code = textIn(typed, '')
      return code === '' ? null : (optionsOf(settings).find((option) => option === code) ?? new Fault('notAnOption'))
    }),
  value: (settings) => z.enum(optionsOf(settings)),
  typed: (value) => ({ '': value }),
  errors: ['notAnOption'],
  warnings: [],
  lines: (value, _settings, { words, key }) => [words.text(key(`options.${value}`))],
  options: optionsOf,
  ownOptions: true,
  example: () => 'yes',
}

/** Yes or no, and "Not sure" where it is offered. */
export const yesNo = <const Id extends string, const Unsure extends boolean = false>(
  id: Id,
  settings: YesNoSettings<Unsure> & QuestionSettings = {},
): Question<Id, Unsure extends true ? YesNoUnsure : YesNo> =>
  question(yesNoKind, id, settings) as Question<Id, Unsure extends true ? YesNoUnsure : YesNo>
