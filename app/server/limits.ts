import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, MemoryStore, rateLimit } from 'express-rate-limit'
import type { Config } from '~/config.server'
import type { Context, Limited, RefusedCode } from '~/context.server'
import { hashToken } from '~/visit.server'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const MB = 1024 * 1024
/** Uses allowed in a time. A family shares an address with a whole school or library, so the person or browser counts first. */
const limitsOf = ({ guestDrafts, uploadLimits }: Settings): Readonly<Record<Limited, { readonly uses: number; readonly within: number }>> => ({
  'code-for-email': { uses: 5, within: 60 * MINUTE },
  'code-for-browser': { uses: 10, within: 60 * MINUTE },
  'code-for-address': { uses: 30, within: 60 * MINUTE },
  // So that nobody can make the portal a source of junk mail. No council has so many families signing in.
  'code-for-anybody': { uses: 1000, within: 60 * MINUTE },
  // Each sends an email to somebody who did not ask for one. A busy school may be asked about several pupils in a day.
  'invitation-for-email': { uses: 20, within: DAY },
  'invitation-for-browser': { uses: 10, within: 60 * MINUTE },
  'invitation-for-address': { uses: 30, within: 60 * MINUTE },
  'invitation-for-anybody': { uses: 300, within: 60 * MINUTE },
  'code-try': { uses: 20, within: 15 * MINUTE },
  // By person. A name can be guessed, given enough tries.
  'find-try': { uses: 5, within: DAY },
  // What guests begin and what anybody sends fills the disk of everybody. Whoever signs in can always begin.
  'draft-for-browser': { uses: guestDrafts, within: DAY },
  'draft-for-address': { uses: guestDrafts * BROWSERS_OF_A_NETWORK, within: DAY },
  'megabyte-for-address': { uses: (uploadLimits.bytes / MB) * BROWSERS_OF_A_NETWORK, within: DAY },
})

type Settings = Pick<Config, 'guestDrafts'> & { readonly uploadLimits: Pick<Config['uploadLimits'], 'bytes'> }

/** How many browsers' worth of requests one network may make: a school or a library is one. Whoever makes up a new cookie for each request is stopped here. */
const BROWSERS_OF_A_NETWORK = 20

interface Limits {
  readonly everyRequest: readonly RequestHandler[]
  readonly addressOf: (request: Request) => Context['address']
  readonly allow: Context['allow']
  readonly forgive: Context['forgive']
}

/** Counts bytes of files that are about to come from this network, where the council counts by address. */
export const maySend = async ({ allow, address }: Pick<Context, 'allow' | 'address'>, bytes: number): Promise<boolean> =>
  address === undefined || (await allow('megabyte-for-address', address, Math.max(1, Math.ceil(bytes / MB))))

/** Counts requests and limited uses in memory: a restart forgets them, and forgetting errs on the family's side. */
export function limiter(config: Pick<Config, 'limitByAddress' | 'limitPerMinute'> & Settings): Limits {
  const limits = limitsOf(config)
  const stores = new Map<Limited, MemoryStore>()
  for (const [what, { within }] of Object.entries(limits)) {
    const store = new MemoryStore()
    store.init({ windowMs: within } as Parameters<MemoryStore['init']>[0])
    stores.set(what as Limited, store)
  }
  const byBrowser = (request: Request) => /(?:^|; )__Host-waymark=([\w-]{43})/.exec(request.headers.cookie ?? '')?.[1]
  const refuse: RequestHandler = (_request, response, next) => {
    response.locals.refused = 'too-many' satisfies RefusedCode
    next()
  }
  const network = (request: Request) => ipKeyGenerator(request.ip ?? '')
  const ofBrowser = rateLimit({
    windowMs: MINUTE,
    limit: config.limitPerMinute,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    keyGenerator: (request) => {
      const token = byBrowser(request)
      return token ? hashToken(token) : network(request)
    },
    // Without a cookie only the address is left to count by; a council may switch that off.
    skip: (request) => !config.limitByAddress && !byBrowser(request),
    handler: refuse,
  })
  const ofNetwork = rateLimit({ windowMs: MINUTE, limit: config.limitPerMinute * BROWSERS_OF_A_NETWORK, standardHeaders: false, legacyHeaders: false, keyGenerator: network, handler: refuse })
  return {
    everyRequest: config.limitByAddress ? [ofBrowser, ofNetwork] : [ofBrowser],
    addressOf: (request) => (config.limitByAddress ? network(request) : undefined),
    async allow(what, key, uses = 1) {
      let total = Infinity
      for (let use = 0; use < uses; use += 1) total = (await stores.get(what)?.increment(key))?.totalHits ?? Infinity
      return total <= limits[what].uses
    },
    forgive: async (what, key) => stores.get(what)?.resetKey(key),
  }
}
