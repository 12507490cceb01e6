import type { AppLoadContext } from '@remix-run/node'
import type { Request, RequestHandler, Response } from 'express'
import { attach } from '~/applications/attach'
import { StoreUnavailable } from '~/applications/failures'
import { NotAllowed, NotFound } from '~/applications/permissions'
import { readReference } from '~/applications/reference'
import type { Context, RefusedCode } from '~/context.server'
import { maySend } from './limits'
import { bringsFiles, sentParts, UnreadableForm, type SentPart } from './sent-parts'
import { toldWhy } from './told-why'

/** The page of an application's papers, whose form brings files. */
export const PAPERS = 'applications/:reference/papers'

/** A form may bring so many times what a request can hold: what is too much is still read, to say so. */
const MOST_SENT = 2

/** What came of a form with files: their list, with what it has to say first, or why the form was turned away. */
type Taken = { readonly to: string } | { readonly refused: RefusedCode }

/** Takes the files of a form as they come, before Remix sees it: Remix would have each in memory, and has no limits. */
export const takePapers =
  (contextOf: (request: Request, response: Response) => Promise<AppLoadContext>): RequestHandler =>
  (request, response, next) => {
    if (!bringsFiles(request)) return next()
    const take = async () => {
      const context = await contextOf(request, response)
      const most = MOST_SENT * context.config.uploadLimits.bytes
      const taken = await papersTaken(context, String(request.params.reference), sentParts(request, most), Number(request.get('content-length')) || most)
      if ('refused' in taken) {
        toldWhy(request, taken.refused)
        return next()
      }
      response.redirect(303, taken.to)
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

/** @param size of the whole form, as its sender said */
async function papersTaken(context: Context, named: string, parts: AsyncIterable<SentPart>, size: number): Promise<Taken> {
  const { services, visit, reportFault } = context
  const reference = readReference(named)
  // Timed out: the files are kept for whoever it was.
  const actor = visit.actor ?? visit.ended
  if (!reference) return { refused: 'not-found' }
  const said: { replaces?: string; about?: string } = {}
  const list = (show?: string) => {
    const query = new URLSearchParams({ ...(said.about && { about: said.about }), ...(show && { show }) })
    return `/applications/${reference}/papers${query.size > 0 ? `?${query.toString()}` : ''}`
  }
  const signIn = (more: Readonly<Record<string, string>> = {}) => `/sign-in?${new URLSearchParams({ ...more, next: list() }).toString()}`
  if (!actor) return { to: signIn() }
  let isOurs = false
  let count = 0
  try {
    for await (const part of parts) {
      if ('value' in part) {
        isOurs ||= part.name === 'csrf' && visit.isOurs(part.value)
        if (part.name === 'replaces' || part.name === 'about') said[part.name] = part.value
        continue
      }
      // The token stands before the files.
      if (!isOurs) return { refused: 'not-our-form' }
      count += 1
      if (count === 1 && !(await maySend(context, size))) return { to: list('too-much-today') }
      const outcome = await attach(services, actor, reference, { name: part.fileName, bytes: part.bytes, ...said })
      if ('refused' in outcome) return { to: list(outcome.refused) }
    }
  } catch (error) {
    if (error instanceof NotFound || error instanceof NotAllowed) return { refused: 'not-found' }
    if (!(error instanceof StoreUnavailable)) throw error
    reportFault(error)
    return { to: list('not-saved') }
  }
  if (!isOurs) return { refused: 'not-our-form' }
  return { to: visit.actor ? list(count === 0 ? 'none' : undefined) : signIn({ ended: '1' }) }
}
