import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askForCode } from '~/applications/sign-in'
import { postedForm } from '~/context.server'
import { readPage } from '~/engine/read-page'
import { email as emailQuestion } from '~/questions'
import type account from '../../../locales/en/account.json'
import { pageTitle } from '../page-title'
import { answering, isAskedAgain, safePath, seeOther, titleOf, shown } from '../responses.server'
import { AskForEmail } from './ask-for-email'
import { mayEmail } from '../may-email.server'

export const meta = pageTitle
const question = emailQuestion('email', { need: 'required' })

/** Asks for an email address. Whether it is known to us makes no difference to anything on the page. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams
  const fault = (['email', 'tooMany'] as const).find((each) => each === search.get('fault'))
  const words = context.visit.words.tree<(typeof account)['signIn']>('account:signIn', { phone: context.config.council.phone })
  return shown(
    {
      title: titleOf(context, words.heading, Boolean(fault) || isAskedAgain(context)),
      words,
      csrf: context.visit.csrf(),
      next: safePath(search.get('next')) ?? '/applications',
      ended: search.has('ended'),
      problem: fault ? { title: context.visit.words.text('common:problem'), text: words.errors[fault] } : null,
      typed: '',
    },
    fault === 'tooMany' ? 429 : fault ? 422 : 200,
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
    return json({ problem: { title: visit.words.text('common:problem'), text: words.errors.email }, typed: posted.get('email') ?? '', next }, { status: 422 })
  }
  const email = String(answers.email)
  return answering(context, request, async () => {
    if (!(await mayEmail(context, 'code', email))) return to('/sign-in', { fault: 'tooMany' })
    await visit.hold()
    await askForCode(services, visit.browser, email, visit.words.language, next)
    return to('/sign-in/code', {})
  })
}

export default function SignInPage() {
  const data = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  return <AskForEmail view={again ? { ...data, ...again } : data} />
}
