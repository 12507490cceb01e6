import { milestonesOf, type Milestone } from './milestones'
import { statusOf, type Status } from './status'
import { caseworkerOf, type Caseworker } from './timeline-view/caseworker'
import { knownOf, toldAs, type TimelineOf } from './timeline-view/known'
import { pathOf, type PathStep } from './timeline-view/path'
import { cardOf, type Card } from './timeline-view/stage-card'

export type { Caseworker } from './timeline-view/caseworker'
export type { TimelineOf, TimelineWords } from './timeline-view/known'
export { deedKinds, type Card, type Deed, type DeedKind } from './timeline-view/stage-card'

export interface ViewStage extends PathStep {
  /** On the stage where we are. */
  readonly card?: Card
}

/** Everything the family's page says about an application, in words. */
export interface TimelineView {
  readonly heading: string
  /** Where we are. When something is late, that is said first. */
  readonly lead: readonly string[]
  /** Just one of them is 'now' or 'late', and has the card. */
  readonly stages: readonly ViewStage[]
  readonly stateText: Readonly<Record<PathStep['state'], string>>
  readonly caseworker?: Caseworker
  readonly status: Status
  readonly milestones: readonly Milestone[]
}

/** The family's page: where we are, what is happening, what is next and by when, what they can do, who to talk to, what if. */
export function timelineViewOf(of: TimelineOf): TimelineView {
  const { facts, name, today, words } = of
  const known = knownOf(of)
  const { status, milestones } = known
  const caseworker = caseworkerOf(facts, today, words)
  const card = cardOf(known, caseworker)
  const state = (id: PathStep['state']) => words.text(`timeline:states.${id}`)
  return {
    heading: words.text('timeline:heading', { name }),
    lead: [...card.late.slice(0, 1), words.text(`timeline:lead.${toldAs(status)}`, { name })],
    stages: pathOf(known).map((step) => (step.state === 'now' || step.state === 'late' ? { ...step, card } : step)),
    stateText: { 'done': state('done'), 'now': state('now'), 'late': state('late'), 'to-come': state('to-come') },
    ...(caseworker && { caseworker }),
    status,
    milestones,
  }
}

/** A date for a calendar. It names nobody, since calendars are shared. */
export interface CalendarDate {
  /** The same for the same thing whenever it is asked for. */
  readonly id: string
  readonly on: string
  readonly title: string
}

/** The dates still to come, soonest first. A draft's is among them only where the law sets one. */
export function datesOf({ facts, today, words }: Omit<TimelineOf, 'name'>): readonly CalendarDate[] {
  const { expectedOn } = statusOf(facts, today).lateness ?? {}
  const aim = expectedOn !== undefined && expectedOn >= today ? [{ id: 'aim', on: expectedOn, title: words.text('timeline:dates.aim') }] : []
  const limits = milestonesOf(facts, today)
    .filter(({ id, route, daysToDue }) => (daysToDue ?? -1) >= 0 && words.has(`timeline:dates.${id}`) && (id !== 'draft-plan' || route === 'tribunal-make-plan'))
    .map(({ id, round, dueOn }) => ({ id: `${id}-${round + 1}`, on: dueOn, title: words.text(`timeline:dates.${id}`) }))
  return [...limits, ...aim].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}
