import type { Printed, PrintJob } from '~/engine/print-job'
import { loadFonts } from './kit/fonts'
import { print } from './print'

// A worker thread prints, so that no page waits for a PDF. It is ready when it has read the fonts.
await loadFonts()

/** What is wrong with a job is answered; a worker that dies answers nothing, and the job is tried again. */
export default async function work(job: PrintJob): Promise<Printed> {
  try {
    return { pdf: await print(job) }
  } catch (error) {
    return { fault: (error instanceof Error && error.stack) || 'unknown' }
  }
}
