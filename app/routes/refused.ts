import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusal } from '~/context.server'

/** Where requests that were turned away before Remix are shown why; see refusals.server.ts. */
export function loader({ context, params }: LoaderFunctionArgs) {
  const status = Number(params.status)
  const code = params.code ?? ''
  const known = [403, 413, 415, 429].includes(status) && context.visit.words.has(`errors:${code}.heading`)
  throw known ? refusal(context, status, code) : refusal(context, 404, 'not-found')
}
