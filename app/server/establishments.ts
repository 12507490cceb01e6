import { Router } from 'express'
import { StoreUnavailable } from '~/applications/failures'
import type { Services } from '~/applications/services'
import { offersFor } from '~/routes/apply/offers.server'

/**
 * Schools that a text may mean, while it is typed: the same for everybody, so without a cookie. The register is public; what somebody looks for is
 * not, so nobody keeps it, not even their own browser.
 */
export function establishments(services: Pick<Services, 'store'>, report: (error: unknown) => void): Router {
  const router = Router()
  router.get('/establishments', (request, response, next) => {
    // Too many requests: told where every refusal is.
    if (response.locals.refused) return next()
    const asked = request.query.q
    offersFor(services, typeof asked === 'string' ? asked : '').then(
      (found) => {
        response.removeHeader('Vary')
        response.set('Cache-Control', 'no-store').json({ found })
      },
      (error: unknown) => {
        if (!(error instanceof StoreUnavailable)) return next(error)
        report(error)
        response.status(503).json({ found: [] })
      },
    )
  })
  return router
}
