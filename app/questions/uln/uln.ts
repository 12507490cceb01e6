import { question, type Question, type QuestionSettings } from '~/engine/form'
import type { Kind } from '~/engine/kind'
import { codeIsTooLong, tidyCode, weighted } from '../checked-code'
import { oneLine } from '../one-line'

/** Weights 10 to 2 on nine digits; 10 less the remainder by 11 is the last digit, and a remainder of 0 is never given out. */
function hasRightCheckDigit(digits: string) {
  const remainder = weighted(digits.slice(0, 9), 10) % 11
  return remainder !== 0 && 10 - remainder === Number(digits[9])
}

export const ulnKind: Kind<'uln', object, string> = {
  name: 'uln',
  ...oneLine(codeIsTooLong, tidyCode),
  errors: ['tooLong'],
  warnings: ['notTenDigits', 'checkDigit'],
  warn: (value) => (!/^\d{10}$/.test(value) ? 'notTenDigits' : hasRightCheckDigit(value) ? undefined : 'checkDigit'),
  example: () => '1234567899',
}

/** A unique learner number; a wrong one is kept, with a warning. */
export const uln = <const Id extends string>(id: Id, settings: QuestionSettings = {}): Question<Id, string> => question(ulnKind, id, settings)
