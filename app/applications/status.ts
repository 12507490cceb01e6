import { sendTimelineOf, type ExceptionKind, type Milestone, type Route, type StepId } from '~/timeline'
import { factsOf, type Fact } from './facts'
import { claimsOf, sendFactsOf } from './facts/send-facts'
import { roundOf, storyOf } from './facts/story'
import type { Position, Round } from './facts/turns'

/** Where a request is, in the stages that a family knows. */
export type Stage = (typeof stages)[number]
export const stages = [
  'draft', 'evidence', 'received', 'finding-out', 'no-assessment', 'assessing', 'gathering-advice', 'no-plan', 'plan-agreed', 'draft-plan',
  'asking-schools', 'final-plan', 'withdrawn', 'ended',
] as const

/** How the step that is open stands. */
export const latenessStates = ['on-track', 'due-today', 'late', 'late-excused'] as const

/** The step that the council owes now, by when, and whether that has passed. */
export interface Lateness {
  readonly state: (typeof latenessStates)[number]
  readonly step: StepId
  /** The last lawful day. It never moves. */
  readonly dueOn: string
  /** How many days late; 0 when it is not. */
  readonly days: number
  /** The exception that excuses it, tested and passed. */
  readonly excusedBy?: ExceptionKind
  /** Why, in the council's plain words for the family. */
  readonly reason?: string
  /** The day the council now aims for. */
  readonly expectedOn?: string
}

/** Where we are: computed from facts, never stored. */
export interface Status {
  readonly stage: Stage
  /** The day this stage began; not there for a draft. */
  readonly since?: string
  /** Which clock runs, or ran last; not there for a draft. */
  readonly route?: Route
  /** There while the council owes a step with a date. */
  readonly lateness?: Lateness
}

/** Where an application is on `today`. The order in which its facts were recorded makes no difference. */
export function statusOf(facts: readonly Fact[], today: string): Status {
  const { position, turnedBy, ...story } = storyOf(facts)
  if (position === 'evidence') return { stage: position, ...(turnedBy && { since: turnedBy.on }) }
  const round = roundOf(story)
  if (!round) return { stage: 'draft' }
  const stage = stageOf(position, round.facts)
  const since = sinceOf(stage, round.facts) ?? turnedBy?.on
  const lateness = latenessOf(round, today)
  return { stage, route: round.route, ...(since !== undefined && { since }), ...(lateness && { lateness }) }
}

/** Of the positions in which a clock runs or ran. */
const plainStages = {
  'draft': 'draft', 'planning': 'plan-agreed', 'no-assessment': 'no-assessment', 'no-plan': 'no-plan', 'final': 'final-plan', 'withdrawn': 'withdrawn', 'ended': 'ended',
} as const satisfies Partial<Record<Position, Stage>>

function stageOf(position: Exclude<Position, 'evidence'>, facts: readonly Fact[]): Stage {
  const asked = factsOf(facts, 'advice-requested').length > 0
  if (position === 'deciding') return asked ? 'finding-out' : 'received'
  if (position === 'assessing') return asked ? 'gathering-advice' : 'assessing'
  if (position === 'commenting') return factsOf(facts, 'school-consulted').length > factsOf(facts, 'school-replied').length ? 'asking-schools' : 'draft-plan'
  return plainStages[position]
}

/** Stages that begin with a fact that decides nothing. */
function sinceOf(stage: Stage, facts: readonly Fact[]): string | undefined {
  if (stage === 'finding-out') return factsOf(facts, 'advice-requested')[0]?.on
  if (stage === 'asking-schools') return factsOf(facts, 'school-consulted')[0]?.on
  return undefined
}

function latenessOf(round: Round, today: string): Lateness | undefined {
  const due = sendTimelineOf(sendFactsOf(round), today).open?.due
  if (!due) return undefined
  const step = due.id as StepId
  const estimate = factsOf(round.facts, 'estimate-given').filter((each) => each.details.step === step).at(-1)?.details
  const claims = claimsOf(round.facts)
  const reason = claims.filter((claim) => claim.exception === due.excusedBy).at(-1)?.reason ?? estimate?.reason ?? claims.at(-1)?.reason
  return {
    state: openStateOf(due),
    step,
    dueOn: due.dueOn,
    days: Math.max(0, -(due.daysToDue ?? 0)),
    ...(due.excusedBy && { excusedBy: due.excusedBy }),
    ...(reason !== undefined && { reason }),
    ...(estimate && { expectedOn: estimate.expectedOn }),
  }
}

const openStateOf = ({ state }: Milestone): Lateness['state'] => (state === 'due-today' || state === 'late' || state === 'late-excused' ? state : 'on-track')
