import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { problem, type ProblemCode } from '~/api/problem'
import { StoreUnavailable } from '~/applications/failures'
import type { RefusedCode } from '~/context.server'
import { wordsFor } from '~/i18n/words'
import type { RouteTable } from './route-table'
import { bringsFiles } from './sent-parts'
import { PAPERS } from './take-papers'
import { toldWhy } from './told-why'

/** The same reasons as the API names them. */
const PROBLEMS: Readonly<Record<RefusedCode, ProblemCode>> = {
  'not-our-form': 'not-allowed',
  'not-found': 'not-found',
  'wrong-method': 'wrong-method',
  'too-big': 'too-big',
  'too-many-fields': 'too-big',
  'wrong-type': 'wrong-type',
  'too-many': 'too-many',
  'save-failed': 'busy',
  'no-paper': 'busy',
}

/**
 * Sends what is turned away before Remix (too big, too many, wrong type, from another site, no such address or method) to the page
 * that says so, or answers an API client in its own format.
 */
export const refusals =
  (table: RouteTable): RequestHandler =>
  (request, response, next) => {
    const code = (response.locals.refused as RefusedCode | undefined) ?? reasonToRefuse(table, request)
    if (!code) return next()
    if (code === 'wrong-method') response.set('Allow', table.match(request.path)?.methods.join(', '))
    if (request.path.startsWith('/api/')) return answerProblem(response, PROBLEMS[code])
    toldWhy(request, code)
    next()
  }

function answerProblem(response: Response, code: ProblemCode): void {
  const told = problem(wordsFor('en'), code)
  response.status(told.status).type('application/problem+json').send(told)
}

function reasonToRefuse(table: RouteTable, request: Request): RefusedCode | undefined {
  const route = table.match(request.path)
  if (!route || (route.pattern === '*' && request.path.startsWith('/api/'))) return 'not-found'
  if (!route.methods.includes(request.method)) return 'wrong-method'
  if (request.method !== 'POST') return undefined
  if (!isReadable(request) && !(route.pattern === PAPERS && bringsFiles(request))) return 'wrong-type'
  return isForeign(request) ? 'not-our-form' : undefined
}

/** The API reads JSON and says so; pages read forms, also from a program that does not say what it sends. */
function isReadable({ path, headers }: Request): boolean {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  return path.startsWith('/api/') ? type === 'application/json' : !type || type === 'application/x-www-form-urlencoded'
}

/** A change asked for by a page of another site. Programs (no Sec-Fetch-Site, no Origin) still need our token or an API key. */
export function isForeign({ headers }: Pick<Request, 'headers'>): boolean {
  const site = headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') return true
  if (headers.origin === undefined) return false
  return !URL.canParse(headers.origin) || new URL(headers.origin).host !== headers.host
}

/** When not even the page of refusals can be drawn: plain words, the right status, and a line in the log. */
export const lastResort =
  (phone: string, report: (error: unknown, response: Response) => void): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    report(error, response)
    // Half an answer is out already, which nobody may take for the whole. Told of the error, Express would print what it says.
    if (response.headersSent) {
      response.destroy()
      return next()
    }
    const isBusy = error instanceof StoreUnavailable
    if (request.path.startsWith('/api/') && isBusy) return answerProblem(response, 'busy')
    const words = wordsFor('en')
    const code = isBusy ? 'save-failed' : 'broken'
    const lines = [words.text(`errors:${code}.heading`), words.text('errors:broken.body'), words.text('errors:phone', { phone })]
    response.status(isBusy ? 503 : 500).type('text').send(`${lines.join('\n\n')}\n`)
  }
