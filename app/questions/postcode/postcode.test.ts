import { provesKind } from '../kind.contract'
import { postcodeKind } from './postcode'

provesKind(postcodeKind, {
  settings: {},
  reads: [
    [{ '': 'ls11ur' }, 'LS1 1UR'],
    [{ '': ' sw1a  1aa ' }, 'SW1A 1AA'],
    [{ '': 'gir0aa' }, 'GIR 0AA'],
    [{ '': 'd02 af30' }, 'D02 AF30'],
  ],
  faultExamples: { tooLong: [{ '': 'A'.repeat(51) }, ''] },
  warningExamples: { notUk: ['D02 AF30', 'LS1'] },
  unremarkable: ['LS1 1UR', 'SW1A 1AA', 'M1 1AE', 'GIR 0AA'],
})
