import { milestonesOf, type Milestone } from './milestones'
import { statusOf, type Status } from './status'
import { caseworkerOf, type Caseworker } from './timeline-view/caseworker'
import { isBereaved } from './timeline-view/deeds'
import { draftAnsweredOn, knownOf, toldAs, type Known, type TimelineOf } from './timeline-view/known'
import { pathOf, type PathStep } from './timeline-view/path'
import { cardOf, type Card } from './timeline-view/stage-card'

export type { Caseworker } from './timeline-view/caseworker'
export { asksForSelf, ownKey, viewerOf, type TimelineOf, type TimelineWords, type Viewer } from './timeline-view/known'
export { deedKinds, type Deed, type DeedKind } from './timeline-view/deeds'
export type { Card } from './timeline-view/stage-card'

export interface ViewStage extends PathStep {
  /** On the stage where we are. */
  readonly card?: Card
}

/** Everything the page of an application says about it, in words. */
export interface TimelineView {
  readonly heading: string
  /** Where we are. How late it is, the card says first. */
  readonly lead: string
  /** Just one of them is 'now' or 'late', and has the card. */
  readonly stages: readonly ViewStage[]
  readonly stateText: Readonly<Record<PathStep['state'], string>>
  readonly caseworker?: Caseworker
  /** Adding to what was sent, or correcting it, can still make a difference. */
  readonly mayAdd: boolean
  /** The child or young person has died: the page says how sorry we are, how to reach us, and no more. */
  readonly isBereaved: boolean
  readonly status: Status
  readonly milestones: readonly Milestone[]
}

const finished: readonly Status['stage'][] = ['final-plan', 'withdrawn', 'ended']

/** The page that follows an application: where we are, what is happening, what is next and by when, what they can do, who to talk to, what if. */
export function timelineViewOf(of: TimelineOf): TimelineView {
  const { facts, today, words } = of
  const known = knownOf(of)
  const { status, milestones, say } = known
  const caseworker = caseworkerOf(facts, today, words)
  const card = cardOf(known, caseworker)
  return {
    heading: say('heading'),
    lead: say(`lead.${leadOf(known)}`),
    stages: pathOf(known).map((step) => (step.state === 'now' || step.state === 'late' ? { ...step, card } : step)),
    stateText: { 'done': say('states.done'), 'now': say('states.now'), 'late': say('states.late'), 'to-come': say('states.to-come') },
    ...(caseworker && { caseworker }),
    mayAdd: !finished.includes(status.stage),
    isBereaved: isBereaved(known),
    status,
    milestones,
  }
}

/** Which words stand first. A family that has just answered a draft reads that it arrived. */
function leadOf(known: Known): string {
  if (isBereaved(known)) return 'bereaved'
  return known.viewer === 'family' && known.status.stage === 'draft-plan' && draftAnsweredOn(known) ? 'draft-answered' : toldAs(known)
}

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
