import { question, type Question, type QuestionSettings } from '~/engine/form'
import type { Kind } from '~/engine/kind'
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
  warnings: [],
  example: () => 'Alex',
}

/** One line of text in any script. */
export const text = <const Id extends string>(id: Id, settings: TextSettings & QuestionSettings = {}): Question<Id, string> =>
  question(textKind, id, settings)
