import { expect, it } from 'vitest'
import { provesKind } from '../kind.contract'
import { yesNoKind } from './yes-no'

provesKind(yesNoKind, {
  settings: { unsure: true },
  reads: [
    [{ '': 'no' }, 'no'],
    [{ '': 'unsure' }, 'unsure'],
  ],
  faultExamples: { notAnOption: [{ '': 'maybe' }, ''] },
  warningExamples: {},
  unremarkable: [],
})

it('offers "Not sure" only where the form says so', () => {
  expect(yesNoKind.options?.({})).toEqual(['yes', 'no'])
  expect(yesNoKind.schema({}).safeParse({ '': 'unsure' }).success).toBe(false)
  expect(yesNoKind.value({}).safeParse('unsure').success).toBe(false)
})
