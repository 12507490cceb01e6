import { expect, test } from 'vitest'
import { phaseTransferOf } from './phase-transfer'

test('a child who moves school has a final amended plan by 15 February, one who moves to post-16 by 31 March', () => {
  expect(phaseTransferOf('school', 2027)).toEqual({ dueOn: '2027-02-15', regulation: 'SI 2014/1530 reg 18(1)(b)' })
  expect(phaseTransferOf('post-16', 2027)).toEqual({ dueOn: '2027-03-31', regulation: 'SI 2014/1530 reg 18(1)(a)' })
})

test('a year before the law is refused', () => {
  expect(() => phaseTransferOf('school', 2013)).toThrow('no phase transfer day in law for school in 2013')
})
