import { addDays, addPeriod, type IsoDate, type Period } from './calendar'

/** Why a limit may be missed (regs 5(4), 8(2), 10(4), 13(3), 27(3), 44(3); 2A is spent). There is no other reason in law. */
export type ExceptionKind = 'school-closed' | 'early-years-closed' | 'personal' | 'absent' | 'missed-appointment' | 'coronavirus'

/** What happens on the day a period starts. */
export type Start =
  | 'request-received'
  | 'assessment-agreed'
  | 'advice-request-received'
  | 'draft-served'
  | 'school-consulted'
  | 'order-made'
  | 'mediation-agreed'
  | 'appeal-conceded'
  | 'last-assessment-ended'
  | 'notice-sent'
  | 'mediation-declined'
  | 'mediation-asked-for'
  | 'mediation-not-arranged'
  | 'certificate-issued'
  | 'matter-known'

/** One period of the law, between the dates on which it is law. */
export interface Rule {
  id: RuleId
  /** As a lawyer would cite it. */
  regulation: string
  period: Period
  starts: Start
  /** 'after' leaves the first day out; 'beginning-with' counts it as day 1. */
  counting: 'after' | 'beginning-with'
  excusedBy: readonly ExceptionKind[]
  /** The shortest absence that counts, both days counted. */
  absenceDays: number
  /** First day it is law. */
  from: IsoDate
  /** Last day it is law; open when not there. */
  until?: IsoDate
}

interface Terms {
  counting?: Rule['counting']
  excusedBy?: readonly ExceptionKind[]
  absenceDays?: number
  from?: IsoDate
  until?: IsoDate
}

const regs = (provision: string) => `SI 2014/1530 reg ${provision}`

/** The Regulations came into force with Part 3 of the Act. */
const COMMENCED: IsoDate = '2014-09-01'
/** SI 2015/359 reg 8 gave orders and concessions their present limits. */
const AMENDED_2015: IsoDate = '2015-03-23'

const council: Terms = { excusedBy: ['school-closed', 'early-years-closed', 'personal', 'absent', 'coronavirus'] }
const adviser: Terms = { excusedBy: ['personal', 'absent', 'missed-appointment', 'coronavirus'] }
const order: Terms = { ...council, absenceDays: 14, from: AMENDED_2015 }

const law = [
  // A new request: s.36(1), or brought to the council's notice (regs 5(1)(b), 10(1), 13(2))
  ['assess-decision', regs('5(1)'), { weeks: 6 }, 'request-received', council],
  ['advice', regs('8(1)'), { weeks: 6 }, 'advice-request-received', adviser],
  ['plan-refusal', regs('10(1)'), { weeks: 16 }, 'request-received', council],
  ['comments', regs('13(1)(a)'), { days: 15 }, 'draft-served', { counting: 'beginning-with' }],
  ['school-reply', 'SEND Code of Practice 2015 para 9.83', { days: 15 }, 'school-consulted', {}],
  ['final-plan', regs('13(2)'), { weeks: 20 }, 'request-received', council],

  // Re-assessment
  ['reassess-bar', regs('24'), { months: 6 }, 'last-assessment-ended', {}],
  ['reassess-decision', regs('25(1)'), { days: 15 }, 'request-received', {}],
  ['reassess-final-plan', regs('27(2)'), { weeks: 14 }, 'assessment-agreed', council],

  // Tribunal order to assess
  ['order-assess', regs('44(2)(b)'), { weeks: 2 }, 'order-made', order],
  ['order-plan-refusal', regs('44(2)(b)(i)'), { weeks: 10 }, 'order-made', order],
  ['order-final-plan', regs('44(2)(b)(ii)'), { weeks: 14 }, 'order-made', order],

  // Mediation agreement to assess: reg 44 applies as if it were an order
  ['mediation-assess', regs('42(2), 44(2)(b)'), { weeks: 2 }, 'mediation-agreed', order],
  ['mediation-plan-refusal', regs('42(2), 44(2)(b)(i)'), { weeks: 10 }, 'mediation-agreed', order],
  ['mediation-final-plan', regs('42(2), 44(2)(b)(ii)'), { weeks: 14 }, 'mediation-agreed', order],

  // The council does not oppose an appeal against refusing to assess
  ['unopposed-assess', regs('45(3)'), { weeks: 2 }, 'appeal-conceded', order],
  ['unopposed-plan-refusal', regs('45(3A)(a)'), { weeks: 10 }, 'appeal-conceded', order],
  ['unopposed-final-plan', regs('45(3A)(b)'), { weeks: 14 }, 'appeal-conceded', order],

  // Tribunal order to make a plan
  ['order-make-draft', regs('44(2)(c)(i)'), { weeks: 5 }, 'order-made', order],
  ['order-make-final', regs('44(2)(c)(ii)'), { weeks: 11 }, 'order-made', order],

  // Disagreeing
  ['mediation-contact', regs('33'), { months: 2 }, 'notice-sent', {}],
  ['mediation-certificate', regs('34'), { workingDays: 3 }, 'mediation-declined', {}],
  ['mediation-meeting', regs('36'), { days: 30 }, 'mediation-asked-for', {}],
  ['mediation-deemed-certificate', regs('36'), { workingDays: 3 }, 'mediation-not-arranged', {}],
  ['appeal-after-notice', 'SI 2008/2699 r.20(1)(c)', { months: 2 }, 'notice-sent', {}],
  ['appeal-after-certificate', 'SI 2008/2699 r.20(1)(c)', { months: 1 }, 'certificate-issued', {}],
  ['ombudsman-complaint', 'Local Government Act 1974 s.26B', { months: 12 }, 'matter-known', {}],
] as const satisfies readonly (readonly [id: string, regulation: string, period: Period, starts: Start, terms: Terms])[]

/** The name of a period in law. */
export type RuleId = (typeof law)[number][0]

/** Every period of the law that this product counts. A changed limit is a second entry of the same name with its own dates. */
export const rules: readonly Rule[] = law.map(([id, regulation, period, starts, terms]) => ({
  id,
  regulation,
  period,
  starts,
  counting: 'after',
  excusedBy: [],
  absenceDays: 28,
  from: COMMENCED,
  ...terms,
}))

/**
 * The rule as it is law on a date.
 * @throws RangeError when no such rule was law on that date.
 */
export function ruleOn(id: RuleId, date: IsoDate): Rule {
  const rule = rules.find((rule) => rule.id === id && rule.from <= date && date <= (rule.until ?? date))
  if (!rule) throw new RangeError(`no rule ${id} in law on ${date}`)
  return rule
}

/** The last day of a rule's period. Council limits are never moved for weekends or bank holidays: the Regulations do not say so. */
export function dueOnOf(rule: Rule, startedOn: IsoDate): IsoDate {
  const end = addPeriod(startedOn, rule.period)
  return rule.counting === 'beginning-with' ? addDays(end, -1) : end
}
