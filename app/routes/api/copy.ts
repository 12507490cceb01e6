import type { LoaderFunctionArgs } from '@remix-run/node'
import { whatStands } from '~/applications/sent-summary'
import { receivedAs } from '~/applications/standing'
import { withoutProtected } from '~/engine/summary'
import { pdfOr } from '../pdf.server'
import { apiProblem, answeringSystem } from './api.server'
import { handedOver } from './handed-over.server'

/** A system would rather wait than ask again: longer than a person, and less than it takes most of them to give up. */
const PATIENCE = 20_000

/** The PDF copy of what the council has, with every later change in it. Copies are passed on, so protected details are never in them. */
export const loader = ({ context, params }: LoaderFunctionArgs) =>
  answeringSystem(context, async (system) => {
    const { application, facts, sent } = await handedOver(context.services, system, params.reference ?? '')
    const first = sent.find((each) => each.summary.form === application.form)
    const stands = whatStands(sent, application.form)
    if (!first || !stands) return apiProblem('not-found')
    const sentAt = receivedAs(facts)?.recordedAt
    const job = {
      kind: 'copy',
      summary: withoutProtected(stands, context.services.wordsFor(stands.language).text('common:keptPrivate')),
      reference: application.reference,
      hash: first.hash,
      councilName: context.config.council.name,
      ...(sentAt && { sentAt }),
    } as const
    return pdfOr(context, job, application.reference, () => apiProblem('copy-failed'), PATIENCE)
  })
