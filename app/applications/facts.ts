import * as z from 'zod'

/** Names of everything dated that can happen to an application. */
export const factNames = [
  'submitted', 'received-on-paper', 'brought-to-notice', 'corrected', 'added-to', 'withdrawn', 'assessment-ended',
  'assessment-agreed', 'assessment-refused', 'advice-requested', 'advice-received', 'plan-agreed', 'plan-refused',
  'draft-plan-sent', 'comments-received', 'meeting-asked-for', 'school-consulted', 'school-replied', 'final-plan-sent',
  'exception-claimed', 'exception-ended', 'estimate-given', 'mediation-certificate-issued', 'mediation-agreed',
  'appeal-lodged', 'order-made', 'decision-reversed', 'reassessment-asked-for', 'reassessment-decided', 'caseworker-named',
] as const
export type FactName = (typeof factNames)[number]
export const factName = z.enum(factNames)

/** Something dated that happened to an application, and who recorded it. */
export interface Fact {
  readonly id: string
  readonly fact: FactName
  /** The calendar date it happened on. */
  readonly on: string
  /** The instant it was recorded; the law counts from `on`, never from this. */
  readonly recordedAt: string
  readonly by: string
  readonly details: Readonly<Record<string, unknown>>
}
export type NewFact = Omit<Fact, 'recordedAt'>
