import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { acceptInvitation, type KnownBefore } from '~/applications/schools/answer-invitation'
import { writerBefore } from '~/applications/schools/writer-before'
import { postedForm } from '~/context.server'
import { schoolAdvice } from '~/forms/school-advice'
import { answersWhenAsked } from '~/forms/school-advice/when-asked'
import { Button, ButtonLink } from '~/ui/button'
import { InsetText } from '~/ui/inset-text'
import { LinkList } from '~/ui/link-list'
import { SummaryList } from '~/ui/summary-list'
import { TextList } from '~/ui/text-list'
import { CopySections } from '../account/copy-sections'
import { applyPath } from '../apply/apply.server'
import { HelpNow } from '../apply/help-now'
import { helpShown } from '../help-after.server'
import { pageTitle } from '../page-title'
import { answering, seeOther, shown } from '../responses.server'
import { invitedViewOf } from './invited-view.server'
import { linked } from './signed-in.server'

export const meta = pageTitle

/** What a school is asked, for whoever was asked. Opening it accepts nothing: mail scanners open links before people do. */
export async function loader(args: LoaderFunctionArgs) {
  return shown({ ...(await invitedViewOf(args.context, await linked(args))), helpNow: helpShown(args.context, args.request, 'helpNowAtSchool') })
}

/** Accepts, and goes on to the parts of what the school writes. */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  postedForm(context)
  const { actor, key, path } = await linked(args)
  const begin = async (known: KnownBefore) => ({
    form: schoolAdvice,
    answers: { ...answersWhenAsked(known), ...(await writerBefore(context.services, actor, known.school.urn, schoolAdvice)) },
  })
  const begun = await answering(context, request, () => acceptInvitation(context.services, actor, key, begin))
  return seeOther(begun ? applyPath(begun.form, begun.reference) : path)
}

export default function InvitedPage() {
  const { heading, helpNow, state, over, rows, asks, shown, accept, links } = useLoaderData<typeof loader>()
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">{heading}</h1>
        {helpNow ? <HelpNow help={helpNow} /> : null}
        {state ? <InsetText>{state}</InsetText> : null}
        {over ? <p className="govuk-body">{over}</p> : null}
        {rows ? (
          <>
            <p className="govuk-body">{rows.by}</p>
            <p className="govuk-body">{rows.intro}</p>
            <SummaryList
              rows={[
                ...rows.list.map(({ label, value }) => ({ label, value: <bdi>{value}</bdi> })),
                { label: asks.label, value: <TextList texts={asks.list} /> },
              ]}
            />
          </>
        ) : null}
        {accept ? (
          <form method="post">
            <input type="hidden" name="csrf" value={accept.csrf} />
            <p className="govuk-body">{accept.help}</p>
            <Button>{accept.text}</Button>
          </form>
        ) : null}
        {links.go ? <ButtonLink href={links.go.href}>{links.go.text}</ButtonLink> : null}
        <LinkList links={links.more} />
        {shown.sections.length > 0 ? (
          <>
            <h2 className="govuk-heading-l">{shown.heading}</h2>
            <CopySections sections={shown.sections} blank={shown.blank} />
          </>
        ) : null}
      </div>
    </div>
  )
}
