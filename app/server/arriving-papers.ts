import { DataStore, Server, Upload, type ServerOptions } from '@tus/server'
import type { AppLoadContext } from '@remix-run/node'
import { Router, type ErrorRequestHandler, type Request, type Response } from 'express'
import type { Actor } from '~/applications/actor'
import { StoreUnavailable } from '~/applications/failures'
import { NotAllowed, NotFound } from '~/applications/permissions'
import type { Bytes } from '~/applications/ports'
import { announce, announced, giveUp, OutOfPlace, receive } from '~/applications/receive'
import { readReference } from '~/applications/reference'
import type { Services } from '~/applications/services'
import { FORM_TOKEN } from '~/routes/account/form-token'
import { maySend } from './limits'
import { isForeign } from './refusals'
import { toldWhy } from './told-why'
import { Stopped, turns } from './turns'

const PATH = '/applications/:reference/papers/arriving'
/** A sender that says nothing for so long has gone away. */
const IDLE = 60_000
/** How long a request has to end what it does when the same sender comes again. */
const LET_GO = 1000

/** Why the protocol turns something away: a status, and a word for programs. */
class Refused extends Error {
  constructor(
    readonly status_code: number,
    readonly body: string,
  ) {
    super(body)
  }
}

/** What somebody who may asked for. */
interface Asked extends Pick<AppLoadContext, 'services' | 'reportFault'> {
  readonly maySend: (bytes: number) => Promise<boolean>
  readonly actor: Actor
  readonly reference: string
}

/** What the protocol keeps files with: our quarantine, as one actor may use it for one request. */
class Quarantine extends DataStore {
  override extensions = ['creation', 'termination']

  constructor(
    private readonly services: Services,
    private readonly maySend: (bytes: number) => Promise<boolean>,
    private readonly actor: Actor,
    private readonly reference: string,
  ) {
    super()
  }

  override async create(file: Upload): Promise<Upload> {
    const { name, modified, replaces, about: question } = file.metadata ?? {}
    const about = { name: name ?? '', size: file.size ?? 0, modified: Number(modified) || 0, ...(replaces && { replaces }), ...(question && { about: question }) }
    if (!(await this.maySend(about.size))) throw new Refused(422, 'too-much-today')
    const outcome = await announce(this.services, this.actor, this.reference, about)
    if ('refused' in outcome) throw new Refused(422, outcome.refused)
    if (outcome.upload.refused) throw new Refused(422, outcome.upload.refused)
    // Where it was announced before, that is where it goes on.
    file.id = outcome.upload.id
    return file
  }

  /** Without what the file is called: that is for its list to say, not for headers. */
  override async getUpload(id: string): Promise<Upload> {
    const { expected, size, beganAt } = await announced(this.services, this.actor, this.reference, id)
    return new Upload({ id, size, offset: expected?.came ?? size, creation_date: beganAt })
  }

  override write(bytes: Bytes, id: string, offset: number): Promise<number> {
    return receive(this.services, this.actor, this.reference, id, offset, bytes)
  }

  override remove(id: string): Promise<void> {
    return giveUp(this.services, this.actor, this.reference, id)
  }
}

/**
 * Takes files in pieces, so that whoever sends them can go on after their line broke, by the tus protocol 1.0 (https://tus.io/protocols/resumable-upload).
 * Each request is held to what a posted form is: from our own page, by somebody who may.
 */
export function arrivingPapers(contextOf: (request: Request, response: Response) => Promise<AppLoadContext>): Router {
  const locker = turns()
  const turnedAway = async (request: Request, response: Response): Promise<number | Asked> => {
    if (response.locals.refused) return 429
    const context = await contextOf(request, response)
    const { visit, services, reportFault } = context
    if (isForeign(request) || !visit.isOurs(request.get(FORM_TOKEN) ?? null)) return 403
    const reference = readReference(String(request.params.reference))
    if (!reference) return 404
    return visit.actor ? { services, reportFault, maySend: (bytes) => maySend(context, bytes), actor: visit.actor, reference } : 401
  }
  const take = async (request: Request, response: Response) => {
    const asked = await turnedAway(request, response)
    if (typeof asked === 'number') return void response.status(asked).json({})
    const { services, actor, reference, reportFault, maySend: may } = asked
    request.setTimeout(IDLE, () => request.destroy())
    const onResponseError: ServerOptions['onResponseError'] = (_request, error) => {
      if ('status_code' in error) return undefined
      if (error instanceof NotFound || error instanceof NotAllowed) return { status_code: 404, body: 'not-found' }
      if (error instanceof OutOfPlace) return { status_code: 409, body: 'out-of-place' }
      // Whoever went away hears nothing.
      if (error instanceof Stopped || (request.destroyed && !request.complete)) return { status_code: 423, body: 'broke-off' }
      reportFault(error)
      return error instanceof StoreUnavailable ? { status_code: 503, body: 'save-failed' } : { status_code: 500, body: 'broken' }
    }
    const server = new Server({
      path: PATH.replace(':reference', reference),
      relativeLocation: true,
      datastore: new Quarantine(services, may, actor, reference),
      locker,
      lockDrainTimeout: LET_GO,
      allowedOrigins: () => false,
      onResponseError,
    })
    await server.handle(request, response)
  }

  const router = Router()
  for (const path of [PATH, `${PATH}/:paper`]) {
    // Nothing is read here: the list of the papers says how they are.
    router.all(path, (request, response, next) => {
      if (request.method === 'GET') return next()
      take(request, response).catch(next)
    })
  }
  // An address that is no text names nothing.
  const unreadable: ErrorRequestHandler = (error: unknown, request, _response, next) => {
    if (!(error instanceof URIError)) return next(error)
    toldWhy(request, 'not-found')
    next()
  }
  router.use(unreadable)
  return router
}
