import { describe, expect, it } from 'vitest'
import { parentRequest } from '~/forms/parent-request'
import { council, fieldsFor, house, smallest, stranger, visitor, withBroken } from './fixtures/house'
import { NotFound } from './permissions'
import { StoreUnavailable } from './ports'
import { saveAnswers } from './save-answers'
import { hashOf } from './sent-summary'
import { submit } from './submit'
import { withdraw } from './withdraw'

const home = house()
const send = (reference: string, services = home.services) => submit(services, visitor, parentRequest, reference)
const mail = async () => (await home.store.newestMessages(50)).map(({ to, subject, body }) => ({ to, subject, body }))

describe('a parent who sends', () => {
  it('has sent it once, with a receipt and a notice that hold no personal detail', async () => {
    const { id, reference } = await home.draft()
    expect(await send(reference)).toMatchObject({ sent: { fact: 'submitted', on: '2026-05-01' } })
    const [frozen, ...more] = await home.store.sent(visitor, id)
    expect(more).toEqual([])
    expect(frozen?.hash).toBe(frozen && hashOf(frozen.summary))
    expect((await mail()).map(({ to }) => to).sort()).toEqual(['ann@family.example', 'send@anyborough.example'])
    for (const { subject, body } of await mail()) expect(`${subject} ${body}`).not.toMatch(/Alex|Zofia|ann@family/)
  })

  it('pressed ten times at once: one fact, one pair of emails', async () => {
    const { id, reference } = await home.draft()
    await Promise.all(Array.from({ length: 10 }, () => send(reference)))
    expect(await home.store.facts(visitor, id)).toHaveLength(1)
    expect(await mail()).toHaveLength(2)
  })

  it('without what the law needs is told what is missing, and nothing is sent', async () => {
    const { id, reference } = await home.draft({ whoYouAre: 'parent' })
    expect(await send(reference)).toMatchObject({ missing: expect.arrayContaining([expect.objectContaining({ question: 'childBirthDate' })]) })
    expect([await home.store.facts(visitor, id), await mail()]).toEqual([[], []])
  })

  it('and changes something later, sends a correction; what was sent stays as it was', async () => {
    const { id, reference } = await home.draft()
    await send(reference)
    const [first] = await home.store.sent(visitor, id)
    expect(await send(reference)).toHaveProperty('unchanged')
    await saveAnswers(home.services, visitor, parentRequest, { reference, page: 'your-name', base: 1 }, fieldsFor({ ...smallest, requesterFirstNames: 'Maria', requesterLastName: 'Nowak' }))
    expect(await send(reference)).toMatchObject({ sent: { fact: 'corrected' } })
    expect((await home.store.sent(visitor, id))[0]).toEqual(first)
  })

  it('when email is not safe, gets none; the council still does', async () => {
    const { reference } = await home.draft({ ...smallest, safeToEmail: 'no' })
    await send(reference)
    expect((await mail()).map(({ to }) => to)).toEqual(['send@anyborough.example'])
  })

  it('cannot send what is somebody else’s', async () => {
    const { reference } = await home.draft()
    await expect(submit(home.services, stranger, parentRequest, reference)).rejects.toThrow(NotFound)
    await expect(submit(home.services, council, parentRequest, reference)).rejects.toThrow('may not send')
  })

  it('while the disk is full, has sent nothing, and can send it later', async () => {
    const { id, reference } = await home.draft()
    await expect(send(reference, withBroken(home.services, 'record'))).rejects.toThrow(StoreUnavailable)
    expect([await home.store.facts(visitor, id), await mail()]).toEqual([[], []])
    expect(await send(reference)).toHaveProperty('sent')
  })
})

describe('a parent who withdraws', () => {
  it('does so once, and can send nothing after', async () => {
    const { id, reference } = await home.draft()
    await send(reference)
    const take = () => withdraw(home.services, visitor, parentRequest, reference)
    await Promise.all([take(), take(), take()])
    expect((await home.store.facts(visitor, id)).map(({ fact }) => fact)).toEqual(['submitted', 'withdrawn'])
    expect(await send(reference)).toMatchObject({ closed: { fact: 'withdrawn' } })
    expect((await mail())[0]?.subject).toMatch(/withdrawn|stopped/)
  })

  it('has nothing to withdraw before it was sent', async () => {
    const { id, reference } = await home.draft()
    expect(await withdraw(home.services, visitor, parentRequest, reference)).toBeUndefined()
    expect(await home.store.facts(visitor, id)).toEqual([])
  })

  it('cannot withdraw for others', async () => {
    const { reference } = await home.draft()
    await expect(withdraw(home.services, stranger, parentRequest, reference)).rejects.toThrow(NotFound)
  })
})
