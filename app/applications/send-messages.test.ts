import { describe, expect, it } from 'vitest'
import { parentRequest } from '~/forms/parent-request'
import { house, smallest, visitor } from './fixtures/house'
import { forgetDrafts } from './forget-drafts'
import { MailRefused, StoreUnavailable } from './failures'
import type { Message } from './ports'
import { sendMessages } from './send-messages'
import type { Services } from './services'
import { askForCode } from './sign-in'
import { submit } from './submit'

const home = house()
const FAMILY = 'ann@family.example'
const COUNCIL = 'send@anyborough.example'
const mailing = (send: (message: Message) => Promise<void>): Services => ({ ...home.services, mailer: { send } })
const down = () => mailing(() => Promise.reject(new Error('connect ECONNREFUSED')))
const sent = async () => {
  const draft = await home.draft({ ...smallest, requesterEmail: FAMILY })
  await submit(home.services, visitor, parentRequest, draft.reference)
  return draft
}
/** The outbox is looked at again and again, a little further apart than the first retries. */
const passing = async (services: Services, hours: number, stepMinutes = 1) => {
  for (let minutes = 0; minutes < hours * 60; minutes += stepMinutes) {
    await sendMessages(services)
    home.later(stepMinutes)
  }
}
const to = () => home.posted.map((message) => message.to).sort()

describe('an email that cannot be handed over', () => {
  it('is tried again after a minute, then more seldom, at most an hour apart', async () => {
    await home.draft()
    await sent()
    const triedAt: number[] = []
    const [first] = await home.store.messagesToSend(home.services.clock.now(), 1)
    await passing(mailing((message) => {
      if (message.id === first?.id) triedAt.push(Date.parse(home.services.clock.now()) / 60_000)
      return Promise.reject(new Error('busy'))
    }), 6)
    const waits = triedAt.slice(1).map((at, index) => Math.round(at - (triedAt[index] ?? 0)))
    expect(waits.slice(0, 4).map((wait, index) => wait - ([1, 2, 5, 15][index] ?? 0)).every((late) => late >= 0 && late <= 2)).toBe(true)
    expect(waits.slice(4).every((wait) => wait >= 60 && wait <= 62)).toBe(true)
  })

  it('is not lost in a day without mail, and goes once when mail is back', async () => {
    await sent()
    await passing(down(), 24, 10)
    await passing(home.services, 2, 10)
    expect(to()).toEqual([FAMILY, COUNCIL])
    expect(await home.store.mailStanding()).toEqual({ waiting: 0, givenUp: 0 })
  })

  it('may go twice where the portal stopped between the sending and writing it down, under the same id', async () => {
    await sent()
    let isBroken = true
    const broken: Services = { ...home.services, store: { ...home.store, messageSent: (id, at) => (isBroken ? ((isBroken = false), Promise.reject(new StoreUnavailable('disk full'))) : home.store.messageSent(id, at)) } }
    await expect(sendMessages(broken)).rejects.toThrow(StoreUnavailable)
    await passing(broken, 1, 10)
    const ids = home.posted.map(({ id }) => id)
    expect([ids.length, new Set(ids).size]).toEqual([3, 2])
  })

  it('is given up after three days, and counted', async () => {
    await sent()
    await passing(down(), 71, 30)
    expect(await home.store.mailStanding()).toMatchObject({ waiting: 2, givenUp: 0 })
    await passing(down(), 3, 30)
    expect(await home.store.mailStanding()).toEqual({ waiting: 0, givenUp: 2 })
    await passing(home.services, 1, 10)
    expect(to()).toEqual([])
  })
})

it('a code that has run out while mail was away is not sent any more', async () => {
  await askForCode(home.services, 'browser-1', FAMILY, 'en')
  await passing(down(), 1, 5)
  await passing(home.services, 1, 5)
  expect(to()).toEqual([])
  await askForCode(home.services, 'browser-1', FAMILY, 'en')
  await passing(home.services, 1, 5)
  expect(to()).toEqual([FAMILY])
})

describe('an email whose address does not exist', () => {
  const refusing = () => mailing((message) => (message.to === FAMILY ? Promise.reject(new MailRefused('no such address')) : home.services.mailer.send(message)))

  it('is tried once; the family reads it on the page of that request alone, until an email goes', async () => {
    const [{ id, reference }, other] = [await sent(), await home.draft()]
    await sendMessages(refusing())
    expect(await home.store.mailStanding()).toEqual({ waiting: 0, givenUp: 1 })
    expect(await home.store.unreachedSince(visitor, id)).toBeDefined()
    expect(await home.store.unreachedSince(visitor, other.id)).toBeUndefined()
    expect(await home.store.unreachedSince({ role: 'visitor', browser: 'another' }, id)).toBeUndefined()

    await home.store.record(visitor, id, { fact: { id: 'f2', fact: 'corrected', on: '2026-05-02', by: 'visitor', details: {} }, after: 1, messages: [{ id: 'm2', to: 'new@family.example', subject: reference, body: 'b', isToFamily: true }] }, home.services.clock.now())
    expect(await home.store.unreachedSince(visitor, id)).toBeDefined()
    await sendMessages(refusing())
    expect(await home.store.unreachedSince(visitor, id)).toBeUndefined()
    home.later(20 * 24 * 60)
    await forgetDrafts(home.services)
    expect(await home.store.unreachedSince(visitor, id)).toBeUndefined()
  })

  it('is said although an older email, to another address, goes later', async () => {
    const { id } = await sent()
    const [older] = await home.store.messagesToSend(home.services.clock.now(), 1)
    await home.store.record(visitor, id, { fact: { id: 'f2', fact: 'corrected', on: '2026-05-02', by: 'visitor', details: {} }, after: 1, messages: [{ id: 'm2', to: 'wrong@family.example', subject: 's', body: 'b', isToFamily: true }] }, home.services.clock.now())
    await home.store.messageGivenUp('m2', home.services.clock.now())
    await home.store.messageSent(older?.id ?? '', home.services.clock.now())
    expect(await home.store.unreachedSince(visitor, id)).toBeDefined()
  })

  it('is remembered for ninety days, and then forgotten', async () => {
    const { id } = await sent()
    await sendMessages(refusing())
    home.later(89 * 24 * 60)
    await forgetDrafts(home.services)
    expect(await home.store.unreachedSince(visitor, id)).toBeDefined()
    home.later(2 * 24 * 60)
    await forgetDrafts(home.services)
    expect(await home.store.unreachedSince(visitor, id)).toBeUndefined()
  })
})
