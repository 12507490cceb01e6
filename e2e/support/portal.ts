import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test as base } from 'playwright/test'
import { recordDocuments } from './judges/html'

/** A real portal process over a real database file, and what a test may do to it. */
export type Portal = {
  /** Origin without a slash at the end. It stays the same through restarts. */
  readonly url: string
  readonly dataDir: string
  /** The process that runs now. */
  readonly pid: number
  /** Every line that the process has printed, over all its lives. What it logs comes up to a second late. */
  readonly logs: readonly string[]
  /** `logs`, once it holds everything that was asked for before. */
  allLogs(): Promise<readonly string[]>
  /** Ends the process as an operator would (SIGTERM) and waits for it. Start it again with `start`. */
  stop(): Promise<void>
  /** `stop`, then `start`. */
  restart(): Promise<void>
  /** Ends the process as a power cut would. Start it again with `start`. */
  kill9(): Promise<void>
  /** Starts the process again over the same data. */
  start(): Promise<void>
  /** The development mailbox page as HTML. Fails if the portal does not answer 200. */
  outbox(): Promise<string>
  /** Ends the process and deletes its data. */
  close(): Promise<void>
}

type Options = { readonly env?: Readonly<Record<string, string>>; readonly entry?: string }

const startLimit = 90_000

/** The data of a portal that has been started once: its demo takes longer to make than a portal takes to start. */
export const seededData = 'test-results/seeded-data'

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null

const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (!isRunning(child)) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

/** Resolves when the process has printed its address and says that it is ready; fails with its last words if it ends first. */
const untilReady = (child: ChildProcess, url: string, logs: string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`The portal ${why}. Its last words:\n${logs.slice(-20).join('\n')}`))
    const timer = setTimeout(() => fail(`did not start within ${startLimit / 1000} seconds`), startLimit)
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      fail(`ended with ${code ?? signal} before it was ready`)
    })
    const listen = (stream: NodeJS.ReadableStream | null, isStdout: boolean) => {
      if (!stream) return
      createInterface({ input: stream }).on('line', (line) => {
        logs.push(line)
        if (!isStdout || !line.includes(url)) return
        fetch(`${url}/readyz`).then((answer) => {
          clearTimeout(timer)
          if (answer.ok) resolve()
          else fail(`answered ${answer.status} at /readyz`)
        }, reject)
      })
    }
    listen(child.stdout, true)
    listen(child.stderr, false)
  })

/**
 * Starts a portal of its own for a test that stops it, kills it or needs other settings.
 * Whoever calls this calls `close`, and takes `test` from 'playwright/test' so that no second portal starts beside it.
 * Everyone else uses the `portal` fixture.
 */
export const startPortal = async ({ env = {}, entry = 'build/node/server.js' }: Options = {}): Promise<Portal> => {
  if (!existsSync(entry)) throw new Error(`${entry} is missing. Run "npm run build" first.`)
  const dataDir = await mkdtemp(join(tmpdir(), 'waymark-'))
  if (existsSync(seededData)) await cp(seededData, dataDir, { recursive: true })
  const port = await freePort()
  const url = `http://localhost:${port}`
  const logs: string[] = []
  let child: ChildProcess | undefined

  const start = async () => {
    // Few tests print, and each thread that prints gets warm first. A test begins more than any family.
    const settings = { NODE_ENV: 'production' as const, WAYMARK_MODE: 'demo', PDF_WORKERS: '1', GUEST_DRAFTS: '100000', PORT: String(port), DATA_DIR: dataDir, ...env }
    const { PATH = '', HOME = '' } = process.env
    const born = spawn(process.execPath, [entry], { env: { PATH, HOME, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] })
    child = born
    await untilReady(born, url, logs)
  }
  const stop = async (signal: NodeJS.Signals) => {
    if (child) await end(child, signal)
  }
  const close = async () => {
    await stop('SIGKILL')
    await rm(dataDir, { recursive: true, force: true })
  }

  await start().catch(async (error: unknown) => {
    await close()
    throw error
  })
  return {
    url,
    dataDir,
    get pid() {
      return child?.pid ?? 0
    },
    logs,
    allLogs: async () => {
      // Lines come in order, and nobody else asks so.
      const marks = () => logs.filter((line) => line.includes('"method":"HEAD","route":"help"')).length
      const before = marks()
      await fetch(`${url}/help`, { method: 'HEAD' })
      await base.expect.poll(marks).toBeGreaterThan(before)
      return logs
    },
    start,
    close,
    stop: () => stop('SIGTERM'),
    restart: async () => {
      await stop('SIGTERM')
      await start()
    },
    kill9: () => stop('SIGKILL'),
    outbox: async () => {
      const answer = await fetch(`${url}/dev/outbox`)
      if (!answer.ok) throw new Error(`/dev/outbox answered ${answer.status}`)
      return answer.text()
    },
  }
}

const forOneWorker: [(given: object, use: (portal: Portal) => Promise<void>) => Promise<void>, { scope: 'worker'; timeout: number }] = [
  async ({}, use) => {
    // A test goes faster through the pages than any family.
    const portal = await startPortal({ env: { LIMIT_PER_MINUTE: '100000' } })
    await use(portal)
    await portal.close()
  },
  { scope: 'worker', timeout: startLimit },
]

/**
 * Playwright's `test` with a running portal: one process a worker, started when the first test asks for a page.
 * `page.goto('/start')` goes to that portal. Other tests read the families of its demo, so no test changes those.
 */
export const test = base.extend<object, { portal: Portal }>({
  portal: forOneWorker,
  baseURL: async ({ portal }, use) => use(portal.url),
  page: async ({ page }, use) => {
    recordDocuments(page)
    // React says so here when what it draws in the browser is not what the portal sent.
    const broken: string[] = []
    page.on('pageerror', ({ message }) => broken.push(message))
    await use(page)
    base.expect(broken, 'what broke in scripts of the page').toEqual([])
  },
})

/** The same, with a portal that no other file shares: for tests that change what a family of the demo reads. */
export const testAlone = test.extend<object, { portal: Portal }>({ portal: forOneWorker })

export { expect } from 'playwright/test'
