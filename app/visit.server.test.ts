import type { Request, Response } from 'express'
import { describe, expect, it } from 'vitest'
import { house, withBroken } from './applications/fixtures/house'
import type { Services } from './applications/services'
import { hashToken, PERSON_IDLE_MINUTES, visitOf } from './visit.server'

const home = house()
const COOKIE = '__Host-waymark'
const token = 'A'.repeat(43)

async function visit({ cookie = '', services = home.services, query = {}, offersPseudo = false, accepts = 'en' }: { cookie?: string; services?: Services; query?: object; offersPseudo?: boolean; accepts?: string } = {}) {
  const cookies: string[] = []
  const request = { headers: { cookie }, query, acceptsLanguages: (offered: readonly string[]) => (offered.includes(accepts) ? accepts : false) } as unknown as Request
  const response = { append: (_name: string, text: string) => cookies.push(text) } as unknown as Response
  return { visit: await visitOf(services, request, response, offersPseudo), cookies }
}
const held = `${COOKIE}=${token}`
async function personSession() {
  const { store, clock } = home.services
  const message = { id: 'm', to: 'ann@family.example', subject: 's', body: 'b' }
  await store.askForCode({ browser: 'b', email: message.to, codeHash: 'c', linkHash: 'l', askedAt: clock.now(), expiresAt: '2999', message })
  await store.signIn({ browser: 'b', proof: { codeHash: 'c' }, at: clock.now(), claim: true, newTokenHash: hashToken(token), newBrowser: 'b' })
}

