import type { LoaderFunctionArgs } from '@remix-run/node'
import { pdfOr } from '../pdf.server'
import { seeOther } from '../responses.server'
import { copiesOf } from './copies.server'
import { followingFile } from './follow.server'

/** The PDF copy of what was first sent, or with `?copy=2` of a later change. When it is not there in a moment, the print page is. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args
  const open = await followingFile(args)
  const copies = await copiesOf(context, open)
  const asked = Number(new URL(request.url).searchParams.get('copy') ?? 1)
  const number = copies[asked - 1] ? asked : 1
  const copy = copies[number - 1]
  const print = `/applications/${open.reference}/print`
  if (!copy) return seeOther(print)
  const { isChange: _isChange, ...printed } = copy
  const job = { kind: 'copy', ...printed, reference: open.reference, councilName: context.config.council.name } as const
  return pdfOr(context, job, open.reference, (why) => seeOther(`${print}?copy=${number}&pdf=${why}`))
}
