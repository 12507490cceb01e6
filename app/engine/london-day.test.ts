import { expect, it } from 'vitest'
import { londonDayBy, londonDayOf } from './london-day'

it('a summer evening is already tomorrow in London when it is not yet in UTC', () => {
  const days = ['2026-07-01T22:59:59Z', '2026-07-01T23:00:00Z', '2026-12-01T23:59:59Z', '2026-12-02T00:00:00Z'].map((at) => londonDayOf(new Date(at)))
  expect(days).toEqual(['2026-07-01', '2026-07-02', '2026-12-01', '2026-12-02'])
})

it('today changes at the very moment when the day does, and back again with a clock that is put right', () => {
  let at = ''
  const today = londonDayBy(() => Date.parse(at))
  const days = ['2026-07-01T22:58:00.000Z', '2026-07-01T22:59:59.999Z', '2026-07-01T23:00:00.000Z', '2026-07-01T22:59:59.999Z', '2026-12-01T23:59:59.999Z', '2026-12-02T00:00:00.000Z'].map((each) => {
    at = each
    return today()
  })
  expect(days).toEqual(['2026-07-01', '2026-07-01', '2026-07-02', '2026-07-01', '2026-12-01', '2026-12-02'])
})
