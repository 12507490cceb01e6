import type { Services } from './services'

/** How long a draft is kept after it was last saved, when its owner has given an email address. Said on every save page. */
export const DRAFT_DAYS = 90
/** How long a draft stays in a browser that nobody signed in from. */
export const GUEST_DRAFT_DAYS = 7
/** How long an ended session is remembered, so that what was typed when it ended can be given back after sign-in. */
export const SESSION_MEMORY_DAYS = 7
/** How long an email that went is kept. */
const MESSAGE_DAYS = 14
/** How long one that could not be delivered is kept, so that the page of its request can say so. */
const UNDELIVERED_DAYS = 90

const daysBefore = (now: string, days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString()

/** Forgets drafts nobody came back to, sessions and codes that ended, emails that went, and people who have nothing here. Returns how many drafts went. */
export function forgetDrafts({ store, clock }: Pick<Services, 'store' | 'clock'>): Promise<number> {
  const now = clock.now()
  return store.forget({
    draftsBefore: daysBefore(now, DRAFT_DAYS),
    guestDraftsBefore: daysBefore(now, GUEST_DRAFT_DAYS),
    sessionsBefore: daysBefore(now, SESSION_MEMORY_DAYS),
    messagesBefore: daysBefore(now, MESSAGE_DAYS),
    undeliveredBefore: daysBefore(now, UNDELIVERED_DAYS),
  })
}
