import type { Milestone } from './milestones'
import type { Status } from './status'
import { caseworkerOf, type Caseworker } from './timeline-view/caseworker'
import { datesOf } from './timeline-view/dates'
import { isBereaved } from './timeline-view/deeds'
import { draftAnsweredOn, knownOf, toldAs, type Known, type TimelineOf } from './timeline-view/known'
import { pathOf, type PathStep } from './timeline-view/path'
import { cardOf, type Card } from './timeline-view/stage-card'

export type { Caseworker } from './timeline-view/caseworker'
export { datesOf } from './timeline-view/dates'
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
  /** Days are still to come, which a calendar can take. */
  readonly hasDates: boolean
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
    hasDates: datesOf(of).length > 0,
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
