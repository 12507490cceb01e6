import { provesKind } from '../kind.contract'
import { upnKind } from './upn'

provesKind(upnKind, {
  settings: {},
  reads: [[{ '': 'h 243 2785 44154' }, 'H243278544154']],
  faultExamples: { tooLong: [{ '': 'A'.repeat(51) }, ''] },
  warningExamples: { wrongShape: ['A95000017830', 'AA50000178301'], checkLetter: ['R247962919251'] },
  unremarkable: ['A950000178301', 'H243278544154', 'Q247962919251', 'A95000017830B'],
})
