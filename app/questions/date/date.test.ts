import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { provesKind } from '../kind.contract'
import { dateKind } from './date'

const boxes = (day: string, month: string, year: string) => ({ day, month, year })

provesKind(dateKind, {
  settings: { past: true, warnFromAge: 25 },
  reads: [
    [boxes('3', '3', '2017'), '2017-03-03'],
    [boxes('03', '03', '2017'), '2017-03-03'],
    [boxes(' 3rd ', 'March', '2017'), '2017-03-03'],
    [boxes('3', 'mar', '2017'), '2017-03-03'],
    [boxes('3', 'SEPT.', '2017'), '2017-09-03'],
    [boxes('٣', '٠٣', '٢٠١٧'), '2017-03-03'],
    [boxes('३', '३', '２０１７'), '2017-03-03'],
    [boxes('29', '2', '2016'), '2016-02-29'],
  ],
  faultExamples: {
    missingDay: [boxes('', '3', '2017'), 'day'],
    missingMonth: [boxes('3', '', '2017'), 'month'],
    missingYear: [boxes('3', '3', ''), 'year'],
    shortYear: [boxes('3', '3', '17'), 'year'],
    notADate: [boxes('31', '2', '2017'), 'day'],
    tooLongAgo: [boxes('3', '3', '1817'), 'year'],
    inFuture: [boxes('3', '3', '2999'), 'day'],
  },
  warningExamples: {
    olderThanExpected: ['2001-05-04', '1980-01-01'],
    onlyJustBorn: ['2026-05-04', '2026-04-20'],
  },
  unremarkable: ['2001-05-05', '2026-04-01', '2016-02-29'],
})

describe('the box that a date fault names', () => {
  it.each([
    [boxes('32', '1', '2017'), 'day'],
    [boxes('three', '1', '2017'), 'day'],
    [boxes('3', '13', '2017'), 'month'],
    [boxes('3', 'ma', '2017'), 'month'],
    [boxes('3', 'Marchember', '2017'), 'month'],
    [boxes('3', '3', 'last'), 'year'],
    [boxes('3', '3', '20177'), 'year'],
  ])('%j', (typed, box) => {
    expect(dateKind.schema({}).safeParse(typed).error?.issues[0]).toMatchObject({ message: 'notADate', path: [box] })
  })
})

describe('today, as councils count days', () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-06-30T23:30:00Z') }))
  afterEach(() => void vi.useRealTimers())

  it('is tomorrow already in London, half an hour before midnight in UTC in summer', () => {
    expect(dateKind.schema({ past: true }).parse(boxes('1', '7', '2026'))).toBe('2026-07-01')
    expect(dateKind.schema({ past: true }).safeParse(boxes('2', '7', '2026')).success).toBe(false)
  })

  it('does not matter where a date may lie ahead', () => {
    expect(dateKind.schema({}).parse(boxes('1', '9', '2027'))).toBe('2027-09-01')
  })
})
