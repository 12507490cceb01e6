import { question, type Question, type QuestionSettings } from '~/engine/form'
import { DANGER, type Kind } from '~/engine/kind'
import { soundsLikeDanger } from '../danger'
import { oneLine } from '../one-line'
import { isLonger } from '../reading'

export interface TextSettings {
  /** Characters; 200 unless given. */
  readonly max?: number
  /** What browsers may fill in, only where it is about the person who types (WCAG 1.3.5). */
  readonly autocomplete?: string
  readonly width?: 'full' | 'medium' | 'short'
}

export const textKind: Kind<'text', TextSettings, string> = {
  name: 'text',
  ...oneLine<TextSettings>((line, { max = 200 }) => (isLonger(line, max) ? 'tooLong' : undefined)),
  errors: ['tooLong'],
  warnings: [DANGER],
  warn: (value, _settings, { dangerPhrases }) => (soundsLikeDanger(value, dangerPhrases) ? DANGER : undefined),
  example: () => 'Alex',
}

/** One line of text in any script. */
export const text = <const Id extends string>(id: Id, settings: TextSettings & QuestionSettings = {}): Question<Id, string> =>
  question(textKind, id, settings)
