import { addDays, type IsoDate } from './calendar'
import { exceptionTestOf, type AdviceRequest, type ExceptionClaim, type ExceptionTest } from './exceptions'
import { cautiousCounting, limitOf, milestoneOf } from './milestone'
import type { Counting, Limit, Milestone, MilestoneId, StepId } from './milestone'
import { routes, type Route } from './routes'
import { dueOnOf, ruleOn, type ExceptionKind } from './rules'

/** A school asked whether it can meet the child's needs (s.39). */
export interface SchoolConsultation {
  school: string
  consultedOn: IsoDate
  repliedOn?: IsoDate | undefined
}

/** What has happened so far. A later fact implies the earlier steps, known or not. */
export interface SendFacts {
  route: Route
  /** Receipt of the request (or learning of the child); the order; the mediation agreement; the concession. */
  startedOn: IsoDate
  /** Whether to assess or re-assess: the day the family was told. */
  assessDecision?: { on: IsoDate; outcome: 'assess' | 'refuse' } | undefined
  advice?: readonly AdviceRequest[] | undefined
  /** Whether to issue a plan. */
  planDecision?: { on: IsoDate; outcome: 'issue' | 'no-plan' } | undefined
  draftServedOn?: IsoDate | undefined
  schoolConsultations?: readonly SchoolConsultation[] | undefined
  finalSentOn?: IsoDate | undefined
  /** Withdrawn, or ended because the child moved away or died. */
  withdrawnOn?: IsoDate | undefined
  exceptionClaims?: readonly ExceptionClaim[] | undefined
}

/** How it ended. `inTime` is there when the step that ended it has a limit that can be dated. */
export interface Ending {
  how: 'withdrawn' | 'refused' | 'no-plan' | 'final-plan'
  on: IsoDate
  inTime?: boolean
}

/** The family's time to comment on a draft plan (reg 13(1)(a)): 15 days beginning with the day of service. */
export interface Comments {
  regulation: string
  servedOn: IsoDate
  /** The last day for comments. */
  lastOn: IsoDate
  /** The first day on which the plan may be finalised. */
  earliestFinalOn: IsoDate
}

/** Something the council should know before it is too late. */
export type SendWarning =
  /** The final plan cannot be in time without cutting the family's 15 days, which the council may not do. */
  | 'final-plan-cannot-be-in-time'
  /** The final plan was sent before the family's 15 days were over. */
  | 'final-plan-sent-before-comments-ended'

/** Everything the law says about one case on one day. */
export interface SendTimeline {
  /** The council's steps in order: those met, and those still owed. */
  steps: readonly Milestone[]
  /** Each adviser's six weeks (reg 8(1)), as long as it is owed. */
  advice: readonly Milestone[]
  /** Each school's 15 days to reply (guidance, not law). */
  schoolReplies: readonly Milestone[]
  /** The step that is open today; none once it has ended. `due` is missing when the day it runs from is not known. */
  open?: { id: StepId; due?: Milestone }
  ended?: Ending
  comments?: Comments
  /** The last day to serve a draft and still finish in time, leaving 15 days; and 15 more to consult a school. */
  latestDraftOn?: IsoDate
  latestDraftWithConsultationOn?: IsoDate
  exceptions: readonly ExceptionTest[]
  warnings: readonly SendWarning[]
}

const FULL_COMMENT_DAYS = 15
const CONSULTATION_DAYS = 15

/**
 * Every limit of the route that can be dated from the facts, met or not, needed or not, in the order of the steps;
 * then one for each adviser who has received a request.
 * @throws RangeError when the route was not law on the day it started.
 */
export function limitsOf(facts: SendFacts): readonly Limit[] {
  const steps = routes[facts.route].steps.flatMap(({ id, rule }) => {
    const startedOn = ruleOn(rule, facts.startedOn).starts === 'assessment-agreed' ? facts.assessDecision?.on : facts.startedOn
    return startedOn === undefined ? [] : [limitOf(id, rule, startedOn)]
  })
  const advice = (facts.advice ?? []).flatMap(({ adviser, receivedOn }) =>
    receivedOn === undefined ? [] : [limitOf('advice', 'advice', receivedOn, adviser)],
  )
  return [...steps, ...advice]
}

/**
 * The statutory clock of an EHC needs assessment on `today`.
 * Dates are legal last days; an exception never moves one. Facts are taken as they are given, whatever their dates.
 * @throws RangeError when the route was not law on the day it started.
 */
