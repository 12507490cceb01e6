import { describe, expect, it } from 'vitest'
import { parentRequest } from '~/forms/parent-request'
import { addFact } from './add-fact'
import { council, house, smallest, visitor, withBroken } from './fixtures/house'
import { keyIn, type KeyedIn, type KeyIn } from './key-in'
import { StoreUnavailable } from './failures'
import { hashOf } from './sent-summary'
import { statusOf } from './status'
import { submit } from './submit'

const home = house()
const operator = { role: 'operator' } as const
const letter: KeyIn = { answers: smallest, receivedOn: '2026-04-20', how: 'letter', by: 'Jo Grey', language: 'en' }
/** The same without some of its answers. */
const without = (...questions: string[]) => Object.fromEntries(Object.entries(smallest).filter(([question]) => !questions.includes(question)))
const keyedIn = (told: Partial<KeyIn> = {}, services = home.services) => keyIn(services, operator, parentRequest, { ...letter, ...told })
const recorded = async (told?: Partial<KeyIn>): Promise<KeyedIn> => {
  const outcome = await keyedIn(told)
  if (!('keyedIn' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome.keyedIn
}
const mail = () => home.store.newestMessages(50)
const everything = async () => [await home.store.applications(operator), await mail()]

/** Somebody signs in with this address. */
async function signedIn(email: string) {
  const at = home.services.clock.now()
  const message = { id: email, to: email, subject: '', body: '' }
  await home.store.askForCode({ browser: email, email, codeHash: 'code', linkHash: email, askedAt: at, expiresAt: '2027', message })
  const result = await home.store.signIn({ browser: email, proof: { codeHash: 'code' }, at, claim: true, newTokenHash: email, newBrowser: email })
  return { role: 'person', person: 'person' in result ? result.person : '', browser: email } as const
}

describe('a letter that staff type in', () => {
  it('is a request received on the day it came, frozen as one that is sent, and the law counts from that day', async () => {
    const { application, received } = await recorded()
    expect(received).toMatchObject({ fact: 'received-on-paper', on: '2026-04-20', by: 'operator', details: { how: 'letter', keyedInBy: 'Jo Grey' } })
    expect(received.recordedAt).toMatch(/^2026-05-01T/)
    const [sent, ...more] = await home.store.sent(operator, application.id)
    expect(more).toEqual([])
    expect(sent).toMatchObject({ fact: received.id, hash: sent && hashOf(sent.summary) })
    const facts = await home.store.facts(council, application.id)
    expect(statusOf(facts, '2026-05-01').lateness).toMatchObject({ step: 'assess-decision', dueOn: '2026-06-01' })
  })

  it('says the same as the same answers sent by the family themselves', async () => {
    const { application } = await recorded({ receivedOn: '2026-05-01' })
    const draft = await home.draft()
    await submit(home.services, visitor, parentRequest, draft.reference)
    const [onPaper, online] = [await home.store.sent(operator, application.id), await home.store.sent(operator, draft.id)]
    expect(onPaper[0]?.hash).toBe(online[0]?.hash)
    expect(await home.store.parts(operator, application.id)).toEqual(await home.store.parts(operator, draft.id))
  })

  it('is answered with a receipt by email, and a notice, that hold no personal detail', async () => {
    await recorded()
    const told = await mail()
    expect(told.map(({ to }) => to).sort()).toEqual(['ann@family.example', 'send@anyborough.example'])
    for (const { subject, body } of told) {
      expect(body).toContain('Monday 20 April 2026')
      expect(`${subject} ${body}`).not.toMatch(/Alex|Zofia|Jo Grey|ann@family/)
    }
  })

  it.each(['no', 'unsure'])('gets no email where email is not safe (%s)', async (safeToEmail) => {
    expect(await recorded({ answers: { ...smallest, safeToEmail } })).not.toHaveProperty('email')
    expect((await mail()).map(({ to }) => to)).toEqual(['send@anyborough.example'])
  })

  it('is followed, and added to, by whoever signs in with the email in it, and by nobody else', async () => {
    const { application: { id, reference } } = await recorded()
    const [family, other] = [await signedIn('Ann@Family.example'), await signedIn('other@family.example')]
    expect((await home.store.applications(family)).map((each) => each.reference)).toEqual([reference])
    expect(await home.store.applications(other)).toEqual([])
    expect(await submit(home.services, family, parentRequest, reference)).toHaveProperty('unchanged')
    await home.store.savePart(family, id, { name: 'why-now', answers: { whyNow: 'School is hard.' }, base: 0 }, home.services.clock.now())
    expect(await submit(home.services, family, parentRequest, reference)).toMatchObject({ sent: { fact: 'added-to', on: '2026-05-01' } })
  })

  it('stays the council’s alone where it gives no safe email', async () => {
    const { application: { reference } } = await recorded({ answers: { ...smallest, safeToEmail: 'no' } })
    expect(await home.store.applications(await signedIn('ann@family.example'))).toEqual([])
    expect(await home.store.application(council, reference)).toBeDefined()
  })
})

describe('typed in again', () => {
  it('it is the same application, reference and copy, with one set of emails, whoever types and in whatever order', async () => {
    const first = await recorded()
    const turned = Object.fromEntries(Object.entries(smallest).reverse())
    const again = await Promise.all([recorded(), recorded({ by: 'Sam Okafor', answers: turned }), recorded({ how: 'phone' })])
    for (const each of again) expect(each).toMatchObject({ application: first.application, received: first.received, repeated: true })
    expect(await home.store.applications(operator)).toHaveLength(1)
    expect(await mail()).toHaveLength(2)
  })

  it('ten times at once, it is recorded once', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => recorded()))
    expect(new Set(all.map(({ application }) => application.reference)).size).toBe(1)
    expect(all.filter(({ repeated }) => !repeated)).toHaveLength(1)
    expect(await mail()).toHaveLength(2)
  })

  it('after a crash it is recorded, and before that nothing of it is there', async () => {
    await expect(keyedIn({}, withBroken(home.services, 'receive'))).rejects.toThrow(StoreUnavailable)
    expect(await everything()).toEqual([[], []])
    expect(await recorded()).toMatchObject({ repeated: false })
  })

  it('with another date or another word it is another request', async () => {
    const all = [await recorded(), await recorded({ receivedOn: '2026-04-21' }), await recorded({ answers: { ...smallest, whyNow: 'Now' } })]
    expect(new Set(all.map(({ application }) => application.reference)).size).toBe(3)
  })

  it('later, when it stands elsewhere, it changes nothing', async () => {
    const first = await recorded()
    await addFact(home.services, operator, first.application.reference, { fact: 'assessment-agreed', on: '2026-05-01' })
    const before = await home.store.facts(operator, first.application.id)
    expect(await recorded()).toMatchObject({ repeated: true, received: first.received })
    expect(await home.store.facts(operator, first.application.id)).toEqual(before)
  })

  it('a reference that was told on the phone is kept, unless it is taken', async () => {
    const { application } = await recorded({ reference: '2222-2222' })
    expect(application.reference).toBe('2222-2222')
    expect(await keyedIn({ reference: '2222-2222', receivedOn: '2026-04-22' })).toEqual({ failed: 'reference-taken' })
  })
})

