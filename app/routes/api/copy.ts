import type { LoaderFunctionArgs } from '@remix-run/node'
import { PrinterBusy, PrinterFailed } from '~/applications/ports'
import { whatStands } from '~/applications/sent-summary'
import { receivedAs } from '~/applications/standing'
import { withoutProtected } from '~/engine/summary'
import { apiProblem, answeringSystem } from './api.server'
import { handedOver } from './handed-over.server'

/** The PDF copy of what the council has, with every later change in it. Copies are passed on, so protected details are never in them. */
export const loader = ({ context, params }: LoaderFunctionArgs) =>
  answeringSystem(context, async (system) => {
    const { printer, wordsFor } = context.services
    const { application, facts, sent } = await handedOver(context.services, system, params.reference ?? '')
    const [first] = sent
    const stands = whatStands(sent)
    if (!first || !stands) return apiProblem('not-found')
    const sentAt = receivedAs(facts)?.recordedAt
    try {
      const pdf = await printer.print({
        kind: 'copy',
        summary: withoutProtected(stands, wordsFor(stands.language).text('common:keptPrivate')),
        reference: application.reference,
        hash: first.hash,
        councilName: context.config.council.name,
        ...(sentAt && { sentAt }),
      })
      return new Response(Buffer.from(pdf), { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${application.reference}.pdf"` } })
    } catch (error) {
      if (error instanceof PrinterBusy || error instanceof PrinterFailed) return apiProblem('copy-failed')
      throw error
    }
  })
