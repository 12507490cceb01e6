import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { Actor } from '~/applications/actor'
import { DRAFT_DAYS, GUEST_DRAFT_DAYS } from '~/applications/forget-drafts'
import type { Context } from '~/context.server'
import { londonDayOf } from '~/engine/london-day'
import { addDays } from '~/timeline'
import { Button, ButtonLink } from '~/ui/button'
import { LinkList } from '~/ui/link-list'
import type account from '../../../locales/en/account.json'
import { applyPath } from '../apply/apply.server'
import { pageTitle } from '../page-title'
import { titleOf, shown } from '../responses.server'
import { listedFor } from './listing.server'
import { RequestGroup } from './request-group'

export const meta = pageTitle

/** Everything this person (or this browser) has begun and sent. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { visit } = context
  const words = visit.words.tree<(typeof account)['applications']>('account:applications')
  const say = (key: string, values: Record<string, string>) => visit.words.text(`account:applications.${key}`, values)
  const actor = visit.actor
  const list = (actor ? await listedFor(context, actor) : []).map(({ form, reference, name, savedAt, standing, another }) => ({
    reference: say('reference', { reference }),
    name,
    href: standing ? `/applications/${reference}` : applyPath(form, reference),
    state: standing ?? words.draft,
    kept: standing ? '' : say('keptUntil', { date: visit.words.date(addDays(londonDayOf(new Date(savedAt)), actor?.role === 'person' ? DRAFT_DAYS : GUEST_DRAFT_DAYS)) }),
    isSent: Boolean(standing),
    form,
    like: another ? { reference, ...words[another] } : null,
  }))
  return shown({
    title: titleOf(context, words.heading),
    words,
    csrf: visit.csrf(),
    isSignedIn: actor?.role === 'person',
    schools: { heading: words.schools, links: actor ? await schoolLinks(context, actor) : [] },
    find: actor?.role === 'person' ? { href: '/applications/find', ...words.find } : null,
    groups: [
      { heading: words.drafts, action: words.carryOn, list: list.filter((each) => !each.isSent) },
      { heading: words.sent, action: words.follow, list: list.filter((each) => each.isSent) },
    ].filter((group) => group.list.length > 0),
  })
}

/** The pages of the schools that somebody belongs to. */
async function schoolLinks({ services: { store } }: Context, actor: Actor) {
  const schools = await Promise.all((await store.schoolsOf(actor)).map((urn) => store.establishment(urn)))
  return schools.flatMap((school) => (school ? [{ href: `/schools/${school.urn}`, text: school.name }] : []))
}

export default function ApplicationsPage() {
  const { words, groups, schools, csrf, isSignedIn, find } = useLoaderData<typeof loader>()
  const again = groups.flatMap((group) => group.list).find((each) => each.isSent && each.like)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">{words.heading}</h1>
        {schools.links.length > 0 ? (
          <section className="wm-section">
            <h2 className="govuk-heading-m">{schools.heading}</h2>
            <LinkList links={schools.links} />
          </section>
        ) : null}
        {groups.length === 0 ? <p className="govuk-body">{words.none}</p> : null}
        {groups.map((group) => (
          <RequestGroup key={group.heading} group={group} />
        ))}
        {isSignedIn ? null : (
          <p className="govuk-body">
            {words.noneHelp}{' '}
            <a className="govuk-link" href="/sign-in?next=/applications">
              {words.signIn}
            </a>
          </p>
        )}
        {find ? (
          <p className="govuk-body">
            {find.ask}{' '}
            <a className="govuk-link" href={find.href}>
              {find.text}
            </a>
          </p>
        ) : null}
        {again?.like ? (
          <form method="post" action={`/apply/${again.form}`}>
            <input type="hidden" name="csrf" value={csrf} />
            <input type="hidden" name="like" value={again.like.reference} />
            <p className="govuk-body">{again.like.help}</p>
            <Button variant="secondary">
              {again.like.ask}
            </Button>
          </form>
        ) : null}
        <ButtonLink variant="secondary" href="/start">
          {words.start}
        </ButtonLink>
      </div>
    </div>
  )
}
