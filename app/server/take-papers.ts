import type { AppLoadContext } from '@remix-run/node'
import type { Request, RequestHandler, Response } from 'express'
import { attach } from '~/applications/attach'
import { StoreUnavailable } from '~/applications/failures'
import { NotAllowed, NotFound } from '~/applications/permissions'
import { readReference } from '~/applications/reference'
import type { Context, RefusedCode } from '~/context.server'
import { bringsFiles, sentParts, UnreadableForm, type SentPart } from './sent-parts'
import { toldWhy } from './told-why'

/** The page of an application's papers, whose form brings files. */
export const PAPERS = 'applications/:reference/papers'

/** A form may bring so many times what a request can hold: what is too much is still read, to say so. */
const MOST_SENT = 2

/** What came of a form with files: their list, with what it has to say first, or why the form was turned away. */
type Taken = { readonly to: string; readonly isAll: boolean } | { readonly refused: RefusedCode }

/** Takes the files of a form as they come, before Remix sees it: Remix would have each in memory, and has no limits. */
export const takePapers =
  (contextOf: (request: Request, response: Response) => Promise<AppLoadContext>): RequestHandler =>
  (request, response, next) => {
    if (!bringsFiles(request)) return next()
    const take = async () => {
      const context = await contextOf(request, response)
      const taken = await papersTaken(context, String(request.params.reference), sentParts(request, MOST_SENT * context.config.uploadLimits.bytes))
      if ('refused' in taken) {
        toldWhy(request, taken.refused)
        return next()
      }
      // Our own page sends files one by one, and asks for the list itself.
      if (request.accepts(['html', 'json']) === 'json') response.status(taken.isAll ? 200 : 409).json({})
      else response.redirect(303, taken.to)
    }
    take().catch((error: unknown) => {
      // Whoever went away hears nothing.
      if (request.destroyed && !request.complete) return
      if (!(error instanceof UnreadableForm)) return next(error)
      if (error.code === 'too-big') response.set('Connection', 'close')
      toldWhy(request, error.code)
      next()
    })
  }

async function papersTaken(context: Context, named: string, parts: AsyncIterable<SentPart>): Promise<Taken> {
  const { services, visit, reportFault } = context
  const reference = readReference(named)
  // Timed out: the files are kept for whoever it was.
  const actor = visit.actor ?? visit.ended
  if (!reference) return { refused: 'not-found' }
  const list = `/applications/${reference}/papers`
  if (!actor) return { to: `/sign-in?next=${encodeURIComponent(list)}`, isAll: false }
  let isOurs = false
  let replaces: string | undefined
  let count = 0
  try {
    for await (const part of parts) {
      if ('value' in part) {
        isOurs ||= part.name === 'csrf' && visit.isOurs(part.value)
        if (part.name === 'replaces') replaces = part.value
        continue
      }
      // The token stands before the files.
      if (!isOurs) return { refused: 'not-our-form' }
      count += 1
      const outcome = await attach(services, actor, reference, { name: part.fileName, bytes: part.bytes, ...(replaces && { replaces }) })
      if ('refused' in outcome) return { to: `${list}?show=${outcome.refused}`, isAll: false }
    }
  } catch (error) {
    if (error instanceof NotFound || error instanceof NotAllowed) return { refused: 'not-found' }
    if (!(error instanceof StoreUnavailable)) throw error
    reportFault(error)
    return { to: `${list}?show=not-saved`, isAll: false }
  }
  if (!isOurs) return { refused: 'not-our-form' }
  return { to: visit.actor ? `${list}${count === 0 ? '?show=none' : ''}` : `/sign-in?ended=1&next=${encodeURIComponent(list)}`, isAll: visit.actor !== undefined && count > 0 }
}
