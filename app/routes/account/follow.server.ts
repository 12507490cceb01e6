import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Actor } from '~/applications/actor'
import type { Fact } from '~/applications/facts'
import { openApplication, type OpenApplication } from '~/applications/open-application'
import { authorise, NotFound, type Action } from '~/applications/permissions'
import { readReference } from '~/applications/reference'
import { refusal, typedText } from '~/context.server'
import type { Form } from '~/engine/form'
import { nameIn } from '~/engine/naming'
import { formNamed } from '~/forms'
import { actorOf, answering, seeOther } from '../responses.server'

/** One application, opened to be followed. */
export interface Following extends OpenApplication {
  readonly form: Form
  readonly actor: Actor
  readonly reference: string
  readonly name: string
  readonly facts: readonly Fact[]
}

/** Opens the application that `/applications/:reference` names. */
export async function following({ params, request, context }: LoaderFunctionArgs, action: Action): Promise<Following> {
  const reference = readReference(params.reference ?? '')
  const actor = actorOf(context, request)
  const { store } = context.services
  if (!reference) throw refusal(context, 404, 'not-found')
  return answering(context, request, async () => {
    const application = await store.application(actor, reference)
    // Whoever sent it before they signed in is told how to find it; the same is said of what is not there.
    if (!application && actor.role === 'person') throw refusal(context, 404, 'no-request', typedText(new URLSearchParams(context.body)), { text: context.visit.words.text('errors:no-request.way'), href: `/applications/find?ref=${reference}` })
    authorise(actor, action, application)
    const form = formNamed(application.form)
    if (!form) throw new NotFound(`no form ${application.form}`)
    const open = await openApplication(context.services, actor, form, reference, action)
    const name = nameIn(form, open.journey.valueOf, context.visit.words)
    return { ...open, form, actor, reference, name, facts: await store.facts(actor, application.id) }
  })
}

/** The same for a file. What is refused is said on the application's own page, since a file cannot say it. */
export async function followingFile(args: LoaderFunctionArgs): Promise<Following> {
  try {
    return await following(args, 'read')
  } catch (error) {
    if (error instanceof Response && error.status >= 400) throw seeOther(`/applications/${encodeURIComponent(args.params.reference ?? '')}`)
    throw error
  }
}
