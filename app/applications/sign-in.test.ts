import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { house, withBroken } from './fixtures/house'
import { StoreUnavailable } from './failures'
import { sendMessages } from './send-messages'
import { askForCode, CODE_MINUTES, newToken, signIn } from './sign-in'

const home = house()
const hash = (token: string) => createHash('sha256').update(token).digest('hex')
const BROWSER = 'browser-1'
const newest = async () => (await home.store.newestMessages(1))[0]?.body ?? ''
const asked = async (email = 'ann@family.example', browser = BROWSER) => {
  await askForCode(home.services, browser, email, 'en')
  const body = await newest()
  return { code: /Your code is (\d{6})/.exec(body)?.[1] ?? '', link: /token=([\w-]+)/.exec(body)?.[1] ?? '' }
}
const tryIt = (proof: { code: string } | { link: string }, browser = BROWSER, old?: string) => signIn(home.services, browser, proof, hash, old, true)

describe('somebody who signs in', () => {
  it('with the emailed code or link is the same person, and gets the drafts of this browser', async () => {
    const { reference } = await home.draft()
    const { code } = await asked()
    const first = await tryIt({ code })
    const person = 'person' in first ? first.person : ''
    expect(await home.store.application({ role: 'person', person, browser: BROWSER }, reference)).toBeDefined()
    const { link } = await asked('ANN@family.example')
    expect(await tryIt({ link })).toMatchObject({ person })
  })

  it('leaves the old session behind', async () => {
    const old = newToken()
    await home.store.openSession({ tokenHash: hash(old), browser: BROWSER, mark: BROWSER, openedAt: home.services.clock.now(), seenAt: home.services.clock.now() })
    const { code } = await asked()
    const signedIn = await tryIt({ code }, BROWSER, old)
    expect(await home.store.session(hash(old))).toBeUndefined()
    expect(await home.store.session(hash('token' in signedIn ? signedIn.token : ''))).toMatchObject({ browser: BROWSER })
  })

  it('cannot use a code twice, in another browser, after its time, or once a newer one was sent', async () => {
    const { code } = await asked()
    expect(await tryIt({ code }, 'browser-2')).toHaveProperty('refused')
    expect(await tryIt({ code })).toHaveProperty('person')
    expect(await tryIt({ code })).toEqual({ refused: 'expired' })
    const late = await asked()
    home.later(CODE_MINUTES)
    expect(await tryIt({ code: late.code })).toEqual({ refused: 'expired' })
    const replaced = await asked()
    const newer = await asked()
    expect(await tryIt({ link: replaced.link })).toEqual({ refused: 'expired' })
    expect(await tryIt({ link: newer.link }, 'browser-2')).toEqual({ refused: 'other-browser' })
    expect(await tryIt({ link: newer.link })).toHaveProperty('person')
  })

  it('is locked out of a code after five wrong tries', async () => {
    const { code } = await asked()
    const wrong = code === '000000' ? '111111' : '000000'
    for (let each = 1; each < 5; each++) expect(await tryIt({ code: wrong })).toEqual({ refused: 'wrong' })
    expect(await tryIt({ code: wrong })).toEqual({ refused: 'locked' })
    expect(await tryIt({ code })).toEqual({ refused: 'locked' })
  })

  it('while the disk is full is told so, and no code is sent', async () => {
    await expect(askForCode(withBroken(home.services, 'askForCode'), BROWSER, 'ann@family.example', 'en')).rejects.toThrow(StoreUnavailable)
    expect(await newest()).toBe('')
  })
})

describe('the emailed link', () => {
  const linkOf = async (next?: string) => {
    await askForCode(home.services, BROWSER, 'ann@family.example', 'en', next)
    return new URL(/https?:\S+\/sign-in\/link\S+/.exec(await newest())?.[0] ?? '')
  }

  it('leads to where the person was, as the page with the code does', async () => {
    const next = '/apply/parent-request/child-name?ref=ABCD-EFGH&item=a'
    expect((await linkOf(next)).searchParams.get('next')).toBe(next)
    expect((await linkOf()).searchParams.has('next')).toBe(false)
  })
})

describe('emails', () => {
  it('go out once, oldest first', async () => {
    await asked('one@family.example', 'browser-1')
    await asked('two@family.example', 'browser-2')
    expect(await sendMessages(home.services)).toBe(2)
    expect(home.posted.map(({ to }) => to)).toEqual(['one@family.example', 'two@family.example'])
    expect(await sendMessages(home.services)).toBe(0)
  })

  it('after one that fails still go out', async () => {
    await asked('one@family.example', 'browser-1')
    await asked('two@family.example', 'browser-2')
    const mailer = { send: async (message: { to: string }) => (message.to.startsWith('one') ? Promise.reject(new Error('no such box')) : undefined) }
    expect(await sendMessages({ ...home.services, mailer })).toBe(1)
  })

  it('are handed over again, rather than lost, when the portal cannot note that they went', async () => {
    await asked()
    const services = withBroken(home.services, 'messageSent')
    await expect(sendMessages(services)).rejects.toThrow(StoreUnavailable)
    home.later(1)
    expect(await sendMessages(home.services)).toBe(1)
    expect(home.posted).toHaveLength(2)
  })

  it('are not handed over at all while nothing can be written down', async () => {
    await asked()
    for (let times = 0; times < 3; times += 1) await expect(sendMessages(withBroken(home.services, 'messageTried'))).rejects.toThrow(StoreUnavailable)
    expect(home.posted).toEqual([])
    expect(await sendMessages(home.services)).toBe(1)
  })
})
