import { availableParallelism } from 'node:os'
import { defineConfig, devices } from 'playwright/test'
import { chromiumPath } from './e2e/support/browser'

const inTrouble = '**/get-a-pdf-at-once.spec.ts'
// WAYMARK_LONG=1 runs the long campaigns instead of the everyday journeys: scripts/test.mjs --long
const isLong = process.env['WAYMARK_LONG'] === '1'

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/playwright',
  globalSetup: './e2e/support/prepare-run.ts',
  // Beyond four, the portals and the browsers get in each other's way.
  workers: Math.min(4, Math.max(2, availableParallelism())),
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: isLong ? 30 * 60_000 : 60_000,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // To write down every step of every test takes a tenth of the time: `npm run test:e2e -- --trace on` does it for one that failed.
    trace: 'off',
    // Where there is no graphics card, Chromium draws quicker by itself than through one made of software.
    launchOptions: { executablePath: await chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] },
  },
  projects: [
    // First: its tests follow one another, and would keep one of two workers waiting at the end.
    ...(isLong ? [] : [{ name: 'printing in trouble', testMatch: inTrouble, teardown: 'html' }]),
    {
      name: 'browser',
      testMatch: isLong ? ['long/**/*.spec.ts', 'judges.spec.ts', 'fill-in-the-whole-form.spec.ts', 'send-hostile-files.spec.ts'] : '**/*.spec.ts',
      testIgnore: isLong ? [] : ['long/**', inTrouble],
      teardown: 'html',
    },
    // After everything else: one run of the Nu HTML checker over every page that was judged.
    { name: 'html', testMatch: 'support/saved-pages.ts' },
  ],
})
