import { json, type ActionFunctionArgs } from '@remix-run/node'
import { saveUnfinished } from '~/applications/unfinished'
import { postedForm } from '~/context.server'
import { actorOf, answering } from '../responses.server'
import { formOf, pageSaveOf } from './apply.server'

/** Keeps what is being typed on a page. Answers with when it was kept, for the form to carry, and with the line that says so. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const posted = postedForm(context)
  const form = formOf(context, params)
  const { services, visit } = context
  // Timed out: kept for whoever it was, and shown to nobody until they have signed in.
  const actor = visit.actor ?? visit.ended ?? actorOf(context, request)
  const typedAt = await answering(context, request, () => saveUnfinished(services, actor, form, pageSaveOf(posted, params), (name) => posted.getAll(name)))
  return json({ typedAt, line: visit.words.text('common:savedAt', { time: visit.words.time(typedAt) }) })
}
