// Reads the reports of the test runners: how many passed and failed, and the names of those that were skipped.

/** One step's result when the step is a single check: `passed` when the program ended well. */
export const oneCheck = (isGood) => ({ passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: [] })

/**
 * Vitest's JSON report. A file that could not be loaded has no tests and counts as one failure; so does a run that ended
 * badly without a failed test (an error outside any test), and a run without a report.
 */
export const vitestCounts = (report, isGood) => {
  const files = report?.testResults ?? []
  const tests = files.flatMap(({ assertionResults }) => assertionResults)
  const failed = tests.filter(({ status }) => status === 'failed').length
  const broken = files.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed')).length
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: Math.max(failed + broken, isGood ? 0 : 1),
    skipped: tests.filter(({ status }) => !['passed', 'failed'].includes(status)).map(({ fullName }) => fullName),
  }
}

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]

/** Playwright's JSON report. An error outside any test, and a run without a report, count as one failure. */
export const playwrightCounts = (report, isGood) => {
  const tests = (report?.suites ?? []).flatMap(specsOf).flatMap(({ title, tests }) => tests.map(({ status }) => ({ title, status })))
  const count = (...statuses) => tests.filter(({ status }) => statuses.includes(status)).length
  return {
    passed: count('expected'),
    failed: Math.max(count('unexpected', 'flaky') + (report?.errors?.length ?? 0), isGood ? 0 : 1),
    skipped: tests.filter(({ status }) => status === 'skipped').map(({ title }) => title),
  }
}

/** The last line of a run: `12 passed, 0 failed`, and how many were skipped if any were. */
export const totalLine = (results) => {
  const sum = (numberOf) => results.reduce((total, result) => total + numberOf(result), 0)
  const skipped = sum((result) => result.skipped.length)
  return `${sum((result) => result.passed)} passed, ${sum((result) => result.failed)} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** Whether a run proves that the product works: nothing failed, and with CI=true nothing was skipped either. */
export const isGoodRun = (results, { CI }) => results.every(({ failed, skipped }) => failed === 0 && (CI !== 'true' || skipped.length === 0))
