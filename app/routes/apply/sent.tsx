import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { classNames } from '~/ui/class-names'
import { InsetText } from '~/ui/inset-text'
import { LinkList } from '~/ui/link-list'
import { Panel } from '~/ui/panel'
import { TextList } from '~/ui/text-list'
import { pageTitle } from '../page-title'
import { seeOther, shown } from '../responses.server'
import { SummarySections } from '../summary-sections'
import { applying } from './apply.server'
import { sentViewOf } from './sent-view.server'

export const meta = pageTitle

/** The receipt: it can be reloaded for as long as the application can be seen. */
export async function loader(args: LoaderFunctionArgs) {
  const open = await applying(args, 'read')
  const view = await sentViewOf(args.context, open)
  if (!view) throw seeOther(open.path('check'))
  return shown(view)
}

export default function SentPage() {
  const view = useLoaderData<typeof loader>()
  return (
    <div className={classNames('govuk-grid-row', view.isCalm && 'wm-calm')}>
      <div className="govuk-grid-column-two-thirds">
        <Panel title={view.heading}>
          {view.panel}
          <br />
          <strong>
            <bdi dir="ltr">{view.reference}</bdi>
          </strong>
        </Panel>
        {view.next ? <p className="govuk-body">{view.next.text}</p> : null}
        <p className="govuk-body">{view.email}</p>
        {view.next ? (
          <>
            <h2 className="govuk-heading-m">{view.next.heading}</h2>
            <TextList isNumbered texts={view.next.steps} />
          </>
        ) : null}
        {view.account ? (
          <InsetText>
            <p className="govuk-body">{view.account.help}</p>
            <a className="govuk-link" href={view.account.href}>
              {view.account.text}
            </a>
          </InsetText>
        ) : null}
        <SummarySections sections={view.listed} words={view.words} />
        <LinkList links={[view.follow, view.papers, ...view.more]} />
        <h2 className="govuk-heading-m">{view.keep.heading}</h2>
        <LinkList links={view.keep.links} />
        <p className="govuk-body">
          {view.keep.checkCode}
          <br />
          {view.keep.help}
        </p>
      </div>
    </div>
  )
}
