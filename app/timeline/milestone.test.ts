import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, isWorkingDay } from './calendar'
import { cautiousCounting, limitOf, milestoneOf, type Progress } from './milestone'

const anyDate = fc.nat(36_500).map((days) => addDays('2015-03-23', days))

const limit = limitOf('final-plan', 'final-plan', '2026-01-12') // due Monday 1 June 2026
const on = (today: string, progress: Progress = {}) => milestoneOf(limit, progress, today, cautiousCounting)

describe('a milestone', () => {
  test('is to come, due today, and late from the day after', () => {
    expect(on('2026-05-31')).toMatchObject({ state: 'to-come', daysToDue: 1 })
    expect(on('2026-06-01')).toMatchObject({ state: 'due-today', daysToDue: 0 })
    expect(on('2026-06-02')).toMatchObject({ state: 'late', daysToDue: -1 })
  })

  test('that is excused is still late, and keeps its first date', () => {
    expect(on('2026-06-20', { excusedBy: 'personal' })).toMatchObject({ state: 'late-excused', dueOn: '2026-06-01', excusedBy: 'personal' })
    expect(on('2026-06-01', { excusedBy: 'personal' }).state).toBe('due-today')
  })

  test('that is met has no days left to count, whenever one looks', () => {
    expect(on('2026-09-01', { metOn: '2026-06-01' }).state).toBe('met')
    expect(on('2026-09-01', { metOn: '2026-06-02', excusedBy: 'absent' })).toMatchObject({ state: 'met-late', excusedBy: 'absent' })
    expect(on('2026-09-01', { metOn: '2026-06-02' })).not.toHaveProperty('daysToDue')
  })

  test('aims for the working day before its last day', () => {
    expect(on('2026-01-12').targetOn).toBe('2026-05-29') // 31 May is a Sunday
    expect(milestoneOf(limit, {}, '2026-01-12', { targetDaysEarlier: 0, targetOnWorkingDay: false }).targetOn).toBe('2026-06-01')
  })

  test('always aims for a working day before the last day, and is late exactly from the day after it', () => {
    fc.assert(
      fc.property(anyDate, (startedOn) => {
        const any = limitOf('assess-decision', 'assess-decision', startedOn)
        const stateOn = (today: string) => milestoneOf(any, {}, today, cautiousCounting).state
        const { targetOn } = milestoneOf(any, {}, startedOn, cautiousCounting)
        expect(isWorkingDay(targetOn) && targetOn < any.dueOn).toBe(true)
        expect([addDays(any.dueOn, -1), any.dueOn, addDays(any.dueOn, 1)].map(stateOn)).toEqual(['to-come', 'due-today', 'late'])
      }),
    )
  })
})
