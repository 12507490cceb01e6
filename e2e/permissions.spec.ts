import { expect, test } from 'playwright/test'
import type { Answers } from '~/engine/form'
import { newReference } from '~/applications/reference'
import { textOfPdf } from '~/paper/read-pdf.contract'
import { familyAt, GUARDED, fewMarkedAnswers, newEmail, OPEN, type Family } from './support/cast'
import { FORM_URL, seenIn, smallestAnswers } from './support/http-family'
import { visitorAt, type Answer, type Fields, type Visitor } from './support/http-visitor'
import { startPortal, type Portal } from './support/portal'
import { patterns } from './support/routes'

// Who may do what: every route × every role × whose application it is, for reading and for posting. A new route without a row fails.

// A notifier has told the council about somebody else's child, without signing in.
const roles = ['nobody', 'visitor', 'notifier', 'person', 'system', 'trusted system'] as const
type Role = (typeof roles)[number]
const targets = ['own draft', 'own sent', 'other’s draft', 'other’s sent', 'none'] as const
type Target = (typeof targets)[number]
/** A status, and where a redirect leads (without its query). */
type Outcome = number | `303 /${string}`
type Outcomes = (role: Role, target: Target) => Outcome

interface Row {
  /** The address for a reference. */
  readonly url: (reference: string) => string
  readonly get: Outcomes
  readonly post: Outcomes
  /** What is posted, by whoever has just read the page. */
  readonly fields?: (reference: string, read: Answer) => Fields
  /** A post of JSON by a system. */
  readonly json?: string
  /** The same for everybody's application. */
  readonly names?: 'nobody'
  /** It changes who asks (a session begins or ends) or ends a request, so that whoever asks is used for nothing else. */
  readonly isOnce?: true
}

const always =
  (outcome: Outcome): Outcomes =>
  () =>
    outcome
const never = always(405)
const isOwn = (target: Target) => target.startsWith('own')
const isGuest = (role: Role) => role === 'visitor' || role === 'notifier'
const isFamily = (role: Role) => isGuest(role) || role === 'person'

/** Families see their own; what is somebody else's does not exist, though a guest who reads may sign in to it. */
const family =
  (draft: Outcome, sent: Outcome, isPost = false): Outcomes =>
  (role, target) => {
    if (!isFamily(role)) return '303 /sign-in'
    if (isOwn(target)) return target === 'own draft' ? draft : sent
    return isGuest(role) && !isPost ? '303 /sign-in' : 404
  }
/** What only a family may do with its own. */
const familyAlone =
  (outcomes: Outcomes): Outcomes =>
  (role, target) =>
    role === 'notifier' && isOwn(target) ? 404 : outcomes(role, target)
/** A file cannot say that it is not there: the application's page does. */
const file: Outcomes = (role, target) => {
  const asked = family(200, 200)(role, target)
  return asked === 404 ? '303 /applications/*' : asked
}
const timelineFile: Outcomes = (role, target) => (isFamily(role) && target === 'own draft' ? '303 /applications/*' : file(role, target))
/** The council's systems see everything that was sent, and no draft. */
const council =
  (sent: Outcome): Outcomes =>
  (role, target) => {
    if (!role.includes('system')) return 401
    return target.endsWith('sent') ? sent : 404
  }
const page = (path: string, get: Outcome = 200, post: Outcome = 405): Row => ({ names: 'nobody', url: () => path, get: always(get), post: always(post) })
/** A page of a school, which does not exist for whoever has nothing to do with it. What was typed on it is given back to whoever is signed out. */
const ofSchool = (path: string, isTyped: boolean): Row => ({
  names: 'nobody',
  url: () => path,
  get: (role) => (role === 'person' ? 404 : '303 /sign-in'),
  post: (role) => (role === 'person' ? 404 : isTyped ? 403 : '303 /sign-in'),
})
const ref = (path: string) => (reference: string) => `${FORM_URL}${path}?ref=${reference}`
const under = (path: string) => (reference: string) => `/applications/${reference}${path}`
const today = new Date().toISOString().slice(0, 10)

