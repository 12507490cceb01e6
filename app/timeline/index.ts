/**
 * The statutory clocks: pure functions of dated facts and `today`. No wall clock, no storage, no words: codes and ISO dates only.
 * A new clock is one file here and one line below; a changed limit is a second dated entry in `rules`.
 */

/** Calendar dates as 'YYYY-MM-DD' text, and England's working days. */
export { addDays, addMonths, daysBetween, isIsoDate, isWorkingDay, workingDayOnOrAfter, workingDayOnOrBefore } from './calendar'
export type { IsoDate } from './calendar'

/** Child, young person, or 25 or over on a date. Never ask whether someone is 16. */
export { ageOn, compulsorySchoolAgeEndsOn, personStatusOn, turns25On, youngPersonFromOn, type PersonStatus } from './school-age'

/** Every period of the law as dated data, each naming its regulation. */
export { dueOnOf, ruleOn, rules, type ExceptionKind, type Rule, type RuleId } from './rules'

/** Claims that a limit may be missed, tested: which limits they free, and why or why not. */
export { isExceptionKind, type AdviceRequest, type ExceptionClaim } from './exceptions'
export type { ExceptionFinding, ExceptionReason, ExceptionTest } from './exceptions'

/** The EHC needs assessment: limits, steps and how they stand, comments on a draft, warnings. */
export { isRoute, type Route } from './routes'
export { cautiousCounting } from './milestone'
export type { Counting, Limit, Milestone, MilestoneId, MilestoneState, StepId } from './milestone'
export { commentsOf, limitsOf, sendTimelineOf } from './send'
export type { Comments, Ending, SchoolConsultation, SendFacts, SendTimeline, SendWarning } from './send'

/** Mediation and appeal. */
export { appealDatesOf, mediationDatesOf, type AppealDates, type MediationDates, type Notice } from './appeals'

/** Moving between phases of education with a plan. */
export { phaseTransferOf, type PhaseTransfer } from './phase-transfer'
