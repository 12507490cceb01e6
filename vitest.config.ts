import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Small files that take long. Where no earlier run is known Vitest begins with the largest, and these would run on when all others have ended. */
const slow = ['app/portal/command-line.test.ts', 'app/portal/read-form.test.ts', 'db/sqlite/store.test.ts'].map(here)
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification) => Number(slow.includes(moduleId))
    return (await super.sort(files)).toSorted((one, other) => isSlow(other) - isSlow(one))
  }
}

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
    sequence: { sequencer: SlowFirst },
  },
})
