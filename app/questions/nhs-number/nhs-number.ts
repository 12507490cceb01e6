import { question, type Question, type QuestionSettings } from '~/engine/form'
import type { Kind } from '~/engine/kind'
import { oneLine } from '../one-line'
import { codeIsTooLong, tidyCode, weighted } from '../checked-code'

/** Weights 10 to 2 on nine digits; 11 less the remainder by 11 is the check digit, 11 counts as 0 and 10 is never given out. */
const hasRightCheckDigit = (digits: string) => (11 - (weighted(digits.slice(0, 9), 10) % 11)) % 11 === Number(digits[9])

export const nhsNumberKind: Kind<'nhs-number', object, string> = {
  name: 'nhs-number',
  ...oneLine(codeIsTooLong, tidyCode),
  errors: ['tooLong'],
  warnings: ['notTenDigits', 'checkDigit'],
  warn: (value) => (!/^\d{10}$/.test(value) ? 'notTenDigits' : hasRightCheckDigit(value) ? undefined : 'checkDigit'),
  lines: (value) => [/^\d{10}$/.test(value) ? `${value.slice(0, 3)} ${value.slice(3, 6)} ${value.slice(6)}` : value],
  example: () => '9434765919',
}

/** An NHS number; a wrong one is kept, with a warning. */
export const nhsNumber = <const Id extends string>(id: Id, settings: QuestionSettings = {}): Question<Id, string> =>
  question(nhsNumberKind, id, settings)
