import { provesKind } from '../kind.contract'
import { textKind } from './text'

provesKind(textKind, {
  settings: { max: 20 },
  reads: [
    [{ '': '  Zażółć  \t Ní  ' }, 'Zażółć Ní'],
    [{ '': 'O’Neill-Ø' }, 'O’Neill-Ø'],
    [{ '': 'سارة' }, 'سارة'],
    [{ '': 'e\u0301' }, 'é'],
    [{ '': 'left\u202Eright\u0000' }, 'leftright'],
    [{ '': '👩‍👩‍👧'.repeat(4) }, '👩‍👩‍👧'.repeat(4)],
    [{ '': ' \n ' }, null],
  ],
  faultExamples: { tooLong: [{ '': 'a'.repeat(21) }, ''] },
  warningExamples: { danger: ['I want to die'] },
  unremarkable: ['Alex'],
})
