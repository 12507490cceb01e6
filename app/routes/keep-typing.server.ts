import { json, type ActionFunctionArgs } from '@remix-run/node'
import type { PageSave } from '~/applications/save-answers'
import { saveUnfinished } from '~/applications/unfinished'
import { postedForm } from '~/context.server'
import type { Form } from '~/engine/form'
import { actorOf, answering } from './responses.server'

/** Keeps what is being typed on a page. Answers with when it was kept, for the form to carry, and with the line that says so. */
export async function keepTyping({ context, request }: ActionFunctionArgs, form: Form, saveOf: (posted: URLSearchParams) => PageSave) {
  const posted = postedForm(context)
  const { services, visit } = context
  // Timed out: kept for whoever it was, and shown to nobody until they have signed in.
  const actor = visit.actor ?? visit.ended ?? actorOf(context, request)
  const typedAt = await answering(context, request, () => saveUnfinished(services, actor, form, saveOf(posted), (name) => posted.getAll(name)))
  return json({ typedAt, line: visit.words.text('common:savedAt', { time: visit.words.time(typedAt) }) })
}
