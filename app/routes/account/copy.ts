import type { LoaderFunctionArgs } from '@remix-run/node'
import { PrinterBusy, PrinterFailed } from '~/applications/ports'
import { seeOther } from '../responses.server'
import { copiesOf } from './copies.server'
import { followingFile } from './follow.server'

/** The PDF copy of what was first sent, or with `?copy=2` of a later change. When none can be made now, the print page is there at once. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args
  const open = await followingFile(args)
  const copies = await copiesOf(context, open)
  const copy = copies[Number(new URL(request.url).searchParams.get('copy') ?? 1) - 1] ?? copies[0]
  const print = seeOther(`/applications/${open.reference}/print?busy=1`)
  if (!copy) return print
  const { isChange: _isChange, ...printed } = copy
  try {
    const pdf = await context.services.printer.print({ kind: 'copy', ...printed, reference: open.reference, councilName: context.config.council.name })
    return new Response(Buffer.from(pdf), { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${open.reference}.pdf"` } })
  } catch (error) {
    if (error instanceof PrinterBusy || error instanceof PrinterFailed) return print
    throw error
  }
}
