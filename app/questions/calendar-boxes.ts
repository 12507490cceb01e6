import { cleanLine } from '~/engine/clean-text'
import type { Given, Typed } from '~/engine/kind'
import { londonDayOf } from '~/engine/london-day'
import { asciiDigits } from './ascii-digits'
import { Fault, textIn } from './reading'

export interface DateSettings {
  /** It cannot be after today. */
  readonly past?: boolean
  /** Warn, and never block, when it makes somebody this many years old or older, or only just born: a date of birth. */
  readonly warnFromAge?: number
}

export const dateBoxes = [{ name: 'day' }, { name: 'month' }, { name: 'year' }] as const

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/** What was typed in the boxes, as numbers; blank is undefined. A box that cannot be read is a fault. */
export function partsIn(typed: Typed): { day?: number; month?: number; year?: number } | Fault {
  const [day, month, year] = dateBoxes.map(({ name }) => asciiDigits(cleanLine(textIn(typed, name))).toLowerCase()) as [string, string, string]
  const dayNumber = /^\d{1,2}(st|nd|rd|th)?$/.test(day) ? Number.parseInt(day, 10) : 0
  const monthNumber = /^\d{1,2}$/.test(month) ? Number(month) : month.length < 3 ? 0 : 1 + MONTHS.findIndex((name) => name.startsWith(month.replace(/\.$/, '')))
  if (day && (dayNumber < 1 || dayNumber > 31)) return new Fault('notADate', 'day')
  if (month && (monthNumber < 1 || monthNumber > 12)) return new Fault('notADate', 'month')
  if (/^\d{1,3}$/.test(year)) return new Fault('shortYear', 'year')
  if (year && !/^\d{4}$/.test(year)) return new Fault('notADate', 'year')
  return { ...(day && { day: dayNumber }), ...(month && { month: monthNumber }), ...(year && { year: Number(year) }) }
}

/** A date as an ISO string: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', or what is wrong with it. The year comes with the rest. */
export function isoOf(year: number, month: number | undefined, day: number | undefined, { past = false }: DateSettings): string | Fault {
  // Nobody in a request was born, seen or moved before 1900: it is a slip of the hand.
  if (year < 1900) return new Fault('tooLongAgo', 'year')
  if (month && day && day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return new Fault('notADate', 'day')
  const iso = [year, month, day].flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')])).join('-')
  return past && iso > londonDayOf(new Date()).slice(0, iso.length) ? new Fault('inFuture', day ? 'day' : month ? 'month' : 'year') : iso
}

/** The boxes of an ISO string of any of the three lengths. */
export const boxesOf = (iso: string): Typed => {
  const [year = '', month = '', day = ''] = iso.split('-')
  return { day: day && String(Number(day)), month: month && String(Number(month)), year }
}

/** The boxes of a date as spreadsheets write it: 12/05/2026, May 2026, 2026-05-12. The year is last, unless it is first. */
export const boxesIn = (text: string): Typed => {
  const parts = cleanLine(text).split(/[\s/.,-]+/).filter(Boolean)
  const [year = '', month = '', day = ''] = /^\p{N}{4}$/u.test(parts[0] ?? '') ? parts : parts.toReversed()
  return parts.length > 3 ? { year: text } : { day, month, year }
}

/** A warning code for a date of birth that is unlikely in a request about a child or young person (0 to 25). */
export function warningFor(iso: string, { warnFromAge }: DateSettings, { today }: Given): string | undefined {
  if (warnFromAge === undefined) return undefined
  const [year = '', ...rest] = today.split('-')
  const limit = [Number(year) - warnFromAge, ...rest].join('-')
  // Without its day or month, a date is only as old as the last day it could be.
  if (iso.padEnd(10, '-~') <= limit) return 'olderThanExpected'
  return iso.length === 10 && Date.parse(today) - Date.parse(iso) < 28 * 86_400_000 ? 'onlyJustBorn' : undefined
}
