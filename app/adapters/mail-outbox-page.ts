import type { Mailer } from '~/applications/ports'

/** For demonstrations: messages stay in the outbox, and are read on the page /dev/outbox. Nothing leaves the machine. */
export const outboxPageMailer = (): Mailer => ({ send: async () => undefined })