const table: Readonly<Record<string, Row>> = {
  '': page('/'),
  'start': page('/start'),
  'help': page('/help'),
  'privacy': page('/privacy'),
  'cookies': page('/cookies'),
  'accessibility': page('/accessibility'),
  'apply/:form': {
    isOnce: true,
    url: ref(''),
    get: family(200, 200),
    // A request for a brother or sister copies from one's own only.
    fields: (like) => ({ like }),
    post: (role, target) => (isFamily(role) && isOwn(target) ? `303 ${FORM_URL}/who-you-are` : 404),
  },
  'apply/:form/check': { url: ref('/check'), get: family(200, 200), post: family(`303 ${FORM_URL}/sent`, `303 ${FORM_URL}/sent`, true), fields: (reference, read) => ({ ref: reference, seen: seenIn(read) }), isOnce: true },
  'apply/:form/sent': { url: ref('/sent'), get: family(`303 ${FORM_URL}/check`, 200), post: never },
  'apply/:form/save': { url: ref('/save'), get: family(200, 200), post: never },
  'apply/:form/:page': {
    url: ref('/your-name'),
    get: family(200, 200),
    post: family(`303 ${FORM_URL}/your-email-and-phone`, `303 ${FORM_URL}/your-email-and-phone`, true),
    fields: (reference) => ({ ref: reference, base: '1', requesterFirstNames: 'Sam' }),
  },
  'apply/:form/:page/autosave': {
    url: ref('/your-name/autosave'),
    get: never,
    post: family(200, 200, true),
    fields: (reference) => ({ ref: reference, base: '1', requesterFirstNames: 'Sam' }),
  },
  // No list of this form takes rows.
  'apply/:form/:page/paste': { url: ref('/helpers/paste'), get: family(404, 404), post: (role) => (isFamily(role) ? 404 : 403), fields: () => ({ rows: 'Sam' }) },
  'applications': page('/applications'),
  // Whose it is makes no difference: it is found by what its sender knows.
  'applications/find': { url: (reference) => `/applications/find?ref=${reference}`, get: (role) => (role === 'person' ? 200 : '303 /sign-in'), post: (role, target) => (role === 'person' ? (target === 'own sent' || target === 'own draft' ? '303 /applications/*' : 422) : 403), fields: (reference) => ({ reference, name: 'Robin' }) },
  'applications/:reference': { url: under(''), get: family(`303 ${FORM_URL}`, 200), post: never },
  'applications/:reference/print': { url: under('/print'), get: family(200, 200), post: never },
  'applications/:reference/copy.pdf': { url: under('/copy.pdf'), get: file, post: never },
  // A draft has no timeline and no dates: its page leads to the form.
  'applications/:reference/timeline.pdf': { url: under('/timeline.pdf'), get: timelineFile, post: never },
  'applications/:reference/dates.ics': { url: under('/dates.ics'), get: timelineFile, post: never },
  'applications/:reference/withdraw': {
    url: under('/withdraw'),
    // There is nothing to stop before it is sent.
    get: familyAlone(family('303 /applications/*', 200)),
    post: familyAlone(family('303 /applications/*', '303 /applications/*', true)),
    isOnce: true,
  },
  'applications/:reference/papers': { url: under('/papers'), get: family(200, 200), post: family('303 /applications/*/papers', '303 /applications/*/papers', true), fields: () => ({ remove: 'nothing' }) },
  'applications/:reference/papers/newest': { url: under('/papers/newest'), get: family(200, 200), post: never },
  // Who may open what is there is told in send-papers.spec.ts.
  'applications/:reference/papers/:paper': { url: under('/papers/none'), get: family(404, 404), post: (role) => (isFamily(role) ? 404 : 403) },
  'applications/:reference/papers/:paper/file': { url: under('/papers/none/file'), get: (role) => (role === 'person' ? 404 : '303 /sign-in'), post: never },
  'applications/:reference/papers/join': {
    url: under('/papers/join'),
    get: family(200, 200),
    post: family('303 /applications/*/papers/join', '303 /applications/*/papers/join', true),
  },
  'applications/:reference/papers/:paper/look': { url: under('/papers/none/look'), get: family(404, 404), post: never },
  'applications/:reference/papers/:paper/pages/:number': { url: under('/papers/none/pages/1'), get: (role) => (role === 'person' ? 404 : '303 /sign-in'), post: never },
  // By the tus protocol, whose own words are not in these posts: resume-papers.spec.ts.
  'applications/:reference/papers/arriving': { url: under('/papers/arriving'), get: family(404, 404), post: always(403) },
  'applications/:reference/papers/arriving/:paper': { url: under('/papers/arriving/none'), get: always(404), post: always(403) },
  'applications/:reference/draft-plan': {
    url: under('/draft-plan'),
    get: familyAlone(family('303 /applications/*', 200)),
    // Whoever is signed out is given back what they wrote; so is a family that has no draft to answer. Nothing was said here.
    post: familyAlone((role, target) => (isFamily(role) ? family(409, 422, true)(role, target) : 403)),
  },
  'applications/:reference/draft-plan/autosave': {
    url: under('/draft-plan/autosave'),
    get: never,
    post: family(200, 200, true),
    fields: () => ({ draftComments: 'Not finished.' }),
  },
  'applications/:reference/invite': {
    url: under('/invite'),
    get: familyAlone(family(200, 200)),
    // Nothing was typed; whoever is signed out is given back what they wrote.
    post: familyAlone((role, target) => (isFamily(role) ? family(422, 422, true)(role, target) : 403)),
  },
  'applications/:reference/schools': { url: under('/schools'), get: familyAlone(family(200, 200)), post: family(404, 404, true) },
  'applications/:reference/schools/:invitation': { url: under('/schools/none'), get: family(404, 404), post: never },
  'applications/:reference/schools/:invitation/:file': { url: under('/schools/none/none'), get: (role) => (role === 'person' ? 404 : '303 /sign-in'), post: never },
  'applications/:reference/schools/:invitation/:file/look': { url: under('/schools/none/none/look'), get: (role) => (role === 'person' ? 404 : '303 /sign-in'), post: never },
  'applications/:reference/schools/:invitation/:file/pages/:number': { url: under('/schools/none/none/pages/1'), get: (role) => (role === 'person' ? 404 : '303 /sign-in'), post: never },
  // Who of a school may do what is told in invite-the-school.spec.ts: nobody here belongs to one, or was asked.
  'invited/:token': ofSchool('/invited/no-such-link', false),
  'invited/:token/no': ofSchool('/invited/no-such-link/no', true),
  'schools/:urn': ofSchool('/schools/990002', false),
  'schools/:urn/colleague': ofSchool('/schools/990002/colleague', true),
  'schools/:urn/forms/:reference': { get: ofSchool('', false).get, post: ofSchool('', false).post, url: (reference) => `/schools/990002/forms/${reference}` },
  'sign-in': { ...page('/sign-in', 200, '303 /sign-in/code'), isOnce: true, fields: () => ({ email: newEmail() }) },
  'sign-in/code': page('/sign-in/code', 200, '303 /sign-in/code'),
  'sign-in/link': page('/sign-in/link', 200, '303 /sign-in/link'),
  'sign-out': { ...page('/sign-out', '303 /', '303 /'), isOnce: true },
  'api/v1/openapi.json': page('/api/v1/openapi.json'),
  'api/v1/applications': { url: () => '/api/v1/applications', get: (role) => (role.includes('system') ? 200 : 401), post: never },
  'api/v1/applications/:reference': { url: (reference) => `/api/v1/applications/${reference}`, get: council(200), post: never },
  'api/v1/applications/:reference/copy.pdf': { url: (reference) => `/api/v1/applications/${reference}/copy.pdf`, get: council(200), post: never },
  // Which papers it hands out is told in papers-everywhere.spec.ts.
  'api/v1/applications/:reference/papers/:paper': { url: (reference) => `/api/v1/applications/${reference}/papers/none`, get: (role) => (role.includes('system') ? 404 : 401), post: never },
  'api/v1/applications/:reference/facts': {
    url: (reference) => `/api/v1/applications/${reference}/facts`,
    get: never,
    post: council(201),
    json: JSON.stringify({ fact: 'caseworker-named', on: today, details: { name: 'Sam' } }),
  },
  'api/v1/applications/:reference/invitations': {
    url: (reference) => `/api/v1/applications/${reference}/invitations`,
    get: never,
    // The other system has asked the same school by then.
    post: (role, target) => council(role === 'trusted system' && target === 'other’s sent' ? 200 : 201)(role, target),
    json: JSON.stringify({ urn: '990002', email: 'senco@kingfisher.example', asks: ['seen'] }),
  },
  'dev/outbox': page('/dev/outbox'),
  'refused/:status/:code': page('/refused/403/not-our-form', 403),
  '*': page('/nothing-is-here', 404, 404),
  'brand.css': page('/brand.css', 200, 404),
  'healthz': page('/healthz', 200, 404),
  'readyz': page('/readyz', 200, 404),
  'establishments': page('/establishments?q=school', 200, 404),
  // Forms on paper are the same for everybody, and take long to make: what is there is read in use-a-paper-form.spec.ts.
  'paper/:form/:language/:file': page('/paper/parent-request/en/no-such.pdf', 404, 404),
}

