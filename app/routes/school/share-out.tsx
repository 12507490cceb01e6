import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openApplication } from '~/applications/open-application'
import { readReference } from '~/applications/reference'
import { postedForm, refusal } from '~/context.server'
import { nameIn, wordsOf } from '~/engine/naming'
import { schoolAdvice } from '~/forms/school-advice'
import { Button } from '~/ui/button'
import { Select } from '~/ui/select'
import type schools from '../../../locales/en/schools.json'
import { pageTitle } from '../page-title'
import { answering, seeOther, titleOf, shown } from '../responses.server'
import { teamOf } from './team.server'

export const meta = pageTitle

/** Opens a form that the members of a school write together. */
async function sharedForm(args: LoaderFunctionArgs) {
  const { context, params, request } = args
  const team = await teamOf(args)
  const reference = readReference(params['reference'] ?? '') ?? ''
  const isTheirs = (await context.services.store.schoolApplications(team.actor, team.urn)).some((each) => each.reference === reference)
  if (!isTheirs) throw refusal(context, 404, 'not-found')
  const open = await answering(context, request, () => openApplication(context.services, team.actor, schoolAdvice, reference, 'save'))
  return { ...team, ...open, sections: schoolAdvice.sections.filter(({ id }) => open.journey.stops.some((stop) => stop.section.id === id)) }
}

/** Which colleague does which part. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args
  const { actor, application, journey, sections, members, path } = await sharedForm(args)
  const { words } = context.visit
  const own = words.tree<(typeof schools)['share']>('schools:share')
  const name = nameIn(schoolAdvice, journey.valueOf, words)
  const said = wordsOf(schoolAdvice, words, name)
  const given = await context.services.store.sectionsGiven(actor, application.id)
  return shown({
    title: titleOf(context, own.heading),
    words: own,
    csrf: context.visit.csrf(),
    errorPrefix: words.text('questions:error'),
    name,
    back: { text: own.back, href: path },
    people: [{ value: '', text: own.nobody }, ...members.map((each) => ({ value: each.person, text: each.name }))],
    sections: sections.map(({ id }) => ({ id, title: said.section(id), person: given.find(({ section }) => section === id)?.person ?? '' })),
  })
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  const posted = postedForm(context)
  const { actor, application, sections, path } = await sharedForm(args)
  const { store } = context.services
  await answering(context, request, async () => {
    for (const { id } of sections) {
      const chosen = posted.get(`to.${id}`)
      if (chosen !== null) await store.giveSection(actor, application.id, id, chosen || undefined)
    }
  })
  return seeOther(path)
}

export default function ShareOutPage() {
  const { words, csrf, errorPrefix, name, people, sections } = useLoaderData<typeof loader>()
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <span className="govuk-caption-l">
          <bdi>{name}</bdi>
        </span>
        <h1 className="govuk-heading-l">{words.heading}</h1>
        <p className="govuk-body">{words.intro}</p>
        <form method="post">
          <input type="hidden" name="csrf" value={csrf} />
          {sections.map(({ id, title, person }) => (
            <Select key={id} name={`to.${id}`} id={`to-${id}`} label={title} errorPrefix={errorPrefix} options={people} defaultValue={person} />
          ))}
          <Button>{words.save}</Button>
        </form>
      </div>
    </div>
  )
}
