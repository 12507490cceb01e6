import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { CodeResult } from './ports'
import type { Services } from './services'

/** How long an emailed code or link can be used, in minutes. */
export const CODE_MINUTES = 15

/** A new opaque session token (256 bits). Only its hash is kept. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/**
 * Emails a six-digit code and a link to whoever has this address. Known and unknown addresses are treated the same, so nobody learns
 * who has an account.
 * @param next the path of ours that the link leads to once they are signed in; it may hold a reference and nothing that was typed
 */
export async function askForCode(services: Services, browser: string, email: string, language: string, next?: string): Promise<void> {
  const { store, clock, secrets, council, baseUrl } = services
  const words = services.wordsFor(language)
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const link = randomBytes(24).toString('base64url')
  const askedAt = clock.now()
  const expiresAt = new Date(Date.parse(askedAt) + CODE_MINUTES * 60_000).toISOString()
  const values = { council: council.name, code, minutes: CODE_MINUTES, link: `${baseUrl}/sign-in/link?${new URLSearchParams({ token: link, ...(next && { next }) }).toString()}` }
  await store.askForCode({
    browser,
    email,
    codeHash: secrets.hash('code', browser + code),
    linkHash: secrets.hash('link', link),
    askedAt,
    expiresAt,
    message: { id: randomUUID(), to: email, subject: words.text('mail:code.subject', values), body: words.text('mail:code.body', values), uselessAfter: expiresAt },
  })
}

/** A session that a right code or link opens: its token goes to the browser. */
export interface SignedIn {
  readonly token: string
  readonly person: string
}

/**
 * Signs in with a code typed in the browser that asked for it, or with the emailed link opened in that browser.
 * @param claim keeps what was begun in this browser as theirs; otherwise it stays with the browser
 */
export async function signIn(
  { store, clock, secrets }: Services,
  browser: string,
  proof: { readonly code: string } | { readonly link: string },
  hashToken: (token: string) => string,
  oldToken: string | undefined,
  claim: boolean,
): Promise<SignedIn | Extract<CodeResult, { refused: string }>> {
  const token = newToken()
  const result = await store.signIn({
    browser,
    proof: 'code' in proof ? { codeHash: secrets.hash('code', browser + proof.code) } : { linkHash: secrets.hash('link', proof.link) },
    at: clock.now(),
    claim,
    ...(oldToken && { oldTokenHash: hashToken(oldToken) }),
    newTokenHash: hashToken(token),
    newBrowser: browser,
  })
  return 'person' in result ? { token, person: result.person } : result
}
