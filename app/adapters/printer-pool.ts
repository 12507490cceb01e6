import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { PrinterBusy, PrinterFailed } from '~/applications/failures'
import type { Printed, Printer, PrintJob } from '~/applications/ports'

export interface PrinterPoolSettings {
  /** The worker: a module whose default export turns a PrintJob into what was Printed. */
  readonly workerUrl: URL
  /** How many print at once; with none, whoever prints is told that it is busy. */
  readonly workers: number
  /** How many jobs may wait for a worker; more are refused with PrinterBusy. */
  readonly queue?: number
  /** How long one try at a copy may take, in milliseconds, from when a worker has it. */
  readonly timeLimit?: number
}

const MEMORY_LIMIT_MB = 256
/** How often a job is given to a worker when the worker before was lost with it. */
const TRIES = 3
/** How much longer than a copy each paper may take: a blank form has as many as a hundred pages, and is made once. */
const PARTS_OF: Readonly<Record<PrintJob['kind'], number>> = { copy: 1, timeline: 1, blank: 9 }
/**
 * How far workers stand back for the thread that answers pages (nice(2): on Linux each thread has its own): it gets twice the time of each
 * of them when all want it. Much further back, a copy would not be printed in time on a machine that does other work as well.
 */
const STAND_BACK = 3
/** What starts with the portal takes its time from the first pages: workers start after this, in milliseconds, or when somebody prints. */
const STARTS_AFTER = 10_000

/**
 * Prints in worker threads, soon started and kept warm, so that no page waits for a PDF. A worker that takes too long, runs
 * out of memory or dies is replaced and its job tried again; a job that fails by its own fault is not. Waits as long as it takes.
 */
export function printerPool({ workerUrl, workers, queue = 20, timeLimit = 20_000 }: PrinterPoolSettings): Printer {
  let pool: Piscina<PrintJob, Printed> | undefined
  const started = () => (pool ??= poolOf(fileURLToPath(workerUrl), workers))
  const soon = workers > 0 ? setTimeout(started, STARTS_AFTER).unref() : undefined

  const waiting: (() => void)[] = []
  let free = workers
  let isClosed = false
  const turn = () => {
    if (free === 0) return new Promise<void>((resolve) => waiting.push(resolve))
    free -= 1
    return Promise.resolve()
  }
  const giveTurn = () => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }

  /** One try; undefined when the worker was lost. */
  const tryOnce = async (job: PrintJob): Promise<Uint8Array | undefined> => {
    // A job waits here and not in the pool, so that the time of the one before it is not counted as its own.
    await turn()
    let printed: Printed
    try {
      if (isClosed) throw new PrinterFailed('The printer is closed.')
      printed = await started().run(job, { signal: AbortSignal.timeout(timeLimit * PARTS_OF[job.kind]) })
    } catch (error) {
      if (isClosed) throw new PrinterFailed('The printer is closed.', { cause: error })
      return undefined
    } finally {
      giveTurn()
    }
    if ('pdf' in printed) return printed.pdf
    const cause = new Error('The code that prints has a fault.')
    cause.stack = printed.fault
    throw new PrinterFailed('The job cannot be printed.', { cause })
  }

  // What has cost one worker may cost the next. Such jobs are tried again one at a time, each behind all who wait, so that they never hold every worker.
  let suspects: Promise<unknown> = Promise.resolve()
  const tryAgain = (job: PrintJob): Promise<Uint8Array> => {
    const again = async () => {
      for (let tries = 1; tries < TRIES; tries += 1) {
        const pdf = await tryOnce(job)
        if (pdf) return pdf
      }
      throw new PrinterFailed('Every worker that had the job was lost.')
    }
    const done = suspects.then(again)
    suspects = done.catch(() => undefined)
    return done
  }

  return {
    async print(job) {
      if (workers === 0 || (free === 0 && waiting.length >= queue)) throw new PrinterBusy()
      return (await tryOnce(job)) ?? tryAgain(job)
    },
    kept: () => Promise.resolve(undefined),
    close() {
      isClosed = true
      clearTimeout(soon)
      return pool?.destroy() ?? Promise.resolve()
    },
  }
}

function poolOf(filename: string, workers: number): Piscina<PrintJob, Printed> {
  const pool = new Piscina<PrintJob, Printed>({
    filename,
    minThreads: workers,
    maxThreads: workers,
    niceIncrement: STAND_BACK,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
  })
  // A worker that dies between two jobs; the pool has replaced it.
  pool.on('error', () => undefined)
  return pool
}
