import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { removeMember } from '~/applications/schools/name-member'
import { postedForm } from '~/context.server'
import { schoolAdvice } from '~/forms/school-advice'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { LinkList } from '~/ui/link-list'
import { applyPath } from '../apply/apply.server'
import { pageTitle } from '../page-title'
import { answering, seeOther, shown } from '../responses.server'
import { beginForSchool } from './begin.server'
import { schoolViewOf } from './school-view.server'
import { SchoolList } from './school-list'
import { teamOf } from './team.server'

export const meta = pageTitle

/** What the members of a school share: what is given to each, what the school is asked, what it writes, and who they are. */
export async function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams
  const isLast = search.get('fault') === 'lastLead'
  return shown(await schoolViewOf(args.context, await teamOf(args), isLast, randomUUID(), Number(search.get('from'))), isLast ? 422 : 200)
}

/** Begins a request that the team shares, or takes a colleague out of the team. */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  const posted = postedForm(context)
  const { actor, urn, path } = await teamOf(args)
  return answering(context, request, async () => {
    const removed = posted.get('remove')
    if (removed) return seeOther((await removeMember(context.services, actor, urn, removed)) === 'last-lead' ? `${path}?fault=lastLead` : path)
    const begun = await beginForSchool(context, actor, schoolAdvice, urn, { key: posted.get('key') ?? '' })
    return seeOther(applyPath(schoolAdvice.id, begun.reference))
  })
}

export default function SchoolPage() {
  const { words, problem, heading, csrf, key, yours, invitations, writing, pages, people, add, lastLead } = useLoaderData<typeof loader>()
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        {lastLead ? <ErrorSummary title={problem} focusOnMount errors={[{ message: lastLead, href: '#people' }]} /> : null}
        <span className="govuk-caption-l">{words.caption}</span>
        <h1 className="govuk-heading-l">
          <bdi>{heading}</bdi>
        </h1>
        {yours.length > 0 ? (
          <section className="wm-section">
            <h2 className="govuk-heading-m">{words.yours}</h2>
            <LinkList links={yours} />
          </section>
        ) : null}
        <SchoolList heading={words.asked} none={words.none} list={invitations} />
        <SchoolList heading={words.writing} none={words.none} list={writing} />
        {pages.length > 0 ? <LinkList links={pages} /> : null}
        <form method="post" aria-label={words.begin}>
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="key" value={key} />
          <Button variant="secondary">{words.begin}</Button>
        </form>
        <section className="wm-section">
          <h2 className="govuk-heading-m" id="people" tabIndex={-1}>
            {words.people}
          </h2>
          {add ? <p className="govuk-body">{words.removeHelp}</p> : null}
          {people.map(({ person, name, email, note, mayGo }) => (
            <div key={person} className="wm-request">
              <h3 className="govuk-heading-s">
                <bdi>{name}</bdi>
              </h3>
              <p className="govuk-body">
                {email}
                {email && note ? <br /> : null}
                {note}
              </p>
              {mayGo ? (
                <form method="post" aria-label={`${words.remove} (${name})`}>
                  <input type="hidden" name="csrf" value={csrf} />
                  <Button variant="secondary" name="remove" value={person}>
                    {words.remove} <span className="govuk-visually-hidden">({name})</span>
                  </Button>
                </form>
              ) : null}
            </div>
          ))}
          {add ? <ButtonLink href={add}>{words.add}</ButtonLink> : null}
        </section>
      </div>
    </div>
  )
}
