import {
  addDays,
  appealDatesOf,
  commentsOf,
  compulsorySchoolAgeEndsOn,
  isIsoDate,
  isRoute,
  limitsOf,
  personStatusOn,
  sendTimelineOf,
  turns25On,
  youngPersonFromOn,
  type Ending,
  type IsoDate,
  type Limit,
  type MilestoneState,
  type PersonStatus,
  type SendFacts,
  type SendTimeline,
  type StepId,
} from '~/timeline'

/** A row of the deadline file: column to text, '' where it does not apply. */
export type ClockRow = Readonly<Record<string, string>>

/** Why a row cannot be computed, and in which column the reason lies. */
export interface ClockFault {
  column: string
  code: 'needed' | 'not-a-date' | 'not-a-route' | 'not-an-outcome' | 'not-on-this-route' | 'not-law-then'
}

const dateColumns = [
  'clock_start', 'now', 'dob', 'advice_request_received', 'exception_from', 'exception_to',
  'draft_served', 'decided_on', 'final_sent_on', 'decision_letter', 'mediation_certificate',
] as const

/** The columns a file must have. */
export const inputColumns: readonly string[] = ['case_id', 'route', 'exception_claimed', 'outcome', ...dateColumns]

/** Every column of the deadline file, in its order. */
export const clockColumns: readonly string[] = [
  'case_id', 'scenario', 'route', 'clock_start', 'now', 'dob',
  'csa_ends_end_of', 'young_person_from', 'turns_25', 'person_status_on_clock_start', 'who_holds_right',
  'decide_by_6w', 'decide_by_6w_cautious', 'not_issue_by_16w', 'not_issue_by_16w_cautious', 'final_by_20w', 'final_by_20w_cautious',
  'advice_request_received', 'advice_due',
  'exception_claimed', 'exception_from', 'exception_to', 'exception_test_result', 'limits_disapplied',
  'draft_served', 'reps_last_day', 'earliest_final', 'latest_draft_15d', 'latest_draft_15d_plus_consult',
  'decided_on', 'outcome', 'final_sent_on', 'decision_letter',
  'contact_mediator_by', 'mediation_certificate', 'appeal_raw_deadline', 'appeal_last_day',
  'step_open_at_now', 'step_due', 'state_at_now', 'days_to_due', 'note',
]

/** Those of them that are worked out from the columns of the file; the others are passed through. */
export const computedColumns: readonly string[] = clockColumns.filter((column) => ![...inputColumns, 'scenario', 'note'].includes(column))

const outcomes = ['', 'issue', 'no-plan', 'refused-assess', 'withdrawn']

const personWords: Record<PersonStatus, string> = { 'child': 'child', 'young-person': 'young person', '25-or-over': '25 or over' }

const stepWords: Record<StepId, string> = {
  'assess-decision': 'decide whether to assess',
  'reassess-decision': 'decide whether to re-assess',
  'plan-decision': 'decide whether to issue',
  'draft-plan': 'draft plan',
  'final-plan': 'final plan',
}

/**
 * The row with every computed column filled from its input columns alone; the others are passed through.
 * @throws ClockFaults naming every column at fault.
 */
export function clockRowOf(row: ClockRow): ClockRow {
  const cell = (column: string) => row[column]?.trim() ?? ''
  const dated = (column: (typeof dateColumns)[number]) => cell(column) || undefined
  refuse(faultsOf(cell))

  const facts = factsOf(cell, dated)
  const bornOn = dated('dob')
  const servedOn = dated('draft_served')
  const noticeSentOn = dated('decision_letter')
  try {
    const limits = limitsOf(facts)
    const timeline = sendTimelineOf(facts, cell('now'))
    const comments = servedOn === undefined ? undefined : commentsOf(servedOn)
    return {
      ...row,
      ...(bornOn === undefined ? noPerson : personOf(bornOn, facts.startedOn)),
      ...limitCellsOf(limits, facts.route === 'new'),
      limits_disapplied: cell('exception_claimed') && disappliedOf(timeline),
      reps_last_day: comments?.lastOn ?? '',
      earliest_final: comments?.earliestFinalOn ?? '',
      latest_draft_15d: timeline.latestDraftOn ?? '',
      latest_draft_15d_plus_consult: timeline.latestDraftWithConsultationOn ?? '',
      ...(noticeSentOn === undefined ? noAppeal : appealOf(noticeSentOn, dated('mediation_certificate'))),
      ...standingOf(timeline),
    }
  } catch (error) {
    if (error instanceof RangeError) refuse([{ column: 'clock_start', code: 'not-law-then' }])
    throw error
  }
}

/** A row that cannot be computed. */
export class ClockFaults extends Error {
  constructor(readonly faults: readonly ClockFault[]) {
    super(faults.map(({ column, code }) => `${column} ${code}`).join(', '))
  }
}

function refuse(faults: readonly ClockFault[]): void {
  if (faults.length > 0) throw new ClockFaults(faults)
}

function faultsOf(cell: (column: string) => string): ClockFault[] {
  const { route, outcome } = { route: cell('route'), outcome: cell('outcome') }
  const empty = ['route', 'clock_start', 'now'].filter((column) => !cell(column))
  const faults: ClockFault[] = empty.map((column) => ({ column, code: 'needed' }))
  for (const column of dateColumns) if (cell(column) && !isIsoDate(cell(column))) faults.push({ column, code: 'not-a-date' })
  if (route && !isRoute(route)) faults.push({ column: 'route', code: 'not-a-route' })
  if (!outcomes.includes(outcome)) faults.push({ column: 'outcome', code: 'not-an-outcome' })
  if (outcome === 'refused-assess' && route === 'tribunal-make-plan') faults.push({ column: 'outcome', code: 'not-on-this-route' })
  if (needsDecision(cell)) faults.push({ column: 'decided_on', code: 'needed' })
  return faults
}

