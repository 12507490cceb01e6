import { MailRefused } from './failures'
import type { Services } from './services'

const BATCH = 20
/** Minutes until the next try after each failure; the last is repeated. */
const RETRY_MINUTES = [1, 2, 5, 15, 60]
/** How long a message is tried: longer than any mail server is away. */
const DAYS_TRIED = 3
const MINUTE = 60_000

/**
 * Hands waiting messages to the mailer. Each try is written down before it is made: a store that cannot be written sends nothing, and a crash may
 * send a message twice but never loses it. One that is refused for good, that nobody took for three days, or that is of no use any more is given up. Returns how many went.
 */
export async function sendMessages({ store, mailer, clock }: Pick<Services, 'store' | 'mailer' | 'clock'>): Promise<number> {
  let sent = 0
  for (const message of await store.messagesToSend(clock.now(), BATCH)) {
    const { id, tries, createdAt, uselessAfter } = message
    const now = Date.parse(clock.now())
    if (uselessAfter !== undefined && uselessAfter <= clock.now()) {
      await store.messageGivenUp(id, clock.now())
      continue
    }
    await store.messageTried(id, new Date(now + minutesAfter(tries) * MINUTE).toISOString())
    const failed = await mailer.send(message).then(() => undefined, (error: unknown) => ({ error }))
    if (failed) {
      const isOld = now - Date.parse(createdAt) >= DAYS_TRIED * 24 * 60 * MINUTE
      if (failed.error instanceof MailRefused || isOld) await store.messageGivenUp(id, clock.now())
      continue
    }
    sent += 1
    await store.messageSent(id, clock.now())
  }
  return sent
}

const minutesAfter = (tries: number) => RETRY_MINUTES[Math.min(tries, RETRY_MINUTES.length - 1)] ?? 60
