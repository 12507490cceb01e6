import type { PrintJob } from '~/engine/print-job'
import { renderCopy } from './render-copy'

/** The bytes of a PDF: the same for the same job. */
export async function print(job: PrintJob): Promise<Uint8Array> {
  switch (job.kind) {
    case 'copy':
      return renderCopy(job)
  }
}
