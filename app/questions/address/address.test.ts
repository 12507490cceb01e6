import { expect, it } from 'vitest'
import { provesKind } from '../kind.contract'
import { addressKind } from './address'

provesKind(addressKind, {
  settings: { inArea: true },
  reads: [
    [{ lines: ' Flat 2 \r\n\r\n14  Mill Lane', town: 'Leeds', postcode: 'ls11ur' }, { lines: ['Flat 2', '14 Mill Lane'], town: 'Leeds', postcode: 'LS1 1UR' }],
    [{ noFixedAddress: 'yes' }, { noFixedAddress: true }],
    [{ lines: 'Care of Jo\n3 High Street', noFixedAddress: 'yes' }, { lines: ['Care of Jo', '3 High Street'], noFixedAddress: true }],
    [{ lines: 'The Old Mill', private: 'yes' }, { lines: ['The Old Mill'], private: true }],
    [{ private: 'yes' }, { private: true }],
    [{ town: 'Leeds' }, { town: 'Leeds' }],
  ],
  faultExamples: {
    tooManyLines: [{ lines: 'a\nb\nc\nd\ne' }, 'lines'],
    tooLong: [{ town: 'a'.repeat(201) }, 'town'],
  },
  warningExamples: {
    postcodeNotUk: [{ lines: ['1 Rue Haute'], postcode: 'B-1000' }],
    outOfArea: [{ postcode: 'L1 1UR' }, { postcode: 'WF31 1AA' }, { postcode: 'WF4 1AA' }],
  },
  unremarkable: [{ lines: ['1 High Street'], postcode: 'LS1 1UR' }, { postcode: 'WF3 1AA' }, { noFixedAddress: true }],
})

it('is protected when a family asks for that, and no other address is', () => {
  expect(addressKind.isProtected?.({ lines: ['The Old Mill'], private: true })).toBe(true)
  expect(addressKind.isProtected?.({ lines: ['The Old Mill'] })).toBe(false)
})

it('gives a way to write only where there is somewhere to write to', () => {
  expect(addressKind.isBlank?.({ noFixedAddress: true })).toBe(true)
  expect(addressKind.isBlank?.({ private: true, town: 'Leeds' })).toBe(true)
  expect(addressKind.isBlank?.({ noFixedAddress: true, lines: ['Care of Jo'] })).toBe(false)
})

it('says on paper that somebody has no fixed address, and where post can go', () => {
  const naming = { words: { language: 'en', text: (key: string) => key, has: () => true, date: (on: string) => on }, key: (rest: string) => rest }
  expect(addressKind.lines({ noFixedAddress: true }, {}, naming)).toEqual(['said.noFixedAddress'])
  expect(addressKind.lines({ noFixedAddress: true, private: true, lines: ['Care of Jo'], postcode: 'LS1 1UR' }, {}, naming)).toEqual([
    'said.private', 'said.postTo', 'Care of Jo', 'LS1 1UR',
  ])
})

it('is remarked upon as outside the area only where that is asked, and only when the council has said where it is', () => {
  const address = { postcode: 'L1 1UR' }
  expect(addressKind.warn?.(address, {}, { today: '2026-05-04', postcodeAreas: ['LS'], dangerPhrases: [] })).toBeUndefined()
  expect(addressKind.warn?.(address, { inArea: true }, { today: '2026-05-04', postcodeAreas: [], dangerPhrases: [] })).toBeUndefined()
})
