import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { submit } from '~/applications/submit'
import { postedForm } from '~/context.server'
import { Button } from '~/ui/button'
import { classNames } from '~/ui/class-names'
import { InsetText } from '~/ui/inset-text'
import { LinkList } from '~/ui/link-list'
import { NotificationBanner } from '~/ui/notification-banner'
import { pageTitle } from '../page-title'
import { actorOf, answering, seeOther, shown } from '../responses.server'
import { SummarySections } from '../summary-sections'
import { applying, applyPath, formOf } from './apply.server'
import { checkViewOf } from './check-view.server'
import { UnfinishedTyping } from './unfinished-typing'

export const meta = pageTitle

export async function loader(args: LoaderFunctionArgs) {
  const hasChanged = new URL(args.request.url).searchParams.get('show') === 'changed'
  return shown(await checkViewOf(args.context, await applying(args, 'read'), hasChanged), hasChanged ? 409 : 200)
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const posted = postedForm(context)
  const form = formOf(context, params)
  const reference = posted.get('ref') ?? ''
  const actor = actorOf(context, request)
  const outcome = await answering(context, request, () => submit(context.services, actor, form, reference, posted.get('seen') ?? ''))
  if ('sent' in outcome || 'unchanged' in outcome) return seeOther(applyPath(form.id, reference, 'sent'))
  return seeOther(applyPath(form.id, reference, 'check', 'changed' in outcome ? { show: 'changed' } : {}))
}

export default function CheckPage() {
  const view = useLoaderData<typeof loader>()
  return (
    <div className={classNames('govuk-grid-row', view.isCalm && 'wm-calm')}>
      <div className="govuk-grid-column-full">
        {view.changed ? (
          <NotificationBanner title={view.changed.title} focusOnMount>
            <h2 className="govuk-notification-banner__heading">{view.changed.heading}</h2>
            <p className="govuk-body">{view.changed.body}</p>
          </NotificationBanner>
        ) : null}
        <h1 className="govuk-heading-l">{view.heading}</h1>
        <p className="govuk-body">{view.intro}</p>
        {view.missing.list.length > 0 ? (
          <>
            <h2 className="govuk-heading-m">{view.missing.heading}</h2>
            <LinkList isBulleted links={view.missing.list} />
          </>
        ) : null}
        <UnfinishedTyping unfinished={view.unfinished} />
        {view.notes.map((text) => (
          <InsetText key={text}>
            <p className="govuk-body">{text}</p>
          </InsetText>
        ))}
        {view.remark ? <p className="govuk-body">{view.remark}</p> : null}
        <SummarySections sections={[...view.sections, ...view.papers]} words={view.words} />
        {view.send ? (
          <form method="post">
            {Object.entries(view.hidden).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            {view.send.when ? <p className="govuk-body">{view.send.when}</p> : null}
            <p className="govuk-body">{view.send.honest}</p>
            <Button>{view.send.text}</Button>
          </form>
        ) : null}
        {view.links.length > 0 ? <LinkList links={view.links} /> : null}
      </div>
    </div>
  )
}
