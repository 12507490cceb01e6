import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CODE_MINUTES, signIn } from '~/applications/sign-in'
import { postedForm } from '~/context.server'
import { hashToken } from '~/visit.server'
import type account from '../../../locales/en/account.json'
import { goOnAs } from '../may-email.server'
import { pageTitle } from '../page-title'
import { answering, safePath, seeOther, titleOf, shown } from '../responses.server'
import { AskForCode } from './ask-for-code'
import { claimOf, claims } from './claim.server'

export const meta = pageTitle
const FAULTS = ['blank', 'wrong', 'expired', 'locked'] as const

/** Asks for the emailed code. Paste and autofill work; nothing has to be remembered. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams
  const fault = FAULTS.find((each) => each === search.get('fault'))
  const words = context.visit.words.tree<(typeof account)['code']>('account:code', { minutes: CODE_MINUTES })
  const next = safePath(search.get('next')) ?? '/applications'
  return shown(
    {
      title: titleOf(context, words.heading, Boolean(fault)),
      words,
      csrf: context.visit.csrf(),
      next,
      again: `/sign-in?next=${encodeURIComponent(next)}`,
      claim: await claimOf(context, !search.has('leave')),
      isDemo: context.config.mode === 'demo',
      problem: fault ? { title: context.visit.words.text('common:problem'), text: words.errors[fault] } : null,
    },
    fault ? 422 : 200,
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
    // By its token: a browser that has begun nothing has no other name that lasts.
    if (!(await context.allow('code-try', hashToken(visit.token)))) return back('locked')
    const result = await signIn(services, visit.browser, { code }, hashToken, visit.token, claim)
    if ('refused' in result) return back(result.refused === 'other-browser' ? 'expired' : result.refused)
    await goOnAs(context, result)
    return seeOther(next)
  })
}

export default function SignInCodePage() {
  return <AskForCode view={useLoaderData<typeof loader>()} />
}
