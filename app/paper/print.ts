import type { PrintJob } from '~/engine/print-job'
import { formNamed } from '~/forms'
import { renderBlank } from './render-blank'
import { renderCopy } from './render-copy'
import { renderTimeline } from './render-timeline'

/** The bytes of a PDF: the same for the same job. */
export async function print(job: PrintJob): Promise<Uint8Array> {
  switch (job.kind) {
    case 'copy':
      return renderCopy(job)
    case 'timeline':
      return renderTimeline(job)
    case 'blank': {
      // A form is code, which does not cross to a worker: only its name does.
      const form = formNamed(job.form)
      if (!form) throw new Error(`There is no form ${job.form} to print.`)
      return renderBlank(form, job)
    }
  }
}
