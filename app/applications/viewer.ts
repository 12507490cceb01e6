import type { Form } from '~/engine/form'
import { summaryOf } from '~/engine/summary'
import type { Actor } from './actor'
import type { OpenApplication } from './open-application'
import type { Store } from './ports'
import { isUnsent } from './sent-summary'
import type { Services } from './services'
import { viewerOf, type Viewer } from './timeline-view'

/**
 * Who follows a sent application, from what they said of themselves. A change of that counts once it is sent, and the council can read
 * it: nobody becomes the family by an answer that only they have seen.
 */
export async function viewerFor(
  { store, wordsFor }: Pick<Services, 'wordsFor'> & { readonly store: Pick<Store, 'sent'> },
  actor: Actor,
  form: Form,
  { application, journey }: Pick<OpenApplication, 'application' | 'journey'>,
): Promise<Viewer> {
  const conditions = [form.familyWhen, form.schoolWhen].flatMap((each) => each ?? [])
  const sent = conditions.length > 0 ? (await store.sent(actor, application.id)).filter(({ summary }) => summary.form === form.id) : []
  const [first] = sent
  if (!first) return viewerOf(form, journey)
  return isUnsent(sent, form, summaryOf(form, journey, wordsFor(first.summary.language)), conditions) ? 'notifier' : viewerOf(form, journey)
}
