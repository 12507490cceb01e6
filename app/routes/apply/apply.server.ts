import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Actor } from '~/applications/actor'
import { openApplication, type OpenApplication } from '~/applications/open-application'
import type { Action } from '~/applications/permissions'
import type { PageSave } from '~/applications/save-answers'
import { closedBy } from '~/applications/standing'
import { refusal, type Context } from '~/context.server'
import type { Form } from '~/engine/form'
import { nameIn, problemWords, wordsOf, type FormWords } from '~/engine/naming'
import { formNamed } from '~/forms'
import { actorOf, answering, seeOther } from '../responses.server'

/** The form a URL names. */
export function formOf(context: Context, params: LoaderFunctionArgs['params']): Form {
  const form = formNamed(params.form ?? '')
  if (!form) throw refusal(context, 404, 'not-found')
  return form
}

/** A form and one application of it, opened for whoever asks. */
export interface Applying extends OpenApplication {
  readonly form: Form
  readonly actor: Actor
  readonly reference: string
  readonly said: FormWords
  readonly name: string
  /** A path under this form that keeps the reference: `path('check')`. */
  path(rest?: string, search?: Record<string, string>): string
}

/**
 * Opens the application that the URL names by `?ref=`. Which application is always in the URL, so that two tabs with two children never
 * mix; without it the person goes to the form's own page, which lists what they have begun.
 */
export async function applying({ params, request, context }: LoaderFunctionArgs, action: Action): Promise<Applying> {
  const form = formOf(context, params)
  const reference = new URL(request.url).searchParams.get('ref')
  if (!reference) throw seeOther(`/apply/${form.id}`)
  const actor = actorOf(context, request)
  const open = await answering(context, request, () => openApplication(context.services, actor, form, reference, action))
  if (open.application.form !== form.id) throw refusal(context, 404, 'not-found')
  const { words } = context.visit
  const name = nameIn(form, open.journey.valueOf, words)
  return { ...open, form, actor, reference, name, said: wordsOf(form, words, name), path: (rest, search) => applyPath(form.id, reference, rest, search) }
}

/** What must still be answered before it can be sent: each as a link to its page. */
export function missingLinks({ journey, said, path }: Applying): { readonly text: string; readonly href: string }[] {
  const asking = (id: string) => journey.stops.find((stop) => stop.page.questions.some((each) => each.id === id))?.page.id
  return problemWords(said, journey.stops.flatMap((stop) => stop.page.questions), journey.missing).map(({ text, question }) => ({ text, href: path(asking(question)) }))
}

/** Whether nothing can be sent on it any more, since the request was withdrawn or ended. */
export const isClosed = async ({ services }: Pick<Context, 'services'>, { actor, application }: Pick<Applying, 'actor' | 'application'>): Promise<boolean> =>
  application.sentAt !== undefined && closedBy(await services.store.facts(actor, application.id)) !== undefined

/** The page of a request: of one that has stopped, only that says what can be done now. */
export const requestPath = (reference: string): string => `/applications/${reference}`

/** Says that the request has stopped, gives back what was typed, and leads to its page. */
export const closedRefusal = (context: Context, reference: string, typed: readonly string[]): Response =>
  refusal(context, 409, 'closed', typed, { text: context.visit.words.text('errors:closed.see'), href: requestPath(reference) })

/** The way to leave a draft for another day. */
export const saveLink = ({ said, path }: Applying): { readonly text: string; readonly href: string } => ({ text: said.words.text('apply:page.saveAndExit'), href: path('save') })

export const applyPath = (form: string, reference: string, rest = '', search: Record<string, string> = {}): string =>
  `/apply/${form}${rest ? `/${rest}` : ''}?${new URLSearchParams({ ref: reference, ...search }).toString()}`

/** What a posted page says about itself: which application, page and item it is, and what it was typed over. */
export function pageSaveOf(posted: URLSearchParams, params: LoaderFunctionArgs['params']): PageSave {
  const item = posted.get('item')
  const typedAt = posted.get('typedAt')
  return {
    reference: posted.get('ref') ?? '',
    page: params.page ?? '',
    base: Number(posted.get('base')) || 0,
    ...(item && { item }),
    ...(typedAt && { typedAt }),
  }
}
