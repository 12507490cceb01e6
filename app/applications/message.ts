/** A letter, email or text waiting in the outbox. Never holds personal details beyond the address it goes to. */
export interface Message {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly body: string
  /** From this instant on it is of no use to anybody, as a code that has run out. */
  readonly uselessAfter?: string
  readonly createdAt: string
  readonly sentAt?: string
  /** How often it was handed to the mailer, or was about to be. */
  readonly tries: number
}

export type NewMessage = Pick<Message, 'id' | 'to' | 'subject' | 'body' | 'uselessAfter'> & {
  /** It tells a family about the request that it goes out with: if it cannot be delivered, they read so on the page of that request. */
  readonly isToFamily?: true
  readonly gatheredUntil?: string // it goes at this instant, once for all that was left under its id until then
}
