import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { GUEST_DRAFT_DAYS } from '~/applications/forget-drafts'
import { storyOf } from '~/applications/facts/story'
import { safeEmailOf } from '~/applications/notices'
import { receivedAs } from '~/applications/standing'
import { viewerFor } from '~/applications/viewer'
import { limitsOf } from '~/timeline'
import { InsetText } from '~/ui/inset-text'
import { LinkList } from '~/ui/link-list'
import { Panel } from '~/ui/panel'
import { TextList } from '~/ui/text-list'
import { pageTitle } from '../page-title'
import { seeOther, titleOf } from '../responses.server'
import { applying } from './apply.server'

export const meta = pageTitle

/** The receipt: it can be reloaded for as long as the application can be seen. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args
  const open = await applying(args, 'read')
  const { store } = context.services
  const { words, actor } = context.visit
  const facts = await store.facts(open.actor, open.application.id)
  const received = receivedAs(facts)
  if (!received) throw seeOther(open.path('check'))
  const sent = (await store.sent(open.actor, open.application.id)).findLast(({ summary }) => summary.form === open.form.id)
  // A request to assess again has other limits; somebody who is not the family learns that the family is told.
  const [round] = storyOf(facts).rounds
  const route = round?.route === 'reassessment' ? 'reassessment' : 'new'
  const startedOn = round?.startedOn ?? received.on
  const told = (await viewerFor(context.services, open.actor, open.form, open)) === 'notifier' ? 'notifier' : route
  const [decide, plan, final] = limitsOf({ route, startedOn })
  const dates = { decideBy: words.date(decide?.dueOn ?? ''), planBy: words.date(plan?.dueOn ?? ''), finalBy: words.date(final?.dueOn ?? '') }
  const say = (key: string, values?: Record<string, string>) => words.text(`apply:sent.${key}`, values)
  const heading = say(sent && sent.fact !== received.id ? 'headingChanges' : 'heading')
  const email = safeEmailOf(open.form, open.journey)
  const base = `/applications/${open.reference}`
  return json({
    title: titleOf(context, heading),
    heading,
    panel: say('panel'),
    reference: open.reference,
    counted: say(`counted.${route}`, { date: words.date(startedOn) }),
    next: { heading: say('next'), steps: words.tree<string[]>(`apply:sent.steps.${told}`, dates) },
    email: email ? say('email') : say('noEmail'),
    keep: {
      heading: say('keep'),
      links: [
        { href: `${base}/copy.pdf`, text: say('pdf') },
        { href: `${base}/print`, text: say('print') },
      ],
      receipt: say('receipt', { hash: (sent?.hash ?? '').slice(0, 16) }),
      help: say('receiptHelp'),
    },
    follow: { href: base, text: say('follow') },
    account: actor?.role === 'person' ? null : { href: open.path('save'), text: say('account'), help: say('guest', { days: String(GUEST_DRAFT_DAYS) }) },
    more: { href: open.path(), text: say('more') },
  })
}

export default function SentPage() {
  const view = useLoaderData<typeof loader>()
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Panel title={view.heading}>
          {view.panel}
          <br />
          <strong>
            <bdi dir="ltr">{view.reference}</bdi>
          </strong>
        </Panel>
        <p className="govuk-body">{view.counted}</p>
        <p className="govuk-body">{view.email}</p>
        <h2 className="govuk-heading-m">{view.next.heading}</h2>
        <TextList isNumbered texts={view.next.steps} />
        {view.account ? (
          <InsetText>
            <p className="govuk-body">{view.account.help}</p>
            <a className="govuk-link" href={view.account.href}>
              {view.account.text}
            </a>
          </InsetText>
        ) : null}
        <LinkList links={[view.follow, view.more]} />
        <h2 className="govuk-heading-m">{view.keep.heading}</h2>
        <LinkList links={view.keep.links} />
        <p className="govuk-body">
          {view.keep.receipt}
          <br />
          {view.keep.help}
        </p>
      </div>
    </div>
  )
}
