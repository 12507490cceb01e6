// `npm test`: every check, one after the other, and the true total as the last line. A step that fails does not stop the next.
// `npm run test:long`: the long campaigns, which write their evidence to docs/evidence.
// With CI=true a skipped test is a failure of the run: nothing may be missing there.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { oneCheck, playwrightCounts, totalLine, vitestCounts } from './counts.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const isLong = process.argv.includes('--long')
const require = createRequire(import.meta.url)

const node = (args, env = {}) => {
  const run = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
  return run.status === 0
}
// The file that package.json calls NAME under "bin", found without a shell and without npx.
const bin = (name, owner = name) => {
  const manifest = join(root, 'node_modules', owner, 'package.json')
  const { bin } = require(manifest)
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[name])
}

const results = join(root, 'test-results')
const reportOf = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)

const check = (...args) => () => oneCheck(node(args))
const vitest = (...args) => () => {
  const file = join(results, 'vitest.json')
  const isGood = node([bin('vitest'), 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  return vitestCounts(reportOf(file), isGood)
}
const playwright = (env = {}) => () => {
  const file = join(results, 'playwright.json')
  const isGood = node([bin('playwright'), 'test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file, ...env })
  return playwrightCounts(reportOf(file), isGood)
}
const build = check('scripts/build.mjs')

const everyday = {
  types: check(bin('tsc', 'typescript'), '--noEmit'),
  lint: check(bin('eslint'), '.', '--max-warnings=0'),
  rooms: check(bin('depcruise', 'dependency-cruiser'), '--config', '.dependency-cruiser.cjs', 'app', 'db'),
  unit: vitest(),
  build,
  browser: playwright(),
}
const long = {
  build,
  campaigns: vitest('--config', 'scripts/vitest.long.config.ts', '--root', '.'),
  browser: playwright({ WAYMARK_LONG: '1' }),
}

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const steps = Object.entries(isLong ? long : everyday).map(([name, run]) => {
  console.log(`\n── ${name} ──`)
  const started = Date.now()
  const counts = run()
  return { name, seconds: Math.round((Date.now() - started) / 1000), ...counts }
})

console.log('\n── total ──')
for (const { name, seconds, ...counts } of steps) console.log(`${name.padEnd(10)} ${totalLine([counts])} (${seconds} s)`)
const skipped = steps.flatMap(({ name, skipped }) => skipped.map((test) => `${name}: ${test}`))
if (skipped.length > 0) console.log(`\nSKIPPED, so not known to work on this machine:\n${skipped.map((test) => `  ${test}`).join('\n')}`)
console.log(`\n${totalLine(steps)}`)

const isGood = steps.every(({ failed }) => failed === 0) && !(process.env.CI === 'true' && skipped.length > 0)
process.exitCode = isGood ? 0 : 1
