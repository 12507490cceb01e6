import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { closedBy } from '~/applications/standing'
import { timelineViewOf, type Card, type Deed } from '~/applications/timeline-view'
import { NowCard } from '~/ui/now-card'
import { Path } from '~/ui/path'
import type account from '../../../locales/en/account.json'
import { applyPath } from '../apply/apply.server'
import { pageTitle } from '../page-title'
import { seeOther, titleOf } from '../responses.server'
import { following, type Following } from './follow.server'

export const meta = pageTitle

/** The family's page: where we are, what is next and by when, what they can do, who to talk to. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args
  const open = await following(args, 'read')
  if (!open.application.sentAt) throw seeOther(applyPath(open.form.id, open.reference))
  const { words } = context.visit
  const view = timelineViewOf({ facts: open.facts, name: open.name, today: context.services.clock.today(), words })
  const base = `/applications/${open.reference}`
  const own = words.tree<(typeof account)['timeline']>('account:timeline', { reference: open.reference })
  return json({
    title: titleOf(context, view.heading),
    back: { text: own.back, href: '/applications' },
    words: own,
    heading: view.heading,
    lead: view.lead,
    stateText: view.stateText,
    stages: view.stages.map(({ card, ...stage }) => ({ ...stage, card: card ? { ...card, hrefs: Object.fromEntries(card.youCan.deeds.map((deed) => [deed.kind, hrefOf(deed, open, context.config.council)])) } : null })),
    links: [
      { href: `${base}/copy.pdf`, text: own.pdf },
      { href: `${base}/print`, text: own.print },
      { href: `${base}/dates.ics`, text: own.dates },
      ...(closedBy(open.facts) ? [] : [{ href: applyPath(open.form.id, open.reference), text: own.change }]),
    ],
  })
}

/** Where a family can do something; undefined for what is said but has no page. */
function hrefOf({ kind }: Deed, { form, reference }: Following, council: { phone: string; complaints: string; mediation: { website: string }; sendiass: { website: string } }): string | undefined {
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

const Texts = ({ texts }: { texts: readonly string[] }) => (
  <>
    {texts.map((text) => (
      <p key={text} className="govuk-body">
        {text}
      </p>
    ))}
  </>
)

const StageCard = ({ card }: { card: Card & { hrefs: Readonly<Record<string, string | undefined>> } }) => (
  <NowCard
    late={card.late.length > 0 ? <Texts texts={card.late} /> : undefined}
    happening={<Texts texts={card.now} />}
    next={<Texts texts={card.next} />}
    whatYouCanDo={{
      heading: card.youCan.heading,
      children: (
        <ul className="govuk-list govuk-list--bullet">
          {card.youCan.deeds.map(({ kind, text }) => {
            const href = card.hrefs[kind]
            return (
              <li key={kind}>
                {href ? (
                  <a className="govuk-link" href={href}>
                    {text}
                  </a>
                ) : (
                  text
                )}
              </li>
            )
          })}
        </ul>
      ),
    }}
    whoToTalkTo={{ heading: card.talk.heading, children: <Texts texts={card.talk.texts} /> }}
    ifItGoesWrong={{ heading: card.ifWrong.heading, children: <p className="govuk-body">{card.ifWrong.text}</p> }}
  />
)

export default function TimelinePage() {
  const { words, heading, lead, stages, stateText, links } = useLoaderData<typeof loader>()
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <span className="govuk-caption-l">{words.caption}</span>
        <h1 className="govuk-heading-l">{heading}</h1>
        <p className="govuk-body-l">{lead.join(' ')}</p>
        <Path stateText={stateText} stages={stages.map(({ card, ...stage }) => ({ ...stage, card: card ? <StageCard card={card as Parameters<typeof StageCard>[0]['card']} /> : undefined }))} />
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
      </div>
    </div>
  )
}
