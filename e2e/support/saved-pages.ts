import { expect, test } from 'playwright/test'
import { hasJava, judgeSavedPages } from './judges/html'

test('every page that was judged is valid HTML (needs java)', async () => {
  test.skip(!hasJava(), 'java is not installed')
  test.setTimeout(5 * 60_000)
  const { pages, faults } = await judgeSavedPages()
  test.skip(pages === 0, 'no page was judged in this run')
  expect(faults).toEqual([])
})
