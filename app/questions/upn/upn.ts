import { question, type Question, type QuestionSettings } from '~/engine/form'
import type { Kind } from '~/engine/kind'
import { codeIsTooLong, tidyCode, weighted } from '../checked-code'
import { oneLine } from '../one-line'

const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/** A letter, 11 digits, then a digit (or a letter in a temporary number, whose check letter is not tested). */
const SHAPE = /^[A-Z]\d{11}[A-Z\d]$/

/** The check letter: each of the digits 2 to 13 times its place, the remainder by 23 (DfE guide to unique pupil numbers). */
const checkLetterOf = (upn: string) => LETTERS[weighted(upn.slice(1), 2, 1) % 23]

export const upnKind: Kind<'upn', object, string> = {
  name: 'upn',
  ...oneLine(codeIsTooLong, tidyCode),
  errors: ['tooLong'],
  warnings: ['wrongShape', 'checkLetter'],
  warn(value) {
    if (!SHAPE.test(value)) return 'wrongShape'
    return /\d$/.test(value) && value[0] !== checkLetterOf(value) ? 'checkLetter' : undefined
  },
  example: () => 'A950000178301',
}

/** A unique pupil number; a wrong one is kept, with a warning. */
export const upn = <const Id extends string>(id: Id, settings: QuestionSettings = {}): Question<Id, string> => question(upnKind, id, settings)
