import { londonDayOf } from '~/engine/london-day'
import { addDays } from '~/timeline'
import type { Services } from '../services'
import { overLetterOf } from './over-letter'

/** Ends what schools see of a request some days after they answered it, or after the day by which they were to. Returns how many ended. */
export function endInvitations(services: Pick<Services, 'store' | 'clock' | 'invitationDays' | 'council' | 'wordsFor'>): Promise<number> {
  const { store, clock, invitationDays } = services
  const due = addDays(clock.today(), -invitationDays.openFor)
  return store.endInvitations({ answered: startOf(due), due }, overLetterOf(services), clock.now())
}

/** The instant at which a day begins in London. */
function startOf(day: string): string {
  const midnight = new Date(`${day}T00:00:00.000Z`)
  const hourBefore = new Date(midnight.getTime() - 3_600_000)
  return (londonDayOf(hourBefore) === day ? hourBefore : midnight).toISOString()
}

/** The last day of an invitation that was answered at an instant. */
export const endsOn = ({ invitationDays: { openFor } }: Pick<Services, 'invitationDays'>, answeredAt: string): string => addDays(londonDayOf(new Date(answeredAt)), openFor)
