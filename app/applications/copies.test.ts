import { expect, it } from 'vitest'
import { nextOf } from '~/engine/copy-view'
import { draftPlanReply } from '~/forms/draft-plan-reply'
import { parentRequest } from '~/forms/parent-request'
import { schoolAdvice } from '~/forms/school-advice'
import { wordsFor } from '~/i18n/words'
import { copiesOf, standingCopyOf } from './copies'
import { council, fieldsFor, house, smallest, visitor } from './fixtures/house'
import { keyIn } from './key-in'
import { openApplication } from './open-application'
import { replyToDraft } from './reply-to-draft'
import { saveAnswers } from './save-answers'
import { hashOf } from './sent-summary'
import { statusOf } from './status'
import { submit } from './submit'

const home = house()
const send = (reference: string) => submit(home.services, visitor, parentRequest, reference)
const start = async (answers: object) => {
  const draft = await home.draft({ ...answers })
  await send(draft.reference)
  return draft
}
const copiesAt = async (reference: string) => {
  const open = await openApplication(home.services, visitor, parentRequest, reference, 'read')
  const facts = await home.store.facts(visitor, open.application.id)
  return copiesOf(home.services, { ...open, actor: visitor, form: parentRequest, facts }, wordsFor('en'))
}
it('a first request has the days of the 20 weeks', async () => {
  const { reference } = await start(smallest)
  expect(await copiesAt(reference)).toMatchObject([{ due: { request: 'first', countedFrom: '2026-05-01', decideBy: '2026-06-12', planBy: '2026-08-21', finalBy: '2026-09-18' } }])
})

it('a request to assess again under a plan has 15 days, and no others that could be dated yet (2014 Regulations reg 25(1))', async () => {
  const { reference } = await start({ ...smallest, askedBefore: 'has-plan' })
  const [copy] = await copiesAt(reference)
  expect(copy?.due).toEqual({ request: 're-assessment', countedFrom: '2026-05-01', decideBy: '2026-05-16' })
})

it('a letter that asks to assess again is recorded as such', async () => {
  const actor = { role: 'operator' } as const
  const outcome = await keyIn(home.services, actor, parentRequest, { answers: { ...smallest, askedBefore: 'has-plan' }, receivedOn: '2026-04-30', by: 'Jo Grey', how: 'letter', language: 'en' })
  expect(outcome).toMatchObject({ keyedIn: { received: { details: { request: 're-assessment', remarks: ['has-plan'] } } } })
  const [application] = await home.store.applications(council, { at: '', limit: 9 })
  const facts = await home.store.facts(council, application?.id ?? '')
  expect(statusOf(facts, home.services.clock.today())).toMatchObject({ route: 'reassessment' })
  const notices = (await home.store.newestMessages(9)).filter(({ to }) => to === home.services.council.mailbox)
  expect(notices.map(({ body }) => body)).toEqual([expect.stringContaining('within 15 days')])
})

it('what a school knows about somebody else’s request promises no days of its own, to the school or to the council', async () => {
  const answers = { schoolUse: 'evidence', requestReference: '7K4X-92QF', settingName: 'Elm School', writerPhone: '0113 496 0000', childFirstNames: 'Malik', childBirthDate: '2018-03-12' }
  const { id, reference } = await home.draft(answers, visitor, schoolAdvice)
  expect(await submit(home.services, visitor, schoolAdvice, reference)).toMatchObject({ sent: { fact: 'brought-to-notice' } })
  const open = await openApplication(home.services, visitor, schoolAdvice, reference, 'read')
  const [copy] = await copiesOf(home.services, { ...open, actor: visitor, form: schoolAdvice, facts: await home.store.facts(visitor, id) }, wordsFor('en'))
  expect(copy).toMatchObject({ by: 'evidence' })
  const next = copy && nextOf(copy, wordsFor('en'))
  expect(next?.text).toBe('If the family or we asked before, the dates of that request count.')
  expect(next?.steps[1]).toBe('If nobody asked before, we tell the family yes or no by Friday 12 June 2026.')
  expect((await home.store.newestMessages(9)).map(({ subject }) => subject)).toEqual([`Evidence ${reference} from a school`])
})

it('what was said of a draft plan has a copy without the days of a request', async () => {
  const { id, reference } = await start(smallest)
  for (const [after, fact] of (['assessment-agreed', 'draft-plan-sent'] as const).entries()) {
    await home.store.record(council, id, { fact: { id: `${id}-${fact}`, fact, on: '2026-05-01', by: 'case-system', details: {} }, after: after + 1 }, home.services.clock.now())
  }
  await replyToDraft(home.services, visitor, parentRequest, reference, { text: 'More hours.', wantsToMeet: false, key: 'k' }, { form: draftPlanReply, answers: { draftComments: 'More hours.' } })
  const [, copy] = await copiesAt(reference)
  expect(copy).toMatchObject({ summary: { form: 'draft-plan-reply' } })
  expect(copy).not.toHaveProperty('due')
})

it('the copy of what stands proves what was sent, until a change makes it what nobody sent', async () => {
  const { id, reference } = await start(smallest)
  const standing = async () => {
    const { application } = await openApplication(home.services, visitor, parentRequest, reference, 'read')
    return standingCopyOf(home.services, { application, facts: await home.store.facts(visitor, id), sent: await home.store.sent(visitor, id) })
  }
  const first = await standing()
  expect(first?.hash).toBe(first && hashOf(first.summary))
  expect(first).not.toHaveProperty('changedAt')

  await saveAnswers(home.services, visitor, parentRequest, { reference, page: 'your-name', base: 1 }, fieldsFor({ ...smallest, requesterFirstNames: 'Maria' }))
  await send(reference)
  const changed = await standing()
  expect(changed).toMatchObject({ sentAt: first?.sentAt, due: first?.due })
  expect(changed).not.toHaveProperty('hash')
  expect((await copiesAt(reference)).map(({ hasLater }) => hasLater)).toEqual([true, undefined])
  expect(changed?.changedAt).toBe((await home.store.facts(visitor, id)).at(-1)?.recordedAt)
  expect(JSON.stringify(changed?.summary)).toContain('Maria')
})
