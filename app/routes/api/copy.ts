import type { LoaderFunctionArgs } from '@remix-run/node'
import { standingCopyOf } from '~/applications/copies'
import { uploadsOf } from '~/applications/open-upload'
import { referenceIn } from '~/applications/reference'
import { wordsFor } from '~/i18n/words'
import { withPapers } from '../listed-papers.server'
import { pdfOr } from '../pdf.server'
import { apiProblem, answeringSystem } from './api.server'
import { handedOver } from './handed-over.server'

/** A system would rather wait than ask again: longer than a person, and less than it takes most of them to give up. */
const PATIENCE = 20_000

/**
 * The PDF copy of what the council has, with every later change in it. Copies are passed on, so protected details are never in them, and papers only
 * where the family said that others may see them.
 */
export const loader = ({ context, params }: LoaderFunctionArgs) =>
  answeringSystem(context, async (system) => {
    const open = await handedOver(context.services, system, referenceIn(params.reference ?? ''))
    const copy = standingCopyOf(context.services, open)
    if (!copy) return apiProblem('not-found')
    const { uploads } = await uploadsOf(context.services, system, open.application.reference)
    const whole = withPapers(context.services, copy, uploads, wordsFor(copy.summary.language), 'others')
    return pdfOr(context, { kind: 'copy', ...whole }, open.application.reference, () => apiProblem('copy-failed'), PATIENCE)
  })
