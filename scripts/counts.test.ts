import { describe, expect, it } from 'vitest'
import { isGoodRun, playwrightCounts, totalLine, vitestCounts } from './counts.mjs'

const file = (status: string, ...statuses: string[]) => ({
  status,
  assertionResults: statuses.map((each, at) => ({ status: each, fullName: `test ${at}` })),
})

describe('the total at the end of npm test', () => {
  it('counts vitest’s passes and failures, and names what was skipped', () => {
    const report = { testResults: [file('passed', 'passed', 'pending'), file('failed', 'passed', 'failed', 'todo')] }
    expect(vitestCounts(report, false)).toEqual({ passed: 2, failed: 1, skipped: ['test 1', 'test 2'] })
  })

  it('counts a file that could not be loaded as a failure', () => {
    expect(vitestCounts({ testResults: [file('failed'), file('failed', 'failed')] }, false)).toMatchObject({ failed: 2 })
  })

  it('never calls a run good that ended badly or left no report', () => {
    expect(vitestCounts({ testResults: [file('passed', 'passed')] }, false)).toMatchObject({ passed: 1, failed: 1 })
    expect(vitestCounts(undefined, false)).toMatchObject({ failed: 1 })
    expect(playwrightCounts(undefined, false)).toMatchObject({ failed: 1 })
  })

  it('counts Playwright’s tests at every depth, and a test that passed only the second time as failed', () => {
    const spec = (title: string, status: string) => ({ title, tests: [{ status }] })
    const report = {
      suites: [{ specs: [spec('a', 'expected')], suites: [{ specs: [spec('b', 'flaky'), spec('c', 'skipped'), spec('d', 'unexpected')] }] }],
      errors: [{ message: 'the set-up failed' }],
    }
    expect(playwrightCounts(report, false)).toEqual({ passed: 1, failed: 3, skipped: ['c'] })
  })

  it('adds the steps up in one line', () => {
    expect(totalLine([{ passed: 3, failed: 0, skipped: [] }, { passed: 1, failed: 0, skipped: [] }])).toBe('4 passed, 0 failed')
    expect(totalLine([{ passed: 3, failed: 1, skipped: ['a'] }])).toBe('3 passed, 1 failed, 1 skipped')
  })

  it('calls a run with a skipped test good on a desk, and bad with CI=true', () => {
    const whole = { passed: 3, failed: 0, skipped: [] }
    const skipped = { passed: 1, failed: 0, skipped: ['a'] }
    expect(isGoodRun([whole, skipped], {})).toBe(true)
    expect(isGoodRun([whole, skipped], { CI: 'true' })).toBe(false)
    expect(isGoodRun([whole], { CI: 'true' })).toBe(true)
    expect(isGoodRun([whole, { passed: 1, failed: 1, skipped: [] }], {})).toBe(false)
  })
})
