import type { ActionFunctionArgs } from '@remix-run/node'
import { postedForm } from '~/context.server'
import { answering, seeOther } from '../responses.server'

/** Ends the session and clears what this browser kept. Drafts of somebody signed in stay theirs; a visitor's stay until they are forgotten. */
export async function action({ context, request }: ActionFunctionArgs) {
  postedForm(context)
  await answering(context, request, () => context.visit.leave())
  const response = seeOther('/')
  response.headers.set('Clear-Site-Data', '"cache", "storage"')
  return response
}

export const loader = () => seeOther('/')

/** Never drawn: it goes on, or the form is refused. Without it Remix would answer with data, not with a page. */
export default function SignOutPage() {
  return null
}
