import { PrinterBusy, PrinterFailed, PrinterSlow } from '~/applications/failures'
import type { PrintJob } from '~/applications/ports'
import type { Context } from '~/context.server'

/** Why there is no PDF yet: it is being made, or could not be. */
export type NoPdf = 'making' | 'failed'

/** How long a person looks at a page that does not answer, in milliseconds. Most PDFs take a fraction of it. */
const PATIENCE = 3_000

/** A PDF to be saved as `name`.pdf or, when it is not there in time, what is shown `instead` at once. */
export async function pdfOr(
  { services: { printer }, reportFault }: Context,
  job: PrintJob,
  name: string,
  instead: (why: NoPdf) => Response,
  patience = PATIENCE,
): Promise<Response> {
  try {
    const pdf = await printer.print(job, patience)
    return new Response(Buffer.from(pdf), { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${name}.pdf"` } })
  } catch (error) {
    if (error instanceof PrinterSlow) return instead('making')
    if (error instanceof PrinterBusy) return instead('failed')
    if (!(error instanceof PrinterFailed)) throw error
    reportFault(error)
    return instead('failed')
  }
}
