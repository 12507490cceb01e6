import * as z from 'zod'
import { cleanLine, cleanText, isReadable } from '~/engine/clean-text'
import type { WayIn } from '~/engine/copy-request'
import { isIsoDate } from '~/timeline'

// What can happen to an application, and what each of these facts says. One table: the API, the command line and the verbs read it.

/** Names of everything dated that can happen to an application. */
export const factNames = [
  'submitted', 'received-on-paper', 'brought-to-notice', 'evidence-sent', 'put-with-request', 'corrected', 'added-to', 'withdrawn', 'assessment-ended',
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

/** SI 2015/359 gave the second clocks their present limits; nothing older can be counted, nor is anything older still open. */
export const earliestFactOn = '2015-03-23'

/** A calendar date, 'YYYY-MM-DD'. Error code: `not-a-date`. */
export const isoDate = z.string().refine(isIsoDate, 'not-a-date').meta({ format: 'date' })
// As a page keeps what somebody types: cleaned, and never what is left of broken bytes. Error code: `unreadable`.
const lineUpTo = (most: number) => z.string().overwrite(cleanLine).min(1).max(most).refine(isReadable, 'unreadable')
const textUpTo = (most: number) => z.string().overwrite(cleanText).trim().min(1).max(most).refine(isReadable, 'unreadable')
const line = lineUpTo(200)
const text = textUpTo(5000)
const phone = lineUpTo(40)

/** Whom advice can be asked from (reg 6(1)). */
export const adviserKinds = [
  'education', 'health', 'educational-psychologist', 'social-care', 'speech-therapist', 'occupational-therapist',
  'physiotherapist', 'sensory-teacher', 'family-choice', 'other',
] as const
const adviser = {
  from: z.enum(adviserKinds),
  name: line.optional(),
}

/** The reasons that the law accepts for missing a limit (regs 5(4), 8(2), 10(4), 13(3)). */
export const exceptions = ['school-closed', 'early-years-closed', 'personal', 'absent', 'missed-appointment'] as const
const exception = z.enum(exceptions)

/** Steps that an estimate can be given for. */
export const estimatedSteps = ['assess-decision', 'reassess-decision', 'plan-decision', 'draft-plan', 'final-plan'] as const

/** How a request comes when it does not come by the portal. */
export const waysIn = ['letter', 'email', 'phone', 'in-person'] as const satisfies readonly WayIn[]

const reasons = { reasons: text.optional() }
const changed = { text: text.optional() }
/** Codes that the form gives; `portal forms FORM --json` has them with their conditions. */
const remarks = { remarks: z.array(z.string().regex(/^[a-z\d-]{1,60}$/)).max(20).optional() }

/** What a request asks for: a first assessment, or another under a plan (s.44 of the Act). */
export const requestKinds = ['first', 're-assessment'] as const
const request = { request: z.enum(requestKinds).optional() }
const school = { school: line }

/** What each fact says besides its date; docs/api.md tells what each word means. Anything else is refused, so that a slip in a name is noticed. */
export const factDetails = {
  'submitted': z.strictObject({ ...request, ...remarks }),
  'received-on-paper': z.strictObject({ how: z.enum(waysIn).optional(), keyedInBy: line.optional(), ...request, ...remarks }),
  'brought-to-notice': z.strictObject({ who: line.optional(), ...remarks }),
  'evidence-sent': z.strictObject(remarks),
  'put-with-request': z.strictObject({ reference: line }),
  'corrected': z.strictObject({ ...changed, ...request, ...remarks }),
  'added-to': z.strictObject({ ...changed, ...remarks }),
  'withdrawn': z.strictObject({ reason: text.optional() }),
  'assessment-ended': z.strictObject({ reason: z.enum(['moved-away', 'died', 'over-25', 'other']) }),
  'assessment-agreed': z.strictObject({}),
  'assessment-refused': z.strictObject(reasons),
  'advice-requested': z.strictObject({
    ...adviser,
    receivedByThemOn: isoDate.optional(),
  }),
  'advice-received': z.strictObject(adviser),
  'plan-agreed': z.strictObject({}),
  'plan-refused': z.strictObject(reasons),
  'draft-plan-sent': z.strictObject({}),
  'comments-received': z.strictObject({ text: textUpTo(25_000).optional(), school: line.optional(), ...remarks }),
  'meeting-asked-for': z.strictObject({}),
  'school-consulted': z.strictObject(school),
  'school-replied': z.strictObject({ ...school, answer: z.enum(['yes', 'no']) }),
  'final-plan-sent': z.strictObject({
    familyAgreed: z.literal(true).optional(),
  }),
  'exception-claimed': z.strictObject({
    exception,
    fromOn: isoDate,
    toOn: isoDate.optional(),
    adviser: z.strictObject(adviser).optional(),
    reason: text,
    evidence: line.optional(),
  }),
  'exception-ended': z.strictObject({ exception }),
  'estimate-given': z.strictObject({
    step: z.enum(estimatedSteps),
    expectedOn: isoDate,
    reason: text.optional(),
  }),
  'mediation-certificate-issued': z.strictObject({}),
  'mediation-agreed': z.strictObject({ agreement: z.enum(['assess', 'make-plan', 'other']) }),
  'appeal-lodged': z.strictObject({}),
  'order-made': z.strictObject({ order: z.enum(['assess', 'make-plan', 'amend-plan', 'dismissed']) }),
  'decision-reversed': z.strictObject({ decision: z.enum(['assessment-refused', 'plan-refused']) }),
  'reassessment-asked-for': z.strictObject({}),
  'reassessment-decided': z.strictObject({ outcome: z.enum(['assess', 'refuse']), ...reasons }),
  'caseworker-named': z.strictObject({
    name: line,
    phone: phone.optional(),
    email: z.email().optional(),
    hours: line.optional(),
    cover: z.strictObject({ name: line, phone: phone.optional() }).optional(),
    awayFromOn: isoDate.optional(),
    awayUntilOn: isoDate.optional(),
  }),
} as const satisfies Record<FactName, z.ZodType>

export type DetailsOf<Name extends FactName> = z.output<(typeof factDetails)[Name]>

/** A fact of one name, with its details typed. */
export type FactOf<Name extends FactName> = Omit<Fact, 'fact' | 'details'> & { readonly fact: Name; readonly details: Readonly<DetailsOf<Name>> }

/** Is it this fact? Details were checked against `factDetails` before they were recorded. */
export const isFact = <Name extends FactName>(fact: Fact, name: Name): fact is Fact & FactOf<Name> => fact.fact === name

/** All facts of one name, in the order given. */
export const factsOf = <Name extends FactName>(facts: readonly Fact[], name: Name): readonly FactOf<Name>[] =>
  facts.filter((fact): fact is Fact & FactOf<Name> => isFact(fact, name))

/** Who gives advice, as one text: two requests to the same adviser are the same. */
export const adviserOf = ({ from, name }: DetailsOf<'advice-received'>): string => (name === undefined ? from : `${from}: ${name}`)
