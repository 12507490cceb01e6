import { describe, expect, it } from 'vitest'
import { parentRequest } from '~/forms/parent-request'
import { wordsFor } from '~/i18n/words'
import type { Actor } from './actor'
import { findRequest } from './find-request'
import { fieldsFor, house, smallest, visitor } from './fixtures/house'
import { NotAllowed } from './permissions'
import { saveAnswers } from './save-answers'
import { submit } from './submit'

const home = house()
const named = { ...smallest, preferredName: 'Robbie', childFirstNames: 'Róbin James', childLastName: 'Lee' }

let browsers = 0
const personWith = async (email: string): Promise<Actor> => {
  const browser = `browser ${(browsers += 1)}`
  const request = { browser, email, codeHash: 'code', linkHash: browser, askedAt: '2026-05-01T09:00:00.000Z', expiresAt: '2026-05-01T10:00:00.000Z' }
  await home.store.askForCode({ ...request, message: { id: browser, to: email, subject: '', body: '' } })
  const signedIn = await home.store.signIn({ browser, proof: { codeHash: 'code' }, at: '2026-05-01T09:01:00.000Z', claim: false, newTokenHash: browser, newBrowser: browser })
  if (!('person' in signedIn)) throw new Error(signedIn.refused)
  return { role: 'person', person: signedIn.person, browser }
}
const sent = async (answers = named) => {
  const { reference } = await home.draft(answers)
  await submit(home.services, visitor, parentRequest, reference)
  return reference
}
const elsewhere = wordsFor('en').text('mail:receipt.elsewhere')
const receipts = async () => (await home.store.newestMessages(9)).filter(({ to, body }) => to === 'ann@family.example' && body !== '').map(({ body }) => body)
const find = (actor: Actor, reference: string, name: string) => findRequest(home.services, actor, reference, name)

describe('a request that was sent without signing in', () => {
  it.each(['Robin', ' RÓBIN-James', 'robbie', 'ROBBIE Lee'])('is found by whoever has its email and writes the name as %s, once and for all', async (name) => {
    const reference = await sent()
    expect(await receipts()).toEqual([expect.stringContaining(elsewhere)])
    const ann = await personWith('Ann@Family.example')
    expect(await home.store.application(ann, reference)).toBeUndefined()
    expect(await find(ann, reference, name)).toBe(true)
    expect(await home.store.application(ann, reference)).toMatchObject({ reference })
    expect(await find(ann, reference, 'anything')).toBe(true)
    expect(await home.store.application(visitor, reference)).toBeUndefined()
  })

  it('is not found by another email, another name or no name, nor a second time by somebody else', async () => {
    const reference = await sent()
    const [ann, other] = [await personWith('ann@family.example'), await personWith('anne@family.example')]
    for (const name of ['James', 'Lee', 'Rob', '', '-']) expect(await find(ann, reference, name)).toBe(false)
    expect(await find(other, reference, 'Robin')).toBe(false)
    expect(await home.store.application(visitor, reference)).toBeDefined()
    expect(await find(ann, reference, 'Robin')).toBe(true)
    expect(await find(other, reference, 'Robin')).toBe(false)
  })

  it('is found by the email that it has now, and by none where email is not safe', async () => {
    const reference = await sent()
    await saveAnswers(home.services, visitor, parentRequest, { reference, page: 'your-email-and-phone', base: 1 }, fieldsFor({ ...named, requesterEmail: 'new@family.example' }))
    await submit(home.services, visitor, parentRequest, reference)
    expect(await find(await personWith('ann@family.example'), reference, 'Robin')).toBe(false)
    expect(await find(await personWith('new@family.example'), reference, 'Robin')).toBe(true)
    const unsafe = await sent({ ...named, safeToEmail: 'no' })
    expect(await find(await personWith('ann@family.example'), unsafe, 'Robin')).toBe(false)
  })

  it('is found by its last name where it has no other, however its letters are written', async () => {
    const reference = await sent({ ...smallest, preferredName: '', childFirstNames: '', childLastName: 'Łukasiewicz' })
    expect(await find(await personWith('ann@family.example'), reference, 'lukasiewicz')).toBe(true)
  })

  it('is found by nobody after ten wrong tries, whoever they were', async () => {
    const reference = await sent()
    for (let tries = 0; tries < 5; tries += 1) for (const email of ['ann@family.example', 'anne@family.example']) expect(await find(await personWith(email), reference, `Name ${tries}`)).toBe(false)
    expect(await find(await personWith('ann@family.example'), reference, 'Robin')).toBe(false)
  })

  it('is not found when it was sent by somebody signed in', async () => {
    const ann = await personWith('ann@account.example')
    const { reference } = await home.draft(named, ann)
    await submit(home.services, ann, parentRequest, reference)
    expect(await find(await personWith('ann@family.example'), reference, 'Robin')).toBe(false)
    expect(await receipts()).toEqual([expect.not.stringContaining(elsewhere)])
  })

  it('is not there to be found before it is sent, nor by somebody who is not signed in', async () => {
    const { reference } = await home.draft(named)
    expect(await find(await personWith('ann@family.example'), reference, 'Robin')).toBe(false)
    await expect(find(visitor, reference, 'Robin')).rejects.toThrow(NotAllowed)
  })
})
