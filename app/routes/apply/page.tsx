import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { removeItem, saveAnswers, screenOf } from '~/applications/save-answers'
import { dropUnfinished, leavePage, saveUnfinished, unfinishedOn } from '~/applications/unfinished'
import { postedForm, refusal, typedText, type Context } from '~/context.server'
import type { Journey } from '~/engine/journey'
import { DANGER } from '~/engine/kind'
import { partName } from '~/engine/parts'
import { fieldName } from '~/engine/read-page'
import { isItemKey } from '~/engine/repeat'
import { screenNamed, type Screen } from '~/engine/screen'
import { pageTitle } from '../page-title'
import { actorOf, answering, seeOther, shown, unsavedBy } from '../responses.server'
import { applying, applyPath, closedRefusal, formOf, isClosed, pageSaveOf, requestPath, type Applying } from './apply.server'
import { ownJourneyOf } from './items.server'
import { offersOn } from './offers.server'
import { PageForm } from './page-form'
import { pageViewOf, type PageView, type Unkept } from './page-view.server'

export const handle = { hydrate: true }
export const meta = pageTitle
const SHOWN = ['problems', 'warnings', 'offers'] as const

/** What was posted and could not be saved: the same request draws it again, since nothing else has it. */
const unkept = new WeakMap<Context, Unkept>()

export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args
  const lost = unkept.get(context)
  try {
    const open = await applying(args, 'read')
    const search = new URL(request.url).searchParams
    const asked = askedIn(context, open, params.page ?? '', search.get('item') ?? '')
    if (await isClosed(context, open)) throw await stopped(context, open, asked)
    const show = SHOWN.find((each) => search.get('show') === each)
    const view = await pageViewOf(context, open, { ...asked, isChange: search.get('from') === 'check', ...(lost ? { unkept: lost } : show && { show }) })
    return shown(view, view.problems.list.length > 0 ? 422 : view.clash || view.unsaved ? 409 : 200)
  } catch (error) {
    // Not even the page can be shown now: what was typed is given back without it.
    if (lost) throw refusal(context, lost.unsaved.status, lost.unsaved.code, typedText(lost.posted))
    throw error
  }
}

/** A request that has stopped has no pages to fill in. What was typed on this one and never saved is given back. */
async function stopped(context: Context, open: Applying, { screen: { page }, item }: Asked): Promise<Response> {
  const { typing } = await unfinishedOn(context.services, open.actor, open, partName(page.id, item), page.questions)
  if (!typing) return seeOther(requestPath(open.reference))
  const boxes = Object.entries(typing.typed).flatMap(([question, typed]) => Object.entries(typed).flatMap(([box, texts]) => [texts].flat().map((text) => [fieldName(question, box), text])))
  return closedRefusal(context, open.reference, typedText(new URLSearchParams(boxes)))
}

interface Asked {
  readonly screen: Screen
  readonly item?: string
}

/** The screen that a URL names. One that does not apply (any more) is nobody's mistake: the list of parts, or of items, shows what does. */
function askedIn(context: Context, open: Applying, page: string, key: string): Asked {
  const item = isItemKey(key) ? key : undefined
  const screen = screenNamed(open.form, page, item !== undefined) ?? screenNamed(open.form, page, item === undefined)
  if (!screen) throw refusal(context, 404, 'not-found')
  const { list } = screen
  if (!open.journey.stop((list ?? screen.page).id)) throw seeOther(open.path())
  if (!list) return { screen }
  if (item === undefined || !ownJourneyOf(open, list, item).pages.some((each) => each.id === page)) throw seeOther(open.path(list.id))
  return { screen, item }
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  const posted = postedForm(context)
  return answering(context, request, async () => {
    try {
      return await pressed(args, posted)
    } catch (error) {
      const unsaved = unsavedBy(error)
      if (!unsaved) throw error
      if (unsaved.status === 503) context.reportFault(error)
      unkept.set(context, { posted, unsaved })
      return json(null, { status: unsaved.status })
    }
  })
}

/** Does what the button that was pressed says. */
async function pressed({ context, params, request }: ActionFunctionArgs, posted: URLSearchParams): Promise<Response> {
  const form = formOf(context, params)
  const { services, visit } = context
  const save = pageSaveOf(posted, params)
  const item = save.item
  const fields = (name: string) => posted.getAll(name)
  const to = (page = '', search: Record<string, string> = {}) => seeOther(applyPath(form.id, save.reference, page, search))
  // Whoever came from "check your answers" goes back there.
  const from = posted.get('from') === 'check' ? { from: 'check' } : {}
  const again = (show?: string) => to(save.page, { ...(item && { item }), ...from, ...(show && { show }) })

  // Timed out: what was typed is kept for whoever it was, and shown again once they have signed in.
  if (!visit.actor && visit.ended) {
    await saveUnfinished(services, visit.ended, form, save, fields)
    return seeOther(`/sign-in?ended=1&next=${encodeURIComponent(applyPath(form.id, save.reference, save.page, item ? { item } : {}))}`)
  }
  const actor = actorOf(context, request)
  const removed = posted.get('remove')
  if (removed) {
    await removeItem(services, actor, form, { ...save, item: removed })
    return to(save.page)
  }
  const intent = posted.get('intent')
  if (intent === 'drop') {
    await dropUnfinished(services, actor, form, save)
    return to(save.page, item ? { item } : {})
  }
  if (intent === 'exit') {
    const left = await leavePage(services, actor, form, save, fields)
    if (left && 'closed' in left) throw closedRefusal(context, save.reference, typedText(posted))
    // Both texts are shown now, while whoever leaves knows what they meant.
    if (left && 'clash' in left) return again()
    return to('save', left && 'saved' in left && Object.values(left.warnings).includes(DANGER) ? { help: 'now' } : {})
  }
  const outcome = await saveAnswers(services, actor, form, save, fields)
  if ('closed' in outcome) throw closedRefusal(context, save.reference, typedText(posted))
  if ('isAnswer' in outcome) throw refusal(context, 409, 'is-answer', typedText(posted))
  if (!('saved' in outcome)) {
    await saveUnfinished(services, actor, form, save, fields)
    return again('full' in outcome || 'clash' in outcome ? undefined : 'problems')
  }
  // What was typed is saved. Whoever has not been asked which school it is may choose one now, once.
  const offers = posted.get('offered') === 'yes' ? {} : await offersOn(services, screenOf(form, save).page.questions, outcome.saved.answers ?? {})
  if (Object.keys(offers).length > 0) return again('offers')
  if (Object.keys(outcome.warnings).length > 0 && posted.get('warned') !== 'yes') return again('warnings')
  if (!outcome.list || !item) return to(...nextAfter(outcome.journey, save.page, from))
  const next = ownJourneyOf(outcome, outcome.list, item).next(save.page)
  return next ? to(next.id, { item, ...from }) : to(outcome.list.id, from)
}

/** The next page; or back to check your answers, unless the change has opened a question that was not asked before. */
function nextAfter(journey: Journey, page: string, from: { from?: string }): [page: string, search?: Record<string, string>] {
  const next = journey.next(page)
  if (!from.from) return [next?.id ?? 'check']
  return next?.when && !journey.stop(next.id)?.started ? [next.id, { from: from.from }] : ['check']
}

export default function QuestionPage() {
  const view = useLoaderData<typeof loader>() as PageView
  return <PageForm view={view} />
}
