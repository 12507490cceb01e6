import { commentsOf } from '~/timeline'
import { factsOf } from '../facts'
import type { Milestone } from '../milestones'
import type { Known } from './known'

/** What can honestly be said of a step that is still to come. */
export interface Promised {
  /** The last lawful day, which never moves. */
  readonly dueOn: string
  /** The day we said we aim for, while it has not gone by. */
  readonly aimOn?: string
  /** It is known today that `dueOn` has passed, or cannot be kept. */
  readonly isLost: boolean
}

const order: readonly Milestone['id'][] = ['assess-decision', 'reassess-decision', 'plan-decision', 'draft-plan', 'final-plan']

/** What can be promised of a step: nothing that what is known today makes impossible. */
export function promiseOf(known: Known, { id, dueOn }: Milestone): Promised {
  const aimOn = aimFor(known, id)
  const isLost = known.today > dueOn || soonestOn(known, id) > dueOn
  return { dueOn, isLost, ...(aimOn !== undefined && { aimOn }) }
}

/** The newest estimate for a step, while it has not gone by. */
function aimFor({ round, today }: Known, id: Milestone['id']): string | undefined {
  const expectedOn = factsOf(round?.facts ?? [], 'estimate-given').findLast(({ details }) => details.step === id)?.details.expectedOn
  return expectedOn !== undefined && expectedOn >= today ? expectedOn : undefined
}

/**
 * The first day on which a step can be done: not before today, nor before the day we aim for with each step ahead of it. Before the
 * final plan the family has 15 days with the draft (reg 13(1)(a)).
 */
function soonestOn(known: Known, id: Milestone['id']): string {
  const { status, round, today } = known
  const served = factsOf(round?.facts ?? [], 'draft-plan-sent').at(-1)
  if (id === 'final-plan' && served) return later(today, commentsOf(served.on).earliestFinalOn)
  const owed = order.indexOf(status.lateness?.step ?? 'final-plan')
  const ahead = order.slice(0, Math.max(0, order.indexOf(id))).filter((step) => (step === 'draft-plan' ? !served : order.indexOf(step) >= owed))
  const soonest = ahead.map((step) => aimFor(known, step) ?? today).reduce(later, today)
  return id === 'final-plan' ? commentsOf(soonest).earliestFinalOn : soonest
}

const later = (one: string, other: string) => (one > other ? one : other)