export function sendTimelineOf(facts: SendFacts, today: IsoDate, counting: Counting = cautiousCounting): SendTimeline {
  const limits = limitsOf(facts)
  const exceptions = testsOf(facts, limits)
  const ended = endingOf(facts, limits)
  const stands = (limit: Limit, metOn: IsoDate | undefined, neverLate = false) =>
    metOn === undefined && ended ? [] : [milestoneOf(limit, { metOn, neverLate, excusedBy: excuseOf(limit, exceptions) }, today, counting)]

  const steps = limits.flatMap((limit) => {
    const { id } = limit
    if (!isStep(id)) return []
    const metOn = metOnOf(id, facts)
    const issued = id === 'plan-decision' && facts.planDecision?.outcome === 'issue'
    return metOn === undefined && isPast(id, facts) ? [] : stands(limit, metOn, issued)
  })
  const advice = limits.flatMap((limit) =>
    limit.id === 'advice' ? stands(limit, facts.advice?.find(({ adviser }) => adviser === limit.of)?.returnedOn) : [],
  )
  const schoolReplies = (facts.schoolConsultations ?? []).flatMap(({ school, consultedOn, repliedOn }) =>
    stands(limitOf('school-reply', 'school-reply', consultedOn, school), repliedOn),
  )

  const openId = ended ? undefined : routes[facts.route].steps.find(({ id }) => !isPast(id, facts))?.id
  const due = steps.find(({ id }) => id === openId)
  const comments = facts.draftServedOn === undefined ? undefined : commentsOf(facts.draftServedOn)
  const finalDueOn = limits.find(({ id }) => id === 'final-plan')?.dueOn

  return {
    steps,
    advice,
    schoolReplies,
    ...(openId && { open: { id: openId, ...(due && { due }) } }),
    ...(ended && { ended }),
    ...(comments && { comments }),
    ...(finalDueOn !== undefined && routes[facts.route].datesDraft && latestDraftsOf(finalDueOn)),
    exceptions,
    warnings: warningsOf(facts, comments, finalDueOn, ended),
  }
}

/** The family's 15 days to comment on a draft served on a day. */
export function commentsOf(servedOn: IsoDate): Comments {
  const rule = ruleOn('comments', servedOn)
  const lastOn = dueOnOf(rule, servedOn)
  return { regulation: rule.regulation, servedOn, lastOn, earliestFinalOn: addDays(lastOn, 1) }
}

function latestDraftsOf(finalDueOn: IsoDate) {
  const latestDraftOn = addDays(finalDueOn, -FULL_COMMENT_DAYS)
  return { latestDraftOn, latestDraftWithConsultationOn: addDays(latestDraftOn, -CONSULTATION_DAYS) }
}

function testsOf(facts: SendFacts, limits: readonly Limit[]): readonly ExceptionTest[] {
  const known = { limits, advice: facts.advice ?? [], assessDecidedOn: facts.assessDecision?.on }
  return (facts.exceptionClaims ?? []).map((claim) => exceptionTestOf(claim, known))
}

function excuseOf(limit: Limit, exceptions: readonly ExceptionTest[]): ExceptionKind | undefined {
  const freed = exceptions.find(({ findings }) => findings.some((finding) => finding.limit === limit && finding.disapplied))
  return freed && (freed.claim.kind as ExceptionKind)
}

function endingOf(facts: SendFacts, limits: readonly Limit[]): Ending | undefined {
  const { withdrawnOn, assessDecision, planDecision, finalSentOn } = facts
  const ending = (how: Ending['how'], on: IsoDate, ...steps: StepId[]): Ending => {
    const limit = limits.find(({ id }) => isStep(id) && steps.includes(id))
    return { how, on, ...(limit && { inTime: on <= limit.dueOn }) }
  }
  if (withdrawnOn !== undefined) return ending('withdrawn', withdrawnOn)
  if (assessDecision?.outcome === 'refuse') return ending('refused', assessDecision.on, 'assess-decision', 'reassess-decision')
  if (planDecision?.outcome === 'no-plan') return ending('no-plan', planDecision.on, 'plan-decision')
  if (finalSentOn !== undefined) return ending('final-plan', finalSentOn, 'final-plan')
  return undefined
}

/** The order in which the facts of a case can happen: one that has happened puts every earlier step in the past. */
const places: Record<StepId, number> = {
  'assess-decision': 0,
  'reassess-decision': 0,
  'plan-decision': 1,
  'draft-plan': 2,
  'final-plan': 3,
}

function daysOf({ assessDecision, planDecision, draftServedOn, finalSentOn }: SendFacts): readonly (IsoDate | undefined)[] {
  return [assessDecision?.on, planDecision?.on, draftServedOn, finalSentOn]
}

function metOnOf(step: StepId, facts: SendFacts): IsoDate | undefined {
  return daysOf(facts)[places[step]]
}

function isPast(step: StepId, facts: SendFacts): boolean {
  return daysOf(facts).slice(places[step]).some((day) => day !== undefined)
}

function isStep(id: MilestoneId): id is StepId {
  return Object.hasOwn(places, id)
}

function warningsOf(
  { finalSentOn }: SendFacts,
  comments: Comments | undefined,
  finalDueOn: IsoDate | undefined,
  ended: Ending | undefined,
): readonly SendWarning[] {
  if (!comments) return []
  if (finalSentOn !== undefined && finalSentOn < comments.earliestFinalOn) return ['final-plan-sent-before-comments-ended']
  const cannotBeInTime = !ended && finalDueOn !== undefined && comments.earliestFinalOn > finalDueOn
  return cannotBeInTime ? ['final-plan-cannot-be-in-time'] : []
}
