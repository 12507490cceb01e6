import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { removeUpload } from '~/applications/open-upload'
import { postedForm } from '~/context.server'
import { HelpNow } from '../apply/help-now'
import { helpShown } from '../help-after.server'
import { pageTitle } from '../page-title'
import { actorOf, answering, seeOther, shown } from '../responses.server'
import { following } from './follow.server'
import { PaperList } from './paper-list'
import { papersPath } from './papers-path'
import { papersViewOf } from './papers-view.server'

export const handle = { hydrate: true }
export const meta = pageTitle

/** The papers, photos and recordings of a request: what is there, how each is, and a form to add more. */
export async function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams
  const open = await following(args, 'read')
  const view = await papersViewOf(args.context, open, search)
  const helpNow = helpShown(args.context, args.request, open.form.evidence ? 'helpNowAtSchool' : 'helpNow')
  return shown({ ...view, helpNow }, view.told?.isFault ? 422 : 200)
}

/** Takes a paper back. Files are taken in before this: server/take-papers.ts. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const posted = postedForm(context)
  const reference = params.reference ?? ''
  await answering(context, request, () => removeUpload(context.services, actorOf(context, request), reference, posted.get('remove') ?? ''))
  const about = new URL(request.url).searchParams.get('about')
  return seeOther(papersPath(reference, about ? `?${new URLSearchParams({ about }).toString()}` : ''))
}

export default function PapersPage() {
  const view = useLoaderData<typeof loader>()
  return (
    <>
      {view.helpNow ? <HelpNow help={view.helpNow} /> : null}
      <PaperList view={view} />
    </>
  )
}
