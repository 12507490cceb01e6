import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { timelineViewOf } from '~/applications/timeline-view'
import { viewerFor } from '~/applications/viewer'
import { Details } from '~/ui/details'
import { LinkList } from '~/ui/link-list'
import { Path } from '~/ui/path'
import { TextList } from '~/ui/text-list'
import type account from '../../../locales/en/account.json'
import type timeline from '../../../locales/en/timeline.json'
import { applyPath } from '../apply/apply.server'
import { pageTitle } from '../page-title'
import { HelpLines } from '../pages/help-lines'
import { seeOther, titleOf } from '../responses.server'
import { following } from './follow.server'
import { StageCard } from './stage-card'
import { cardOf, unhappyLines } from './timeline-places.server'

export const meta = pageTitle

/** The page that follows a request: where we are, what is next and by when, what they can do, who to talk to. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args
  const open = await following(args, 'read')
  if (!open.application.sentAt) throw seeOther(applyPath(open.form.id, open.reference))
  const { words } = context.visit
  const viewer = await viewerFor(context.services, open.actor, open.form, open)
  const view = timelineViewOf({ facts: open.facts, name: open.name, viewer, today: context.services.clock.today(), words })
  const base = `/applications/${open.reference}`
  const own = words.tree<(typeof account)['timeline']>('account:timeline', { reference: open.reference })
  const isFamily = viewer === 'family'
  const complain = view.isBereaved ? null : words.text(isFamily ? 'timeline:not-happy' : 'timeline:notifier.not-happy')
  return json({
    title: titleOf(context, view.heading),
    back: { text: own.back, href: '/applications' },
    words: own,
    heading: view.heading,
    lead: view.lead,
    stateText: view.stateText,
    stages: view.stages.map(({ card, ...stage }) => ({ ...stage, card: card ? cardOf(card, open, context, complain) : null })),
    rights: isFamily && !view.isBereaved ? words.tree<(typeof timeline)['rights']>('timeline:rights', { name: open.name }) : null,
    unhappy: view.isBereaved ? null : { ...words.tree<(typeof timeline)['unhappy']>('timeline:unhappy'), lines: unhappyLines(context, viewer) },
    links: view.isBereaved
      ? []
      : [
          { href: `${base}/copy.pdf`, text: own.pdf },
          { href: `${base}/print`, text: own.print },
          ...(isFamily ? [{ href: `${base}/dates.ics`, text: own.dates }] : []),
          ...(view.mayAdd ? [{ href: applyPath(open.form.id, open.reference), text: own.change }] : []),
        ],
  })
}

export default function TimelinePage() {
  const { words, heading, lead, stages, stateText, rights, unhappy, links } = useLoaderData<typeof loader>()
  return (
    <>
      <span className="govuk-caption-l">{words.caption}</span>
      <h1 className="govuk-heading-l">{heading}</h1>
      <p className="govuk-body-l">{lead}</p>
      <Path stateText={stateText} stages={stages.map(({ card, ...stage }) => ({ ...stage, card: card ? <StageCard {...card} /> : undefined }))} />
      {rights ? (
        <Details summary={rights.summary}>
          <TextList texts={rights.list} />
        </Details>
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
      {links.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">{words.keep}</h2>
          <LinkList links={links} />
        </>
      ) : null}
    </>
  )
}
