import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CODE_MINUTES, signIn } from '~/applications/sign-in'
import { postedForm } from '~/context.server'
import { Button, ButtonLink } from '~/ui/button'
import { hashToken } from '~/visit.server'
import type account from '../../../locales/en/account.json'
import { goOnAs } from '../may-email.server'
import { pageTitle } from '../page-title'
import { answering, safePath, seeOther, titleOf, shown } from '../responses.server'
import { ClaimField } from './claim-field'
import { claimOf, claims } from './claim.server'

export const meta = pageTitle

/** The emailed link. Opening it signs nobody in: mail scanners open links before people do. Continue does. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams
  const words = context.visit.words.tree<(typeof account)['link']>('account:link', { minutes: CODE_MINUTES })
  const fault = (['other', 'expired'] as const).find((each) => each === search.get('fault'))
  // A browser that holds nothing of ours cannot be the one that asked.
  const said = fault ? words[fault] : context.visit.actor ? { heading: words.heading, body: words.intro } : words.other
  return shown({
    title: titleOf(context, said.heading),
    ...said,
    csrf: context.visit.csrf(),
    next: safePath(search.get('next')) ?? '/applications',
    claim: await claimOf(context, true),
    token: fault || !context.visit.actor ? null : (search.get('token') ?? ''),
    words: { continue: words.continue, again: words.again },
  })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const posted = postedForm(context)
  const { services, visit } = context
  return answering(context, request, async () => {
    if (!(await context.allow('code-try', hashToken(visit.token)))) return seeOther('/sign-in/link?fault=expired')
    const result = await signIn(services, visit.browser, { link: posted.get('token') ?? '' }, hashToken, visit.token, claims(posted))
    if ('refused' in result) return seeOther(`/sign-in/link?fault=${result.refused === 'other-browser' ? 'other' : 'expired'}`)
    await goOnAs(context, result)
    return seeOther(safePath(posted.get('next')) ?? '/applications')
  })
}

export default function SignInLinkPage() {
  const { heading, body, csrf, next, claim, token, words } = useLoaderData<typeof loader>()
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">{heading}</h1>
        <p className="govuk-body">{body}</p>
        {token === null ? (
          <ButtonLink href="/sign-in">{words.again}</ButtonLink>
        ) : (
          <form method="post" action="/sign-in/link">
            <input type="hidden" name="csrf" value={csrf} />
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="next" value={next} />
            {claim ? <ClaimField view={claim} /> : null}
            <Button>{words.continue}</Button>
          </form>
        )}
      </div>
    </div>
  )
}
