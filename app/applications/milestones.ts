import {
  appealDatesOf, commentsOf, daysBetween, sendTimelineOf, type ExceptionKind, type Milestone as CouncilMilestone, type Route, type SendTimeline,
} from '~/timeline'
import { factsOf, type Fact } from './facts'
import { sendFactsOf } from './facts/send-facts'
import { storyOf } from './facts/story'
import type { Round } from './facts/turns'

export const milestoneIds = [
  'assess-decision', 'reassess-decision', 'advice', 'plan-decision', 'draft-plan', 'comments', 'school-reply', 'final-plan',
  'mediation-contact', 'appeal',
] as const
export const milestoneStates = ['to-come', 'due-today', 'late', 'late-excused', 'passed', 'met', 'met-late'] as const

/** Something with a last day: owed by the council or those it asks, or open to the family. */
export interface Milestone {
  readonly id: (typeof milestoneIds)[number]
  /** Which run of the clock, from 0. */
  readonly round: number
  readonly route: Route
  /** Which adviser or school, where several have the same limit. */
  readonly of?: string
  /** The law or guidance, as a lawyer would cite it. */
  readonly regulation: string
  readonly startedOn: string
  /** The last day. It never moves. */
  readonly dueOn: string
  readonly metOn?: string
  /** `passed` is a family's: a right that they did not use is not late. */
  readonly state: (typeof milestoneStates)[number]
  readonly excusedBy?: ExceptionKind
  /** Days from today to `dueOn`, while it is not met. Negative: it has passed. */
  readonly daysToDue?: number
}

/** Facts from which a family may disagree: mediation and appeal count from the day the notice was sent. */
export const appealableFacts = ['assessment-refused', 'plan-refused', 'final-plan-sent', 'reassessment-decided'] as const

/** Every dated step of an application, run by run, each in the order of its last day. Of earlier runs, what was met. */
export function milestonesOf(facts: readonly Fact[], today: string): readonly Milestone[] {
  const { rounds } = storyOf(facts)
  return rounds.flatMap((round, index) => {
    const timeline = sendTimelineOf(sendFactsOf(round), today)
    const councils = [...timeline.steps, ...timeline.advice, ...timeline.schoolReplies].map(fromTimeline)
    const all = [...councils, ...draftOf(round, timeline, today), ...familysOf(round, today)]
    return all
      .filter((each) => index === rounds.length - 1 || each.metOn !== undefined)
      .sort((one, other) => daysBetween(other.dueOn, one.dueOn))
      .map((each): Milestone => ({ ...each, round: index, route: round.route }))
  })
}

type Found = Omit<Milestone, 'round' | 'route'>

const fromTimeline = ({ id, of, regulation, startedOn, dueOn, metOn, state, excusedBy, daysToDue }: CouncilMilestone): Found => ({
  id, regulation, startedOn, dueOn, state,
  ...(of !== undefined && { of }),
  ...(metOn !== undefined && { metOn }),
  ...(excusedBy !== undefined && { excusedBy }),
  ...(daysToDue !== undefined && { daysToDue }),
})

/** The last day on which a draft leaves the family 15 days and the council in time: no limit of its own in law, but what the two limits leave. */
function draftOf({ startedOn, facts }: Round, { latestDraftOn, ended, open }: SendTimeline, today: string): readonly Found[] {
  const servedOn = factsOf(facts, 'draft-plan-sent').at(-1)?.on
  if (latestDraftOn === undefined || (!servedOn && (ended || open?.id === 'assess-decision'))) return []
  return [rightOf({ id: 'draft-plan', regulation: 'SI 2014/1530 reg 13(1)(a), 13(2)', startedOn, dueOn: latestDraftOn }, servedOn, today)]
}

/** What the family may do by when. */
function familysOf({ facts }: Round, today: string): readonly Found[] {
  const draft = factsOf(facts, 'draft-plan-sent').at(-1)
  const comments = draft && commentsOf(draft.on)
  const said = factsOf(facts, 'comments-received').find((fact) => !draft || fact.on >= draft.on)?.on
  return [
    ...(draft && comments && (said !== undefined || factsOf(facts, 'final-plan-sent').length === 0)
      ? [rightOf({ id: 'comments', regulation: comments.regulation, startedOn: draft.on, dueOn: comments.lastOn }, said, today)]
      : []),
    ...disagreementOf(facts, today),
  ]
}

function disagreementOf(facts: readonly Fact[], today: string): readonly Found[] {
  const notice = noticeIn(facts)
  if (!notice) return []
  const certificate = factsOf(facts, 'mediation-certificate-issued')[0]?.on
  const { contactMediatorByOn, lastOn } = appealDatesOf({ sentOn: notice.on, certificateIssuedOn: certificate })
  const contacted = certificate ?? factsOf(facts, 'mediation-agreed')[0]?.on
  return [
    rightOf({ id: 'mediation-contact', regulation: 'SI 2014/1530 reg 33', startedOn: notice.on, dueOn: contactMediatorByOn }, contacted, today),
    rightOf({ id: 'appeal', regulation: 'SI 2008/2699 r.20(1)(c)', startedOn: notice.on, dueOn: lastOn }, factsOf(facts, 'appeal-lodged')[0]?.on, today),
  ]
}

/** The decision that the family may disagree with, if the run ended in one. */
function noticeIn(facts: readonly Fact[]): Fact | undefined {
  return facts.find(
    (fact) => appealableFacts.some((name) => name === fact.fact) && !(fact.fact === 'reassessment-decided' && fact.details.outcome !== 'refuse'),
  )
}

function rightOf(right: Pick<Found, 'id' | 'regulation' | 'startedOn' | 'dueOn'>, metOn: string | undefined, today: string): Found {
  if (metOn !== undefined) return { ...right, metOn, state: metOn > right.dueOn ? 'met-late' : 'met' }
  const daysToDue = daysBetween(today, right.dueOn)
  return { ...right, daysToDue, state: daysToDue > 0 ? 'to-come' : daysToDue === 0 ? 'due-today' : 'passed' }
}
