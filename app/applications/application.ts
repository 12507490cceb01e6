import type { Part } from '~/engine/parts'
import type { Summary } from '~/engine/summary'

/** One form by one person about one child or young person, from first draft to the end. Times are ISO instants (UTC). */
export interface Application {
  readonly id: string
  readonly reference: string
  readonly form: string
  readonly language: string
  readonly startedAt: string
  readonly savedAt: string
  /** When the first fact was recorded; undefined while it is a draft. */
  readonly sentAt?: string
  /** When the council last had news of it, of a fact or of a paper: the place of the application in its list; undefined while it is a draft. */
  readonly changedAt?: string
}

/** What an application begins with. */
export type Start = Pick<Application, 'id' | 'reference' | 'form' | 'language'> & {
  readonly parts?: readonly Omit<Part, 'revision'>[]
  /** The number of the school whose members share it, if whoever begins it is one of them. */
  readonly school?: string
}

/** What was frozen when something was sent: its own words for ever, and their hash. */
export interface Sent {
  readonly fact: string
  readonly summary: Summary
  /** SHA-256 (hex) of the Summary as canonical JSON: the receipt. */
  readonly hash: string
}
