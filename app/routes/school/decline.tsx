import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { declineInvitation } from '~/applications/schools/answer-invitation'
import { isOpen } from '~/applications/schools/invitation'
import { postedForm, refusal, typedText } from '~/context.server'
import { declineInvitation as form } from '~/forms/decline-invitation'
import { PageForm } from '../apply/page-form'
import { askAgain, onePageView, readOnePage } from '../one-page.server'
import { pageTitle } from '../page-title'
import { answering, seeOther, shown } from '../responses.server'
import { helpAfter } from '../help-after.server'
import { linked } from './signed-in.server'

export const handle = { hydrate: true }
export const meta = pageTitle

/** Why a school does not send what it was asked for. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args
  const { invitation, path } = await linked(args)
  if (!isOpen(invitation) || invitation.answeredAt !== undefined) throw seeOther(path)
  const { words } = context.visit
  return shown(
    onePageView(context, {
      form,
      back: { text: words.text('schools:decline.back'), href: path },
      button: words.text('schools:decline.send'),
    }),
  )
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  const posted = postedForm(context)
  if (context.visit.actor?.role !== 'person') throw refusal(context, 403, 'signed-out', typedText(posted))
  const { actor, key, path } = await linked(args)
  const { answers, wrong } = readOnePage(context, form, posted)
  if (wrong.length > 0) return askAgain(context, { posted, problems: wrong })
  const reason = [answers['declineReason'], answers['declineMore']].filter((each) => typeof each === 'string').join('\n')
  await answering(context, request, () => declineInvitation(context.services, actor, key, { reason, form, answers }))
  return seeOther(helpAfter(context, path, form, answers))
}

export default function DeclinePage() {
  return <PageForm view={useLoaderData<typeof loader>()} />
}
