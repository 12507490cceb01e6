import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { viewerFor } from '~/applications/viewer'
import { mayWithdraw, withdraw } from '~/applications/withdraw'
import { postedForm, refusal } from '~/context.server'
import { Button, ButtonLink } from '~/ui/button'
import { ButtonGroup } from '~/ui/button-group'
import type account from '../../../locales/en/account.json'
import { pageTitle } from '../page-title'
import { answering, seeOther, titleOf, shown } from '../responses.server'
import { following } from './follow.server'

export const meta = pageTitle

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args
  const open = await following(args, 'withdraw')
  if ((await viewerFor(context.services, open.actor, open.form, open)) !== 'family') throw refusal(context, 404, 'not-found')
  // Asked in vain, it would seem to stop what has stopped, or what nobody has begun. Its page says how it stands.
  if (!mayWithdraw(open.actor, open.facts, context.services.clock.today())) throw seeOther(`/applications/${open.reference}`)
  const words = context.visit.words.tree<(typeof account)['withdraw']>('account:withdraw')
  return shown({ title: titleOf(context, words.heading), words, csrf: context.visit.csrf(), back: { text: words.back, href: `/applications/${open.reference}` } })
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  postedForm(context)
  const { actor, form, reference } = await following(args, 'withdraw')
  await answering(context, request, () => withdraw(context.services, actor, form, reference))
  return seeOther(`/applications/${reference}`)
}

export default function WithdrawPage() {
  const { words, csrf, back } = useLoaderData<typeof loader>()
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">{words.heading}</h1>
        <p className="govuk-body">{words.body}</p>
        <p className="govuk-body">{words.help}</p>
        <form method="post">
          <input type="hidden" name="csrf" value={csrf} />
          <ButtonGroup>
            <Button variant="warning">
              {words.button}
            </Button>
            <ButtonLink variant="secondary" href={back.href}>
              {words.keep}
            </ButtonLink>
          </ButtonGroup>
        </form>
      </div>
    </div>
  )
}
