import { describe, expect, it } from 'vitest'
import { parentRequest } from '~/forms/parent-request'
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
const find = (actor: Actor, reference: string, name: string) => findRequest(home.services, actor, reference, name)

describe('a request that was sent without signing in', () => {
  it.each(['Robin', ' RÓBIN-James', 'robbie', 'Lee'])('is found by whoever has its email and writes the name as %s, once and for all', async (name) => {
    const reference = await sent()
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
    for (const name of ['James', 'Rob', '', '-']) expect(await find(ann, reference, name)).toBe(false)
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

  it('is not there to be found before it is sent, nor by somebody who is not signed in', async () => {
    const { reference } = await home.draft(named)
    expect(await find(await personWith('ann@family.example'), reference, 'Robin')).toBe(false)
    await expect(find(visitor, reference, 'Robin')).rejects.toThrow(NotAllowed)
  })
})
