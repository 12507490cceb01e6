import { londonDayOf } from '~/engine/london-day'
import { addDays } from '~/timeline'
import type { Services } from '../services'

const DAY = 86_400_000

/** Ends what schools see of a request some days after they answered it, or after the day by which they were to. Returns how many ended. */
export function endInvitations({ store, clock, invitationDays: { openFor } }: Pick<Services, 'store' | 'clock' | 'invitationDays'>): Promise<number> {
  const now = clock.now()
  return store.endInvitations({ answered: new Date(Date.parse(now) - openFor * DAY).toISOString(), due: addDays(clock.today(), -openFor) }, now)
}

/** The day on which an invitation ends that was answered at an instant. */
export const endsOn = ({ invitationDays: { openFor } }: Pick<Services, 'invitationDays'>, answeredAt: string): string => addDays(londonDayOf(new Date(answeredAt)), openFor)
