import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CODE_MINUTES, signIn } from '~/applications/sign-in'
import { postedForm } from '~/context.server'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Input } from '~/ui/input'
import { hashToken } from '~/visit.server'
import type account from '../../../locales/en/account.json'
import { pageTitle } from '../page-title'
import { answering, safePath, seeOther, titleOf } from '../responses.server'
import { ClaimField } from './claim-field'
import { claimOf, claims } from './claim.server'

export const meta = pageTitle
const FAULTS = ['blank', 'wrong', 'expired', 'locked'] as const

/** Asks for the emailed code. Paste and autofill work; nothing has to be remembered. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams
  const fault = FAULTS.find((each) => each === search.get('fault'))
  const words = context.visit.words.tree<(typeof account)['code']>('account:code', { minutes: CODE_MINUTES })
  const next = safePath(search.get('next')) ?? '/applications'
  return json(
    {
      title: titleOf(context, words.heading, Boolean(fault)),
      words,
      csrf: context.visit.csrf,
      next,
      again: `/sign-in?next=${encodeURIComponent(next)}`,
      claim: await claimOf(context, !search.has('leave')),
      isDemo: context.config.mode === 'demo',
      problem: fault ? { title: context.visit.words.text('common:problem'), text: words.errors[fault] } : null,
    },
    { status: fault ? 422 : 200 },
  )
}

export async function action({ context, request }: ActionFunctionArgs) {
  const posted = postedForm(context)
  const next = safePath(posted.get('next')) ?? '/applications'
  const code = (posted.get('code') ?? '').replace(/\D/g, '')
  const { services, visit } = context
  const claim = claims(posted)
  // A box that was unticked stays so.
  const back = (fault: (typeof FAULTS)[number]) => seeOther(`/sign-in/code?${new URLSearchParams({ next, fault, ...(!claim && { leave: '1' }) }).toString()}`)
  if (code === '') return back('blank')
  return answering(context, request, async () => {
    if (!(await context.allow('code-try', visit.browser))) return back('locked')
    const result = await signIn(services, visit.browser, { code }, hashToken, visit.token, claim)
    if ('refused' in result) return back(result.refused === 'other-browser' ? 'expired' : result.refused)
    visit.follow(result.token)
    return seeOther(next)
  })
}

export default function SignInCodePage() {
  const { words, csrf, next, again, claim, isDemo, problem } = useLoaderData<typeof loader>()
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        {problem ? <ErrorSummary title={problem.title} errors={[{ message: problem.text, href: '#code' }]} /> : null}
        <h1 className="govuk-heading-l">{words.heading}</h1>
        <p className="govuk-body">{words.intro}</p>
        {isDemo ? <p className="govuk-body">{words.demo}</p> : null}
        <form method="post" action="/sign-in/code" noValidate>
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="next" value={next} />
          <Input
            name="code"
            label={words.label}
            hint={words.hint}
            error={problem?.text}
            errorPrefix={problem?.title}
            inputMode="numeric"
            autoComplete="one-time-code"
            width={10}
            spellCheck={false}
          />
          {claim ? <ClaimField view={claim} /> : null}
          <Button>{words.continue}</Button>
        </form>
        <p className="govuk-body">{words.slow}</p>
        <p className="govuk-body">
          <a className="govuk-link" href={again}>
            {words.again}
          </a>
        </p>
      </div>
    </div>
  )
}
