import { addDays, daysBetween, laterOf, type IsoDate } from './calendar'
import type { Limit } from './milestone'
import type { ExceptionKind } from './rules'

/** What someone says excuses the council. It is a claim, tested here, and never applied unless made. */
export interface ExceptionClaim {
  /** An `ExceptionKind`; any other word is kept, and tested as one the law does not know. */
  kind: string
  /** First day: of the closure, the absence or the circumstances; or the day of the missed appointment. */
  fromOn?: IsoDate | undefined
  /** Last day of the absence or the circumstances (open when not there); for a closure, the day it reopens. */
  toOn?: IsoDate | undefined
  /** Which request for advice it is about; every one when not named. */
  adviser?: string | undefined
}

/** Advice asked of a school, the NHS or anyone else (reg 6). */
export interface AdviceRequest {
  adviser: string
  requestedOn: IsoDate
  /** The day the adviser received it, from which reg 8(1) counts. */
  receivedOn?: IsoDate | undefined
  returnedOn?: IsoDate | undefined
}

/** Why a claim does or does not free a limit. */
export type ExceptionReason =
  | 'met'
  | 'not-known-to-the-law'
  | 'not-law-then'
  | 'not-for-this-limit'
  | 'dates-missing'
  | 'dates-reversed'
  | 'closed-under-4-weeks'
  | 'advice-not-requested'
  | 'advice-outside-window'
  | 'advice-after-decision'
  | 'absence-too-short'
  | 'absence-outside-period'
  | 'circumstances-outside-period'
  | 'appointment-outside-period'

/** One claim tested against one limit. */
export interface ExceptionFinding {
  limit: Limit
  disapplied: boolean
  reason: ExceptionReason
}

/** One claim tested against every limit of the case. */
export interface ExceptionTest {
  claim: ExceptionClaim
  findings: readonly ExceptionFinding[]
}

/** What the tests need to know of the case. */
export interface ExceptionFacts {
  limits: readonly Limit[]
  advice: readonly AdviceRequest[]
  /** The day of the decision whether to assess. */
  assessDecidedOn?: IsoDate | undefined
}

const CLOSURE_DAYS = 28
const WINDOW_DAYS = 7

/** The coronavirus exception (reg 2A, SI 2020/471) was law between these days only. */
const coronavirus = { from: '2020-05-01', until: '2020-09-25' }

type Test = (claim: DatedClaim, limit: Limit, facts: ExceptionFacts) => ExceptionReason
type DatedClaim = ExceptionClaim & { fromOn: IsoDate }

const tests: Record<ExceptionKind, Test> = {
  'school-closed': closureReason,
  'early-years-closed': closureReason,
  'personal': ({ fromOn, toOn }, limit) => (overlaps(fromOn, toOn, limit.startedOn, limit.dueOn) ? 'met' : 'circumstances-outside-period'),
  'absent': absenceReason,
  'missed-appointment': ({ fromOn, adviser }, limit) =>
    (adviser ?? limit.of) === limit.of && limit.startedOn <= fromOn && fromOn <= limit.dueOn ? 'met' : 'appointment-outside-period',
  'coronavirus': ({ fromOn, toOn }, limit) => {
    if (!overlaps(fromOn, toOn, coronavirus.from, coronavirus.until)) return 'not-law-then'
    const inForceFrom = laterOf(fromOn, coronavirus.from)
    const inForceTo = toOn !== undefined && toOn < coronavirus.until ? toOn : coronavirus.until
    return overlaps(inForceFrom, inForceTo, limit.startedOn, limit.dueOn) ? 'met' : 'circumstances-outside-period'
  },
}

/** Tests a claim against each limit: which are disapplied, and why or why not. Nothing is moved: a freed limit keeps its date. */
export function exceptionTestOf(claim: ExceptionClaim, facts: ExceptionFacts): ExceptionTest {
  const findings = facts.limits.map((limit) => {
    const reason = reasonOf(claim, limit, facts)
    return { limit, disapplied: reason === 'met', reason }
  })
  return { claim, findings }
}

/** Is this a reason the law knows? */
export function isExceptionKind(kind: string): kind is ExceptionKind {
  return Object.hasOwn(tests, kind)
}

function reasonOf(claim: ExceptionClaim, limit: Limit, facts: ExceptionFacts): ExceptionReason {
  const { kind, fromOn, toOn } = claim
  if (!isExceptionKind(kind)) return 'not-known-to-the-law'
  if (!limit.rule.excusedBy.includes(kind)) return 'not-for-this-limit'
  if (fromOn === undefined) return 'dates-missing'
  if (toOn !== undefined && toOn < fromOn) return 'dates-reversed'
  return tests[kind]({ ...claim, fromOn }, limit, facts)
}

/**
 * Closed from C and open again on O: O − C must be 28 days or more, and the advice must have been asked for between C − 7 and O − 7
 * (reg 10(4)(a), (b)). For the decision whether to assess, asking must also not come after deciding.
 */
function closureReason(
  { fromOn, toOn, adviser }: DatedClaim,
  { id }: Limit,
  { advice, assessDecidedOn }: ExceptionFacts,
): ExceptionReason {
  if (toOn === undefined) return 'dates-missing'
  if (daysBetween(fromOn, toOn) < CLOSURE_DAYS) return 'closed-under-4-weeks'
  const asked = advice.filter((request) => adviser === undefined || request.adviser === adviser)
  if (asked.length === 0) return 'advice-not-requested'
  const opens = addDays(fromOn, -WINDOW_DAYS)
  const closes = addDays(toOn, -WINDOW_DAYS)
  const inWindow = asked.filter(({ requestedOn }) => opens <= requestedOn && requestedOn <= closes)
  if (inWindow.length === 0) return 'advice-outside-window'
  const decidesToAssess = id === 'assess-decision' && assessDecidedOn !== undefined
  return decidesToAssess && inWindow.every(({ requestedOn }) => requestedOn > assessDecidedOn) ? 'advice-after-decision' : 'met'
}

/** Away for at least 28 days together (14 after an order), both days counted, all of it inside the period. */
function absenceReason({ fromOn, toOn }: DatedClaim, { startedOn, dueOn, rule }: Limit): ExceptionReason {
  if (toOn === undefined) return 'dates-missing'
  if (daysBetween(fromOn, toOn) + 1 < rule.absenceDays) return 'absence-too-short'
  return startedOn <= fromOn && toOn <= dueOn ? 'met' : 'absence-outside-period'
}

function overlaps(from: IsoDate, to: IsoDate | undefined, start: IsoDate, end: IsoDate): boolean {
  return from <= end && (to === undefined || to >= start)
}
