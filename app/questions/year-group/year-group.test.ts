import { provesKind } from '../kind.contract'
import { yearGroupKind } from './year-group'

provesKind(yearGroupKind, {
  settings: {},
  reads: [
    [{ '': 'reception' }, 'reception'],
    [{ '': '13' }, '13'],
    [{ '': 'after-13' }, 'after-13'],
    [{ '': 'not-sure' }, 'not-sure'],
  ],
  faultExamples: { notAnOption: [{ '': '14' }, ''] },
  warningExamples: {},
  unremarkable: [],
})
