import { expect, it } from 'vitest'
import { provesKind } from '../kind.contract'
import { establishmentKind, listedText } from './establishment'

const oak = { urn: '100001', name: 'Oak Tree Primary School', town: 'Leeds' }

provesKind(establishmentKind, {
  settings: {},
  reads: [
    [{ '': '  Oak  Tree ' }, 'Oak Tree'],
    [{ '': 'Oak Tree, Leeds' }, 'Oak Tree, Leeds'],
    [{ '': 'Oak Tree Primary School, Leeds (URN 100001)' }, oak],
    [{ '': 'Oak Tree Primary School (URN 100001)' }, { urn: '100001', name: 'Oak Tree Primary School' }],
    [{ '': 'St Mary’s, Hull, Hull (URN 100002, closed)' }, { urn: '100002', name: 'St Mary’s, Hull', town: 'Hull', closed: true }],
    [{ '': 'Oak Tree (URN 12)' }, 'Oak Tree (URN 12)'],
    [{ '': '(URN 100001)' }, '(URN 100001)'],
    [{ '': 'Ysgol Tŷ Gwyn' }, 'Ysgol Tŷ Gwyn'],
  ],
  faultExamples: { tooLong: [{ '': 'a'.repeat(301) }, ''] },
  warningExamples: { closed: [{ ...oak, closed: true }] },
  unremarkable: [oak, 'A closed school', 'Oak Tree'],
})

it('says in a copy which school it is, and whether the register says it is closed', () => {
  const naming = { words: { language: 'en', text: (key: string, values?: object) => `${key} ${JSON.stringify(values ?? {})}`, has: () => true, date: (on: string) => on }, key: (rest: string) => rest }
  expect(establishmentKind.lines({ ...oak, closed: true }, {}, naming)).toEqual(['Oak Tree Primary School', 'Leeds', 'said.urn {"urn":"100001"}', 'said.closed {}'])
  expect(establishmentKind.lines('Oak Tree', {}, naming)).toEqual(['Oak Tree'])
})

it('shows what was chosen in its one box', () => {
  expect(listedText(oak)).toBe('Oak Tree Primary School, Leeds (URN 100001)')
  expect(listedText({ urn: '1234567', name: 'Oak', closed: true })).toBe('Oak (URN 1234567, closed)')
})
