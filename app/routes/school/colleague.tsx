import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nameMember } from '~/applications/schools/name-member'
import { postedForm, refusal, typedText } from '~/context.server'
import { schoolMember } from '~/forms/school-member'
import { PageForm } from '../apply/page-form'
import { askAgain, onePageView, readOnePage } from '../one-page.server'
import { mayEmail } from '../may-email.server'
import { pageTitle } from '../page-title'
import { answering, seeOther, shown } from '../responses.server'
import { ledTeamOf } from './team.server'

export const handle = { hydrate: true }
export const meta = pageTitle

/** Whoever leads a school adds a colleague, who then signs in as themselves. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args
  const { path } = await ledTeamOf(args)
  const { words } = context.visit
  return shown(
    onePageView(context, {
      form: schoolMember,
      back: { text: words.text('schools:colleague.back'), href: path },
      button: words.text('schools:colleague.send'),
    }),
  )
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  const posted = postedForm(context)
  if (context.visit.actor?.role !== 'person') throw refusal(context, 403, 'signed-out', typedText(posted))
  const { actor, urn, path } = await ledTeamOf(args)
  const { answers, wrong } = readOnePage(context, schoolMember, posted)
  if (wrong.length > 0) return askAgain(context, { posted, problems: wrong })
  const member = { name: String(answers['memberName']), email: String(answers['memberEmail']), isLead: false }
  if (!(await mayEmail(context, 'invitation', member.email))) throw refusal(context, 429, 'too-many', typedText(posted))
  await answering(context, request, () => nameMember(context.services, actor, urn, member))
  return seeOther(path)
}

export default function ColleaguePage() {
  return <PageForm view={useLoaderData<typeof loader>()} />
}
