import { question, type Question, type QuestionSettings } from '~/engine/form'
import type { Kind } from '~/engine/kind'
import { asciiDigits } from '../ascii-digits'
import { oneLine } from '../one-line'

export interface PhoneSettings {
  /** What browsers may fill in, only where it is about the person who types (WCAG 1.3.5). */
  readonly autocomplete?: string
}

const EXTENSION = /(ext|x)\.? ?\d{1,6}$/i

/** UK or international, 7 to 15 digits as ITU-T E.164 allows, spaced and bracketed as people like; an extension may follow. */
function faultIn(line: string): string | undefined {
  if (line.length > 100) return 'tooManyDigits'
  const number = line.replace(EXTENSION, '')
  if (!/^\+?[\d\s().\/-]+$/.test(number)) return 'notANumber'
  const digits = number.replace(/\D/g, '').length
  return digits < 7 ? 'tooFewDigits' : digits > 15 ? 'tooManyDigits' : undefined
}

export const phoneKind: Kind<'phone', PhoneSettings, string> = {
  name: 'phone',
  ...oneLine<PhoneSettings>(faultIn, asciiDigits),
  errors: ['notANumber', 'tooFewDigits', 'tooManyDigits'],
  warnings: [],
  example: () => '0113 496 0000',
}

/** A phone number, kept as it was typed. */
export const phone = <const Id extends string>(id: Id, settings: PhoneSettings & QuestionSettings = {}): Question<Id, string> =>
  question(phoneKind, id, settings)
