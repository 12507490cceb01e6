import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pasteItems } from '~/applications/paste-items'
import { postedForm, refusal, typedText, type Context } from '~/context.server'
import { pagesOf } from '~/engine/form'
import { Button } from '~/ui/button'
import { ButtonGroup } from '~/ui/button-group'
import { ErrorSummary } from '~/ui/error-summary'
import { SummaryCard } from '~/ui/summary-list'
import { Textarea } from '~/ui/textarea'
import { TextList } from '~/ui/text-list'
import { pageTitle } from '../page-title'
import { answering, seeOther, shown } from '../responses.server'
import { applying, closedRefusal, isClosed, requestPath, type Applying } from './apply.server'
import { pastedIn, pasteViewOf, type Pasted } from './paste-view.server'

export const meta = pageTitle

/** Rows that were posted and are not kept yet: the same request shows them, with what is wrong or to be checked. */
const pastedBy = new WeakMap<Context, Pasted>()

/** Rows of a spreadsheet, to be pasted, looked at, and then kept as items of a list. */
export async function loader(args: LoaderFunctionArgs) {
  const open = await applying(args, 'read')
  if (await isClosed(args.context, open)) throw seeOther(requestPath(open.reference))
  const list = listIn(args, open)
  const { items: _items, ...view } = pasteViewOf(args.context, open, list, pastedBy.get(args.context))
  return shown(view, view.problems.length > 0 ? 422 : 200)
}

const listIn = ({ context, params }: LoaderFunctionArgs, { form, journey }: Applying) => {
  const list = pagesOf(form).find(({ id }) => id === params.page)
  if (!list || !pastedIn(list) || !journey.stop(list.id)) throw refusal(context, 404, 'not-found')
  return list
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  const posted = postedForm(context)
  // Signed out meanwhile: going to the sign-in page would lose what they pasted.
  if (!context.visit.actor) throw refusal(context, 403, 'signed-out', typedText(posted))
  const open = await applying(args, 'save')
  const list = listIn(args, open)
  const pasted: Pasted = { text: posted.get('rows') ?? '', batch: posted.get('batch') ?? '' }
  const { problems, items } = pasteViewOf(context, open, list, pasted)
  if (posted.get('intent') !== 'keep' || problems.length > 0) {
    pastedBy.set(context, pasted)
    return json(null, { status: problems.length > 0 ? 422 : 200 })
  }
  const kept = await answering(context, request, () => pasteItems(context.services, open.actor, open.form, open.reference, list, pasted.batch, items))
  if (kept && 'closed' in kept) throw closedRefusal(context, open.reference, typedText(posted))
  if (kept && 'isAnswer' in kept) throw refusal(context, 409, 'is-answer', typedText(posted))
  // Another tab has filled the list meanwhile: the rows are shown again, with how much room there is.
  if (kept && 'full' in kept) {
    pastedBy.set(context, pasted)
    return json(null, { status: 409 })
  }
  return seeOther(open.path(list.id))
}

export default function PastePage() {
  const { words, columns, text, batch, problems, rows, csrf } = useLoaderData<typeof loader>()
  return (
    <>
      {problems.length > 0 ? <ErrorSummary title={words.problem} focusOnMount errors={problems.map((message) => ({ message, href: '#rows' }))} /> : null}
      <h1 className="govuk-heading-l">{words.heading}</h1>
      <form method="post" aria-label={words.heading}>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="batch" value={batch} />
        {rows.length > 0 ? (
          <>
            <p className="govuk-body">{words.check}</p>
            {rows.map(({ title, cells }) => (
              <SummaryCard key={title} title={title} rows={cells.map(({ label, said }) => ({ label, value: <bdi>{said}</bdi> }))} />
            ))}
            <Button name="intent" value="keep">
              {words.keep}
            </Button>
          </>
        ) : (
          <>
            <p className="govuk-body">{words.intro}</p>
            <TextList texts={columns} />
            <p className="govuk-body">{words.headings}</p>
          </>
        )}
        <Textarea
          label={words.label}
          hint={words.hint}
          error={problems[0]}
          errorPrefix={words.error}
          name="rows"
          rows={12}
          defaultValue={text}
          dir="auto"
          className="wm-rows"
          spellCheck={false}
          aria-invalid={problems.length > 0 ? true : undefined}
        />
        <ButtonGroup>
          <Button variant={rows.length > 0 ? 'secondary' : undefined} name="intent" value="look">
            {rows.length > 0 ? words.lookAgain : words.look}
          </Button>
        </ButtonGroup>
      </form>
    </>
  )
}
