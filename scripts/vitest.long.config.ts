import { defineConfig } from 'vitest/config'
import everyday from '../vitest.config'

// The long campaigns: the same settings, other files, more time.
export default defineConfig({
  ...everyday,
  test: { include: ['{app,db,bench,scripts}/**/*.long.test.ts'], testTimeout: 60 * 60_000, fileParallelism: false },
})
