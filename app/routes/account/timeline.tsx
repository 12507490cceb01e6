import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { copiesOf } from '~/applications/copies'
import { Details } from '~/ui/details'
import { InsetText } from '~/ui/inset-text'
import { LinkList } from '~/ui/link-list'
import { Path } from '~/ui/path'
import { SummaryList } from '~/ui/summary-list'
import { TextList } from '~/ui/text-list'
import type account from '../../../locales/en/account.json'
import { applyPath } from '../apply/apply.server'
import { HelpNow } from '../apply/help-now'
import { helpShown } from '../help-after.server'
import { pageTitle } from '../page-title'
import { HelpLines } from '../pages/help-lines'
import { seeOther, titleOf, shown } from '../responses.server'
import { copyLinks } from './copy-links.server'
import { following } from './follow.server'
import { NoPdf } from './no-pdf'
import { noPdfOf } from './no-pdf.server'
import { papersPath } from './papers-path'
import { schoolsLineOf } from './schools-asked.server'
import { StageCard } from './stage-card'
import { timelinePageOf } from './timeline-page.server'
import { cardOf } from './timeline-places.server'
import { unreachedLine } from './unreached.server'

export const meta = pageTitle

/** The page that follows a request: where we are, what is next and by when, what they can do, who to talk to. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args
  const open = await following(args, 'read')
  if (!open.application.sentAt) throw seeOther(applyPath(open.form.id, open.reference))
  const { words } = context.visit
  const { viewer, view, facts, rights, unhappy } = await timelinePageOf(context, open)
  const base = `/applications/${open.reference}`
  const own = words.tree<(typeof account)['timeline']>('account:timeline', { reference: open.reference })
  const isFamily = viewer === 'family'
  const complain = view.isBereaved ? null : words.text(isFamily ? 'timeline:not-happy' : 'timeline:notifier.not-happy')
  return shown({
    title: titleOf(context, view.heading),
    back: { text: own.back, href: '/applications' },
    words: own,
    heading: view.heading,
    lead: view.lead,
    helpNow: helpShown(context, args.request, 'helpNow'),
    unreached: await unreachedLine(context, open),
    stateText: view.stateText,
    stages: view.stages.map(({ card, ...stage }) => ({ ...stage, card: card ? cardOf(card, open, context, complain) : null })),
    facts,
    schools: isFamily && !view.isBereaved && open.form.pupil ? await schoolsLineOf(context, open, view.mayAdd) : null,
    rights,
    unhappy,
    noPdf: noPdfOf(context, args.request, `${base}/timeline.pdf`),
    links: view.isBereaved
      ? []
      : [
          ...copyLinks(words, base, await copiesOf(context.services, open, context.visit.words)).flatMap(({ pdf, print }) => [pdf, print]),
          { href: `${base}/timeline.pdf`, text: own.timelinePdf },
          { href: `${base}?print`, text: own.timelinePrint },
          ...(isFamily && view.hasDates ? [{ href: `${base}/dates.ics`, text: own.dates }] : []),
        ],
    more: view.isBereaved
      ? []
      : [
          { href: papersPath(open.reference), text: own.papers },
          ...(view.mayAdd ? [{ href: applyPath(open.form.id, open.reference), text: own.change }] : []),
        ],
  })
}

export default function TimelinePage() {
  const { words, heading, lead, helpNow, unreached, facts, noPdf, stages, stateText, schools, rights, unhappy, more, links } = useLoaderData<typeof loader>()
  return (
    <>
      {noPdf ? <NoPdf {...noPdf} /> : null}
      {helpNow ? <HelpNow help={helpNow} /> : null}
      <span className="govuk-caption-l wm-screen-only">{words.caption}</span>
      <h1 className="govuk-heading-l">{heading}</h1>
      <p className="govuk-body-l">{lead}</p>
      {unreached ? (
        <InsetText>
          <p className="govuk-body">{unreached.text}</p>
          {unreached.link ? (
            <a className="govuk-link" href={unreached.link.href}>
              {unreached.link.text}
            </a>
          ) : null}
        </InsetText>
      ) : null}
      <div className="wm-print-only">
        <SummaryList rows={facts.map(({ name, value }) => ({ label: name, value }))} />
      </div>
      <Path stateText={stateText} stages={stages.map(({ card, ...stage }) => ({ ...stage, card: card ? <StageCard {...card} /> : undefined }))} />
      {schools ? (
        <div className="wm-screen-only">
          <h2 className="govuk-heading-m" id="schools-asked">
            {schools.heading}
          </h2>
          <p className="govuk-body">{schools.text}</p>
          <LinkList links={schools.links} />
        </div>
      ) : null}
      {rights ? (
        <>
          <Details summary={rights.summary} className="wm-screen-only">
            <TextList texts={rights.list} />
          </Details>
          <div className="wm-print-only">
            <h2 className="govuk-heading-m">{rights.summary}</h2>
            <TextList texts={rights.list} />
          </div>
        </>
      ) : null}
      {unhappy ? (
        <>
          <h2 className="govuk-heading-m" id="unhappy">
            {unhappy.heading}
          </h2>
          <p className="govuk-body">{unhappy.text}</p>
          <HelpLines lines={unhappy.lines} />
        </>
      ) : null}
      {more.length > 0 ? (
        <div className="wm-screen-only">
          <h2 className="govuk-heading-m">{words.more}</h2>
          <LinkList links={more} />
        </div>
      ) : null}
      {links.length > 0 ? (
        <div className="wm-screen-only">
          <h2 className="govuk-heading-m" id="keep">
            {words.keep}
          </h2>
          <LinkList links={links} />
        </div>
      ) : null}
    </>
  )
}
