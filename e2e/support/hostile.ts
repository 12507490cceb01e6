import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { newReference } from '~/applications/reference'
import { fieldName } from '~/engine/read-page'
import { perForm, questionsOf, type Form } from '~/engine/form'
import { screensOf } from '~/engine/screen'
import { forms } from '~/forms/index'
import { familyAt, OPEN, type Family } from './cast'
import { smallestOf } from './http-family'
import { FORM, send, type Answer, type Ask } from './http-visitor'
import type { Portal } from './portal'
import { patterns } from './routes'

// Requests that nobody who means well would send, made by fast-check, and what must be true of every answer.

/** Texts that have broken programs before. */
export const nastyTexts = [
  '', ' ', '\u0000', '\u001b[31m', '\u202egnp.exe', '\ufeff', '\ud800', '\u0301'.repeat(500), '👩‍👩‍👧', 'مرحبا', '__proto__', 'constructor', 'hasOwnProperty', 'null',
  'undefined', '[object Object]', '-1', '0', '1e309', 'NaN', '0x10', '9'.repeat(400), '2026-02-30', '31', '0000', '<script>alert(1)</script>', '{{7*7}}', "' OR 1=1 --",
  '../../../etc/passwd', '//evil.example', 'javascript:alert(1)', '\r\nSet-Cookie: a=b', '%00', '%FF%FE', 'a,b', '=1+1', 'x'.repeat(20_001), 'drop', 'autosave', 'exit',
]
const nasty = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...nastyTexts) }, { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) })
/** Percent-encoded bytes that are not UTF-8, or are, oddly. */
const rawBytes = fc.constantFrom('%FF%FE', 'a%FF%FEb', '%ED%A0%80', '%C0%80', '%', '%z', '%E2%80', '\xff\xfe', '+', '%2B', '%0')
/** Lone surrogates have no bytes of their own: a browser sends U+FFFD for them. */
const encoded = (text: string) => encodeURIComponent(Buffer.from(text).toString())

/** Boxes that stand beside the questions of a form. */
const otherNames = ['base', 'item', 'intent', 'remove', 'warned', 'from', 'email', 'code', 'token', 'next', 'like', 'lang', 'show', 'offered', 'q', 'takeBack', 'to.views', 'invitedSchool', 'invitedEmail', 'invitedAsks', 'declineReason', 'memberEmail', 'fault', 'rows', 'batch', 'about', 'seen', 'photo', 'name', 'declineMore']
const valueOf = fc.oneof({ weight: 8, arbitrary: nasty.map(encoded) }, { weight: 2, arbitrary: rawBytes })
const pairsOf = (form: Form) => {
  const names = [...questionsOf(form).flatMap((each) => each.kind.boxes(each.settings).map((box) => fieldName(each.id, box.name))), ...otherNames]
  const name = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...names).map(encoded) }, { weight: 1, arbitrary: nasty.map(encoded) }, { weight: 1, arbitrary: rawBytes })
  return fc.tuple(name, valueOf).map(([box, value]) => `${box}=${value}`)
}

/** What may stand in the place of each :name in an address. */
const fillingsOf = (form: Form): Readonly<Record<string, readonly string[]>> => ({
  form: [form.id, form.id, form.id, form.id, ...forms.map(({ id }) => id), 'draft-plan-reply', '__proto__', '%FF'],
  page: [...screensOf(form).map(({ page }) => page.id), 'nothing', '__proto__'],
  reference: ['REF', 'OTHER', 'NONE', '%FF', '..%2f..'],
  paper: ['none', '__proto__', '%FF'],
  number: ['1', '0', '-1', '9'.repeat(40), '__proto__', '%FF'],
  invitation: ['none', '__proto__', '%FF'],
  token: ['none', 'x'.repeat(43), '__proto__', '%FF'],
  urn: ['990002', '1', '9'.repeat(40), '__proto__', '%FF'],
  status: ['403', 'x'],
  code: ['not-our-form', '__proto__'],
  // Of forms on paper, none that is there: each takes long to make.
  language: ['en', '__proto__', '%FF'],
  file: ['nothing.pdf', '__proto__', '..%2fform.pdf'],
})

function addressOf(form: Form, pattern: string): fc.Arbitrary<string> {
  const fillings = fillingsOf(form)
  const segments = pattern.split('/').map((segment) => {
    const filling = segment === '*' ? ['nothing', '.env'] : segment.startsWith(':') ? fillings[segment.slice(1)] : [segment]
    if (!filling) throw new Error(`Nobody has said what may stand for ${segment} in ${pattern}`)
    return fc.constantFrom(...filling)
  })
  const search = pattern.startsWith('apply/') ? ['?ref=REF', '?ref=REF', '?ref=OTHER', '?ref=NONE', '?ref=x', '?ref=%00', ''] : ['']
  return fc.tuple(fc.tuple(...segments), fc.constantFrom(...search)).map(([path, query]) => `/${path.join('/')}${query}`)
}
const askingFor = (form: Form, pattern: string) => addressOf(form, pattern).map((path) => ({ pattern, path }))

