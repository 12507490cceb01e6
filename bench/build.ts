import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { build, inputsHash, zipAssets } from '../scripts/build.mjs'

/** Where the benchmark's build is: a `build/` of its own, with the words of its form beside the portal's. */
export const BUILT = '.cache/bench'

const OWN_INPUTS = ['bench/bench-form.ts', 'bench/forms.ts', 'bench/vite.config.ts', 'bench/locales/en/bench.json']

/**
 * Builds the portal once more with the benchmark's form in its list of forms, when anything has changed. Production's own build is left as
 * it is; the server process (build/node) is copied from it.
 */
export async function buildBench(): Promise<void> {
  await build()
  const stamp = join(BUILT, 'inputs.txt')
  const inputs = [inputsHash(), ...OWN_INPUTS.map((path) => readFileSync(path, 'utf8'))].join('\n')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return
  rmSync(BUILT, { recursive: true, force: true })
  mkdirSync(BUILT, { recursive: true })
  const cli = join(dirname(createRequire(import.meta.url).resolve('@remix-run/dev/package.json')), 'dist/cli.js')
  const { status } = spawnSync(process.execPath, [cli, 'vite:build', '--config', 'bench/vite.config.ts', '--logLevel', 'warn'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) throw new Error('The build for the benchmark failed. The reason is printed above.')
  zipAssets(join(BUILT, 'build/client/assets'))
  cpSync('build/node', join(BUILT, 'build/node'), { recursive: true })
  cpSync('locales', join(BUILT, 'locales'), { recursive: true })
  cpSync('bench/locales', join(BUILT, 'locales'), { recursive: true })
  writeFileSync(stamp, inputs)
}
