import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findRequest } from '~/applications/find-request'
import { readReference } from '~/applications/reference'
import { postedForm, refusal, typedText, type Context } from '~/context.server'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Input } from '~/ui/input'
import type account from '../../../locales/en/account.json'
import { pageTitle } from '../page-title'
import { answering, askToSignIn, isAskedAgain, seeOther, shown, titleOf } from '../responses.server'

export const meta = pageTitle

const wordsIn = ({ visit, config }: Context) => visit.words.tree<(typeof account)['find']>('account:find', { phone: config.council.phone })

/** Asks for a request that somebody sent before they signed in. Whether there is one with that reference makes no difference to the page. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const { visit } = context
  if (visit.actor?.role !== 'person') askToSignIn(context, request)
  const words = wordsIn(context)
  return shown({
    title: titleOf(context, words.heading, isAskedAgain(context)),
    back: { text: words.back, href: '/applications' },
    words,
    csrf: visit.csrf(),
    problem: null as Problem | null,
    typed: { reference: new URL(request.url).searchParams.get('ref') ?? '', name: '' },
  })
}

interface Problem {
  readonly box: 'reference' | 'name'
  readonly title: string
  readonly text: string
}

export async function action({ context, request }: ActionFunctionArgs) {
  const posted = postedForm(context)
  const { visit, services } = context
  const { actor } = visit
  if (actor?.role !== 'person') throw refusal(context, 403, 'signed-out', typedText(posted))
  const words = wordsIn(context)
  const typed = { reference: posted.get('reference') ?? '', name: posted.get('name') ?? '' }
  const again = (box: Problem['box'], code: keyof (typeof words)['errors'], status = 422) => {
    const problem = { box, title: visit.words.text('common:problem'), text: words.errors[code] }
    return json({ problem, typed }, { status })
  }
  const reference = readReference(typed.reference)
  if (!reference) return again('reference', 'reference')
  if (typed.name.trim() === '') return again('name', 'name')
  return answering(context, request, async () => {
    // Looking for what is theirs already is no guess.
    const isTheirs = (await services.store.application(actor, reference)) !== undefined
    if (!isTheirs && !(await context.allow('find-try', actor.person))) return again('reference', 'tooMany', 429)
    return (await findRequest(services, actor, reference, typed.name)) ? seeOther(`/applications/${reference}`) : again('reference', 'none')
  })
}

export default function FindPage() {
  const data = useLoaderData<typeof loader>()
  const { words, csrf, problem, typed } = { ...data, ...useActionData<typeof action>() }
  const boxes = { errorPrefix: problem?.title, spellCheck: false, autoComplete: 'off' }
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        {problem ? <ErrorSummary title={problem.title} focusOnMount errors={[{ message: problem.text, href: `#${problem.box}` }]} /> : null}
        <h1 className="govuk-heading-l">{words.heading}</h1>
        <p className="govuk-body">{words.intro}</p>
        <form method="post" noValidate>
          <input type="hidden" name="csrf" value={csrf} />
          <Input {...boxes} name="reference" label={words.reference} hint={words.referenceHint} error={problem?.box === 'reference' ? problem.text : undefined} width={10} defaultValue={typed.reference} />
          <Input {...boxes} name="name" label={words.name} hint={words.nameHint} error={problem?.box === 'name' ? problem.text : undefined} defaultValue={typed.name} />
          <Button>{words.button}</Button>
        </form>
        <p className="govuk-body">{words.stuck}</p>
      </div>
    </div>
  )
}
