import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { setPriority } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { InspectorFailed } from '~/applications/failures'
import type { Bytes, Inspector } from '~/applications/ports'
import { fileTypeNamed, fileTypes, insideFaults, type FileType } from '~/applications/uploads'

export interface InspectorSettings {
  /** The program that inspects one file. */
  readonly workerUrl: URL
  /** How many files are inspected at once. */
  readonly workers?: number
  /** How long one may take, in milliseconds. */
  readonly timeLimit?: number
  /** The memory that one may use, in MiB. */
  readonly memory?: number
}

const LOWEST_PRIORITY = 19
const MAX_LINE = 1000

const verdict = z.union([
  z.strictObject({ refused: z.enum(insideFaults) }),
  z.strictObject({ type: z.enum(Object.keys(fileTypes) as [FileType]), size: z.int().min(0) }),
])

/**
 * Inspects each file in a process of its own, so that a file that makes a library loop, eat memory or crash ends nothing but its own
 * inspection. The process knows no secret, can read only its own program, and can neither write nor start anything (Node's permission model).
 */
export function inspectorProcess({ workerUrl, workers = 1, timeLimit = 120_000, memory = 1500 }: InspectorSettings): Inspector {
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
  const start = (type: FileType) => {
    const [program = '', ...args] = [...command, type]
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
    if (!(input instanceof Writable) || !(output instanceof Readable)) throw new InspectorFailed('The inspection has no pipes.')
    return { child, input, output, ended }
  }

  return {
    async inspect({ name, bytes }) {
      const type = fileTypeNamed(name)
      if (!type) return { refused: 'not-what-it-says' }
      await turn()
      if (isClosed) throw new InspectorFailed('The inspector is closed.')
      const { child, input, output, ended } = start(type)
      let brokeOff: { readonly reason: unknown } | undefined
      const source = watched(bytes, (reason) => (brokeOff = { reason }))
      // A process that has seen enough stops reading: what it says counts, not that the pipe broke.
      const fed = pipeline(Readable.from(source, { objectMode: false }), input).catch(() => undefined)
      try {
        const { line, rest } = await firstLine(output)
        await fed
        // What broke off was inspected as if it were all of the file.
        if (brokeOff) throw brokeOff.reason
        const said = verdict.parse(JSON.parse(line))
        if (!('refused' in said)) return { ...said, copy: copyOf(rest, said.size, child, ended) }
        if (!(await ended)) throw new InspectorFailed('The inspection did not end well.')
        return said
      } catch (error) {
        child.kill('SIGKILL')
        output.destroy()
        await ended
        if (brokeOff) throw brokeOff.reason
        throw error instanceof InspectorFailed ? error : new InspectorFailed('The inspection broke down.', { cause: error })
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
    setPriority(pid, LOWEST_PRIORITY)
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
    if (done || held.length > MAX_LINE) throw new InspectorFailed('The inspection said nothing.')
    held = Buffer.concat([held, value])
  }
}

async function* after(held: Buffer, pieces: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (held.length > 0) yield held
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value
}

async function* copyOf(rest: AsyncIterable<Buffer>, size: number, child: ChildProcess, ended: Promise<boolean>): Bytes {
  let left = size
  try {
    for await (const piece of rest) {
      left -= piece.length
      yield piece
    }
    if (left !== 0 || !(await ended)) throw new InspectorFailed('The copy is not whole.')
  } finally {
    child.kill('SIGKILL')
  }
}
