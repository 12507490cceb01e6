import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addPeriod,
  anniversaryOf,
  bankHolidaysOf,
  daysBetween,
  isIsoDate,
  isWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from './calendar'

const anyDate = fc.nat(36_500).map((days) => addDays('2015-03-23', days))

describe('bank holidays in England', () => {
  const published = readFileSync(new URL('fixtures/bank-holidays.csv', import.meta.url), 'utf8').trim().split('\n').slice(1)

  test('the rule gives every published day from 2018 to 2032, and no other', () => {
    const years = Array.from({ length: 15 }, (_, index) => 2018 + index)
    expect(years.flatMap(bankHolidaysOf)).toEqual(published)
    expect(published).toHaveLength(15 * 8 + 3)
  })

  test('a moved holiday leaves its old day a working day', () => {
    expect(isWorkingDay('2020-05-04')).toBe(true)
    expect(isWorkingDay('2020-05-08')).toBe(false)
    expect(isWorkingDay('2022-05-30')).toBe(true)
  })

  test('Easter is right at both ends of its range', () => {
    expect(bankHolidaysOf(2285)).toContain('2285-03-23') // Easter Sunday 22 March
    expect(bankHolidaysOf(2038)).toContain('2038-04-26') // Easter Sunday 25 April
    expect(bankHolidaysOf(2049)).toContain('2049-04-19') // Easter Sunday 18 April: the computus exception
  })

  test('every year to come has eight different days, all kept in the week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2024, max: 2199 }), (year) => {
        const days = bankHolidaysOf(year)
        expect(new Set(days).size).toBe(8)
        for (const day of days) expect(daysBetween('2024-01-01', day) % 7).toBeLessThan(5) // 1 January 2024 is a Monday
      }),
    )
  })
})

describe('counting', () => {
  test('a month with no such day gives its last day', () => {
    expect(addMonths('2026-12-31', 2)).toBe('2027-02-28')
    expect(addMonths('2027-12-31', 2)).toBe('2028-02-29')
    expect(addMonths('2026-05-31', 1)).toBe('2026-06-30')
    expect(addMonths('2026-06-30', 1)).toBe('2026-07-30')
  })

  test('someone born on 29 February has a birthday on 1 March in common years', () => {
    expect(anniversaryOf('2004-02-29', 25)).toBe('2029-03-01')
    expect(anniversaryOf('2004-02-29', 16)).toBe('2020-02-29')
  })

  test('working days leave out a weekend and a bank holiday', () => {
    expect(addPeriod('2026-04-30', { workingDays: 3 })).toBe('2026-05-06') // Thursday; Monday 4 May is a holiday
    expect(workingDayOnOrAfter('2026-12-25')).toBe('2026-12-29')
    expect(workingDayOnOrBefore('2026-12-28')).toBe('2026-12-24')
  })

  test('the days between two dates undo the days added', () => {
    fc.assert(fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => daysBetween(date, addDays(date, days)) === days))
  })

  test('the next working day is a working day, and never more than four days later', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const next = workingDayOnOrAfter(date)
        expect(isWorkingDay(next)).toBe(true)
        expect(daysBetween(date, next)).toBeLessThanOrEqual(4)
      }),
    )
  })
})

describe('reading a date', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '20260101', '2026-01-01T00:00', '0216-01-01', '2017', '2017-03', '', ' 2026-01-01'])(
    '%j is refused',
    (text) => expect(isIsoDate(text)).toBe(false),
  )

  test('a real date is accepted, in the years that operators are told of', () => {
    expect(['2028-02-29', '1900-01-01', '2199-12-31'].map(isIsoDate)).toEqual([true, true, true])
    expect(['1899-12-31', '2200-01-01', '2999-01-01'].map(isIsoDate)).toEqual([false, false, false])
  })

  test('arithmetic on something else fails loudly', () => {
    expect(() => addDays('2026-01-01T10:00', 1)).toThrow(RangeError)
  })
})
