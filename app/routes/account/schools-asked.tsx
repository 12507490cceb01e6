import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { takeBack } from '~/applications/schools/take-back'
import { postedForm } from '~/context.server'
import { Button, ButtonLink } from '~/ui/button'
import { TextList } from '~/ui/text-list'
import { pageTitle } from '../page-title'
import { answering, seeOther, shown } from '../responses.server'
import { following } from './follow.server'
import { schoolsPath } from './invite-view.server'
import { schoolsAskedOf } from './schools-asked.server'

export const meta = pageTitle

/** Whom a family has asked, what came of it, and a way to take it back. */
export async function loader(args: LoaderFunctionArgs) {
  return shown(await schoolsAskedOf(args.context, await following(args, 'invite')))
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  const posted = postedForm(context)
  const { actor, reference } = await following(args, 'invite')
  await answering(context, request, () => takeBack(context.services, actor, reference, posted.get('takeBack') ?? ''))
  return seeOther(schoolsPath(reference))
}

export default function SchoolsAskedPage() {
  const { words, csrf, list, invite } = useLoaderData<typeof loader>()
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">{words.heading}</h1>
        <p className="govuk-body">{words.intro}</p>
        {list.length === 0 ? <p className="govuk-body">{words.none}</p> : null}
        {list.map(({ id, school, lines, sees, read, mayTakeBack }) => (
          <section key={id} className="wm-request">
            <h2 className="govuk-heading-m">
              <bdi>{school}</bdi>
            </h2>
            {lines.map((line) => (
              <p key={line} className="govuk-body">
                {line}
              </p>
            ))}
            {sees.length > 0 ? (
              <>
                <p className="govuk-body">{words.sees}</p>
                <TextList texts={sees} />
              </>
            ) : null}
            {read ? (
              <p className="govuk-body">
                <a className="govuk-link" href={read}>
                  {words.read} <span className="govuk-visually-hidden">({school})</span>
                </a>
              </p>
            ) : null}
            {mayTakeBack ? (
              <form method="post" aria-label={`${words.takeBack} (${school})`}>
                <input type="hidden" name="csrf" value={csrf} />
                <p className="govuk-body">{words.takeBackHelp}</p>
                <Button variant="secondary" name="takeBack" value={id}>
                  {words.takeBack} <span className="govuk-visually-hidden">({school})</span>
                </Button>
              </form>
            ) : null}
          </section>
        ))}
        {invite ? (
          <ButtonLink href={invite.href} variant={list.length > 0 ? 'secondary' : undefined}>
            {invite.text}
          </ButtonLink>
        ) : null}
      </div>
    </div>
  )
}
