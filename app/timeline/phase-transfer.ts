import type { IsoDate } from './calendar'

/** Where a child or young person with a plan moves on to. */
export type PhaseTransfer = 'school' | 'post-16'

interface FixedDay {
  to: PhaseTransfer
  regulation: string
  monthDay: string
  /** First and last year of transfer for which it is law. */
  from: number
  until?: number
}

const fixedDays: readonly FixedDay[] = [
  { to: 'school', regulation: 'SI 2014/1530 reg 18(1)(b)', monthDay: '02-15', from: 2015 },
  { to: 'post-16', regulation: 'SI 2014/1530 reg 18(1)(a)', monthDay: '03-31', from: 2015 },
]

/**
 * The last day for the final amended plan in the year of a move: 15 February between schools, 31 March to post-16.
 * @throws RangeError when the law had no such day in that year.
 */
export function phaseTransferOf(to: PhaseTransfer, year: number): { dueOn: IsoDate; regulation: string } {
  const day = fixedDays.find((day) => day.to === to && day.from <= year && year <= (day.until ?? year))
  if (!day) throw new RangeError(`no phase transfer day in law for ${to} in ${year}`)
  return { dueOn: `${year}-${day.monthDay}`, regulation: day.regulation }
}
