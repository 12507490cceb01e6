import { provesKind } from '../kind.contract'
import { choicesKind } from './choices'

provesKind(choicesKind, {
  settings: { options: ['large-print', 'audio', 'braille', 'none'], none: 'none' },
  reads: [
    [{ '': ['braille', 'large-print', 'braille'] }, ['large-print', 'braille']],
    [{ '': 'audio' }, ['audio']],
    [{ '': ['none'] }, ['none']],
    [{ '': ['', ''] }, null],
  ],
  faultExamples: {
    notAnOption: [{ '': ['audio', 'smell'] }, ''],
    noneAndOthers: [{ '': ['audio', 'none'] }, ''],
  },
  warningExamples: {},
  unremarkable: [],
})
