import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request, Response } from 'express'
import type { Actor } from './applications/actor'
import { StoreUnavailable } from './applications/failures'
import type { Session } from './applications/ports'
import type { Services } from './applications/services'
import { newToken } from './applications/sign-in'
import { languageNamed, languages } from './i18n/languages'
import { wordsFor, type LanguageWords } from './i18n/words'

// `__Host-`: only over https (or localhost), only this host, whole site.
const SESSION_COOKIE = '__Host-waymark'
const LANGUAGE_COOKIE = '__Host-language'
const COOKIE = 'Path=/; Secure; HttpOnly; SameSite=Lax'

const MINUTE = 60_000
export const PERSON_IDLE_MINUTES = 60
const PERSON_IDLE = PERSON_IDLE_MINUTES * MINUTE
const PERSON_ABSOLUTE = 12 * 60 * MINUTE
const VISITOR_IDLE = 7 * 24 * 60 * MINUTE

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** One request's visitor: who they are, in which language, and the token that proves that a form came from us. */
export interface Visit {
  /** Undefined until there is something to hold: reading pages opens no session. */
  readonly actor: Actor | undefined
  /** A session that timed out: what is posted with it is kept, but nothing is shown. */
  readonly ended: Actor | undefined
  readonly token: string
  readonly browser: string
  readonly words: LanguageWords
  /** The token for a form of ours. Whoever is given one needs to be known again. */
  csrf(): string
  /** Opens a visitor's session if there is none yet. */
  hold(): Promise<Actor>
  /** Puts a new session's token into the browser (after sign-in). */
  follow(token: string): void
  /** Ends the session and forgets it in the browser; what a guest began stays with the browser. */
  leave(): Promise<void>
  isOurs(csrf: string | null): boolean
}

const cookiesOf = (request: Request): ReadonlyMap<string, string> =>
  new Map((request.headers.cookie ?? '').split(';').map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim()]))

/** @param offersPseudo the pseudo-language may be asked for (demo only) */
export async function visitOf(services: Services, request: Request, response: Response, offersPseudo: boolean): Promise<Visit> {
  const { store, clock, secrets } = services
  const cookies = cookiesOf(request)
  const given = cookies.get(SESSION_COOKIE)
  const sent = given && /^[\w-]{43}$/.test(given) ? given : undefined
  const setCookie = (text: string) => response.append('Set-Cookie', text)
  const keep = (token: string) => void setCookie(`${SESSION_COOKIE}=${token}; ${COOKIE}; Max-Age=${VISITOR_IDLE / 1000}`)

  const token = sent ?? newToken()
  const session = sent ? await store.session(hashToken(sent)) : undefined
  // It follows from the first token: forms opened in other tabs, before anything was begun or before sign-in, still work after it.
  const mark = session?.mark ?? secrets.hash('browser', token)
  const csrf = secrets.hash('csrf', mark)
  const now = clock.now()
  const live = session && isLive(session, now)
  let isKept = Boolean(sent)
  /** Only whoever is given a form, or begins something, needs to be known again. */
  const keepOnce = () => {
    if (!isKept) keep(token)
    isKept = true
  }
  // Seen at most once a minute, so that reading costs no write.
  if (session && live && Date.parse(now) - Date.parse(session.seenAt) > MINUTE) {
    // A full disk must not keep anybody from reading.
    await store.seeSession(session.tokenHash, now).catch((error: unknown) => {
      if (!(error instanceof StoreUnavailable)) throw error
    })
    keep(token)
  }
  const visit: Visit & { actor: Visit['actor']; browser: string } = {
    actor: session && live ? actorOf(session) : undefined,
    ended: session && !live ? actorOf(session) : undefined,
    token,
    // One name for a browser from what it first begins to its sign-out. It follows from no token, so that a copied one opens nothing once its session is gone.
    browser: session?.browser ?? newToken(),
    csrf() {
      keepOnce()
      return csrf
    },
    words: chooseWords(request, cookies, setCookie, offersPseudo),
    async hold() {
      if (visit.actor) return visit.actor
      keepOnce()
      if (session) await store.closeSession(session.tokenHash)
      // A browser may post twice at once: the session that was opened first stands for both.
      const opened = await store.openSession({ tokenHash: hashToken(token), browser: visit.browser, mark, openedAt: now, seenAt: now })
      visit.browser = opened.browser
      visit.actor = actorOf(opened)
      return visit.actor
    },
    follow: keep,
    async leave() {
      if (sent) await store.closeSession(hashToken(sent))
      // What a guest began here, and whoever signed in did not take over, is still the guest's.
      const { actor, browser } = visit
      if (actor?.role === 'person' && (await store.applications({ role: 'visitor', browser })).length > 0) {
        const guest = newToken()
        await store.openSession({ tokenHash: hashToken(guest), browser, mark, openedAt: now, seenAt: now })
        return keep(guest)
      }
      setCookie(`${SESSION_COOKIE}=; ${COOKIE}; Max-Age=0`)
    },
    isOurs: (answer) => answer !== null && isSame(Buffer.from(answer), Buffer.from(csrf)),
  }
  return visit
}

/** Says no more about a secret than whether it is this one. */
const isSame = (one: Buffer, other: Buffer) => one.length === other.length && timingSafeEqual(one, other)

function isLive({ person, openedAt, seenAt }: Session, now: string): boolean {
  const idle = Date.parse(now) - Date.parse(seenAt)
  return person ? idle < PERSON_IDLE && Date.parse(now) - Date.parse(openedAt) < PERSON_ABSOLUTE : idle < VISITOR_IDLE
}

const actorOf = ({ person, browser }: Session): Actor => (person ? { role: 'person', person, browser } : { role: 'visitor', browser })

function chooseWords(request: Request, cookies: ReadonlyMap<string, string>, setCookie: (text: string) => void, offersPseudo: boolean): LanguageWords {
  const offered = (code: unknown) => {
    const language = typeof code === 'string' ? languageNamed(code) : undefined
    return language && (offersPseudo || !language.pseudo) ? language.code : undefined
  }
  const asked = offered(request.query.lang)
  if (asked) setCookie(`${LANGUAGE_COOKIE}=${asked}; ${COOKIE}; Max-Age=31536000`)
  const spoken = languages.filter((each) => !each.pseudo).map((each) => each.code)
  return wordsFor(asked ?? offered(cookies.get(LANGUAGE_COOKIE)) ?? (request.acceptsLanguages(spoken) || 'en'))
}
