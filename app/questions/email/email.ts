import { question, type Question, type QuestionSettings } from '~/engine/form'
import type { Kind } from '~/engine/kind'
import { oneLine } from '../one-line'

export interface EmailSettings {
  /** What browsers may fill in, only where it is about the person who types (WCAG 1.3.5). */
  readonly autocomplete?: string
}

/** One address, at most 254 characters (RFC 5321). What could smuggle a second address into a message is refused. */
function faultIn(line: string): string | undefined {
  if (line.length > 254) return 'tooLong'
  const [before, after, ...more] = line.split('@')
  return before && after && more.length === 0 && !/[\s,;:<>()"]/.test(line) ? undefined : 'notAnEmail'
}

export const emailKind: Kind<'email', EmailSettings, string> = {
  name: 'email',
  ...oneLine<EmailSettings>(faultIn),
  errors: ['notAnEmail', 'tooLong'],
  warnings: [],
  example: () => 'alex.parent@example.com',
}

/** An email address. */
export const email = <const Id extends string>(id: Id, settings: EmailSettings & QuestionSettings = {}): Question<Id, string> =>
  question(emailKind, id, settings)
