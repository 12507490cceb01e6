import { createHash, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Request, type Response } from 'express'
import { pino } from 'pino'
import { seedDemo } from '#db/seed'
import { checkUploads } from './applications/check-uploads'
import { forgetDrafts } from './applications/forget-drafts'
import { forgetObjects } from './applications/forget-objects'
import { endInvitations } from './applications/schools/end-invitations'
import { sendMessages } from './applications/send-messages'
import { ConfigFault, readConfig, type Config } from './config.server'
import type { Context } from './context.server'
import { againAndAgain } from './server/again-and-again'
import { arrivingPapers } from './server/arriving-papers'
import { blankForms } from './server/blank-forms'
import { assets, plainFiles } from './server/built-files'
import { establishments } from './server/establishments'
import { httpServerOf } from './server/http-server'
import { limiter } from './server/limits'
import { plainAnswers } from './server/plain-answers'
import { readBody } from './server/read-body'
import { lastResort, refusals } from './server/refusals'
import { remixByRoute } from './server/remix-by-route'
import { requestLog } from './server/request-log'
import { routeTable } from './server/route-table'
import { securityHeaders } from './server/security-headers'
import { PAPERS, takePapers } from './server/take-papers'
import { inTheWay, openServices } from './services.server'
import { visitOf } from './visit.server'

const OUTBOX_SECONDS = 2
const CHECK_SECONDS = 2
const FORGET_HOURS = 1
/** What a school may see ends on its day, and not some time after. */
const END_SECONDS = 60
/** What the browser is given as files: it stands beside this file in build/, wherever the process was started. */
const CLIENT = fileURLToPath(new URL('../client', import.meta.url))

/** Lines are written many at a time, up to a second late and before the portal ends; those of a fault at once. A kill loses those of its last second. */
const LOG = { dest: 2, sync: false, minLength: 4096, periodicFlush: 1000 }

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const log = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(LOG))
  /** @param request in which request it happened */
  const report = (error: unknown, request?: string) => {
    log.error({ ...(request !== undefined && { request }), ...faultOf(error) })
    log.flush()
  }
  const services = await openServices(config, { worker: new URL('./worker.js', import.meta.url), inspect: new URL('./inspect.js', import.meta.url), paint: new URL('./paint.js', import.meta.url) })
  if (config.mode === 'demo') await seedDemo(services)
  await services.store.setPurpose(config.mode)
  await services.store.checkAgain(services.clock.now())

  // The Remix build stands beside this file in build/; it is loaded, never bundled.
  const build = (await import(new URL('../server/index.js', import.meta.url).href)) as ServerBuild
  const limits = limiter(config)
  const table = routeTable(build.routes)
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustProxy)
  app.set('query parser', 'simple')
  // Pages are zipped where they are drawn, and files as they are built.
  app.use('/api', compression({ level: 4 }))
  // Files first: the headers of pages would forbid keeping them.
  app.use('/assets', assets(CLIENT))
  // Only paths that look like a file are looked for on the disk.
  app.get(/^\/[\w-]+\.\w+$/, plainFiles(CLIENT))
  app.use(securityHeaders(config))
  app.use(plainAnswers(config, services))
  app.use(requestLog(log, table))
  app.use(...limits.everyRequest)
  app.use(blankForms(config, services, report))
  app.use(establishments(services, report))
  const contextOf = async (request: Request, response: Response): Promise<AppLoadContext> => ({
    config,
    services,
    visit: await visitOf(services, request, response, config.mode === 'demo'),
    nonce: response.locals.nonce as string,
    unzips: Boolean(request.acceptsEncodings('gzip')),
    requestId: response.locals.requestId as string,
    body: (request.body as string | undefined) ?? '',
    system: systemOf(config, request.headers.authorization),
    idempotencyKey: request.get('Idempotency-Key'),
    address: limits.addressOf(request),
    allow: limits.allow,
    forgive: limits.forgive,
    reportFault: (error) => report(error, response.locals.requestId as string),
  })
  app.use(arrivingPapers(contextOf))
  app.use(readBody)
  app.use(refusals(table))
  app.post(`/${PAPERS}`, takePapers(contextOf))
  app.use(remixByRoute(build, table, contextOf))
  app.use(lastResort(config.council.phone, (error, response) => report(error, response.locals.requestId as string | undefined)))

  const server = httpServerOf(app).listen(config.port, config.host)
  await once(server, 'listening').catch(async (error: NodeJS.ErrnoException) => {
    await Promise.all([services.store.close(), services.printer.close()])
    throw error.code === 'EADDRINUSE' ? new ConfigFault([`PORT: ${services.wordsFor('en').text('config:port-taken', { port: config.port })}`]) : error
  })
  const url = `http://${config.host}:${(server.address() as AddressInfo).port}`
  const say = (key: string) => services.wordsFor('en').text(`config:${key}`, { council: config.council.name, url })
  process.stdout.write(`${say('listening')}\n${config.mode === 'demo' ? `${say('mailbox')}\n` : ''}`)
  // Pages are read within a minute (see readBody); files may take as long as a slow line needs.
  server.requestTimeout = 60 * 60_000
  server.headersTimeout = 20_000
  // Longer than the 60 seconds that proxies keep a quiet line, so that it is never they who find it closed in the middle of asking.
  server.keepAliveTimeout = 75_000

  const endings = [
    againAndAgain(OUTBOX_SECONDS, () => sendMessages(services), report),
    againAndAgain(FORGET_HOURS * 3600, () => forgetDrafts(services), report),
    againAndAgain(CHECK_SECONDS, () => checkUploads(services), report),
    againAndAgain(FORGET_HOURS * 3600, () => forgetObjects(services), report),
    againAndAgain(END_SECONDS, () => endInvitations(services), report),
  ]

  const stop = () => {
    // The store closes after the last message is written down as sent, so that it is not sent once more at the next start.
    const ended = Promise.all([services.inspector.close(), services.painter.close()]).then(() => Promise.all(endings.map((end) => end())))
    server.close(() => void ended.then(() => Promise.all([services.store.close(), services.printer.close()])).then(() => process.exit(0)))
    server.closeIdleConnections()
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, stop)
}

/** The council's system that this bearer key belongs to. Keys are compared as hashes, in constant time. */
function systemOf(config: Config, authorization: string | undefined): Context['system'] {
  const secret = authorization?.startsWith('Bearer ') ? authorization.slice('Bearer '.length) : undefined
  if (!secret) return undefined
  const hash = (text: string) => createHash('sha256').update(text).digest()
  const found = config.apiKeys.find((key) => timingSafeEqual(hash(key.secret), hash(secret)))
  return found && { role: 'system', name: found.name, maySeeProtected: found.maySeeProtected }
}

/** What an error may say in a log: its kind and the place in our code, never its message, which could hold what somebody typed. */
const faultOf = (error: unknown) =>
  error instanceof Error ? { error: error.name, at: placesOf(error), ...(error.cause instanceof Error && { cause: placesOf(error.cause) }) } : { error: 'unknown' }
const placesOf = ({ stack }: Error) => stack?.split('\n').filter((line) => line.startsWith('    at ')).slice(0, 4)

start().catch((error: unknown) => {
  process.stderr.write(`${inTheWay(error) ?? (error instanceof Error ? error.stack : String(error))}\n`)
  process.exitCode = 2
})
