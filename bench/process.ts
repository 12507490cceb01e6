import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { served } from '../scripts/build.mjs'
import { BUILT } from './build'

/** A server in a process of its own, so that what it uses is never mixed with what asks it. */
export interface Measured {
  readonly origin: string
  /** Processor time used so far by all threads of the process, in ms: utime + stime of /proc/PID/stat (proc(5)), in steps of 10 ms. */
  cpu(): number
  /** Resident memory in MiB. */
  memory(): number
  close(): Promise<void>
}

const TICK = 10

async function start(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Promise<Measured> {
  const child = spawn(process.execPath, args, { cwd, env: { PATH: process.env.PATH, ...env, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'ignore'] })
  const origin = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /http:\/\/localhost:\d+/.exec(line)?.[0]
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`${args.join(' ')} did not start.`)))
  })
  const proc = (file: string) => readFileSync(`/proc/${child.pid}/${file}`, 'utf8')
  return {
    origin,
    cpu() {
      const fields = proc('stat').split(') ')[1]?.split(' ') ?? []
      return (Number(fields[11]) + Number(fields[12])) * TICK
    },
    memory: () => Number(/^VmRSS:\s+(\d+)/m.exec(proc('status'))?.[1]) / 1024,
    async close() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** The portal over a new demo store, as `npm start` serves it: every save is on the disk before its answer. */
export async function startPortal(built = BUILT): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
  const portal = await start(served, built, {
    WAYMARK_MODE: 'demo',
    PORT: '0',
    DATA_DIR: dataDir,
    COUNCIL_FILE: resolve('db/demo-council.json'),
    // A benchmark asks more often than a family.
    LIMIT_PER_MINUTE: '10000000',
    GUEST_DRAFTS: '10000000',
  })
  return {
    ...portal,
    async close() {
      await portal.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The least that Node can do. */
export const startBare = (): Promise<Measured> => start([resolve('bench/bare.mjs')], '.', {})
