import type { Actor } from './applications/actor'
import type { Services } from './applications/services'
import type { Config } from './config.server'
import { questionsOf } from './engine/form'
import { fieldName, NOT_SAID } from './engine/read-page'
import { forms, replies } from './forms'
import type { Visit } from './visit.server'

/** What every loader and action is given. Made once a request by the server entry. */
export interface Context {
  readonly config: Config
  readonly services: Services
  readonly visit: Visit
  /** How the request is named in the log, so that a family can quote it. */
  readonly requestId: string
  /** The posted body as text, already within the size limits; empty for GET. */
  readonly body: string
  /** The API key that came with the request, if it is one of ours. */
  readonly system: Extract<Actor, { role: 'system' }> | undefined
  /** How a system marks what it sends again (the header `Idempotency-Key`). */
  readonly idempotencyKey: string | undefined
  /** Writes an unexpected error to the log: its kind and place, never its message. */
  reportFault(error: unknown): void
  /** The network address to count uses by; undefined unless the council has that on. */
  readonly address: string | undefined
  /** Counts a use of something that is limited, or several; true when it may go on. */
  allow(what: Limited, key: string, uses?: number): Promise<boolean>
  /** Counts the uses of it from nothing again. */
  forgive(what: Limited, key: string): Promise<void>
}

/** What is limited beyond the general rate. */
export type Limited = `${'code' | 'invitation'}-for-${'email' | 'browser' | 'address' | 'anybody'}` | `draft-for-${'browser' | 'address'}` | 'megabyte-for-address' | 'code-try' | 'find-try'

declare module '@remix-run/node' {
  /** What Remix carries: the context, and what only the entry that draws pages needs. */
  interface AppLoadContext extends Context {
    /** For this response's own scripts (Content-Security-Policy). */
    readonly nonce: string
    /** Whether whoever asked can unzip pages (gzip). */
    readonly unzips: boolean
  }
}

/**
 * The posted form, once it is proven to come from one of our own pages.
 * @throws Response 403 when the token is missing or wrong; the page shows what was typed so that it can be copied
 */
export function postedForm(context: Context): URLSearchParams {
  const form = new URLSearchParams(context.body)
  if (context.visit.isOurs(form.get('csrf'))) return form
  throw refusal(context, 403, 'not-our-form', typedText(form))
}

/** Why a request is turned away before Remix sees it, and with which status. The words are `errors:CODE`. */
export const REFUSED = {
  'not-our-form': 403,
  'not-found': 404,
  'wrong-method': 405,
  'too-big': 413,
  'too-many-fields': 413,
  'wrong-type': 415,
  'too-many': 429,
  'save-failed': 503,
  'no-paper': 503,
} as const
export type RefusedCode = keyof typeof REFUSED
export const isRefusedCode = (code: string): code is RefusedCode => Object.hasOwn(REFUSED, code)

/** What the page that says why something was not done is drawn from: every word on it, and what the person had typed. */
export interface Refusal {
  readonly heading: string
  readonly body: string
  readonly phone: string
  readonly home: string
  /** What helps them on better than the first page. */
  readonly way?: { readonly text: string; readonly href: string } | undefined
  readonly quote: string
  readonly typed: { readonly heading: string; readonly help: string; readonly texts: readonly string[] } | null
}

/** A page that says, in plain words, why something was not done and what to do next. To be thrown. */
export function refusal({ visit: { words }, config, requestId }: Context, status: number, code: string, typed: readonly string[] = [], way?: Refusal['way']): Response {
  const page: Refusal = {
    heading: words.text(`errors:${code}.heading`),
    body: words.text(`errors:${code}.body`, { post: words.list(config.council.post) }),
    phone: words.text('errors:phone', { phone: config.council.phone }),
    home: words.text('errors:home'),
    way,
    quote: words.text('errors:quote', { id: requestId.slice(0, 8) }),
    typed: typed.length > 0 ? { heading: words.text('errors:typed'), help: words.text('errors:typedHelp'), texts: typed } : null,
  }
  return new Response(JSON.stringify(page), { status, headers: { 'Content-Type': 'application/json; charset=utf-8' } })
}

/** Fields that our pages fill in by themselves; some are secrets of a sign-in. */
const NOT_TYPED = ['csrf', 'base', 'typedAt', 'key', 'ref', 'item', 'intent', 'token', 'code', 'next', 'from', 'warned', 'remove', 'like', 'claim', 'seen', 'offered', 'takeBack', 'member']

/** Fields whose value is the code of an option: nobody wrote it, and it is said in no language. */
const CHOSEN: ReadonlySet<string> = new Set(
  [...forms, ...replies].flatMap(questionsOf).flatMap(({ id, kind }) => [fieldName(id, NOT_SAID), ...(kind.options ? [fieldName(id, '')] : [])]),
)

/** What a person wrote, longest first, to be given back when it could not be saved. */
export const typedText = (form: URLSearchParams): string[] =>
  [...form]
    .filter(([name, value]) => !NOT_TYPED.includes(name) && !CHOSEN.has(name) && value.trim() !== '')
    .map(([, value]) => value)
    .sort((a, b) => b.length - a.length)
    .slice(0, 20)
