import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { BUILT } from './build'

/** What one copy costs in a process that does nothing else. CPU in ms. */
export interface CopyCost {
  /** A first copy by a worker that must start first, and the one after it, in ms. */
  readonly cold: { readonly first: number; readonly second: number }
  readonly ours: Way
  /** The same content with @react-pdf/renderer as it comes: untagged. */
  readonly stock: Way
  /** Ours by stock: the median of the rounds. */
  readonly ratio: number
}
interface Way {
  readonly cpu: number
  readonly kib: number
  readonly rounds: readonly number[]
}

/** Measures in a process of its own, with the settings of production; the two ways in turn, so that what else the machine does falls on both. */
export function copyCostOf(rounds: number, times: number): CopyCost {
  const worker = resolve(BUILT, 'build/node/worker.js')
  const said = execFileSync(process.execPath, ['--import', 'tsx', 'bench/copy-cost.tsx', String(rounds), String(times), worker], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(said.toString()) as CopyCost
}
