import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { refusal } from '~/context.server'

export function loader({ context }: LoaderFunctionArgs) {
  throw refusal(context, 404, 'not-found')
}

export function action({ context }: ActionFunctionArgs) {
  throw refusal(context, 404, 'not-found')
}

/** Never drawn: the loader always throws. Without it Remix would answer with data, not with a page. */
export default function NotFoundPage() {
  return null
}
