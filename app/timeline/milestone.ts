import { addDays, daysBetween, workingDayOnOrBefore, type IsoDate } from './calendar'
import { dueOnOf, ruleOn, type ExceptionKind, type Rule, type RuleId } from './rules'

/** A step of the council on the way to a plan. */
export type StepId = 'assess-decision' | 'reassess-decision' | 'plan-decision' | 'draft-plan' | 'final-plan'

/** Something with a last day: a step of the council, an adviser's advice or a school's reply. */
export type MilestoneId = StepId | 'advice' | 'school-reply'

/** Late begins the day after the last day. 'late-excused' is late too, with a reason the law knows. */
export type MilestoneState = 'to-come' | 'due-today' | 'late' | 'late-excused' | 'met' | 'met-late'

/** One period running from one day: a rule of law applied to a case. */
export interface Limit {
  id: MilestoneId
  rule: Rule
  startedOn: IsoDate
  /** The last lawful day. */
  dueOn: IsoDate
  /** Which adviser or school, where several have the same limit. */
  of?: string
}

/** A limit, and how it stands today. */
export interface Milestone {
  id: MilestoneId
  of?: string
  /** As a lawyer would cite it. */
  regulation: string
  startedOn: IsoDate
  /** The last lawful day. It never moves: an exception excuses being late, and the first date stays. */
  dueOn: IsoDate
  /** The day the council should aim for. */
  targetOn: IsoDate
  metOn?: IsoDate
  state: MilestoneState
  /** The reason the law accepts for missing this limit, when one was claimed and passes its test. */
  excusedBy?: ExceptionKind
  /** Days from today to `dueOn`: 0 is today, negative is late. Only while it is not met. */
  daysToDue?: number
}

/** How a council counts towards its own target. The legal last day is not a setting. */
export interface Counting {
  /** How many days before the legal last day. The Ombudsman has counted one day shorter than the law's ordinary rule (23 013 824). */
  targetDaysEarlier: number
  /** Move a target that is not a working day to the working day before. */
  targetOnWorkingDay: boolean
}

/** One day before the legal last day, on a working day. */
export const cautiousCounting: Counting = { targetDaysEarlier: 1, targetOnWorkingDay: true }

/**
 * A rule applied from a day.
 * @throws RangeError when the rule was not law on that day.
 */
export function limitOf(id: MilestoneId, ruleId: RuleId, startedOn: IsoDate, of?: string): Limit {
  const rule = ruleOn(ruleId, startedOn)
  return { id, rule, startedOn, dueOn: dueOnOf(rule, startedOn), ...(of !== undefined && { of }) }
}

/** What is known about meeting a limit. */
export interface Progress {
  metOn?: IsoDate | undefined
  /** Met on any day: what was done has no limit, though its alternative has. */
  neverLate?: boolean
  excusedBy?: ExceptionKind | undefined
}

/** How a limit stands on `today`. */
export function milestoneOf(limit: Limit, { metOn, neverLate, excusedBy }: Progress, today: IsoDate, counting: Counting): Milestone {
  const { id, of, startedOn, dueOn, rule } = limit
  return {
    id,
    ...(of !== undefined && { of }),
    regulation: rule.regulation,
    startedOn,
    dueOn,
    targetOn: targetOnOf(dueOn, counting),
    ...(metOn !== undefined && { metOn }),
    state: metOn !== undefined ? (metOn > dueOn && !neverLate ? 'met-late' : 'met') : openStateOf(dueOn, today, excusedBy),
    ...(excusedBy !== undefined && { excusedBy }),
    ...(metOn === undefined && { daysToDue: daysBetween(today, dueOn) }),
  }
}

function openStateOf(dueOn: IsoDate, today: IsoDate, excusedBy: ExceptionKind | undefined): MilestoneState {
  if (today < dueOn) return 'to-come'
  if (today === dueOn) return 'due-today'
  return excusedBy === undefined ? 'late' : 'late-excused'
}

function targetOnOf(dueOn: IsoDate, { targetDaysEarlier, targetOnWorkingDay }: Counting): IsoDate {
  const target = addDays(dueOn, -targetDaysEarlier)
  return targetOnWorkingDay ? workingDayOnOrBefore(target) : target
}