const keys = { 'system': 'key-of-the-case-system-000000', 'trusted system': 'key-of-the-trusted-system-0000' }
let portal: Portal
let others: readonly Family[]
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  portal = await startPortal({ env: { LIMIT_PER_MINUTE: '100000', API_KEYS: `cases=${keys.system},trusted+protected=${keys['trusted system']}` } })
  others = [await familyWithDraftPlan(fewMarkedAnswers), await familyWithDraftPlan(fewMarkedAnswers, newEmail())]
})
test.afterAll(() => portal.close())

/** A family whose request has come to a draft plan, so that every page of a request is open to it. */
async function familyWithDraftPlan(answers?: Answers, email?: string): Promise<Family> {
  const family = await familyAt(portal.url, answers, email)
  for (const fact of ['assessment-agreed', 'draft-plan-sent']) {
    const { status } = await visitorAt(portal.url, { Authorization: `Bearer ${keys.system}` }).ask(`/api/v1/applications/${family.sent}/facts`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ fact, on: today }),
    })
    expect(status).toBe(201)
  }
  return family
}

interface Asking {
  readonly visitor: Visitor
  readonly own: Family
}

async function newAsking(role: Role): Promise<Asking> {
  const own = await familyWithDraftPlan(role === 'notifier' ? { ...smallestAnswers, whoYouAre: 'other' } : undefined, role === 'person' ? newEmail() : undefined)
  if (role === 'system' || role === 'trusted system') return { visitor: visitorAt(portal.url, { Authorization: `Bearer ${keys[role]}` }), own }
  return { visitor: role === 'nobody' ? visitorAt(portal.url) : own.visitor, own }
}

