import { provesKind } from '../kind.contract'
import { uncertainDateKind } from './uncertain-date'

const boxes = (day: string, month: string, year: string) => ({ day, month, year })

provesKind(uncertainDateKind, {
  settings: { past: true, warnFromAge: 25 },
  reads: [
    [boxes('', '', '2017'), '2017'],
    [boxes('', 'March', '2017'), '2017-03'],
    [boxes('3', '3', '2017'), '2017-03-03'],
    [boxes('', '', String(new Date().getFullYear())), String(new Date().getFullYear())],
  ],
  faultExamples: {
    missingMonth: [boxes('3', '', '2017'), 'month'],
    missingYear: [boxes('', '3', ''), 'year'],
    shortYear: [boxes('', '', '17'), 'year'],
    notADate: [boxes('', '13', '2017'), 'month'],
    tooLongAgo: [boxes('', '', '1817'), 'year'],
    inFuture: [boxes('', '', '2999'), 'year'],
  },
  warningExamples: {
    olderThanExpected: ['2000', '2001-04', '2001-05-04'],
    onlyJustBorn: ['2026-05-01'],
  },
  unremarkable: ['2001', '2001-05', '2001-05-05', '2026', '2026-05'],
})
