import { redirect, type TypedResponse } from '@remix-run/node'
import type { Actor } from '~/applications/actor'
import { NotAllowed, NotFound } from '~/applications/permissions'
import { ApplicationFull, StoreUnavailable } from '~/applications/failures'
import { refusal, typedText, type Context } from '~/context.server'
import type { BackView } from '~/shell/shell'

/** The title of a page: what is wrong (if anything), its heading, the service, the council. */
export function titleOf({ visit: { words }, config }: Context, heading: string, hasError = false): string {
  const title = words.text('common:title', { heading, service: words.text('common:service'), council: config.council.name })
  return hasError ? words.text('common:titleError', { title }) : title
}

/** Whether a page is shown again in answer to what was posted, since something in it was wrong: what went well leads on to another page. */
export const isAskedAgain = ({ body }: Context): boolean => body !== ''

/** What the frame of a page reads: its title, and where Back goes. */
interface Framed {
  readonly title: string
  readonly back?: BackView
}

/** A value with nothing in it that JSON has no words for: where there is such a thing, nothing fits. */
type Written<Value> = Value extends Date | Promise<unknown> | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | ((...args: never[]) => unknown)
  ? never
  : Value extends object
    ? { readonly [Key in keyof Value]: Written<Value[Key]> }
    : Value

const nothing = (): void => undefined

/**
 * What a page shows, handed to it as it is. `json` would write it out and read it again before it is drawn, and what is asked for most often pays for that.
 * Remix hands on what `defer` makes, and knows it by these members. It uses them where a browser goes back to a page without opening it anew and asks
 * for what it shows: nothing comes later, so there is nothing to wait for. `defer` itself would get ready to be stopped, at each page.
 * @param view only what JSON has words for: a browser that draws the page again gets it as JSON
 */
export const shown = <View extends Framed>(view: View & Written<View>, status = 200) =>
  ({ data: { ...view }, init: { status }, subscribe: () => nothing, cancel: nothing, resolveData: nothing }) as unknown as TypedResponse<View>

/** Goes on after a POST, so that reloading or going back never sends it again. */
export const seeOther = (to: string): Response => redirect(to, 303)

/** What the address of a page of ours may carry: a reference, the key of an item, where somebody came from. Never what was typed. */
const QUERY = /^(ref|item|from)=[\w-]{1,30}$/

/** A path of ours that a person may be sent back to after signing in, also from an email. Anything else is turned down. */
export function safePath(path: string | null): string | undefined {
  const [place = '', query, ...more] = path?.split('?') ?? []
  const isOurs = /^\/(apply|applications|invited|schools)(\/[\w-]{1,60}){0,3}$/.test(place) && more.length === 0
  return isOurs && (query === undefined || query.split('&').every((pair) => QUERY.test(pair))) ? (path ?? undefined) : undefined
}

/** The signed-in or known visitor; others are asked to sign in and come back. */
export function actorOf(context: Context, request: Request): Actor {
  return context.visit.actor ?? askToSignIn(context, request)
}

/** Asks whoever it is to sign in, and to come back. */
export function askToSignIn({ visit }: Context, request: Request): never {
  const { pathname, search } = new URL(request.url)
  const kept = search.slice(1).split('&').filter((pair) => QUERY.test(pair))
  const next = kept.length > 0 ? `${pathname}?${kept.join('&')}` : pathname
  throw seeOther(`/sign-in?next=${encodeURIComponent(next)}${visit.ended ? '&ended=1' : ''}`)
}

/** Why something could not be saved now; its words are under this code. */
export interface Unsaved {
  readonly code: 'save-failed' | 'application-full'
  readonly status: 503 | 413
}

/** Whether an error means that nothing was saved, and why. */
export function unsavedBy(error: unknown): Unsaved | undefined {
  if (error instanceof StoreUnavailable) return { code: 'save-failed', status: 503 }
  return error instanceof ApplicationFull ? { code: 'application-full', status: 413 } : undefined
}

/**
 * Runs a verb and turns what it may throw into a page: not found (also for what is somebody else's), or not saved, with what was typed
 * given back.
 */
export async function answering<T>(context: Context, request: Request, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NotFound || error instanceof NotAllowed) {
      // Somebody who is not signed in may own it under their account.
      if (context.visit.actor?.role === 'visitor' && request.method === 'GET') askToSignIn(context, request)
      throw refusal(context, 404, 'not-found', typedText(new URLSearchParams(context.body)))
    }
    const unsaved = unsavedBy(error)
    if (!unsaved) throw error
    if (unsaved.status === 503) context.reportFault(error)
    throw refusal(context, unsaved.status, unsaved.code, typedText(new URLSearchParams(context.body)))
  }
}
