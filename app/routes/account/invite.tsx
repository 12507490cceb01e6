import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asListed } from '~/applications/as-listed'
import { inviteSchool } from '~/applications/schools/invite-school'
import { asks } from '~/applications/schools/invitation'
import { postedForm, refusal, typedText, type Context } from '~/context.server'
import { inviteSchool as form } from '~/forms/invite-school'
import { PageForm } from '../apply/page-form'
import { offersOn } from '../apply/offers.server'
import { askAgain, pageIn, readOnePage, type NotDone } from '../one-page.server'
import { pageTitle } from '../page-title'
import { answering, seeOther, shown } from '../responses.server'
import { following, type Following } from './follow.server'
import { familyAlone, inviteViewOf, schoolsPath } from './invite-view.server'
import { mayEmail } from '../may-email.server'

export const handle = { hydrate: true }
export const meta = pageTitle

/** A family asks its school what it knows. */
export async function loader(args: LoaderFunctionArgs) {
  const open = await following(args, 'invite')
  await familyAlone(args.context, open)
  return shown(inviteViewOf(args.context, open))
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  const posted = postedForm(context)
  // Signed out meanwhile: going to the sign-in page would lose what they typed.
  if (!context.visit.actor) throw refusal(context, 403, 'signed-out', typedText(posted))
  const open = await following(args, 'invite')
  await familyAlone(context, open)
  const notDone = await answering(context, request, () => ask(context, open, posted))
  return notDone ? askAgain(context, notDone) : seeOther(schoolsPath(open.reference))
}

/** Asks the school, unless something is wrong with what was typed. */
async function ask(context: Context, { actor, form: asking, reference, name }: Following, posted: URLSearchParams): Promise<NotDone | undefined> {
  const { services, visit } = context
  const { answers, wrong } = readOnePage(context, form, posted, name)
  if (wrong.length > 0) return { posted, problems: wrong }
  const { questions } = pageIn(form)
  const listed = await asListed(services.store, questions, answers)
  const fault = (code: string): NotDone => ({ posted, problems: [{ question: 'invitedSchool', box: '', code, text: visit.words.text(`invite:faults.${code}`) }] })
  const chosen = listed['invitedSchool']
  const urn = questions.find(({ id }) => id === 'invitedSchool')?.kind.register?.numberIn(chosen)
  if (urn === undefined) {
    // Which school is meant is asked once; whoever finds it in no list types it again.
    const offers = posted.get('offered') === 'yes' ? {} : await offersOn(services, questions, listed)
    return Object.keys(offers).length > 0 ? { ...fault('which'), offers } : fault('no-such-school')
  }
  const codes = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
  const told = {
    urn,
    email: String(answers['invitedEmail']),
    asks: asks.filter((each) => codes(answers['invitedAsks']).includes(each)),
    shows: codes(answers['invitedShows']),
  }
  if (!(await mayEmail(context, 'invitation', told.email))) throw refusal(context, 429, 'too-many', typedText(posted))
  // Somebody else, asked from the same page, which a browser may keep, is another invitation.
  const outcome = await inviteSchool(services, actor, asking, reference, { ...told, key: JSON.stringify([posted.get('key'), told]) })
  return 'refused' in outcome && outcome.refused !== 'closed' ? fault(outcome.refused) : undefined
}

export default function InvitePage() {
  return <PageForm view={useLoaderData<typeof loader>()} />
}
