import type { LoaderFunctionArgs } from '@remix-run/node'
import { isRefusedCode, REFUSED, refusal, typedText } from '~/context.server'

/** Where requests that were turned away before Remix are shown why, with what was typed; see refusals.server.ts. */
export function loader({ context, params }: LoaderFunctionArgs) {
  const code = params.code ?? ''
  if (!isRefusedCode(code) || String(REFUSED[code]) !== params.status) throw refusal(context, 404, 'not-found')
  throw refusal(context, REFUSED[code], code, typedText(new URLSearchParams(context.body)))
}

/** Never drawn: the loader always throws. Without it Remix would answer with data, not with a page. */
export default function RefusedPage() {
  return null
}