/** A refusal is judged by its day, and a re-assessment's final limit runs from the decision. */
function needsDecision(cell: (column: string) => string): boolean {
  if (cell('decided_on') || cell('outcome') === 'withdrawn' || cell('outcome') === 'no-plan') return false
  if (cell('outcome') === 'refused-assess') return !cell('decision_letter')
  return cell('route') === 'reassessment' && [cell('outcome'), cell('draft_served'), cell('final_sent_on')].some(Boolean)
}

/** The file gives no day for a withdrawal or for deciding about a plan: `outcome` says how things are now. */
function factsOf(cell: (column: string) => string, dated: (column: (typeof dateColumns)[number]) => IsoDate | undefined): SendFacts {
  const { route, outcome, now } = { route: cell('route'), outcome: cell('outcome'), now: cell('now') }
  const refusedOn = outcome === 'refused-assess' ? (dated('decided_on') ?? dated('decision_letter')) : undefined
  const assessedOn = dated('decided_on')
  const receivedOn = dated('advice_request_received')
  return {
    route: isRoute(route) ? route : 'new',
    startedOn: cell('clock_start'),
    assessDecision: refusedOn ? { on: refusedOn, outcome: 'refuse' } : assessedOn ? { on: assessedOn, outcome: 'assess' } : undefined,
    advice: receivedOn ? [{ adviser: 'adviser', requestedOn: receivedOn, receivedOn }] : [],
    planDecision: outcome === 'issue' || outcome === 'no-plan' ? { on: dated('decision_letter') ?? now, outcome } : undefined,
    draftServedOn: dated('draft_served'),
    finalSentOn: dated('final_sent_on'),
    withdrawnOn: outcome === 'withdrawn' ? now : undefined,
    exceptionClaims: cell('exception_claimed')
      ? [{ kind: cell('exception_claimed'), fromOn: dated('exception_from'), toOn: dated('exception_to') }]
      : [],
  }
}

const noPerson = { csa_ends_end_of: '', young_person_from: '', turns_25: '', person_status_on_clock_start: '' }

function personOf(bornOn: IsoDate, startedOn: IsoDate): typeof noPerson {
  return {
    csa_ends_end_of: compulsorySchoolAgeEndsOn(bornOn),
    young_person_from: youngPersonFromOn(bornOn),
    turns_25: turns25On(bornOn),
    person_status_on_clock_start: personWords[personStatusOn(bornOn, startedOn)],
  }
}

function limitCellsOf(limits: readonly Limit[], withCautious: boolean): ClockRow {
  const due = (...ids: Limit['id'][]) => limits.find(({ id }) => ids.includes(id))?.dueOn ?? ''
  const cautious = (dueOn: string) => (withCautious && dueOn ? addDays(dueOn, -1) : '')
  const decideBy = due('assess-decision', 'reassess-decision')
  const notIssueBy = due('plan-decision', 'draft-plan')
  const finalBy = due('final-plan')
  return {
    decide_by_6w: decideBy,
    decide_by_6w_cautious: cautious(decideBy),
    not_issue_by_16w: notIssueBy,
    not_issue_by_16w_cautious: cautious(notIssueBy),
    final_by_20w: finalBy,
    final_by_20w_cautious: cautious(finalBy),
    advice_due: due('advice'),
  }
}

function disappliedOf({ exceptions }: SendTimeline): string {
  const freed = exceptions.flatMap(({ findings }) => findings.filter(({ disapplied }) => disapplied))
  return freed.map(({ limit }) => limit.rule.regulation.replace('SI 2014/1530 reg ', '')).join(';') || 'none'
}

const noAppeal = { contact_mediator_by: '', appeal_raw_deadline: '', appeal_last_day: '' }

function appealOf(sentOn: IsoDate, certificateIssuedOn: IsoDate | undefined): typeof noAppeal {
  const { contactMediatorByOn, rawOn, lastOn } = appealDatesOf({ sentOn, certificateIssuedOn })
  return { contact_mediator_by: contactMediatorByOn, appeal_raw_deadline: rawOn, appeal_last_day: lastOn }
}

function standingOf(timeline: SendTimeline): ClockRow {
  const { open } = timeline
  return {
    step_open_at_now: open ? stepWords[open.id] : 'finished',
    step_due: open?.due?.dueOn ?? '',
    state_at_now: stateOf(timeline),
    days_to_due: open?.due?.daysToDue?.toString() ?? '',
  }
}

/** In time, and late. */
const endingWords: Record<Ending['how'], [string, string]> = {
  'withdrawn': ['withdrawn', 'withdrawn'],
  'no-plan': ['ended no plan', 'ended no plan'],
  'refused': ['decided in time', 'decided late'],
  'final-plan': ['final in time', 'final late'],
}

const stateWords: Record<MilestoneState, string> = {
  'to-come': 'on track',
  'due-today': 'due today',
  'late': 'late',
  'late-excused': 'late - exception claimed',
  'met': 'finished',
  'met-late': 'finished',
}

function stateOf({ open, ended }: SendTimeline): string {
  if (ended) return endingWords[ended.how][ended.inTime ? 0 : 1]
  return open?.due ? stateWords[open.due.state] : ''
}
