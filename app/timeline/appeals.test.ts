import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appealDatesOf, mediationDatesOf } from './appeals'
import { addDays, addMonths, isWorkingDay, laterOf } from './calendar'

const anyDate = fc.nat(36_500).map((days) => addDays('2015-03-23', days))

const lastOn = (sentOn: string, certificateIssuedOn?: string) => appealDatesOf({ sentOn, certificateIssuedOn }).lastOn

describe('the last day to appeal', () => {
  test('is two months after the notice was sent, the mediation adviser the same', () => {
    expect(appealDatesOf({ sentOn: '2026-02-20' })).toEqual({
      contactMediatorByOn: '2026-04-20',
      rawOn: '2026-04-20',
      lastOn: '2026-04-20',
    })
  })

  test('is one month after the certificate when that is later, and never earlier because of it', () => {
    expect(lastOn('2026-02-20', '2026-04-15')).toBe('2026-05-15')
    expect(lastOn('2026-02-20', '2026-03-01')).toBe('2026-04-20')
    expect(lastOn('2026-02-20', '2026-03-20')).toBe('2026-04-20')
    expect(lastOn('2026-02-20', '2026-03-21')).toBe('2026-04-21')
  })

  test.each([
    ['2025-12-31', '2026-03-02', 'no 31 February; 28 February 2026 is a Saturday'],
    ['2026-12-31', '2027-03-01', '28 February 2027 is a Sunday'],
    ['2026-02-03', '2026-04-07', 'Good Friday 2026'],
    ['2026-02-06', '2026-04-07', 'Easter Monday 2026'],
    ['2026-05-31', '2026-07-31', 'the day before August'],
    ['2026-06-01', '2026-09-01', '1 August'],
    ['2026-06-30', '2026-09-01', '30 August'],
    ['2027-06-11', '2027-09-01', 'August moves past the bank holiday'],
    ['2025-06-30', '2025-09-01', '30 August 2025 to Monday 1 September'],
    ['2029-06-30', '2029-09-03', '1 September 2029 is a Saturday'],
    ['2027-05-31', '2027-08-02', '31 July 2027 is a Saturday: the time does not end in August'],
    ['2026-10-24', '2026-12-24', 'Christmas Eve is a working day'],
    ['2026-10-25', '2027-01-04', 'Christmas Day; 2 and 3 January 2027 are a weekend'],
    ['2026-10-31', '2027-01-04', '31 December'],
    ['2026-11-01', '2027-01-04', '1 January'],
    ['2026-11-02', '2027-01-04', '2 January is a Saturday'],
    ['2027-11-01', '2028-01-04', '1 January 2028 is a Saturday, kept on Monday 3 January'],
    ['2023-10-24', '2023-12-27', '24 December 2023 is a Sunday, not in the Christmas days'],
  ])('for a notice of %s is %s: %s', (sentOn, expected) => expect(lastOn(sentOn)).toBe(expected))

  test('is always a working day, never before the raw day, never in August by being moved there, never 25 December to 1 January', () => {
    fc.assert(
      fc.property(anyDate, fc.option(anyDate, { nil: undefined }), (sentOn, certificateIssuedOn) => {
        const { rawOn, lastOn } = appealDatesOf({ sentOn, certificateIssuedOn })
        expect(rawOn).toBe(certificateIssuedOn ? laterOf(addMonths(sentOn, 2), addMonths(certificateIssuedOn, 1)) : addMonths(sentOn, 2))
        expect(lastOn >= rawOn).toBe(true)
        expect(isWorkingDay(lastOn)).toBe(true)
        const monthDay = lastOn.slice(5)
        expect(monthDay > '08-03' && monthDay <= '08-31').toBe(false)
        expect(monthDay === '01-01').toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})

describe('mediation', () => {
  test('a family who speaks to the adviser before a bank holiday weekend', () => {
    expect(mediationDatesOf('2026-04-30')).toEqual({
      certificateByOn: '2026-05-06',
      meetingByOn: '2026-05-30',
      deemedCertificateByOn: '2026-06-03',
    })
  })
})