/** Addresses of every route, and some that name nothing; pages of the form come most often, as they do from families. */
const addressesOf = (form: Form) => fc.oneof(
  { weight: 8, arbitrary: fc.oneof(...patterns.map((each) => askingFor(form, each))) },
  { weight: 5, arbitrary: askingFor(form, 'apply/:form/:page') },
  {
    weight: 1,
    arbitrary: fc
      .oneof(
        fc.constantFrom('/%00', '//evil.example', '/..%2f..%2fetc', '/%', '/%ff', '/%zz', '/assets/../../package.json', '/assets/%00', '/.env', '/apply%2Fparent-request', '/apply/', '*'),
        fc.constant(`/${'a'.repeat(6000)}`),
        nasty.map((text) => `/${encoded(text)}`),
      )
      .map((path) => ({ pattern: 'nothing of ours', path })),
  },
)
const queriesOf = (pair: fc.Arbitrary<string>) => fc.array(
  fc.oneof({ weight: 6, arbitrary: pair }, { weight: 1, arbitrary: fc.constantFrom('_data=root', '_data=routes/apply/page', '_data=__proto__', 'index', 'ref=REF', 'lang=qps', 'lang=__proto__') }),
  { maxLength: 3 },
)

type Token = 'ours' | 'wrong' | 'none'
interface Hostile {
  readonly method: string
  readonly address: { readonly pattern: string; readonly path: string }
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  readonly token: Token
  readonly as: 'visitor' | 'system' | 'nobody'
}

const types = fc.oneof({ weight: 12, arbitrary: fc.constant(FORM) }, { weight: 3, arbitrary: fc.constant('application/json') }, { weight: 2, arbitrary: fc.constantFrom('multipart/form-data; boundary=x', 'multipart/form-data; boundary=', 'multipart/form-data;', 'text/plain', `${FORM}; charset=utf-16`, '', 'x'.repeat(500)) })
const bodiesOf = (pair: fc.Arbitrary<string>) => fc.oneof(
  { weight: 12, arbitrary: fc.array(pair, { maxLength: 12 }).map((pairs) => pairs.join('&')) },
  { weight: 2, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.constantFrom('{"fact":"submitted","on":"2026-02-30"}', '{"__proto__":{"x":1},"fact":"withdrawn","on":"2026-05-01"}', '{"fact":"caseworker-named","on":"2026-01-01","details":{"name":"\\ud800"}}', '[', 'null', '""') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 2000 }) },
)
const oddHeaders = fc.oneof(
  { weight: 10, arbitrary: fc.constant({}) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Record<string, string>>(
      { 'Origin': 'https://evil.example' }, { 'Origin': 'null' }, { 'Sec-Fetch-Site': 'cross-site' }, { 'Accept-Language': '*;q=x' }, { 'Accept-Language': 'x'.repeat(3000) }, { 'Idempotency-Key': 'x'.repeat(300) },
      { 'Cookie': '__Host-waymark=x' }, { 'Cookie': `__Host-waymark=${'A'.repeat(43)}; __Host-language=__proto__` }, { 'Cookie': 'x=y; '.repeat(1000) }, { 'Cookie': ';;;==;' }, { 'X-Forwarded-For': '999.1.1.1, x' },
      { 'Range': 'bytes=0-1' }, { 'If-None-Match': '*' }, { 'Authorization': 'Bearer x' }, { 'Authorization': 'Basic eDp4' }, { 'X-Remix-Redirect': '/' }, { 'X-Forwarded-Host': 'evil.example' },
    ),
  },
)

/** Requests about one form. */
const hostileRequests = perForm((form): fc.Arbitrary<Hostile> => {
  const pair = pairsOf(form)
  return fc.record({
    method: fc.oneof({ weight: 4, arbitrary: fc.constant('GET') }, { weight: 8, arbitrary: fc.constant('POST') }, { weight: 1, arbitrary: fc.constantFrom('HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE') }),
    address: fc.tuple(addressesOf(form), queriesOf(pair)).map(([{ pattern, path }, query]) => ({ pattern, path: query.length > 0 ? `${path}${path.includes('?') ? '&' : '?'}${query.join('&')}` : path })),
    headers: fc.tuple(types, oddHeaders).map(([type, odd]) => ({ ...(type && { 'Content-Type': type }), ...odd })),
    body: fc.option(bodiesOf(pair), { nil: undefined, freq: 8 }),
    token: fc.constantFrom<Token>('ours', 'ours', 'ours', 'ours', 'wrong', 'none'),
    as: fc.constantFrom('visitor', 'visitor', 'visitor', 'system', 'nobody'),
  })
})

