import { question, type Question, type QuestionSettings } from '~/engine/form'
import type { Kind } from '~/engine/kind'
import { codeIsTooLong } from '../checked-code'
import { oneLine } from '../one-line'
import { isUkPostcode, tidyPostcode } from '../uk-postcode'

export interface PostcodeSettings {
  /** What browsers may fill in, only where it is about the person who types (WCAG 1.3.5). */
  readonly autocomplete?: string
}

export const postcodeKind: Kind<'postcode', PostcodeSettings, string> = {
  name: 'postcode',
  ...oneLine<PostcodeSettings>(codeIsTooLong, tidyPostcode),
  errors: ['tooLong'],
  warnings: ['notUk'],
  warn: (value) => (isUkPostcode(value) ? undefined : 'notUk'),
  example: () => 'LS1 1UR',
}

/** A postcode; one that is not of the UK is kept, with a warning. */
export const postcode = <const Id extends string>(id: Id, settings: PostcodeSettings & QuestionSettings = {}): Question<Id, string> =>
  question(postcodeKind, id, settings)
