import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { describeUpload } from '~/applications/describe-upload'
import { postedForm, refusal, typedText, type Context } from '~/context.server'
import { paperDetails } from '~/forms/paper-details'
import { PageForm } from '../apply/page-form'
import { helpAfter } from '../help-after.server'
import { pageTitle } from '../page-title'
import { answering, seeOther, shown } from '../responses.server'
import { following } from './follow.server'
import { paperViewFor, type Refused } from './paper-view.server'
import { papersPath } from './papers-path'

export const handle = { hydrate: true }
export const meta = pageTitle

/** What was posted and not saved: the same request draws it again, with what is wrong or what was said meanwhile. */
const again = new WeakMap<Context, Refused>()

/** What a family says about one of its files. */
export async function loader(args: LoaderFunctionArgs) {
  const view = await paperViewFor(args.context, await following(args, 'read'), args.params.paper ?? '', again.get(args.context))
  if (!view) throw refusal(args.context, 404, 'not-found')
  return shown(view)
}

export async function action(args: ActionFunctionArgs) {
  const { context, params, request } = args
  const posted = postedForm(context)
  // Signed out meanwhile: going to the sign-in page would lose what they wrote.
  if (!context.visit.actor) throw refusal(context, 403, 'signed-out', typedText(posted))
  const { actor, reference } = await following(args, 'save')
  const fields = (name: string) => posted.getAll(name)
  const outcome = await answering(context, request, () =>
    describeUpload(context.services, actor, paperDetails, reference, params.paper ?? '', Number(posted.get('base')) || 0, fields),
  )
  if ('saved' in outcome) return seeOther(helpAfter(context, papersPath(reference), paperDetails, outcome.saved.details))
  again.set(context, { posted, ...outcome })
  return json(null, { status: 'clash' in outcome ? 409 : 422 })
}

export default function PaperPage() {
  return <PageForm view={useLoaderData<typeof loader>()} />
}
