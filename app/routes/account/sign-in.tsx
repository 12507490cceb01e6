import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askForCode } from '~/applications/sign-in'
import { postedForm, type Context } from '~/context.server'
import { email as emailQuestion } from '~/questions'
import { readPage } from '~/engine/read-page'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Input } from '~/ui/input'
import { InsetText } from '~/ui/inset-text'
import type account from '../../../locales/en/account.json'
import { pageTitle } from '../page-title'
import { answering, safePath, seeOther, titleOf } from '../responses.server'

export const meta = pageTitle
const question = emailQuestion('email', { need: 'required' })

/** Asks for an email address. Whether it is known to us makes no difference to anything on the page. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams
  const fault = (['email', 'tooMany'] as const).find((each) => each === search.get('fault'))
  const words = context.visit.words.tree<(typeof account)['signIn']>('account:signIn', { phone: context.config.council.phone })
  return json(
    {
      title: titleOf(context, words.heading, Boolean(fault)),
      words,
      csrf: context.visit.csrf,
      next: safePath(search.get('next')) ?? '/applications',
      ended: search.has('ended'),
      problem: fault ? { title: context.visit.words.text('common:problem'), text: words.errors[fault] } : null,
      typed: '',
    },
    { status: fault === 'tooMany' ? 429 : fault ? 422 : 200 },
  )
}

export async function action({ context, request }: ActionFunctionArgs) {
  const posted = postedForm(context)
  const next = safePath(posted.get('next')) ?? '/applications'
  const { answers, problems } = readPage([question], (name) => posted.getAll(name))
  const { services, visit } = context
  const to = (path: string, search: Record<string, string>) => seeOther(`${path}?${new URLSearchParams({ next, ...search }).toString()}`)
  if (problems.length > 0) {
    const words = visit.words.tree<(typeof account)['signIn']>('account:signIn', { phone: context.config.council.phone })
    return json({ title: titleOf(context, words.heading, true), problem: { title: visit.words.text('common:problem'), text: words.errors.email }, typed: posted.get('email') ?? '', next }, { status: 422 })
  }
  const email = String(answers.email)
  return answering(context, request, async () => {
    if (!(await mayAskForCode(context, email))) return to('/sign-in', { fault: 'tooMany' })
    await visit.hold()
    await askForCode(services, visit.browser, email, visit.words.language, next)
    return to('/sign-in/code', {})
  })
}

/** Counts one more code: for this address, this browser and this network, then for everybody. */
async function mayAskForCode({ allow, visit, services, address }: Context, email: string): Promise<boolean> {
  return (
    (await allow('code-for-email', services.secrets.hash('limit', email.toLowerCase()))) &&
    (await allow('code-for-browser', visit.browser)) &&
    (address === undefined || (await allow('code-for-address', address))) &&
    (await allow('code-for-anybody', ''))
  )
}

export default function SignInPage() {
  const data = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const view = again ? { ...data, ...again } : data
  const { words, problem } = view
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        {problem ? <ErrorSummary title={problem.title} errors={[{ message: problem.text, href: '#email' }]} /> : null}
        {view.ended ? <InsetText>{words.ended}</InsetText> : null}
        <h1 className="govuk-heading-l">{words.heading}</h1>
        <p className="govuk-body">{words.intro}</p>
        <form method="post" action="/sign-in" noValidate>
          <input type="hidden" name="csrf" value={view.csrf} />
          <input type="hidden" name="next" value={view.next} />
          <Input
            name="email"
            type="email"
            label={words.email}
            hint={words.emailHint}
            error={problem?.text}
            errorPrefix={problem?.title}
            autoComplete="email"
            spellCheck={false}
            defaultValue={view.typed}
          />
          <Button>{words.send}</Button>
        </form>
        <p className="govuk-body">{words.noEmail}</p>
      </div>
    </div>
  )
}
