import { redirect } from '@remix-run/node'
import type { Actor } from '~/applications/actor'
import { NotAllowed, NotFound } from '~/applications/permissions'
import { StoreUnavailable } from '~/applications/ports'
import { refusal, typedText, type Context } from '~/context.server'

/** The title of a page: what is wrong (if anything), its heading, the service, the council. */
export function titleOf({ visit: { words }, config }: Context, heading: string, hasError = false): string {
  const title = words.text('common:title', { heading, service: words.text('common:service'), council: config.council.name })
  return hasError ? words.text('common:titleError', { title }) : title
}

/** Goes on after a POST, so that reloading or going back never sends it again. */
export const seeOther = (to: string): Response => redirect(to, 303)

/** A path of ours that a person may be sent back to after signing in. Anything else is turned down. */
export const safePath = (path: string | null): string | undefined =>
  path && /^\/(apply|applications)(\/[\w-]+){0,3}(\?[\w=&-]*)?$/.test(path) ? path : undefined

/** The signed-in or known visitor; others are asked to sign in and come back. */
export function actorOf({ visit }: Context, request: Request): Actor {
  if (visit.actor) return visit.actor
  const { pathname, search } = new URL(request.url)
  throw seeOther(`/sign-in?next=${encodeURIComponent(pathname + search)}${visit.ended ? '&ended=1' : ''}`)
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
      if (context.visit.actor?.role === 'visitor' && request.method === 'GET') throw actorOf({ ...context, visit: { ...context.visit, actor: undefined } }, request)
      throw refusal(context, 404, 'not-found', typedText(new URLSearchParams(context.body)))
    }
    if (error instanceof StoreUnavailable) {
      context.reportFault(error)
      throw refusal(context, 503, 'save-failed', typedText(new URLSearchParams(context.body)))
    }
    throw error
  }
}
