import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { setPriority } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { InspectorFailed } from '~/applications/failures'
import type { Bytes } from '~/applications/ports'

export interface ConfinedSettings {
  /** The program that works on one file. */
  readonly workerUrl: URL
  /** How many of them work at once. */
  readonly workers?: number
  /** How long one may take, in milliseconds. */
  readonly timeLimit?: number
  /** The memory that one may use, in MiB. */
  readonly memory?: number
}

/** What a process answered: a line, and the bytes after it, which reject when it did not end well. */
export interface Answer {
  readonly line: string
  readonly rest: Bytes
  /** Ends the process of whoever does not read the rest. */
  stop(): Promise<void>
}

/** Work on bytes that strangers made. */
export interface Confined {
  /**
   * Gives bytes to a process of its own and reads the line that it answers.
   * @throws InspectorFailed when it broke down; whatever the bytes reject with
   */
  run(argument: string, bytes: Bytes): Promise<Answer>
  close(): Promise<void>
}

/** Behind pages, but never so far that a busy machine leaves a letter of one line waiting for minutes, as it did at 19 (nice(2)). */
const NICE = 5
const MAX_LINE = 10_000

/**
 * Works on each file in a process of its own, so that a file that makes a library loop, eat memory or crash ends nothing but its own process. It
 * knows no secret, can read only its own program, and can neither write nor start anything (Node's permission model).
 */
export function confinedProcess({ workerUrl, workers = 1, timeLimit = 120_000, memory = 1500 }: ConfinedSettings): Confined {
  const running = new Set<ChildProcess>()
  const waiting: (() => void)[] = []
  let free = workers
  let isClosed = false
  const turn = () => (free > 0 ? ((free -= 1), Promise.resolve()) : new Promise<void>((resolve) => waiting.push(resolve)))
  const giveTurn = () => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
  const command = commandFor(fileURLToPath(workerUrl), memory)

  /** Starts a process; `ended` resolves to whether it ended well, and gives the turn on. */
  const start = (argument: string) => {
    const [program = '', ...args] = [...command, argument]
    const child = spawn(program, args, { env: { NODE_ENV: 'production' }, stdio: ['pipe', 'ignore', 'ignore', 'pipe'] })
    running.add(child)
    const timer = setTimeout(() => child.kill('SIGKILL'), timeLimit)
    const ended = new Promise<boolean>((resolve) => {
      child.once('error', () => resolve(false))
      child.once('exit', (code) => resolve(code === 0))
    }).finally(() => {
      clearTimeout(timer)
      running.delete(child)
      giveTurn()
    })
    if (child.pid) lowerPriority(child.pid)
    const [input, , , output] = child.stdio
    if (!(input instanceof Writable) || !(output instanceof Readable)) throw new InspectorFailed('The process has no pipes.')
    return { child, input, output, ended }
  }

  return {
    async run(argument, bytes) {
      await turn()
      if (isClosed) throw new InspectorFailed('No file is worked on any more.')
      const { child, input, output, ended } = start(argument)
      let brokeOff: { readonly reason: unknown } | undefined
      const source = watched(bytes, (reason) => (brokeOff = { reason }))
      // A process that has seen enough stops reading: what it says counts, not that the pipe broke.
      const fed = pipeline(Readable.from(source, { objectMode: false }), input).catch(() => undefined)
      const stop = async () => {
        child.kill('SIGKILL')
        output.destroy()
        await ended
      }
      try {
        const { line, rest } = await firstLine(output)
        await fed
        // What broke off was worked on as if it were all of the file.
        if (brokeOff) throw brokeOff.reason
        return { line, rest: untilEnded(rest, child, ended), stop }
      } catch (error) {
        await stop()
        if (brokeOff) throw brokeOff.reason
        throw error instanceof InspectorFailed ? error : new InspectorFailed('The process broke down.', { cause: error })
      }
    },

    async close() {
      isClosed = true
      for (const child of running) child.kill('SIGKILL')
      for (const go of waiting.splice(0)) go()
    },
  }
}
/** Node with nothing allowed but reading its own program; by a shell, where there is one that can limit memory. */
function commandFor(worker: string, memory: number): readonly string[] {
  const has = (flag: string) => process.allowedNodeEnvironmentFlags.has(flag)
  const permission = has('--permission') ? '--permission' : '--experimental-permission'
  const reads = [`${dirname(realpathOf(worker))}/`, ...modulesAbove(worker)].map((path) => `--allow-fs-read=${path}`)
  const addons = has('--allow-addons') ? ['--allow-addons'] : []
  const node = [process.execPath, permission, ...reads, ...addons, `--max-old-space-size=${Math.floor(memory / 2)}`, worker]
  if (process.platform === 'win32') return node
  return ['/bin/sh', '-c', `ulimit -d ${memory * 1024}; ulimit -c 0; exec "$@"`, 'sh', ...node]
}

const realpathOf = (path: string) => (existsSync(path) ? realpathSync(path) : path)

/** The folders of packages that a program finds, and the files that say what kind of program it is. */
function modulesAbove(worker: string): readonly string[] {
  const found: string[] = []
  for (let folder = dirname(worker); folder !== dirname(folder); folder = dirname(folder)) {
    const [modules, manifest] = [join(folder, 'node_modules'), join(folder, 'package.json')]
    if (existsSync(modules)) found.push(`${realpathSync(modules)}/`)
    if (existsSync(manifest)) found.push(realpathSync(manifest))
  }
  return found
}

/** Pages come first. Where this is not allowed, the inspection still works. */
function lowerPriority(pid: number): void {
  try {
    setPriority(pid, NICE)
  } catch {
    return
  }
}

async function* watched(bytes: Bytes, brokeOff: (reason: unknown) => void): Bytes {
  try {
    yield* bytes
  } catch (error) {
    brokeOff(error)
    throw error
  }
}

/** What stands before the first line end, and the bytes after it. */
async function firstLine(stream: Readable): Promise<{ readonly line: string; readonly rest: AsyncIterable<Buffer> }> {
  const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let held = Buffer.alloc(0)
  for (;;) {
    const end = held.indexOf('\n')
    if (end >= 0) return { line: held.subarray(0, end).toString(), rest: after(held.subarray(end + 1), pieces) }
    const { value, done } = await pieces.next()
    if (done || held.length > MAX_LINE) throw new InspectorFailed('The process said nothing.')
    held = Buffer.concat([held, value])
  }
}

async function* after(held: Buffer, pieces: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (held.length > 0) yield held
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value
}

async function* untilEnded(rest: AsyncIterable<Buffer>, child: ChildProcess, ended: Promise<boolean>): Bytes {
  try {
    yield* rest
    if (!(await ended)) throw new InspectorFailed('The process did not end well.')
  } finally {
    child.kill('SIGKILL')
  }
}
