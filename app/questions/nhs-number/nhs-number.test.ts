import { provesKind } from '../kind.contract'
import { nhsNumberKind } from './nhs-number'

provesKind(nhsNumberKind, {
  settings: {},
  reads: [
    [{ '': '943 476 5919' }, '9434765919'],
    [{ '': '943-476-5919' }, '9434765919'],
    [{ '': 'on his red book' }, 'ONHISREDBOOK'],
  ],
  faultExamples: { tooLong: [{ '': '9'.repeat(51) }, ''] },
  warningExamples: { notTenDigits: ['943476591', 'X434765919'], checkDigit: ['9434765918', '1234567890'] },
  unremarkable: ['9434765919', '9990000018'],
})