export const fuzzKey = 'key-of-the-fuzzed-system-000000'
/** Settings under which a portal is not protected by its rate limit. */
export const fuzzEnv = { LIMIT_PER_MINUTE: '10000000', API_KEYS: `fuzz=${fuzzKey}` }

export interface FuzzReport {
  readonly requests: number
  readonly byStatus: Readonly<Record<string, number>>
  readonly byRoute: Readonly<Record<string, number>>
  readonly slowestMs: number
  /** What was wrong, with the request that did it. */
  readonly faults: readonly string[]
}

const AT_ONCE = 8
const EACH_CAST = 500

/** Sends hostile requests, the same ones for the same seed. */
export async function fuzz(portal: Portal, other: Family, { requests, seed }: { readonly requests: number; readonly seed: number }): Promise<FuzzReport> {
  const byStatus: Record<string, number> = {}
  const byRoute: Record<string, number> = {}
  const faults: string[] = []
  let slowestMs = 0
  for (let done = 0; done < requests; done += EACH_CAST) {
    // Somebody new from time to time: hostile requests sign out and withdraw, too.
    const form = forms[(done / EACH_CAST) % forms.length] as Form
    const own = await familyAt(portal.url, smallestOf(form), undefined, form)
    const token = await own.visitor.token()
    const cookie = [...own.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const waiting = fc.sample(hostileRequests(form), { numRuns: Math.min(EACH_CAST, requests - done), seed: seed + done })
    const work = async () => {
      for (let each = waiting.pop(); each; each = waiting.pop()) {
        byRoute[each.address.pattern] = (byRoute[each.address.pattern] ?? 0) + 1
        const { path, ask } = wired(each, { own, other, token, cookie })
        const from = performance.now()
        const answer = await send(portal.url, path, ask).catch((error: unknown) => String(error))
        slowestMs = Math.max(slowestMs, Math.round(performance.now() - from))
        const fault = typeof answer === 'string' ? answer : faultIn(answer, each)
        if (fault) faults.push(`${fault}: ${JSON.stringify({ path, ...ask }).slice(0, 600)}`)
        const status = typeof answer === 'string' ? 'broken' : String(answer.status)
        byStatus[status] = (byStatus[status] ?? 0) + 1
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  }
  return { requests, byStatus, byRoute, slowestMs, faults }
}

function wired(each: Hostile, { own, other, token, cookie }: { own: Family; other: Family; token: string; cookie: string }): { path: string; ask: Ask } {
  const named = (text: string) => text.replaceAll('REF', own.sent).replaceAll('OTHER', other.sent).replaceAll('NONE', newReference())
  const isRead = each.method === 'GET' || each.method === 'HEAD' || each.method === 'TRACE'
  const first = { ours: `csrf=${token}&ref=${own.draft}&`, wrong: 'csrf=wrong&', none: '' }[each.token]
  const body = isRead || each.body === undefined ? undefined : Buffer.from(each.headers['Content-Type'] === FORM ? first + each.body : each.body, 'latin1')
  const who = each.as === 'visitor' ? { Cookie: cookie } : each.as === 'system' ? { Authorization: `Bearer ${fuzzKey}` } : {}
  return { path: named(each.address.path), ask: { method: each.method, headers: { ...who, ...each.headers }, ...(body && { body }) } }
}

/** Below HTTP: refused by Node itself, before there is a request to answer. */
const BEFORE_US = [400, 431]

/** A page must be clear, a problem a problem document, and nothing may break or tell what others wrote. */
function faultIn({ status, headers, text, location }: Answer, { method, as }: Hostile): string | undefined {
  const type = headers['content-type'] ?? ''
  if (status >= 500) return `${status}`
  if (text.includes(OPEN) && as !== 'system') return 'shows what another family wrote'
  if (/^(https?:)?\/\//.test(location)) return `leads away to ${location}`
  if (status >= 400 && method !== 'HEAD' && !BEFORE_US.includes(status) && type.includes('html') && !/<h1[^>]*>[^<]/.test(text)) return `${status} without a clear page`
  if (status >= 400 && method !== 'HEAD' && !BEFORE_US.includes(status) && !/html|json/.test(type)) return `${status} as ${type}`
  return undefined
}

/** Memory that the portal's process holds, in MiB; undefined where there is no /proc. */
export function memoryOf({ dataDir }: Portal): number | undefined {
  if (!existsSync('/proc/self/environ')) return undefined
  const read = (path: string) => {
    try {
      return readFileSync(path, 'utf8')
    } catch {
      return ''
    }
  }
  const pid = readdirSync('/proc').find((each) => /^\d+$/.test(each) && read(`/proc/${each}/environ`).split('\0').includes(`DATA_DIR=${dataDir}`))
  const kilobytes = /VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1]
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024)
}