const known = new Map<Role, Asking>()
async function askingAs(role: Role): Promise<Asking> {
  const found = known.get(role) ?? (await newAsking(role))
  known.set(role, found)
  return found
}

const referencesOf = (own: Family, target: Target): readonly string[] => {
  switch (target) {
    case 'own draft':
      return [own.draft]
    case 'own sent':
      return [own.sent]
    case 'other’s draft':
      return others.map(({ draft }) => draft)
    case 'other’s sent':
      return others.map(({ sent }) => sent)
    case 'none':
      return [newReference()]
  }
}

const outcomeOf = ({ status, location }: Answer, reference: string): Outcome =>
  status === 303 ? `303 ${(location.split('?')[0] ?? '').replace(reference, '*')}` as Outcome : status

/** A PDF that is being made still is asked for again. */
async function askUntilMade(visitor: Visitor, url: string): Promise<Answer> {
  const answer = await visitor.ask(url)
  return answer.location.endsWith('pdf=making') ? askUntilMade(visitor, url) : answer
}

const isPdf = ({ headers }: Answer) => headers['content-type'] === 'application/pdf'
/** What a person reads in an answer: the bytes of a PDF are packed. */
const wordsIn = async (answer: Answer): Promise<string> => (isPdf(answer) ? await textOfPdf(answer.body) : answer.text)

