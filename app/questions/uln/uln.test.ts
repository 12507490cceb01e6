import { provesKind } from '../kind.contract'
import { ulnKind } from './uln'

provesKind(ulnKind, {
  settings: {},
  reads: [[{ '': '1234 567 899' }, '1234567899']],
  faultExamples: { tooLong: [{ '': '1'.repeat(51) }, ''] },
  warningExamples: { notTenDigits: ['12345'], checkDigit: ['1234567890', '0000000000'] },
  unremarkable: ['1000000000', '1234567899'],
})
