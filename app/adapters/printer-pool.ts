import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { PrinterBusy, PrinterFailed, type PrintJob, type Printer } from '~/applications/ports'

export interface PrinterPoolSettings {
  /** The worker: a module whose default export turns a PrintJob into the bytes of a PDF. */
  readonly workerUrl: URL
  readonly workers?: number
  /** How many jobs may wait for a worker; more are refused with PrinterBusy. */
  readonly queue?: number
  /** How long one job may take, in milliseconds, from when a worker has it. */
  readonly timeLimit?: number
}

const MEMORY_LIMIT_MB = 256

/**
 * Prints in worker threads, started at once and kept warm, so that no page waits for a PDF. A worker that takes too long, runs
 * out of memory or dies is replaced; only its own job fails.
 */
export function printerPool({ workerUrl, workers = 2, queue = 20, timeLimit = 20_000 }: PrinterPoolSettings): Printer {
  const pool = new Piscina<PrintJob, Uint8Array>({
    filename: fileURLToPath(workerUrl),
    minThreads: workers,
    maxThreads: workers,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
  })
  // A worker that dies between two jobs; the pool has replaced it.
  pool.on('error', () => undefined)

  const waiting: (() => void)[] = []
  let free = workers
  let isClosed = false
  const turn = () => {
    if (isClosed) return Promise.reject(new PrinterFailed('The printer is closed.'))
    if (free > 0) {
      free -= 1
      return Promise.resolve()
    }
    if (waiting.length >= queue) return Promise.reject(new PrinterBusy())
    return new Promise<void>((resolve) => waiting.push(resolve))
  }
  const giveTurn = () => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }

  return {
    async print(job) {
      await turn()
      try {
        // A job waits here and not in the pool, so that the time of the one before it is not counted as its own.
        return await pool.run(job, { signal: AbortSignal.timeout(timeLimit) })
      } catch (error) {
        throw new PrinterFailed('The job could not be printed.', { cause: error })
      } finally {
        giveTurn()
      }
    },
    close() {
      isClosed = true
      return pool.destroy()
    },
  }
}
