import type { LoaderFunctionArgs } from '@remix-run/node'
import { copiesOf } from '~/applications/copies'
import { uploadsOf } from '~/applications/open-upload'
import { wordsFor } from '~/i18n/words'
import { withPapers } from '../listed-papers.server'
import { pdfOr } from '../pdf.server'
import { seeOther } from '../responses.server'
import { copyAsked } from './copy-links.server'
import { followingFile } from './follow.server'

/** The PDF copy of what was first sent, or with `?copy=2` of a later change. When it is not there in a moment, the print page is. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args
  const open = await followingFile(args)
  const { number, copy } = copyAsked(request, await copiesOf(context.services, open, context.visit.words))
  const { uploads } = await uploadsOf(context.services, open.actor, open.reference)
  const whole = withPapers(context.services, copy, uploads, wordsFor(copy.summary.language), 'family')
  const print = `/applications/${open.reference}/print`
  return pdfOr(context, { kind: 'copy', ...whole }, open.reference, (why) => seeOther(`${print}?copy=${number}&pdf=${why}`))
}
