import { Router } from 'express'
import type { Services } from '~/applications/services'
import type { Config } from '~/config.server'
import { brandCss } from '~/ui/brand'

/** How long /readyz remembers what it found: asking it costs a write, and anybody may ask. */
const READY_MS = 5000

/** What is the same for everybody: answered before anybody is asked who they are, so without a cookie and without a line in the log. */
export function plainAnswers({ brand }: Pick<Config, 'brand'>, { store, clock }: Pick<Services, 'store' | 'clock'>): Router {
  const css = brandCss(brand)
  const isReady = remembered(READY_MS, () => store.ping(clock.now()).then(() => true, () => false))
  const router = Router()

  /** The council's colours, as a small style sheet of custom properties. */
  router.get('/brand.css', (_request, response) => {
    response.removeHeader('Vary')
    response.set('Cache-Control', 'public, max-age=3600').type('css').send(css)
  })

  /** The process is up. Says nothing else. */
  router.get('/healthz', (_request, response) => void response.type('text').send('ok\n'))

  /** The portal can serve: its store could write a moment ago. Holds no data. */
  router.get('/readyz', (_request, response, next) => {
    isReady().then((ready) => response.status(ready ? 200 : 503).type('text').send(ready ? 'ready\n' : 'not ready\n'), next)
  })
  return router
}

/** Does the work at most once in this time; whoever asks meanwhile is given the same result. */
function remembered<Result>(ms: number, work: () => Promise<Result>): () => Promise<Result> {
  let last: { readonly at: number; readonly result: Promise<Result> } | undefined
  return () => {
    if (!last || performance.now() - last.at >= ms) last = { at: performance.now(), result: work() }
    return last.result
  }
}
