// `npm test`: every check, and the true total as the last line. A step that fails does not stop the next.
// `npm run test:long`: the long campaigns, which write their evidence to docs/evidence.
// With CI=true a skipped test is a failure of the run: nothing may be missing there.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isGoodRun, oneCheck, playwrightCounts, totalLine, vitestCounts } from './counts.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const isLong = process.argv.includes('--long')
const require = createRequire(import.meta.url)

// A step that hangs is a step that failed: the total must still be printed.
const limitMinutes = isLong ? 6 * 60 : 50

const running = new Set()
const stop = (child) => process.kill(-child.pid, 'SIGKILL')
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    for (const child of running) stop(child)
    process.exit(1)
  })
}

// Each program leads a process group, so that what it has started ends with it.
const node = async (args, env = {}) => {
  const child = spawn(process.execPath, args, { cwd: root, detached: true, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
  running.add(child)
  const timer = setTimeout(() => {
    console.error(`This took longer than ${limitMinutes} minutes and was stopped.`)
    stop(child)
  }, limitMinutes * 60_000)
  const [code] = await once(child, 'exit')
  running.delete(child)
  clearTimeout(timer)
  return code === 0
}
// The file that package.json calls NAME under "bin", found without a shell and without npx.
const bin = (name, owner = name) => {
  const manifest = join(root, 'node_modules', owner, 'package.json')
  const { bin } = require(manifest)
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[name])
}

const results = join(root, 'test-results')
const reportOf = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)

const check = (...args) => async () => oneCheck(await node(args))
const vitest = (...args) => async () => {
  const file = join(results, 'vitest.json')
  const isGood = await node([bin('vitest'), 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  return vitestCounts(reportOf(file), isGood)
}
const playwright = (env = {}) => async () => {
  const file = join(results, 'playwright.json')
  const isGood = await node([bin('playwright'), 'test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file, ...env })
  return playwrightCounts(reportOf(file), isGood)
}
const build = check('scripts/build.mjs')

// Each line keeps one processor busy, and lines side by side run at once: lint takes as long as all that stands beside it. Tests have the machine to themselves.
const everyday = [
  [
    { lint: check(bin('eslint'), '.', '--max-warnings=0') },
    {
      types: check(bin('tsc', 'typescript'), '--noEmit'),
      build,
      rooms: check(bin('depcruise', 'dependency-cruiser'), '--config', '.dependency-cruiser.cjs', 'app', 'db'),
    },
  ],
  [{ unit: vitest() }],
  [{ browser: playwright() }],
]
const long = [[{ build }], [{ campaigns: vitest('--config', 'scripts/vitest.long.config.ts', '--root', '.') }], [{ browser: playwright({ WAYMARK_LONG: '1' }) }]]

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const inTurn = async (checks) => {
  const done = []
  for (const [name, run] of Object.entries(checks)) {
    const started = Date.now()
    done.push({ name, ...(await run()), seconds: Math.round((Date.now() - started) / 1000) })
  }
  return done
}

const steps = []
for (const together of isLong ? long : everyday) {
  console.log(`\n── ${together.flatMap(Object.keys).join(', ')} ──`)
  steps.push(...(await Promise.all(together.map(inTurn))).flat())
}

console.log('\n── total ──')
for (const { name, seconds, ...counts } of steps) console.log(`${name.padEnd(10)} ${totalLine([counts])} (${seconds} s)`)
const skipped = steps.flatMap(({ name, skipped }) => skipped.map((test) => `${name}: ${test}`))
if (skipped.length > 0) console.log(`\nSKIPPED, so not known to work on this machine:\n${skipped.map((test) => `  ${test}`).join('\n')}`)
console.log(`\n${totalLine(steps)}`)

process.exitCode = isGoodRun(steps, process.env) ? 0 : 1
