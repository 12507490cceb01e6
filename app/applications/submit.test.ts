import { describe, expect, it } from 'vitest'
import { paperDetails } from '~/forms/paper-details'
import { parentRequest } from '~/forms/parent-request'
import { describeUpload } from './describe-upload'
import { council, fieldsFor, house, smallest, stranger, visitor, withBroken } from './fixtures/house'
import { openApplication } from './open-application'
import { NotFound } from './permissions'
import { StoreUnavailable } from './failures'
import { saveAnswers } from './save-answers'
import { hashOf } from './sent-summary'
import { receivedAs } from './standing'
import { statusOf } from './status'
import { submit } from './submit'
import { toSendOf } from './to-send'
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

  it('words that may mean danger, asks staff to read it today, once, and tells the family nothing of that', async () => {
    const { id, reference } = await home.draft({ ...smallest, whyNow: 'He says he wants to die.' })
    expect(await send(reference)).toMatchObject({ sent: { fact: 'submitted', details: {} } })
    expect((await mail()).filter(({ subject }) => subject.includes('today'))).toEqual([])
    const save = (base: number, whyNow: string) => saveAnswers(home.services, visitor, parentRequest, { reference, page: 'why-now', base }, fieldsFor({ ...smallest, whyNow }))
    expect(await save(1, 'I want to die.')).toMatchObject({ warnings: { whyNow: 'danger' } })
    expect(await send(reference)).toMatchObject({ sent: { fact: 'corrected', details: { remarks: ['danger'] } } })
    await save(2, 'I still want to die.')
    expect(await send(reference)).toMatchObject({ sent: { fact: 'corrected', details: {} } })
    const urgent = (await mail()).filter(({ subject }) => subject.includes('today'))
    expect(urgent).toEqual([{ to: 'send@anyborough.example', subject: `Read request ${reference} today`, body: expect.not.stringMatching(/Alex|die/) }])
    expect((await home.store.facts(visitor, id)).map(({ fact }) => fact)).toEqual(['submitted', 'corrected', 'corrected'])
  })

  it('about a paper in words that may mean danger, asks staff to read it: with what is sent, or once afterwards', async () => {
    const paperOf = async (application: string) => {
      const upload = { id: `paper of ${application}`, object: application, name: 'day.txt', details: {}, by: { role: 'visitor' } } as const
      await home.store.beginUpload(visitor, application, upload, home.services.uploadLimits, home.services.clock.now())
      return upload.id
    }
    const describe = (reference: string, upload: string, base: number, title: string) =>
      describeUpload(home.services, visitor, paperDetails, reference, upload, base, (name) => (name === 'paperTitle' ? [title] : []))
    const urgent = async () => (await mail()).filter(({ subject }) => subject.includes('today')).map(({ to, body }) => [to, body.includes('die')])

    const draft = await home.draft()
    const inDraft = await paperOf(draft.id)
    await describe(draft.reference, inDraft, 0, 'I want to die')
    expect(await urgent()).toEqual([])
    expect(await send(draft.reference)).toMatchObject({ sent: { details: { remarks: ['danger'] } } })
    await describe(draft.reference, inDraft, 1, 'I still want to die')
    expect(await urgent()).toEqual([['send@anyborough.example', false]])

    const mended = await home.draft()
    const paper = await paperOf(mended.id)
    await describe(mended.reference, paper, 0, 'I want to die')
    await describe(mended.reference, paper, 1, 'My day')
    expect(await send(mended.reference)).toMatchObject({ sent: { details: {} } })
    for (const base of [2, 3]) await describe(mended.reference, paper, base, 'I want to die')
    expect(await urgent()).toHaveLength(2)
  })

  it('about danger in one item of several, marks the request', async () => {
    const { reference } = await home.draft({ ...smallest, helpers: [{ key: 'a1', helperName: 'Jo', helperAsk: 'do-not-contact', helperWhyNot: 'I want to die' }] })
    expect(await send(reference)).toMatchObject({ sent: { details: { remarks: ['do-not-tell', 'danger'] } } })
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

describe('a parent who reads their answers before they send', () => {
  const see = async (reference: string) => (await toSendOf(home.services, visitor, parentRequest, await openApplication(home.services, visitor, parentRequest, reference, 'read'))).mark
  const sendSeen = (reference: string, seen: string) => submit(home.services, visitor, parentRequest, reference, seen)
  const rename = (reference: string, requesterLastName: string, base: number) =>
    saveAnswers(home.services, visitor, parentRequest, { reference, page: 'your-name', base }, fieldsFor({ ...smallest, requesterLastName }))

  it('sends what they saw, once, and nothing that was changed after they looked', async () => {
    const { id, reference } = await home.draft()
    const stale = await see(reference)
    await rename(reference, 'Nowak', 1)
    expect(await sendSeen(reference, stale)).toEqual({ changed: true })
    expect(await sendSeen(reference, '')).toEqual({ changed: true })
    expect([await home.store.facts(visitor, id), await mail()]).toEqual([[], []])
    const seen = await see(reference)
    for (const outcome of await Promise.all(Array.from({ length: 10 }, () => sendSeen(reference, seen)))) expect(outcome).not.toHaveProperty('changed')
    expect(await sendSeen(reference, stale)).toHaveProperty('unchanged')
    expect(await home.store.facts(visitor, id)).toHaveLength(1)
  })

  it('does so with a change after sending, too', async () => {
    const { id, reference } = await home.draft()
    const first = await see(reference)
    await send(reference)
    await rename(reference, 'Nowak', 1)
    expect(await sendSeen(reference, first)).toEqual({ changed: true })
    const second = await see(reference)
    await rename(reference, 'Nowakowska', 2)
    expect(await sendSeen(reference, second)).toEqual({ changed: true })
    expect(await home.store.facts(visitor, id)).toHaveLength(1)
    expect(await sendSeen(reference, await see(reference))).toHaveProperty('sent')
  })

  it('is given a mark that tells nothing of the answers without the key', async () => {
    const { reference } = await home.draft()
    const other = { ...home.services, secrets: { hash: () => 'another key' } }
    expect((await toSendOf(other, visitor, parentRequest, await openApplication(other, visitor, parentRequest, reference, 'read'))).mark).toBe('another key')
  })
})

describe('a parent whose child has a plan', () => {
  const withPlan = { ...smallest, askedBefore: 'has-plan', planAssessedOn: '2024-02' }
  const factsOf = async (id: string) => (await home.store.facts(visitor, id)).map(({ fact, details }) => ({ fact, details }))
  const say = (reference: string, answers: object, base = 1) =>
    saveAnswers(home.services, visitor, parentRequest, { reference, page: 'asked-before', base }, fieldsFor(answers as typeof smallest))
  const standing = async (id: string) => {
    const { route, lateness } = statusOf(await home.store.facts(visitor, id), home.services.clock.today())
    return [route, lateness?.step, lateness?.dueOn]
  }

  it('asks to assess again: the council has 15 days, and its mailbox says so', async () => {
    const { id, reference } = await home.draft(withPlan)
    await send(reference)
    expect(await factsOf(id)).toEqual([{ fact: 'submitted', details: { request: 're-assessment', remarks: ['has-plan'] } }])
    expect(await standing(id)).toEqual(['reassessment', 'reassess-decision', '2026-05-16'])
    expect((await mail()).find(({ to }) => to === 'send@anyborough.example')?.body).toContain('15 days')
  })

  it('and was assessed in the last six months can send all the same; staff see a remark', async () => {
    for (const [planAssessedOn, remarks] of [['2025-11-02', ['has-plan', 'assessed-lately']], ['2025-11-01', ['has-plan']], ['2025-11', ['has-plan', 'assessed-lately']], [null, ['has-plan']]] as const) {
      const { id, reference } = await home.draft({ ...withPlan, planAssessedOn })
      expect(await send(reference)).toHaveProperty('sent')
      expect((await factsOf(id))[0]?.details).toMatchObject({ remarks })
    }
  })

  it('that turns out to be no plan, has the first limits again, from the first day', async () => {
    const { id, reference } = await home.draft(withPlan)
    await send(reference)
    home.later(3 * 24 * 60)
    await say(reference, { askedBefore: 'no' })
    await send(reference)
    expect((await factsOf(id))[1]).toEqual({ fact: 'corrected', details: { request: 'first' } })
    expect(await standing(id)).toEqual(['new', 'assess-decision', '2026-06-12'])
    await say(reference, { askedBefore: 'has-plan' }, 2)
    await send(reference)
    expect(await standing(id)).toEqual(['reassessment', 'reassess-decision', '2026-05-16'])
  })

  it('does not undo what the council found out by changing something else', async () => {
    const { id, reference } = await home.draft(withPlan)
    await send(reference)
    const found = { fact: { id: 'found', fact: 'corrected', on: '2026-05-01', by: 'case-system', details: { request: 'first' } }, after: 1 } as const
    await home.store.record(council, id, found, home.services.clock.now())
    await saveAnswers(home.services, visitor, parentRequest, { reference, page: 'your-name', base: 1 }, fieldsFor({ ...smallest, requesterLastName: 'Nowak' }))
    await send(reference)
    expect((await factsOf(id))[2]?.details).toEqual({})
    expect((await standing(id))[0]).toBe('new')
  })

  it('after the decision can still say otherwise, and the limits stay as they are', async () => {
    const { id, reference } = await home.draft(withPlan)
    await send(reference)
    const decided = { fact: { id: 'decided', fact: 'reassessment-decided', on: '2026-05-01', by: 'case-system', details: { outcome: 'assess' } }, after: 1 } as const
    await home.store.record(council, id, decided, home.services.clock.now())
    await say(reference, { askedBefore: 'no' })
    await send(reference)
    expect((await factsOf(id))[2]).toEqual({ fact: 'corrected', details: {} })
    expect((await standing(id))[0]).toBe('reassessment')
  })

  it('with another council keeps the first limits, and staff see it', async () => {
    const { id, reference } = await home.draft({ ...smallest, askedBefore: 'has-plan-elsewhere' })
    await send(reference)
    expect((await factsOf(id))[0]).toEqual({ fact: 'submitted', details: { remarks: ['plan-elsewhere'] } })
    expect((await standing(id))[0]).toBe('new')
  })
})

describe('somebody who is not the family', () => {
  const told = { ...smallest, whoYouAre: 'other', askedBefore: 'has-plan' }

  it('brings the child to the council’s notice: the same clock, once, with a receipt and a notice of its own', async () => {
    const { id, reference } = await home.draft(told)
    await Promise.all(Array.from({ length: 5 }, () => send(reference)))
    const facts = await home.store.facts(visitor, id)
    expect(facts.map(({ fact, details }) => [fact, details])).toEqual([['brought-to-notice', { remarks: ['has-plan'] }]])
    expect(receivedAs(facts)?.fact).toBe('brought-to-notice')
    expect(statusOf(facts, '2026-05-01')).toMatchObject({ route: 'new', lateness: { dueOn: '2026-06-12' } })
    expect((await mail()).map(({ to }) => to).sort()).toEqual(['ann@family.example', 'send@anyborough.example'])
    expect((await mail()).find(({ to }) => to === 'send@anyborough.example')?.subject).toContain('from someone else')
    expect(await send(reference)).toHaveProperty('unchanged')
  })

  it('can add to it, and has nothing that they could withdraw', async () => {
    const { id, reference } = await home.draft(told)
    await send(reference)
    await saveAnswers(home.services, visitor, parentRequest, { reference, page: 'why-now', base: 0 }, fieldsFor({ whyNow: 'I worry.' }))
    expect(await send(reference)).toMatchObject({ sent: { fact: 'added-to' } })
    await expect(withdraw(home.services, visitor, parentRequest, reference)).rejects.toThrow(NotFound)
    expect(await home.store.facts(visitor, id)).toHaveLength(2)
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
