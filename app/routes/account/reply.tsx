import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { replyToDraft } from '~/applications/reply-to-draft'
import { postedForm, refusal, typedText, type Context } from '~/context.server'
import { draftPlanReply } from '~/forms/draft-plan-reply'
import { fieldId, QuestionField } from '~/questions/question-field.web'
import { Button } from '~/ui/button'
import { Details } from '~/ui/details'
import { ErrorSummary } from '~/ui/error-summary'
import { NotificationBanner } from '~/ui/notification-banner'
import { pageTitle } from '../page-title'
import { seeOther, unsavedBy } from '../responses.server'
import { following } from './follow.server'
import { isOpen, readReply, replyViewOf, type Again, type ReplyView } from './reply-view.server'

export const meta = pageTitle

/** What was posted and not recorded: the same request draws it again, with what is wrong. */
const again = new WeakMap<Context, Again>()

export async function loader(args: LoaderFunctionArgs) {
  const open = await following(args, 'reply')
  if (!(await isOpen(args.context, open))) throw seeOther(`/applications/${open.reference}`)
  return json(replyViewOf(args.context, open, again.get(args.context)))
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args
  const posted = postedForm(context)
  // Signed out meanwhile: going to the sign-in page would lose what they wrote.
  if (!context.visit.actor) throw refusal(context, 403, 'signed-out', typedText(posted))
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
    const told = await replyToDraft(context.services, open.actor, open.form, open.reference, said, { form: draftPlanReply, answers })
    if (told === 'closed') throw closed
    return seeOther(`/applications/${open.reference}`)
  } catch (error) {
    const unsaved = unsavedBy(error)
    if (!unsaved) throw error
    context.reportFault(error)
    again.set(context, { posted, unsaved })
    return json(null, { status: unsaved.status })
  }
}

export default function ReplyPage() {
  const { heading, intro, unsaved, problems, questions, typed, why, send, csrf, key } = useLoaderData<typeof loader>() as ReplyView
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        {problems.list.length > 0 ? (
          <ErrorSummary title={problems.title} focusOnMount errors={problems.list.map(({ question, box, text }) => ({ message: text, href: `#${fieldId(question, box)}` }))} />
        ) : null}
        {unsaved ? (
          <NotificationBanner title={unsaved.important} role="alert" focusOnMount>
            <h2 className="govuk-notification-banner__heading">{unsaved.heading}</h2>
            <p className="govuk-body">{unsaved.body}</p>
          </NotificationBanner>
        ) : null}
        <form method="post" noValidate aria-label={send}>
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="key" value={key} />
          <h1 className="govuk-heading-l">{heading}</h1>
          <p className="govuk-body">{intro}</p>
          {questions.map((question) => (
            <QuestionField
              key={question.id}
              view={question}
              typed={typed[question.id] ?? {}}
              problem={problems.list.find((each) => each.question === question.id)}
              heading={false}
              register={() => ({})}
            />
          ))}
          <Details summary={why.summary}>
            <p className="govuk-body">{why.text}</p>
            <p className="govuk-body">{why.sees}</p>
          </Details>
          <Button>{send}</Button>
        </form>
      </div>
    </div>
  )
}
