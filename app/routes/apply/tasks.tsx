import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DRAFT_DAYS, GUEST_DRAFT_DAYS } from '~/applications/forget-drafts'
import { startApplication } from '~/applications/start-application'
import { postedForm, refusal } from '~/context.server'
import { pageTitle } from '../page-title'
import { paperFormsOf } from '../pages/paper-forms.server'
import { answering, seeOther, titleOf, shown } from '../responses.server'
import { mayBegin } from '../may-begin.server'
import { applying, applyPath, formOf, isClosed, requestPath } from './apply.server'
import { askedOfSchool } from './asked-of-school.server'
import { Begin, type BeginView } from './begin'
import { draftsOf } from '../account/listing.server'
import { beginForSchool } from '../school/begin.server'
import { Tasks } from './task-list'
import { tasksOf, toTellOf } from './tasks-view.server'

export const meta = pageTitle

/** With `?ref=`, the parts of one application; without it, what to know before beginning, and what was begun already. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args
  const form = formOf(context, params)
  const { words, actor } = context.visit
  if (new URL(request.url).searchParams.has('ref')) {
    const open = await applying(args, 'read')
    if (await isClosed(context, open)) throw seeOther(requestPath(open.reference))
    const { asked, given } = await askedOfSchool(context, open)
    const tasks = tasksOf(open, await toTellOf(context, open), asked, given)
    return shown({ title: titleOf(context, tasks.heading), tasks, begin: null })
  }
  const drafts = actor ? await draftsOf(context, actor, form) : []
  const own = words.tree<BeginView['words']>('apply:begin', {
    guestDays: GUEST_DRAFT_DAYS,
    draftDays: DRAFT_DAYS,
    save: words.text('apply:page.saveAndExit'),
    clear: words.text('apply:save.clear'),
  })
  const begin: BeginView = {
    words: own,
    kept: own.kept[actor?.role === 'person' ? 'person' : 'guest'],
    minimum: words.tree(`${form.id}:minimum`),
    csrf: context.visit.csrf(),
    key: randomUUID(),
    paper: await paperFormsOf(context, form.id),
    drafts: drafts.map(({ reference, name }) => ({
      href: applyPath(form.id, reference),
      text: words.text('apply:begin.carryOn', { name, reference }),
    })),
  }
  return shown({ title: titleOf(context, begin.words.heading), tasks: null, begin })
}

/** Begins a draft and goes to its first page. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const posted = postedForm(context)
  const form = formOf(context, params)
  if (!(await mayBegin(context))) throw refusal(context, 429, 'too-many-drafts')
  const like = posted.get('like')
  const key = posted.get('key')
  const asked = { ...(like && { like }), ...(key && { key }) }
  const application = await answering(context, request, async () => {
    const actor = await context.visit.hold()
    // What a member of one school begins is its team's. Whoever belongs to several begins on the page of the one that is meant.
    const [school, ...others] = form.evidence && actor.role === 'person' ? await context.services.store.schoolsOf(actor) : []
    if (school !== undefined && others.length === 0 && actor.role === 'person') return beginForSchool(context, actor, form, school, asked)
    return startApplication(context.services, actor, form, { language: context.visit.words.language, ...asked })
  })
  return seeOther(applyPath(form.id, application.reference, form.sections[0]?.pages[0]?.id))
}

export default function TaskListPage() {
  const { tasks, begin } = useLoaderData<typeof loader>()
  return tasks ? <Tasks view={tasks} /> : begin ? <Begin view={begin} /> : null
}
