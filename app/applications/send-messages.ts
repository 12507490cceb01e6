import type { Services } from './services'

const BATCH = 20
/** Minutes until the next try after each failure; the last is repeated. */
const RETRY_MINUTES = [1, 2, 5, 15, 60]

/**
 * Hands waiting messages to the mailer. A message counts as sent only once the mailer took it, so a crash may send it twice but
 * never loses it. Returns how many went.
 */
export async function sendMessages({ store, mailer, clock }: Pick<Services, 'store' | 'mailer' | 'clock'>): Promise<number> {
  let sent = 0
  for (const message of await store.messagesToSend(clock.now(), BATCH)) {
    try {
      await mailer.send(message)
      await store.messageSent(message.id, clock.now())
      sent += 1
    } catch {
      const minutes = RETRY_MINUTES[Math.min(message.failures, RETRY_MINUTES.length - 1)] ?? 60
      await store.messageFailed(message.id, new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString())
    }
  }
  return sent
}
