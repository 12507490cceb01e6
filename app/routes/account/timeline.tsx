import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { timelineViewOf, type Card, type Deed, type Viewer } from '~/applications/timeline-view'
import { viewerFor } from '~/applications/viewer'
import type { Context } from '~/context.server'
import { Details } from '~/ui/details'
import { MarkedText, type Mark } from '~/ui/marked-text'
import { NowCard } from '~/ui/now-card'
import { Path } from '~/ui/path'
import type account from '../../../locales/en/account.json'
import type timeline from '../../../locales/en/timeline.json'
import { applyPath } from '../apply/apply.server'
import { pageTitle } from '../page-title'
import { HelpLines, type HelpLine } from '../pages/help-lines'
import { nationalLines } from '../pages/help-lines.server'
import { seeOther, titleOf } from '../responses.server'
import { following, type Following } from './follow.server'

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
    stages: view.stages.map(({ card, ...stage }) => ({ ...stage, card: card ? toCard(card, open, context, complain) : null })),
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

/** The card, with where each thing can be done, and the words that lead to how to complain. */
function toCard({ youCan, ...card }: Card, open: Following, context: Context, complain: string | null) {
  return {
    ...card,
    youCan: { heading: youCan.heading, deeds: youCan.deeds.map((deed) => ({ ...deed, href: hrefOf(deed, open, context.config.council) ?? null })) },
    complain,
  }
}

/** Whom to turn to when we did not do well. Mediation and the tribunal are for those who may appeal. */
function unhappyLines(context: Context, viewer: Viewer): readonly HelpLine[] {
  const { words } = context.visit
  const { complaints, mediation } = context.config.council
  return [
    { name: words.text('help:disagree.complaint.name'), what: words.text('help:disagree.complaint.what'), website: complaints },
    ...(viewer === 'family' ? [{ ...mediation, what: words.text('timeline:unhappy.mediation') }, ...nationalLines(context, ['tribunal'])] : []),
    ...nationalLines(context, ['ombudsman']),
    { name: words.text('timeline:unhappy.data.name'), what: words.text('timeline:unhappy.data.what'), website: '/privacy' },
  ]
}

/** Where a family can do something; undefined for what is said but has no page. */
function hrefOf({ kind }: Deed, { form, reference }: Following, council: Context['config']['council']): string | undefined {
  const base = `/applications/${reference}`
  const places: Partial<Record<Deed['kind'], string>> = {
    'continue': applyPath(form.id, reference),
    'add': applyPath(form.id, reference),
    'about-me': applyPath(form.id, reference),
    'print': `${base}/print`,
    'copy': `${base}/copy.pdf`,
    'dates': `${base}/dates.ics`,
    'withdraw': `${base}/withdraw`,
    'ask-again': '/start',
    'ask-adult-care': `tel:${council.phone.replace(/[^+\d]/g, '')}`,
    'phone': `tel:${council.phone.replace(/[^+\d]/g, '')}`,
    'complain': council.complaints,
    'mediation': council.mediation.website,
    'sendiass': council.sendiass.website,
    'ipsea': 'https://www.ipsea.org.uk/',
    'ombudsman': 'https://www.lgo.org.uk/',
    'appeal': 'https://www.gov.uk/appeal-ehc-plan-decision',
    'appeal-plan': 'https://www.gov.uk/appeal-ehc-plan-decision',
    'appeal-late': 'https://www.gov.uk/appeal-ehc-plan-decision',
  }
  return places[kind]
}

const Texts = ({ texts, marks }: { texts: readonly string[]; marks: readonly Mark[] }) => (
  <>
    {texts.map((text) => (
      <p key={text} className="govuk-body">
        <MarkedText text={text} marks={marks} />
      </p>
    ))}
  </>
)

const StageCard = ({ late, now, next, youCan, talk, ifWrong, complain, marks }: ReturnType<typeof toCard>) => (
  <NowCard
    late={late.length > 0 ? <Texts texts={late} marks={marks} /> : undefined}
    happening={{
      heading: now.heading,
      children: (
        <>
          <Texts texts={now.texts} marks={marks} />
          {now.waiting ? (
            <>
              <p className="govuk-body">{now.waiting.text}</p>
              <ul className="govuk-list govuk-list--bullet">
                {now.waiting.lines.map((line) => (
                  <li key={line}>
                    <MarkedText text={line} marks={marks} />
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </>
      ),
    }}
    next={next.texts.length > 0 ? { heading: next.heading, children: <Texts texts={next.texts} marks={marks} /> } : undefined}
    whatYouCanDo={
      youCan.deeds.length > 0
        ? {
            heading: youCan.heading,
            children: (
              <ul className="govuk-list govuk-list--bullet">
                {youCan.deeds.map(({ kind, text, href }) => (
                  <li key={kind}>
                    {href ? (
                      <a className="govuk-link" href={href}>
                        {text}
                      </a>
                    ) : (
                      <MarkedText text={text} marks={marks} />
                    )}
                  </li>
                ))}
              </ul>
            ),
          }
        : undefined
    }
    whoToTalkTo={{ heading: talk.heading, children: <Texts texts={talk.texts} marks={marks} /> }}
    ifItGoesWrong={{
      heading: ifWrong.heading,
      children: (
        <>
          <Texts texts={[ifWrong.text]} marks={marks} />
          {complain ? (
            <p className="govuk-body">
              <a className="govuk-link" href="#unhappy">
                {complain}
              </a>
            </p>
          ) : null}
        </>
      ),
    }}
  />
)

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
          <ul className="govuk-list govuk-list--bullet">
            {rights.list.map((right) => (
              <li key={right}>{right}</li>
            ))}
          </ul>
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
          <ul className="govuk-list">
            {links.map(({ href, text }) => (
              <li key={href}>
                <a className="govuk-link" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}