const leaks = async (answer: Answer, role: Role, target: Target): Promise<string[]> => {
  const mayRead = role.includes('system') && target === 'other’s sent'
  const words = await wordsIn(answer)
  return [...(mayRead ? [] : [OPEN]), ...(role === 'trusted system' && mayRead && !isPdf(answer) ? [] : [GUARDED])].filter((mark) => words.includes(mark))
}

test('every route has its row', () => {
  expect([...patterns].sort()).toEqual(Object.keys(table).sort())
})

test('the marks are in what a family and the council’s systems may read', async () => {
  const system = (role: keyof typeof keys) => visitorAt(portal.url, { Authorization: `Bearer ${keys[role]}` })
  for (const { visitor, sent, draft } of others) {
    for (const reference of [sent, draft]) {
      const { text } = await visitor.ask(under('/print')(reference))
      expect(text).toContain(OPEN)
    }
    const read = async (role: keyof typeof keys) => (await system(role).ask(`/api/v1/applications/${sent}`)).text
    expect(await read('system')).toContain(OPEN)
    expect(await read('system')).not.toContain(GUARDED)
    expect(await read('trusted system')).toContain(GUARDED)
    // What is kept private is in no file, whoever it is for.
    const files = [
      ...[sent, draft].map((reference) => [visitor, under('/copy.pdf')(reference)] as const),
      [visitor, under('/timeline.pdf')(sent)] as const,
      ...(['system', 'trusted system'] as const).map((role) => [system(role), `/api/v1/applications/${sent}/copy.pdf`] as const),
    ]
    for (const [asking, url] of files) {
      const file = await askUntilMade(asking, url)
      expect([url, isPdf(file)]).toEqual([url, true])
      const words = await wordsIn(file)
      expect([url, words.includes(OPEN), words.includes(GUARDED)]).toEqual([url, true, false])
    }
  }
})

for (const [pattern, row] of Object.entries(table)) {
  test(`who may do what at /${pattern}`, async () => {
    const wrong: string[] = []
    for (const role of roles) {
      const { visitor, own } = await (row.isOnce ? newAsking(role) : askingAs(role))
      for (const target of row.names === 'nobody' ? (['none'] as const) : targets) {
        for (const reference of referencesOf(own, target)) {
          const url = row.url(reference)
          const read = await askUntilMade(visitor, url)
          const asked = {
            GET: read,
            POST: row.json
              ? await visitor.ask(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: row.json })
              : await visitor.post(url, row.fields?.(reference, read) ?? {}),
          }
          const expected = { GET: row.get(role, target), POST: row.post(role, target) }
          for (const method of ['GET', 'POST'] as const) {
            const got = outcomeOf(asked[method], reference)
            if (got !== expected[method]) wrong.push(`${role} ${method} ${target}: ${got}, not ${expected[method]}`)
            for (const leak of await leaks(asked[method], role, target)) wrong.push(`${role} ${method} ${target}: shows ${leak}`)
          }
        }
      }
    }
    expect(wrong).toEqual([])
  })
}
