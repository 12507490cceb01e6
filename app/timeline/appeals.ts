import { addDays, laterOf, monthOf, workingDayOnOrAfter, yearOf, type IsoDate } from './calendar'
import { dueOnOf, ruleOn } from './rules'

/** A decision that can be appealed, as it was told to the family. */
export interface Notice {
  /** The day the notice was sent, not the day it came. */
  sentOn: IsoDate
  /** The day the mediation adviser issued a certificate. */
  certificateIssuedOn?: IsoDate | undefined
}

/** The last days for disagreeing with a decision. Late appeals are possible, with reasons. */
export interface AppealDates {
  /** Speak to the mediation adviser by this day (reg 33). Not needed where the appeal is only about the school named (s.55(3)). */
  contactMediatorByOn: IsoDate
  /** The later of two months from the notice and one month from the certificate, before it is moved. */
  rawOn: IsoDate
  /** The last day the appeal may reach the Tribunal: always a working day. */
  lastOn: IsoDate
}

/** What the mediation adviser and the council must do by when (regs 34, 36). */
export interface MediationDates {
  /** The certificate, when mediation is declined. */
  certificateByOn: IsoDate
  /** The meeting, when mediation is wanted. */
  meetingByOn: IsoDate
  /** The certificate, when no meeting was arranged in time. */
  deemedCertificateByOn: IsoDate
}

/** The last days for disagreeing with a decision (reg 33; SI 2008/2699 rr.12, 20(1)(c)). */
export function appealDatesOf({ sentOn, certificateIssuedOn }: Notice): AppealDates {
  const afterNotice = dueOnOf(ruleOn('appeal-after-notice', sentOn), sentOn)
  const rawOn = certificateIssuedOn
    ? laterOf(afterNotice, dueOnOf(ruleOn('appeal-after-certificate', certificateIssuedOn), certificateIssuedOn))
    : afterNotice
  return {
    contactMediatorByOn: dueOnOf(ruleOn('mediation-contact', sentOn), sentOn),
    rawOn,
    lastOn: tribunalDayOf(rawOn),
  }
}

/** The days that follow from a family speaking to the mediation adviser, whichever they choose. */
export function mediationDatesOf(contactedOn: IsoDate): MediationDates {
  const meetingByOn = dueOnOf(ruleOn('mediation-meeting', contactedOn), contactedOn)
  return {
    certificateByOn: dueOnOf(ruleOn('mediation-certificate', contactedOn), contactedOn),
    meetingByOn,
    deemedCertificateByOn: dueOnOf(ruleOn('mediation-deemed-certificate', meetingByOn), meetingByOn),
  }
}

/**
 * The day on which an appeal still reaches the Tribunal in time, when the time ends on `date` (SI 2008/2699 r.12): from 25 December
 * to 1 January, the first working day after 1 January; in August, the first working day after 31 August; else the next working day.
 */
function tribunalDayOf(date: IsoDate): IsoDate {
  const year = yearOf(date)
  const monthDay = date.slice('YYYY-'.length)
  if (monthDay >= '12-25') return workingDayOnOrAfter(`${year + 1}-01-02`)
  if (monthDay === '01-01') return workingDayOnOrAfter(addDays(date, 1))
  if (monthOf(date) === 8) return workingDayOnOrAfter(`${year}-09-01`)
  return workingDayOnOrAfter(date)
}
