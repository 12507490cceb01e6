import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, lastFridayOfJune } from './calendar'
import { ageOn, compulsorySchoolAgeEndsOn, personStatusOn, turns25On, youngPersonFromOn } from './school-age'

const anyDate = fc.nat(36_500).map((days) => addDays('2015-03-23', days))

describe('the school leaving date', () => {
  test.each([
    [2024, '2024-06-28'],
    [2025, '2025-06-27'],
    [2026, '2026-06-26'],
    [2027, '2027-06-25'],
    [2028, '2028-06-30'],
    [2029, '2029-06-29'],
    [2030, '2030-06-28'],
    [2031, '2031-06-27'],
  ])('in %i is %s', (year, on) => expect(lastFridayOfJune(year)).toBe(on))

  test('someone born on 23 September 2007 leaves on 28 June 2024, as IPSEA says', () => {
    expect(compulsorySchoolAgeEndsOn('2007-09-23')).toBe('2024-06-28')
  })

  test('the last day of August and the first of September are a school year apart', () => {
    expect(compulsorySchoolAgeEndsOn('2010-08-31')).toBe('2026-06-26')
    expect(compulsorySchoolAgeEndsOn('2010-09-01')).toBe('2027-06-25')
  })
})

describe('child, young person, or 25 or over', () => {
  test('a person is still a child all through the school leaving date', () => {
    expect(personStatusOn('2010-02-14', '2026-06-26')).toBe('child')
    expect(personStatusOn('2010-02-14', '2026-06-27')).toBe('young-person')
  })

  test('a person of 16 can still be a child, and one of 15 already a young person', () => {
    expect([ageOn('2009-09-01', '2026-06-26'), personStatusOn('2009-09-01', '2026-06-26')]).toEqual([16, 'child'])
    expect([ageOn('2010-08-31', '2026-06-27'), personStatusOn('2010-08-31', '2026-06-27')]).toEqual([15, 'young-person'])
  })

  test('the last day as a young person is the day before the 25th birthday', () => {
    expect(personStatusOn('2001-05-20', '2026-05-19')).toBe('young-person')
    expect(personStatusOn('2001-05-20', '2026-05-20')).toBe('25-or-over')
  })

  test('someone born on 29 February turns 25 on 1 March', () => {
    expect(turns25On('2004-02-29')).toBe('2029-03-01')
    expect(personStatusOn('2004-02-29', '2029-02-28')).toBe('young-person')
    expect(compulsorySchoolAgeEndsOn('2012-02-29')).toBe('2028-06-30')
  })

  test('everyone is a child from birth, then a young person, then 25, and leaves school between 15 and 16', () => {
    fc.assert(
      fc.property(anyDate, (bornOn) => {
        expect(personStatusOn(bornOn, bornOn)).toBe('child')
        expect(personStatusOn(bornOn, youngPersonFromOn(bornOn))).toBe('young-person')
        expect(personStatusOn(bornOn, addDays(turns25On(bornOn), -1))).toBe('young-person')
        expect(personStatusOn(bornOn, turns25On(bornOn))).toBe('25-or-over')
        expect([15, 16]).toContain(ageOn(bornOn, compulsorySchoolAgeEndsOn(bornOn)))
      }),
    )
  })
})

describe('age', () => {
  test('goes up on the birthday', () => {
    expect(ageOn('2017-03-14', '2026-03-13')).toBe(8)
    expect(ageOn('2017-03-14', '2026-03-14')).toBe(9)
    expect(ageOn('2020-02-29', '2021-02-28')).toBe(0)
    expect(ageOn('2020-02-29', '2021-03-01')).toBe(1)
  })

  test('is below zero before birth', () => {
    expect(ageOn('2026-06-01', '2026-05-31')).toBe(-1)
  })
})