describe('what is not written on it', () => {
  it('never stops staff when it says who, who asks and that they ask; it is named', async () => {
    const { missing } = await recorded({ answers: without('childBirthDate', 'whoYouAre', 'requesterEmail') })
    expect(missing.map(({ question, code }) => `${question} ${code}`)).toEqual(['whoYouAre required', 'childBirthDate required', 'requesterEmail needs.wayToReach'])
  })

  it.each(['childFirstNames', 'requesterFirstNames', 'askForAssessment'])('without %s it is no request', async (question) => {
    const outcome = await keyedIn({ answers: without(question) })
    expect(outcome).toMatchObject({ missing: [expect.objectContaining({ question })] })
    expect(await everything()).toEqual([[], []])
  })

  it.each([
    ['a day that has not come', { receivedOn: '2026-05-02' }, { refused: expect.objectContaining({ code: 'in-the-future' }) }],
    ['a day before these limits were law', { receivedOn: '2015-03-22' }, { refused: expect.objectContaining({ code: 'too-long-ago' }) }],
    ['a question that the form does not have', { answers: { ...smallest, shoeSize: '3' } }, { faults: [{ question: 'shoeSize', code: 'unknown-question' }] }],
    ['a wrong value', { answers: { ...smallest, requesterEmail: 'ann' } }, { faults: [expect.objectContaining({ question: 'requesterEmail' })] }],
    ['nobody who types', { by: ' ' }, { invalid: expect.anything() }],
  ])('is refused: %s', async (_what, told, outcome) => {
    expect(await keyedIn(told)).toMatchObject(outcome)
    expect(await everything()).toEqual([[], []])
  })

  it('warns of what looks odd, and of answers that do not count, and stops nobody', async () => {
    const services = { ...home.services, council: { ...home.services.council, postcodeAreas: ['AB'] } }
    const answers = { ...smallest, yourRole: 'friend', childAddress: { lines: ['1 Mill Lane'], town: 'Leeds', postcode: 'LS1 1UR' } }
    expect(await keyedIn({ answers }, services)).toMatchObject({ keyedIn: { warnings: { childAddress: expect.any(String) as string }, ignored: ['yourRole'] } })
  })

  it.each([visitor, council])('is for staff: $role may not', async (actor) => {
    await expect(keyIn(home.services, actor, parentRequest, letter)).rejects.toThrow('may not key-in')
  })
})
