import type { Printed, PrintJob } from '~/engine/print-job'
import { print } from './print'

/** What is wrong with a job is answered; a worker that dies answers nothing, and the job is tried again. */
export default async function work(job: PrintJob): Promise<Printed> {
  try {
    return { pdf: await print(job) }
  } catch (error) {
    return { fault: (error instanceof Error && error.stack) || 'unknown' }
  }
}

// A worker thread prints, so that no page waits for a PDF. It is ready when it has printed a small draft, which nobody gets: the first
// paper of a process takes several times as long as the next.
await work({ kind: 'copy', councilName: '-', summary: { form: '-', language: 'en', title: '-', name: '-', sections: [{ id: '-', title: '-', rows: [{ question: '-', page: '-', label: '-', lines: ['-'] }] }] } })
