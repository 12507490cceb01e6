import { provesKind } from '../kind.contract'
import { choiceKind } from './choice'

provesKind(choiceKind, {
  settings: { options: ['parent', 'foster-carer', 'other'] },
  reads: [
    [{ '': 'foster-carer' }, 'foster-carer'],
    [{ '': ['parent', 'other'] }, 'other'],
  ],
  faultExamples: { notAnOption: [{ '': 'Parent' }, ''] },
  warningExamples: {},
  unremarkable: [],
})
