import { createHash } from 'node:crypto'
import { Router, type ErrorRequestHandler } from 'express'
import { PrinterBusy, PrinterFailed, PrinterSlow } from '~/applications/failures'
import type { Services } from '~/applications/services'
import type { Config } from '~/config.server'
import { blankJobAt } from '~/routes/pages/paper-forms.server'

/** The first to ask for a form waits while it is made, in milliseconds: less than the minute after which proxies give up. */
const PATIENCE = 55_000
const unmade = [PrinterSlow, PrinterBusy, PrinterFailed]

/** Forms to be filled in on paper: the same for everybody, so without a cookie, and any cache may keep them for a while. */
export function blankForms(config: Pick<Config, 'council' | 'mode'>, { printer }: Pick<Services, 'printer'>, report: (error: unknown) => void): Router {
  const router = Router()
  router.get('/paper/:form/:language/:file', (request, response, next) => {
    const job = blankJobAt(request.params, config)
    if (!job) return next()
    printer.print(job, PATIENCE).then(
      (pdf) => {
        response.removeHeader('Vary')
        response.set({
          'Cache-Control': 'public, max-age=3600',
          ETag: `"${createHash('sha256').update(pdf).digest('base64url')}"`,
          'Content-Disposition': `attachment; filename="${job.form}-${request.params.file}"`,
        })
        // Express answers 304 where the asker has these bytes already.
        response.type('pdf').send(Buffer.from(pdf))
      },
      (error: unknown) => {
        if (!unmade.some((kind) => error instanceof kind)) return next(error)
        if (error instanceof PrinterFailed) report(error)
        response.locals.refused = 'no-paper'
        next()
      },
    )
  })
  // Bytes that are no UTF-8 name no form.
  const nameless: ErrorRequestHandler = (error, _request, _response, next) => next(error instanceof URIError ? undefined : error)
  router.use(nameless)
  return router
}
