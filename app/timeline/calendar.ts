import { Temporal } from 'temporal-polyfill'

/** A calendar date with no time and no zone: 'YYYY-MM-DD'. Two of them compare as text. */
export type IsoDate = string

/** A length of time as the law states it. Working days leave out weekends and England's bank holidays. */
export type Period = { weeks: number } | { days: number } | { months: number } | { workingDays: number }

const FRIDAY = 5
const SATURDAY = 6

/** Is this text a real date between 1900 and 2199? (Outside that it is a slip of the pen.) */
export function isIsoDate(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false
  try {
    plain(text)
    return true
  } catch {
    return false
  }
}

/** The date `days` later (or earlier, when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return plain(date).add({ days }).toString()
}

/** The same day number `months` later, or the last day of a month that has no such day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return plain(date).add({ months }).toString()
}

/** The same day of the year `years` later; 29 February becomes 1 March in a common year. */
export function anniversaryOf(date: IsoDate, years: number): IsoDate {
  const same = plain(date).add({ years })
  return (same.day === plain(date).day ? same : same.add({ days: 1 })).toString()
}

/** The date a whole `period` later. The first day is left out. */
export function addPeriod(date: IsoDate, period: Period): IsoDate {
  if ('workingDays' in period) return addWorkingDays(date, period.workingDays)
  return plain(date).add(period).toString()
}

/** How many days from one date to another: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return plain(from).until(plain(to)).days
}

/** The year of a date, as a number. */
export function yearOf(date: IsoDate): number {
  return plain(date).year
}

/** The month of a date, 1 to 12. */
export function monthOf(date: IsoDate): number {
  return plain(date).month
}

/** The later of two dates. */
export function laterOf(one: IsoDate, other: IsoDate): IsoDate {
  return one > other ? one : other
}

/** The last Friday of June, on which the school leaving date falls (Education Act 1996 s.8). */
export function lastFridayOfJune(year: number): IsoDate {
  return lastOf(year, 6, FRIDAY).toString()
}

/** Not a Saturday, a Sunday or a bank holiday in England. */
export function isWorkingDay(date: IsoDate): boolean {
  const day = plain(date)
  return day.dayOfWeek < SATURDAY && !bankHolidaysOf(day.year).includes(date)
}

/** This day if it is a working day, else the next one. */
export function workingDayOnOrAfter(date: IsoDate): IsoDate {
  return isWorkingDay(date) ? date : workingDayOnOrAfter(addDays(date, 1))
}

/** This day if it is a working day, else the one before. */
export function workingDayOnOrBefore(date: IsoDate): IsoDate {
  return isWorkingDay(date) ? date : workingDayOnOrBefore(addDays(date, -1))
}

/** The date `count` working days later; the first day is left out. */
export function addWorkingDays(date: IsoDate, count: number): IsoDate {
  return count === 0 ? date : addWorkingDays(workingDayOnOrAfter(addDays(date, 1)), count - 1)
}

/** Bank holidays changed by proclamation: `moved` is the day the rule gives, `to` the day that was kept. */
const proclaimed: readonly { moved?: IsoDate; to: IsoDate }[] = [
  { moved: '2020-05-04', to: '2020-05-08' }, // 75 years since VE Day
  { moved: '2022-05-30', to: '2022-06-02' }, // Platinum Jubilee
  { to: '2022-06-03' }, // Platinum Jubilee
  { to: '2022-09-19' }, // funeral of Queen Elizabeth II
  { to: '2023-05-08' }, // coronation of King Charles III
]

const bankHolidays = new Map<number, readonly IsoDate[]>()

/** England's bank holidays in a year, in order (Banking and Financial Dealings Act 1971, and proclamations). */
export function bankHolidaysOf(year: number): readonly IsoDate[] {
  const known = bankHolidays.get(year)
  if (known) return known
  const easter = easterSundayOf(year)
  const ordinary = [
    ...withSubstitutes([dateOf(year, 1, 1)]),
    easter.subtract({ days: 2 }),
    easter.add({ days: 1 }),
    firstOf(year, 5, 1),
    lastOf(year, 5, 1),
    lastOf(year, 8, 1),
    ...withSubstitutes([dateOf(year, 12, 25), dateOf(year, 12, 26)]),
  ].map(String)
  const changes = proclaimed.filter(({ to }) => yearOf(to) === year)
  const kept = ordinary.filter((date) => !changes.some(({ moved }) => moved === date))
  const days = [...kept, ...changes.map(({ to }) => to)].sort()
  bankHolidays.set(year, days)
  return days
}

/** A holiday at a weekend is kept on the next weekday that is not a holiday already. */
function withSubstitutes(days: readonly Temporal.PlainDate[]): Temporal.PlainDate[] {
  const kept = days.filter((day) => day.dayOfWeek < SATURDAY)
  for (const day of days.filter((day) => day.dayOfWeek >= SATURDAY)) {
    let substitute = day
    while (substitute.dayOfWeek >= SATURDAY || kept.some((other) => other.equals(substitute))) substitute = substitute.add({ days: 1 })
    kept.push(substitute)
  }
  return kept
}

/** Easter Sunday by the Gregorian computus: golden number, solar and lunar corrections, next Sunday. */
function easterSundayOf(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100)
  const golden = year % 19
  const solar = century - Math.floor(century / 4)
  const lunar = Math.floor((8 * century + 13) / 25)
  const raw = (19 * golden + solar - lunar + 15) % 30
  const moon = raw - (raw === 29 || (raw === 28 && golden > 10) ? 1 : 0)
  const fullMoon = dateOf(year, 3, 21).add({ days: moon })
  return fullMoon.add({ days: 7 - (fullMoon.dayOfWeek % 7) })
}

function firstOf(year: number, month: number, dayOfWeek: number): Temporal.PlainDate {
  const first = dateOf(year, month, 1)
  return first.add({ days: (7 + dayOfWeek - first.dayOfWeek) % 7 })
}

function lastOf(year: number, month: number, dayOfWeek: number): Temporal.PlainDate {
  const first = dateOf(year, month, 1)
  const last = first.with({ day: first.daysInMonth })
  return last.subtract({ days: (7 + last.dayOfWeek - dayOfWeek) % 7 })
}

function dateOf(year: number, month: number, day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day })
}

/** Temporal also reads times, zones and calendars; only a bare calendar date is meant here. */
function plain(date: IsoDate): Temporal.PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError(`not a calendar date: ${date}`)
  return Temporal.PlainDate.from(date)
}
