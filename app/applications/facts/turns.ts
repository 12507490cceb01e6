import { commentsOf, type Route } from '~/timeline'
import { isEvidence, isReceipt } from '../standing'
import { adviserOf, factsOf, isFact, type Fact, type FactName } from '../facts'

/** Where a case stands between two facts. What may follow depends on it, and on the facts of the round. */
export type Position =
  | 'draft'
  | 'evidence'
  | 'deciding'
  | 'assessing'
  | 'planning'
  | 'commenting'
  | 'no-assessment'
  | 'no-plan'
  | 'final'
  | 'withdrawn'
  | 'ended'

/** One run of the statutory clock. A second begins with an order, an agreement, a change of mind or a request to assess again. */
export interface Round {
  readonly route: Route
  readonly startedOn: string
  /** The facts of this run, in the order in which they happened; the first one opened it. */
  readonly facts: readonly Fact[]
}

export const refusalCodes = [
  'in-the-future', 'too-long-ago', 'not-received', 'before-receipt', 'closed', 'cannot-follow', 'cannot-come-before',
  'already-recorded', 'advice-not-requested', 'school-not-consulted', 'comments-not-over', 'exception-not-claimed', 'dates-reversed',
  'estimate-passed', 'appeal-not-lodged', 'other-decision', 'must-assess', 'use-reassessment-decided', 'reassessment-not-asked-for', 'not-evidence', 'no-such-request',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** Why a fact cannot follow. Its sentence is `api:refusals.CODE`; `values` are what that speaks of (names of facts, ISO dates). */
export interface Refusal {
  readonly code: RefusalCode
  readonly values: Readonly<Record<string, string>>
}

/** What one fact does. */
export interface Turn {
  /** The positions in which it can happen. */
  readonly from: readonly Position[]
  /** What else stands in its way. */
  readonly barredBy?: (fact: Fact, round: Round, position: Position) => RefusalCode | Refusal | undefined
  /** Where it leads; nowhere else when not there. */
  readonly to?: (fact: Fact) => Position | undefined
  /** The route of the clock that it starts. */
  readonly opens?: (fact: Fact) => Route | undefined
  /** The route on which the run that it belongs to turns out to be, from its first day. */
  readonly turnsInto?: (fact: Fact, position: Position) => Route | undefined
}

export const running: readonly Position[] = ['deciding', 'assessing', 'planning', 'commenting']
const appealable: readonly Position[] = ['no-assessment', 'no-plan', 'final']
const received: readonly Position[] = [...running, ...appealable]

const once: Turn['barredBy'] = (fact, round) => (has(round, fact.fact) ? 'already-recorded' : undefined)
const has = (round: Round, name: FactName) => round.facts.some((each) => each.fact === name)

/** A run that began when a request came, rather than with an order, an agreement or a plan that was there. */
const isOfRequest = ({ facts: [first] }: Round) => first !== undefined && isReceipt(first)
/** What a letter did not say, the request that follows it online may, or a correction. Once it is decided, that changes nothing. */
const turnsInto: Turn['turnsInto'] = (fact, position) => (position === 'deciding' && requestIn(fact) ? routeOfRequest(fact) : undefined)
const receipt: Turn = {
  from: ['draft', ...running],
  barredBy: (fact, round) => (!isOfRequest(round) || has(round, fact.fact) ? 'already-recorded' : undefined),
  turnsInto,
}

const requestRoutes = { 'first': 'new', 're-assessment': 'reassessment' } as const
const requestIn = (fact: Fact) => (isFact(fact, 'submitted') || isFact(fact, 'received-on-paper') || isFact(fact, 'corrected') ? fact.details.request : undefined)
/** The route of a request as it came. */
export const routeOfRequest = (fact: Fact): Route => requestRoutes[requestIn(fact) ?? 'first']
const promise: Pick<Turn, 'to' | 'opens'> = {
  to: (fact) => ({ 'assess': 'deciding', 'make-plan': 'planning', 'other': undefined } as const)[promiseIn(fact)],
  opens: (fact) => ({ 'assess': assessRoutes[fact.fact], 'make-plan': 'tribunal-make-plan', 'other': undefined } as const)[promiseIn(fact)],
}

/**
 * What may follow what: what Part 3 of the Act and SI 2014/1530 imply, and as permissive as they are, since a council tells us what did happen.
 */
export const turns: Readonly<Record<FactName, Turn>> = {
  // The first of them is the receipt, and starts the clock; another way in that comes later changes nothing.
  'submitted': receipt,
  'received-on-paper': receipt,
  'brought-to-notice': receipt,
  // What a school was asked for belongs to the request that asked, and so do the days: no clock of its own runs (2014 Regulations reg 5(1) counts from that request).
  'evidence-sent': { from: ['draft'], to: () => 'evidence' },
  // What a school sent unasked brought a child to notice. Found to belong to a request, the days of that one count.
  'put-with-request': { from: ['deciding'], barredBy: (_, { facts: [first] }) => (isEvidence(first) ? undefined : 'not-evidence'), to: () => 'evidence' },
  // Whether there is a plan already can turn out otherwise until it is decided; the days count from the receipt all the same.
  'corrected': {
    from: [...received, 'evidence'],
    barredBy: (fact, round, position) => (requestIn(fact) && !(position === 'deciding' && isOfRequest(round)) ? 'cannot-follow' : undefined),
    turnsInto,
  },
  'added-to': { from: [...received, 'evidence'] },
  'caseworker-named': { from: received },
  'withdrawn': { from: running, to: () => 'withdrawn' },
  'assessment-ended': { from: running, to: () => 'ended' },

  'assessment-agreed': { from: ['deciding'], barredBy: (_, { route }) => (route === 'reassessment' ? 'use-reassessment-decided' : undefined), to: () => 'assessing' },
  'assessment-refused': { from: ['deciding'], barredBy: refusalBarred, to: () => 'no-assessment' },
  // Asked for while a new request is decided: the child had a plan already, so that another clock counts (s.44).
  'reassessment-asked-for': {
    from: ['deciding', 'final'],
    barredBy: (_, { route }, position) => (position === 'deciding' && route !== 'new' ? 'already-recorded' : undefined),
    to: () => 'deciding',
    opens: () => 'reassessment',
  },
  'reassessment-decided': {
    from: ['deciding'],
    barredBy: (_, { route }) => (route === 'reassessment' ? undefined : 'reassessment-not-asked-for'),
    to: (fact) => (isFact(fact, 'reassessment-decided') && fact.details.outcome === 'refuse' ? 'no-assessment' : 'assessing'),
  },

  // Advice asked of a school before the decision is what the exception for closed schools turns on (reg 5(4)(a)).
  'advice-requested': { from: running, barredBy: (fact, round) => (isAbout('advice-requested', fact, round) ? 'already-recorded' : undefined) },
  'advice-received': {
    from: running,
    barredBy: (fact, round) =>
      isAbout('advice-requested', fact, round) ? (isAbout('advice-received', fact, round) ? 'already-recorded' : undefined) : 'advice-not-requested',
  },

  'plan-agreed': { from: ['assessing'], to: () => 'planning' },
  // After a re-assessment there is a plan already: it goes on, or is changed.
  'plan-refused': { from: ['assessing'], barredBy: (_, { route }) => (route === 'reassessment' ? 'other-decision' : undefined), to: () => 'no-plan' },
  // A draft says that a plan is agreed; councils need not say it twice. A changed draft starts the family's 15 days again.
  'draft-plan-sent': { from: ['assessing', 'planning', 'commenting'], to: () => 'commenting' },
  'comments-received': { from: ['commenting'] },
  'meeting-asked-for': { from: ['commenting'], barredBy: (_, { facts }) => (meetingAskedFor(facts) ? 'already-recorded' : undefined) },
  'school-consulted': { from: ['planning', 'commenting'], barredBy: (fact, round) => (isAbout('school-consulted', fact, round) ? 'already-recorded' : undefined) },
  'school-replied': {
    from: ['planning', 'commenting'],
    barredBy: (fact, round) =>
      isAbout('school-consulted', fact, round) ? (isAbout('school-replied', fact, round) ? 'already-recorded' : undefined) : 'school-not-consulted',
  },
  'final-plan-sent': { from: ['commenting'], barredBy: commentsRunning, to: () => 'final' },

  'exception-claimed': { from: running, barredBy: datesReversed },
  'exception-ended': { from: running, barredBy: exceptionNotOpen },
  'estimate-given': {
    from: running,
    barredBy: (fact) => (isFact(fact, 'estimate-given') && fact.details.expectedOn < fact.on ? 'estimate-passed' : undefined),
  },

  'mediation-certificate-issued': { from: appealable, barredBy: once },
  'mediation-agreed': { from: appealable, barredBy: (...asked) => once(...asked) ?? promiseBarred(...asked), ...promise },
  'appeal-lodged': { from: appealable, barredBy: once },
  'order-made': {
    from: appealable,
    barredBy: (fact, round, position) =>
      once(fact, round, position) ?? (has(round, 'appeal-lodged') ? promiseBarred(fact, round, position) : 'appeal-not-lodged'),
    ...promise,
  },
  'decision-reversed': { from: ['no-assessment', 'no-plan'], barredBy: promiseBarred, ...promise },
}

/** What happened since the draft that the family has now: a changed draft is another one to answer and to talk about. */
export const sinceDraft = (facts: readonly Fact[]): readonly Fact[] => facts.slice(facts.findLastIndex(({ fact }) => fact === 'draft-plan-sent') + 1)

export const meetingAskedFor = (facts: readonly Fact[]): Fact | undefined => sinceDraft(facts).find(({ fact }) => fact === 'meeting-asked-for')

/** Council's routes to an assessment that it once refused (regs 42, 44, 45). */
const assessRoutes: Partial<Record<FactName, Route>> = {
  'order-made': 'tribunal-assess',
  'mediation-agreed': 'mediation-assess',
  'decision-reversed': 'unopposed-assess',
}

/** What the council owes after an order, an agreement or a change of mind. A plan that it owes has the limits of an order, whatever the way. */
function promiseIn(fact: Fact): 'assess' | 'make-plan' | 'other' {
  const promised = isFact(fact, 'order-made')
    ? fact.details.order
    : isFact(fact, 'mediation-agreed')
      ? fact.details.agreement
      : isFact(fact, 'decision-reversed')
        ? ({ 'assessment-refused': 'assess', 'plan-refused': 'make-plan' } as const)[fact.details.decision]
        : 'other'
  return promised === 'assess' || promised === 'make-plan' ? promised : 'other'
}

/** An assessment is promised only where one was refused; a plan only where a plan was; a plan is changed only where there is one. */
function promiseBarred(fact: Fact, _round: Round, position: Position): RefusalCode | undefined {
  const promised = promiseIn(fact)
  const amends = isFact(fact, 'order-made') && fact.details.order === 'amend-plan'
  const fits = promised === 'assess' ? position === 'no-assessment' : promised === 'make-plan' ? position === 'no-plan' : !amends || position === 'final'
  return fits ? undefined : 'other-decision'
}

function refusalBarred(_: Fact, { route }: Round): RefusalCode | undefined {
  if (route === 'reassessment') return 'use-reassessment-decided'
  return route === 'new' ? undefined : 'must-assess'
}

/**
 * Nobody may cut the family's 15 days (reg 13(1)(a)), so a final plan that comes too early is refused when the council's system tells
 * us, which is before the family reads it; unless they said that they need no more time.
 */
function commentsRunning(fact: Fact, round: Round): Refusal | undefined {
  const draft = factsOf(round.facts, 'draft-plan-sent').at(-1)
  if (!draft || (isFact(fact, 'final-plan-sent') && fact.details.familyAgreed)) return undefined
  const { earliestFinalOn } = commentsOf(draft.on)
  return fact.on < earliestFinalOn ? { code: 'comments-not-over', values: { earliestOn: earliestFinalOn } } : undefined
}

function datesReversed(fact: Fact): RefusalCode | undefined {
  if (!isFact(fact, 'exception-claimed')) return undefined
  const { fromOn, toOn = fromOn } = fact.details
  return toOn < fromOn ? 'dates-reversed' : undefined
}

function exceptionNotOpen(fact: Fact, round: Round): RefusalCode | undefined {
  const count = (name: 'exception-claimed' | 'exception-ended') =>
    factsOf(round.facts, name).filter((each) => each.details.exception === fact.details.exception).length
  return count('exception-claimed') > count('exception-ended') ? undefined : 'exception-not-claimed'
}

/** Is there a fact of this name about the same adviser or school? */
function isAbout(name: 'advice-requested' | 'advice-received' | 'school-consulted' | 'school-replied', fact: Fact, round: Round): boolean {
  return round.facts.some((each) => each.fact === name && subjectOf(each) === subjectOf(fact))
}

function subjectOf(fact: Fact): string | undefined {
  if (isFact(fact, 'advice-requested') || isFact(fact, 'advice-received')) return adviserOf(fact.details)
  if (isFact(fact, 'school-consulted') || isFact(fact, 'school-replied')) return fact.details.school
  return undefined
}
