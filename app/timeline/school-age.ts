import { addDays, anniversaryOf, lastFridayOfJune, monthOf, yearOf, type IsoDate } from './calendar'

/** Who holds the rights of Part 3 of the Children and Families Act 2014 on a date. */
export type PersonStatus = 'child' | 'young-person' | '25-or-over'

const SEPTEMBER = 9

/** Whole years of age on a date; negative before birth. Born on 29 February: a year older on 1 March in common years. */
export function ageOn(birthDate: IsoDate, date: IsoDate): number {
  const years = yearOf(date) - yearOf(birthDate)
  return anniversaryOf(birthDate, years) <= date ? years : years - 1
}

/**
 * The last day of compulsory school age: the last Friday in June of the school year in which the 16th birthday falls
 * (Education Act 1996 s.8(3)). The person is still a child all that day. The school year is taken to begin on 1 September.
 */
export function compulsorySchoolAgeEndsOn(birthDate: IsoDate): IsoDate {
  const sixteenOn = anniversaryOf(birthDate, 16)
  return lastFridayOfJune(yearOf(sixteenOn) + (monthOf(sixteenOn) >= SEPTEMBER ? 1 : 0))
}

/** The first day as a young person (Children and Families Act 2014 s.83(2)). */
export function youngPersonFromOn(birthDate: IsoDate): IsoDate {
  return addDays(compulsorySchoolAgeEndsOn(birthDate), 1)
}

/** The 25th birthday, from which Part 3 no longer applies; the last day as a young person is the day before. */
export function turns25On(birthDate: IsoDate): IsoDate {
  return anniversaryOf(birthDate, 25)
}

/** Child, young person or 25 or over on a date. Never ask whether someone is 16: a young person may still be 15. */
export function personStatusOn(birthDate: IsoDate, date: IsoDate): PersonStatus {
  if (date >= turns25On(birthDate)) return '25-or-over'
  return date >= youngPersonFromOn(birthDate) ? 'young-person' : 'child'
}
