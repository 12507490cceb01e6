import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: { alias: [{ find: /^~\//, replacement: here('./app/') }, { find: /^#db\//, replacement: here('./db/') }, { find: /^#db$/, replacement: here('./db/index.ts') }] },
  test: {
    include: ['app/**/*.test.{ts,tsx}', 'db/**/*.test.ts', 'locales/**/*.test.ts', 'bench/**/*.test.ts', 'scripts/**/*.test.ts'],
    exclude: ['**/*.long.test.ts', 'node_modules/**'],
    globalSetup: 'scripts/build.mjs',
    // Loading every module again for each file takes as long as all the tests of a room. No test leaves anything behind in one.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // One more than there are processors: some tests wait for a process that they have started. It takes a tenth of the time off.
    maxWorkers: availableParallelism() + 1,
  },
})
