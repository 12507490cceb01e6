import type { Actor } from '~/applications/actor'
import type { FactName } from '~/applications/facts'
import type { Application, CodeRequest, Entry, NewMessage, NewUpload, Sent, Store } from '~/applications/ports'
import type { Upload } from '~/applications/uploads'

// People and papers that the contract of the stores plays with.

/** Opens a new, empty store of the kind under test. */
export type OpenNew = () => Promise<Store>

export const visitor = (browser: string) => ({ role: 'visitor', browser }) as const satisfies Actor
export const council = { role: 'system', name: 'case-system', maySeeProtected: false } as const satisfies Actor
export const operator = { role: 'operator' } as const satisfies Actor

/** The minute of a quiet morning. */
export const minute = (number: number): string => new Date(Date.UTC(2026, 4, 1, 9, number)).toISOString()

let made = 0
/** An id that nothing else has. */
export const id = (prefix: string): string => `${prefix}-${++made}`

export const message = (to = 'ann@example.org'): NewMessage => ({ id: id('message'), to, subject: 'Your code', body: 'Here it is.' })

export const codeRequest = (browser: string, more: Partial<CodeRequest> = {}): CodeRequest => ({
  browser,
  email: 'ann@example.org',
  codeHash: `code-of-${browser}`,
  linkHash: `link-of-${browser}`,
  askedAt: minute(0),
  expiresAt: minute(15),
  message: message(),
  ...more,
})

export const attempt = (browser: string, proof: { codeHash: string } | { linkHash: string } = { codeHash: `code-of-${browser}` }) => ({
  browser,
  proof,
  at: minute(1),
  claim: true,
  newTokenHash: id('token'),
  newBrowser: id('browser'),
})

/** Signs somebody in, as a new person if this address is new. */
export async function signedIn(store: Store, email = `${id('person')}@example.org`, browser = id('browser')) {
  await store.askForCode(codeRequest(browser, { email }))
  const result = await store.signIn(attempt(browser))
  if (!('person' in result)) throw new Error(`${email} could not sign in: ${result.refused}`)
  return { role: 'person', person: result.person, browser: id('browser') } as const satisfies Actor
}

export async function draft(store: Store, actor: Actor, at = minute(0)): Promise<Application> {
  const started = await store.startApplication(actor, { id: id('application'), reference: id('REF'), form: 'parent-request', language: 'en' }, at)
  if (started === 'reference-taken') throw new Error('The reference is taken')
  return started
}

export const summary = (title: string): Sent['summary'] => ({ form: 'parent-request', language: 'en', title, name: 'Sam', sections: [] })

export const entry = (fact: FactName, after: number, more: Partial<Entry> = {}): Entry => ({
  fact: { id: id('fact'), fact, on: '2026-05-01', by: 'person', details: {} },
  after,
  ...more,
})

export async function sentApplication(store: Store, actor: Actor, at = minute(5)): Promise<Application> {
  const application = await draft(store, actor)
  await store.record(actor, application.id, entry('submitted', 0, { sent: { summary: summary('Our request'), hash: 'abc' } }), at)
  return application
}

export const uploadLimits = { files: 5, bytes: 1000, draftBytes: 1500 } as const

export const newUpload = (more: Partial<NewUpload> = {}): NewUpload => ({
  id: id('upload'),
  object: id('object'),
  name: 'Letter.pdf',
  details: {},
  by: { role: 'person', who: 'ann' },
  ...more,
})

/** A file that has arrived whole and waits to be checked. */
export async function arrivedUpload(store: Store, actor: Actor, application: string, at = minute(1), size = 100): Promise<NewUpload> {
  const upload = newUpload()
  await store.beginUpload(actor, application, upload, uploadLimits, at)
  await store.uploadArrived(actor, application, upload, { size, hash: `f00d ${upload.id}` }, uploadLimits, at)
  return upload
}

/** A file that can be opened; \`object\` is where its bytes are now. */
export async function readyUpload(store: Store, actor: Actor, application: string, at = minute(1)): Promise<NewUpload & { readonly was: string }> {
  const upload = await arrivedUpload(store, actor, application, at)
  const object = id('object')
  await store.uploadChecked(upload, { ready: { object, size: 90, type: 'pdf', scanned: true, painted: { pages: 3, pictures: [{ object: `${object}-page`, size: 7 }] } } }, at)
  return { ...upload, object, was: upload.object }
}

export const stateOf = async (store: Store, actor: Actor, application: string, upload: string): Promise<Upload['state'] | undefined> =>
  (await store.uploads(actor, application)).find((each) => each.id === upload)?.state