describe('a visit', () => {
  it('that only reads opens no session and gets no cookie', async () => {
    const { visit: first, cookies } = await visit()
    expect([first.actor, cookies.length]).toEqual([undefined, 0])
    expect(await home.store.session(hashToken(first.token))).toBeUndefined()
  })

  it('that begins something is known again, and its forms are its own', async () => {
    const { visit: first } = await visit()
    const actor = await first.hold()
    const { visit: next } = await visit({ cookie: `${COOKIE}=${first.token}` })
    expect(next.actor).toEqual(actor)
    expect(next.isOurs(first.csrf())).toBe(true)
    for (const wrong of [null, '', 'x', `${first.csrf()}x`, 'a'.repeat(first.csrf().length)]) expect([wrong, next.isOurs(wrong)]).toEqual([wrong, false])
  })

  it('gets one cookie with its first form or when it begins something', async () => {
    const { visit: reader, cookies: first } = await visit()
    expect([reader.csrf(), reader.csrf()].map((csrf) => reader.isOurs(csrf))).toEqual([true, true])
    await reader.hold()
    const { visit: beginner, cookies: second } = await visit()
    await beginner.hold()
    expect([first, second]).toEqual([reader, beginner].map(({ token }) => [expect.stringContaining(`${COOKIE}=${token};`)]))
  })

  it('with a cookie that is no token of ours gets a new one', async () => {
    for (const cookie of [`${COOKIE}=`, `${COOKIE}=x`, `${COOKIE}=${'A'.repeat(44)}`, 'waymark=1', '=;;=', `${COOKIE}=<script>`]) {
      const { visit: one, cookies } = await visit({ cookie })
      expect([cookie, one.csrf().length > 0, one.token.length, cookies.length]).toEqual([cookie, true, 43, 1])
    }
  })

  it('of a person ends after an hour without a page; who they were is remembered for what they typed', async () => {
    await personSession()
    home.later(PERSON_IDLE_MINUTES - 1)
    expect((await visit({ cookie: held })).visit.actor).toMatchObject({ role: 'person', browser: 'b' })
    home.later(PERSON_IDLE_MINUTES)
    const { visit: late } = await visit({ cookie: held })
    expect([late.actor, late.ended]).toMatchObject([undefined, { role: 'person', browser: 'b' }])
  })

  it('of a person ends after 12 hours however busy they are', async () => {
    await personSession()
    for (let minutes = 0; minutes < 12 * 60; minutes += 30) {
      expect((await visit({ cookie: held })).visit.actor).toBeDefined()
      home.later(30)
    }
    expect((await visit({ cookie: held })).visit.actor).toBeUndefined()
  })

  it('ends for good when somebody leaves', async () => {
    await personSession()
    const { visit: one, cookies } = await visit({ cookie: held })
    await one.leave()
    expect(cookies.at(-1)).toMatch(/Max-Age=0$/)
    expect((await visit({ cookie: held })).visit.actor).toBeUndefined()
  })

  it('that a guest has left cannot be taken up again with a copy of its token, nor with the token from before somebody signed in', async () => {
    const { visit: first } = await visit()
    const guest = await first.hold()
    await home.store.startApplication(guest, { id: 'a', reference: 'ABCD-EFGH', form: 'parent-request', language: 'en' }, home.services.clock.now())
    const copied = `${COOKIE}=${first.token}`
    await (await visit({ cookie: copied })).visit.leave()
    const { visit: thief } = await visit({ cookie: copied })
    expect(thief.actor).toBeUndefined()
    expect(await home.store.applications(await thief.hold())).toEqual([])
  })

  it('that posts twice at once before it is known begins as one browser', async () => {
    const cookie = `${COOKIE}=${'B'.repeat(43)}`
    const [one, other] = await Promise.all([visit({ cookie }), visit({ cookie })])
    const actors = [await one.visit.hold(), await other.visit.hold()]
    expect(actors[0]).toEqual(actors[1])
    expect([one.visit.browser, other.visit.browser]).toEqual(actors.map((actor) => (actor.role === 'visitor' ? actor.browser : '')))
  })

  it('has its forms taken that were opened before it began anything', async () => {
    const { visit: early } = await visit()
    const opened = early.csrf()
    await early.hold()
    const { visit: later } = await visit({ cookie: `${COOKIE}=${early.token}` })
    expect(later.isOurs(opened)).toBe(true)
    expect((await visit()).visit.isOurs(opened)).toBe(false)
    const { store, clock } = home.services
    const message = { id: 'm', to: 'ann@family.example', subject: 's', body: 'b' }
    await store.askForCode({ browser: later.browser, email: message.to, codeHash: 'c', linkHash: 'l', askedAt: clock.now(), expiresAt: '2999', message })
    await store.signIn({ browser: later.browser, proof: { codeHash: 'c' }, at: clock.now(), claim: true, oldTokenHash: hashToken(early.token), newTokenHash: hashToken(token), newBrowser: later.browser })
    const { visit: signedIn } = await visit({ cookie: held })
    expect([signedIn.actor?.role, signedIn.isOurs(opened)]).toEqual(['person', true])
  })

  it('leaves with the browser what a guest had begun there and the person did not take over', async () => {
    await personSession()
    const guest = { role: 'visitor', browser: 'b' } as const
    await home.store.startApplication(guest, { id: 'a', reference: 'ABCD-EFGH', form: 'parent-request', language: 'en' }, home.services.clock.now())
    const { visit: one, cookies } = await visit({ cookie: held })
    await one.leave()
    const [, left = ''] = /__Host-waymark=([\w-]{43});/.exec(cookies.at(-1) ?? '') ?? []
    expect((await visit({ cookie: `${COOKIE}=${left}` })).visit.actor).toEqual(guest)
    expect((await visit({ cookie: held })).visit.actor).toBeUndefined()
  })

  it('goes on reading while the disk is full', async () => {
    await personSession()
    home.later(5)
    expect((await visit({ cookie: held, services: withBroken(home.services, 'seeSession') })).visit.actor).toMatchObject({ role: 'person' })
  })

  it('speaks a language that we have; the pseudo-language only where it is offered', async () => {
    expect((await visit({ query: { lang: '__proto__' } })).visit.words.language).toBe('en')
    expect((await visit({ query: { lang: ['qps'] }, offersPseudo: true })).visit.words.language).toBe('en')
    expect((await visit({ query: { lang: 'qps' } })).visit.words.language).toBe('en')
    const { visit: pseudo, cookies } = await visit({ query: { lang: 'qps' }, offersPseudo: true })
    expect([pseudo.words.language, cookies.some((each) => each.startsWith('__Host-language=qps;'))]).toEqual(['qps', true])
    expect((await visit({ cookie: '__Host-language=qps', offersPseudo: true })).visit.words.language).toBe('qps')
  })
})
