import type { PrintJob } from '~/engine/print-job'
import { renderCopy } from './render-copy'
import { renderTimeline } from './render-timeline'

/** The bytes of a PDF: the same for the same job. */
export async function print(job: PrintJob): Promise<Uint8Array> {
  switch (job.kind) {
    case 'copy':
      return renderCopy(job)
    case 'timeline':
      return renderTimeline(job)
  }
}
