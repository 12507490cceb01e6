import { milestonesOf, type Milestone } from '../milestones'
import { statusOf } from '../status'
import type { TimelineOf } from './known'

/** A date for a calendar. It names nobody, since calendars are shared. */
export interface CalendarDate {
  /** The same for the same thing whenever it is asked for. */
  readonly id: string
  readonly on: string
  readonly title: string
}

/** What only a family may do by a day. */
const familys: readonly Milestone['id'][] = ['comments', 'mediation-contact', 'appeal']

/** The dates still to come, soonest first. A draft's is among them only where the law sets one. */
export function datesOf({ facts, viewer, today, words }: Pick<TimelineOf, 'facts' | 'viewer' | 'today' | 'words'>): readonly CalendarDate[] {
  const { expectedOn } = statusOf(facts, today).lateness ?? {}
  const aim = expectedOn !== undefined && expectedOn >= today ? [{ id: 'aim', on: expectedOn, title: words.text('timeline:dates.aim') }] : []
  const limits = milestonesOf(facts, today)
    .filter(({ id }) => viewer === 'family' || !familys.includes(id))
    .filter(({ id, route, daysToDue }) => (daysToDue ?? -1) >= 0 && words.has(`timeline:dates.${id}`) && (id !== 'draft-plan' || route === 'tribunal-make-plan'))
    .map(({ id, round, dueOn }) => ({ id: `${id}-${round + 1}`, on: dueOn, title: words.text(`timeline:dates.${id}`) }))
  return [...limits, ...aim].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}
