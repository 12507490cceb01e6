import { expect, it } from 'vitest'
import { provesKind } from '../kind.contract'
import { phoneKind } from './phone'

provesKind(phoneKind, {
  settings: {},
  reads: [
    [{ '': ' 0113  496 0000 ' }, '0113 496 0000'],
    [{ '': '(0113) 496-0000' }, '(0113) 496-0000'],
    [{ '': '+48 601 234 567' }, '+48 601 234 567'],
    [{ '': '0113 496 0000 ext. 12' }, '0113 496 0000 ext. 12'],
    [{ '': '٠١١٣٤٩٦٠٠٠٠' }, '01134960000'],
    [{ '': '1234567' }, '1234567'],
    [{ '': '+123456789012345' }, '+123456789012345'],
  ],
  faultExamples: {
    notANumber: [{ '': 'ask my mum' }, ''],
    tooFewDigits: [{ '': '496000' }, ''],
    tooManyDigits: [{ '': '+1234567890123456' }, ''],
  },
  warningExamples: {},
  unremarkable: [],
})

it('does not take a second plus sign or an email address for a number', () => {
  for (const typed of ['0113+4960000', 'a@b.example 0113 496 0000']) expect(phoneKind.schema({}).safeParse({ '': typed }).success).toBe(false)
})
