import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readReference } from '~/applications/reference'
import { replyToDraft } from '~/applications/reply-to-draft'
import { dropUnfinished, saveUnfinished } from '~/applications/unfinished'
import { postedForm, refusal, typedText, type Context } from '~/context.server'
import { draftPlanReply } from '~/forms/draft-plan-reply'
import { PageForm } from '../apply/page-form'
import { helpAfter } from '../help-after.server'
import { pageTitle } from '../page-title'
import { seeOther, unsavedBy, shown } from '../responses.server'
import { following } from './follow.server'
import { isOpen, readReply, replyViewOf, typingAt, type Again, type ReplyView } from './reply-view.server'

export const handle = { hydrate: true }
export const meta = pageTitle

/** What was posted and not recorded: the same request draws it again, with what is wrong. */
const again = new WeakMap<Context, Again>()

export async function loader(args: LoaderFunctionArgs) {
  const open = await following(args, 'reply')
  if (!(await isOpen(args.context, open))) throw seeOther(`/applications/${open.reference}`)
  return shown(await replyViewOf(args.context, open, again.get(args.context)))
}

export async function action(args: ActionFunctionArgs) {
  const { context, params } = args
  const { services, visit } = context
  const posted = postedForm(context)
  if (!visit.actor) {
    const reference = readReference(params.reference ?? '')
    // Signed out meanwhile, and we do not know any more who it was: going to the sign-in page would lose what they wrote.
    if (!visit.ended || !reference) throw refusal(context, 403, 'signed-out', typedText(posted))
    await saveUnfinished(services, visit.ended, draftPlanReply, typingAt(reference), (name) => posted.getAll(name))
    throw seeOther(`/sign-in?ended=1&next=${encodeURIComponent(`/applications/${reference}/draft-plan`)}`)
  }
  const open = await following(args, 'reply')
  const closed = refusal(context, 409, 'reply-closed', typedText(posted))
  if (!(await isOpen(context, open))) throw closed
  const { answers, problems } = readReply(posted)
  if (problems.length > 0) {
    again.set(context, { posted })
    return json(null, { status: 422 })
  }
  const { draftComments: text, draftSchool: school, draftMeeting: meeting } = answers
  const said = {
    ...(typeof text === 'string' && { text }),
    ...(typeof school === 'string' && { school }),
    wantsToMeet: Array.isArray(meeting) && meeting.includes('meet'),
    key: posted.get('key') ?? '',
  }
  try {
    const told = await replyToDraft(services, open.actor, open.form, open.reference, said, { form: draftPlanReply, answers })
    if (told === 'closed') throw closed
    await dropUnfinished(services, open.actor, draftPlanReply, typingAt(open.reference))
    return seeOther(helpAfter(context, `/applications/${open.reference}`, draftPlanReply, answers))
  } catch (error) {
    const unsaved = unsavedBy(error)
    if (!unsaved) throw error
    context.reportFault(error)
    again.set(context, { posted, unsaved })
    return json(null, { status: unsaved.status })
  }
}

export default function ReplyPage() {
  const view = useLoaderData<typeof loader>() as ReplyView
  return <PageForm view={view} />
}
