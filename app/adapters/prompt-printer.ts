import { createHash } from 'node:crypto'
import { PrinterBusy, PrinterSlow } from '~/applications/failures'
import type { Printer, PrintJob } from '~/applications/ports'

export interface PromptPrinterSettings {
  /** How long a paper is kept after it was printed, in milliseconds. */
  readonly keepFor?: number
  /** How many bytes of papers are kept; the oldest go first. */
  readonly keepBytes?: number
}

/**
 * Answers in time: whoever asks for a paper that is not ready is told so, while it goes on being printed and is kept for a while, in memory only.
 * Asked again for the same job, it is the same paper: ten clicks are one printing. A job that failed is not printed again meanwhile.
 */
export function promptPrinter(printer: Printer, { keepFor = 5 * 60_000, keepBytes = 16 * 2 ** 20 }: PromptPrinterSettings = {}): Printer {
  const papers = new Map<string, Promise<Uint8Array>>()
  const kept = new Map<string, { readonly bytes: number; readonly timer: NodeJS.Timeout }>()
  let keptBytes = 0

  const forget = (key: string) => {
    papers.delete(key)
    const { bytes, timer } = kept.get(key) ?? { bytes: 0 }
    clearTimeout(timer)
    kept.delete(key)
    keptBytes -= bytes
  }
  const keep = (key: string, bytes: number) => {
    kept.set(key, { bytes, timer: setTimeout(forget, keepFor, key).unref() })
    keptBytes += bytes
    for (const oldest of kept.keys()) {
      if (keptBytes <= keepBytes) break
      forget(oldest)
    }
  }
  const begin = (key: string, job: PrintJob) => {
    const paper = printer.print(job)
    papers.set(key, paper)
    paper.then(
      ({ byteLength }) => keep(key, byteLength),
      (error) => (error instanceof PrinterBusy ? forget(key) : keep(key, 0)),
    )
    return paper
  }

  return {
    print(job, patience) {
      const key = keyOf(job)
      const paper = papers.get(key) ?? begin(key, job)
      return patience === undefined ? paper : within(patience, paper)
    },
    kept: (job) => printer.kept(job),
    async close() {
      await printer.close()
      for (const key of kept.keys()) forget(key)
    },
  }
}

/** The same for the same job. A hash, so that no words are kept longer than the job. */
const keyOf = (job: PrintJob): string => createHash('sha256').update(JSON.stringify(job)).digest('base64')

function within(patience: number, paper: Promise<Uint8Array>): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new PrinterSlow()), patience)
    void paper.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
