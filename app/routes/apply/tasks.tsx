import { randomUUID } from 'node:crypto'
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DRAFT_DAYS, GUEST_DRAFT_DAYS } from '~/applications/forget-drafts'
import { closedBy } from '~/applications/standing'
import { startApplication } from '~/applications/start-application'
import { postedForm } from '~/context.server'
import { problemWords } from '~/engine/naming'
import type { Section } from '~/engine/form'
import { pageTitle } from '../page-title'
import { answering, seeOther, titleOf } from '../responses.server'
import { applying, applyPath, formOf, type Applying } from './apply.server'
import { Begin, type BeginView } from './begin'
import { draftsOf } from '../account/listing.server'
import { Tasks, type TasksView } from './task-list'

export const meta = pageTitle

/** With `?ref=`, the parts of one application; without it, what to know before beginning, and what was begun already. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args
  const form = formOf(context, params)
  const { words, csrf, actor } = context.visit
  if (new URL(request.url).searchParams.has('ref')) {
    const open = await applying(args, 'read')
    if (open.application.sentAt && closedBy(await context.services.store.facts(open.actor, open.application.id))) throw seeOther(`/applications/${open.reference}`)
    const tasks = tasksOf(open)
    return json({ title: titleOf(context, tasks.heading), tasks, begin: null })
  }
  const drafts = actor ? await draftsOf(context, actor, form) : []
  const days = { guestDays: GUEST_DRAFT_DAYS, draftDays: DRAFT_DAYS }
  const begin: BeginView = {
    words: words.tree('apply:begin', days),
    csrf,
    key: randomUUID(),
    drafts: drafts.map(({ reference, name }) => ({
      href: applyPath(form.id, reference),
      text: words.text('apply:begin.carryOn', { name, reference }),
    })),
  }
  return json({ title: titleOf(context, begin.words.heading), tasks: null, begin })
}

/** Begins a draft and goes to its first page. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const posted = postedForm(context)
  const form = formOf(context, params)
  const like = posted.get('like')
  const key = posted.get('key')
  const application = await answering(context, request, async () =>
    startApplication(context.services, await context.visit.hold(), form, { language: context.visit.words.language, ...(like && { like }), ...(key && { key }) }),
  )
  return seeOther(applyPath(form.id, application.reference, form.sections[0]?.pages[0]?.id))
}

function tasksOf({ form, journey, said, reference, name, path }: Applying): TasksView {
  const say = (key: string, values?: Record<string, string>) => said.words.text(`apply:tasks.${key}`, values)
  const pages = (section: Section) => journey.stops.filter((stop) => stop.section === section)
  const missing = problemWords(said, journey.stops.flatMap((stop) => stop.questions), journey.missing)
  return {
    caption: say('caption'),
    heading: name === said.words.text(`${form.id}:name`) ? say('headingNew') : said.title(),
    intro: say('intro'),
    saved: say('saved'),
    reference: say('reference', { reference }),
    sections: form.sections
      .filter((section) => pages(section).length > 0)
      .map((section) => {
        const stops = pages(section)
        const state = stops.every((stop) => stop.done) ? 'done' : stops.some((stop) => stop.started) ? 'started' : 'todo'
        const target = stops.find((stop) => !stop.done) ?? stops[0]
        const needed = stops.some((stop) => journey.missing.some((each) => stop.questions.some((question) => question.id === each.question)))
        return { title: said.section(section.id), href: path(target?.page.id), state, status: say(`status.${state}`), hint: needed ? say('needed') : '' }
      }),
    missing: missing.map((each) => ({ text: each.text, href: path(journey.stops.find((stop) => stop.questions.some((one) => one.id === each.question))?.page.id) })),
    cannotSend: say('cannotSend'),
    canSend: say('canSend'),
    check: { text: say('check'), href: path('check') },
    help: say('help'),
  }
}

export default function TaskListPage() {
  const { tasks, begin } = useLoaderData<typeof loader>()
  return tasks ? <Tasks view={tasks} /> : begin ? <Begin view={begin} /> : null
}
