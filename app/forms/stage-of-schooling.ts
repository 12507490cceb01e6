import { isOneOf, type Condition } from '~/engine/condition'
import type { Answers, Computed } from '~/engine/form'
import { yearGroups } from '~/questions/year-group/year-group'
import { ageOn, personStatusOn } from '~/timeline/school-age'

/** Where the birth date does not tell. */
const UNKNOWN = 'unknown'

export const VERDICTS = ['yes', 'no', 'unsure'] as const
type Verdict = (typeof VERDICTS)[number]

/** True when a computed verdict is yes, or cannot be ruled out: better to ask once too often than to leave somebody out. */
export const maybe = (name: string): Condition => isOneOf(name, ['yes', 'unsure'])

/**
 * What a birth date says about a person's stage, as the law draws the lines. Never "16": somebody of 15 may be past the
 * school leaving date, and somebody of 16 may not be (Education Act 1996 s.8). An uncertain birth date that lies on both
 * sides of a line gives `unsure`; no birth date yet gives `no`, since it is required and asked first.
 * @param birthDate the id of the question that asks when the person was born
 * @param yearGroup the id of the question that asks which year they are taught in
 */
export const stageOfSchooling = (birthDate: string, yearGroup: string) => {
  const fromBirthDate = (test: (bornOn: string, today: string) => boolean): Computed => ({
    of: [birthDate],
    options: VERDICTS,
    from: (answers, today) => verdictOf(answers[birthDate], (bornOn) => test(bornOn, today)),
  })
  return {
    /** Reception has not become compulsory yet: the early years. */
    underFive: fromBirthDate((bornOn, today) => ageOn(bornOn, today) < 5),
    /** Over compulsory school age: the rights are the young person's own (Children and Families Act 2014 s.83(2)). */
    overSchoolAge: fromBirthDate((bornOn, today) => personStatusOn(bornOn, today) !== 'child'),
    /** Known to be of compulsory school age or younger: the rights are a parent's. */
    ofSchoolAge: fromBirthDate((bornOn, today) => personStatusOn(bornOn, today) === 'child'),
    /** 18 or over: may they need longer than most to finish (Children and Families Act 2014 s.36(10))? */
    adult: fromBirthDate((bornOn, today) => ageOn(bornOn, today) >= 18),
    /** The school year that somebody born then is usually taught in; not known where the birth date lies in two school years. */
    usualYear: {
      of: [birthDate],
      options: [...yearGroups, UNKNOWN],
      from: (answers: Answers, today: string) => usualYearOf(answers[birthDate], today),
    },
    /** Year 9 or above: advice on adult life is due (Special Educational Needs and Disability Regulations 2014 reg 6(1)(g)). */
    yearNineOrAbove: {
      of: [birthDate, yearGroup],
      options: VERDICTS,
      from: (answers: Answers, today: string) =>
        yearVerdictOf(answers[yearGroup]) ?? verdictOf(answers[birthDate], (bornOn) => schoolYearOf(bornOn, today) >= 9),
    },
  } satisfies Record<string, Computed>
}

/** The school year, when the first and the last day that a date may mean lie in the same one. */
function usualYearOf(date: unknown, today: string): (typeof yearGroups)[number] | typeof UNKNOWN {
  const days = daysOf(date)
  if (!days) return UNKNOWN
  const [first, last] = [schoolYearOf(days.first, today), schoolYearOf(days.last, today)]
  if (first !== last) return UNKNOWN
  if (first < 0) return 'early-years'
  if (first > 13) return 'after-13'
  return first === 0 ? 'reception' : (yearGroups.find((year) => year === String(first)) ?? UNKNOWN)
}

/** Tests the first and the last day that a whole or uncertain date may mean; every test here changes only once in a life. */
export function verdictOf(date: unknown, test: (bornOn: string) => boolean): Verdict {
  const days = daysOf(date)
  if (!days) return 'no'
  const [first, last] = [test(days.first), test(days.last)]
  if (first !== last) return 'unsure'
  return first ? 'yes' : 'no'
}

/** First and last day of '2015', '2015-03' or '2015-03-12'. */
function daysOf(date: unknown): { first: string; last: string } | undefined {
  if (typeof date !== 'string') return undefined
  const [year, month, day] = date.split('-')
  if (!year) return undefined
  if (!month) return { first: `${year}-01-01`, last: `${year}-12-31` }
  if (day) return { first: date, last: date }
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
  return { first: `${year}-${month}-01`, last }
}

function yearVerdictOf(yearGroup: unknown): Verdict | undefined {
  if (typeof yearGroup !== 'string') return undefined
  const year = /\d+$/.exec(yearGroup)
  if (year) return Number(year[0]) >= 9 ? 'yes' : 'no'
  return ['early-years', 'reception'].includes(yearGroup) ? 'no' : undefined
}

/** The usual year group in England: Reception is 0, from the September after the fourth birthday. */
function schoolYearOf(bornOn: string, today: string): number {
  return cohortOf(today) - cohortOf(bornOn) - 5
}

/** The calendar year in which the school year of a date began: 1 September to 31 August. */
const cohortOf = (date: string): number => Number(date.slice(0, 4)) - (date.slice(5) < '09-01' ? 1 : 0)
