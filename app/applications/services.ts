import type { Form } from '~/engine/form'
import type { Given } from '~/engine/kind'
import type { Words } from '~/engine/words'
import type { Clock, Inspector, Mailer, Objects, Painter, Printer, Scanner, Store } from './ports'
import type { UploadLimits } from './uploads'

/** Keyed hashes, so that what is stored says nothing without the key. */
export interface Secrets {
  /** HMAC-SHA-256 (hex) of a text for one purpose. */
  hash(purpose: 'browser' | 'code' | 'csrf' | 'limit' | 'link' | 'paper' | 'to-send', text: string): string
}

/** What the verbs are handed. */
export interface Services {
  readonly store: Store
  readonly clock: Clock
  readonly mailer: Mailer
  readonly printer: Printer
  readonly objects: Objects
  readonly scanner: Scanner
  readonly inspector: Inspector
  readonly painter: Painter
  readonly uploadLimits: UploadLimits
  readonly secrets: Secrets
  readonly wordsFor: (language: string) => Words
  /** The form of an application, by its id. */
  readonly formNamed: (id: string) => Form | undefined
  /** How many days a school is given to answer, and for how many after that it still sees what it was shown and what it sent. */
  readonly invitationDays: { readonly toAnswer: number; readonly openFor: number }
  readonly council: { readonly name: string; readonly phone: string; readonly mailbox: string; readonly postcodeAreas: readonly string[] }
  /** Phrases that may mean that somebody is in danger, in every language that people speak here. */
  readonly dangerPhrases: readonly string[]
  /** The address of the portal that goes into emails, without a slash at the end. */
  readonly baseUrl: string
}

/** What answers are looked at against today, here. */
export const givenBy = ({ clock, council, dangerPhrases }: Pick<Services, 'clock' | 'council' | 'dangerPhrases'>): Given => ({
  today: clock.today(),
  postcodeAreas: council.postcodeAreas,
  dangerPhrases,
})
