import { describe, expect, it } from 'vitest'
import { draftPlanReply } from '~/forms/draft-plan-reply'
import { parentRequest } from '~/forms/parent-request'
import { wordsFor } from '~/i18n/words'
import { toApiApplication } from '~/api/to-api-application'
import { council, fieldsFor, house, smallest, stranger, visitor } from './fixtures/house'
import type { FactName } from './facts'
import { NotFound } from './permissions'
import { replyToDraft, type DraftReply } from './reply-to-draft'
import { saveAnswers } from './save-answers'
import { changesSince } from './sent-summary'
import { submit } from './submit'
import { statusOf } from './status'
import { summaryOf } from '~/engine/summary'
import { openApplication } from './open-application'
import { timelineViewOf } from './timeline-view'

const home = house()
const said = 'Section F is thin.\n\nPlease say how many hours.'
const full: DraftReply = { text: said, school: 'Oak School', wantsToMeet: true, key: 'k1' }
const reply = (reference: string, what: DraftReply = full, actor: typeof visitor | typeof stranger = visitor) =>
  replyToDraft(home.services, actor, parentRequest, reference, what, { form: draftPlanReply, answers: { draftComments: what.text ?? null, draftSchool: what.school ?? null, draftMeeting: what.wantsToMeet ? ['meet'] : null } })
const factsOf = async (id: string) => (await home.store.facts(visitor, id)).slice(3).map(({ fact, on, by, details }) => ({ fact, on, by, details }))

/** A family that has a draft plan since today. */
async function withDraft(answers: object = smallest) {
  const draft = await home.draft({ ...answers })
  await submit(home.services, visitor, parentRequest, draft.reference)
  for (const [after, fact] of (['assessment-agreed', 'draft-plan-sent'] as const satisfies readonly FactName[]).entries()) {
    await home.store.record(council, draft.id, { fact: { id: `${draft.id}-${fact}`, fact, on: '2026-05-01', by: 'case-system', details: {} }, after: after + 1 }, home.services.clock.now())
  }
  return draft
}

describe('a family that answers a draft plan', () => {
  it('is heard in its own words on that day, with one receipt, and the council’s mailbox learns of both wishes', async () => {
    const { id, reference } = await withDraft()
    const before = (await home.store.newestMessages(50)).length
    await reply(reference)
    expect(await factsOf(id)).toEqual([
      { fact: 'comments-received', on: '2026-05-01', by: 'visitor', details: { text: said, school: 'Oak School' } },
      { fact: 'meeting-asked-for', on: '2026-05-01', by: 'visitor', details: {} },
    ])
    const messages = (await home.store.newestMessages(50)).slice(0, -before)
    expect(messages.map(({ to }) => to).sort()).toEqual(['ann@family.example', 'send@anyborough.example', 'send@anyborough.example'])
    for (const { subject, body } of messages) expect(`${subject} ${body}`).not.toMatch(/Section F|Oak|Alex|Zofia/)
    const frozen = (await home.store.sent(visitor, id))[1]
    expect(frozen?.summary).toMatchObject({ form: 'draft-plan-reply', language: 'en' })
    expect(frozen?.summary.sections[0]?.rows[0]?.lines.join('\n\n')).toContain('Section F is thin.')
  })

  it('pressed again and again is heard once, and may say more later', async () => {
    const { id, reference } = await withDraft()
    await Promise.all([reply(reference), reply(reference), reply(reference)])
    expect((await factsOf(id)).map(({ fact }) => fact)).toEqual(['comments-received', 'meeting-asked-for'])
    await reply(reference, { text: 'One more thing.', wantsToMeet: true, key: 'k2' })
    expect((await factsOf(id)).map(({ fact }) => fact)).toEqual(['comments-received', 'meeting-asked-for', 'comments-received'])
  })

  it('is heard again with other words from the same page', async () => {
    const { id, reference } = await withDraft()
    await reply(reference, { text: 'One.', wantsToMeet: false, key: 'k1' })
    await reply(reference, { text: 'Two.', wantsToMeet: false, key: 'k1' })
    expect((await factsOf(id)).map(({ details }) => details)).toEqual([{ text: 'One.' }, { text: 'Two.' }])
  })

  it('is read by staff on that day where words may mean danger, of which its own copy says nothing', async () => {
    const { id, reference } = await withDraft()
    const before = (await home.store.newestMessages(50)).length
    const press = () => reply(reference, { text: 'Some days I want to die.', wantsToMeet: false, key: 'k1' })
    await Promise.all([press(), press()])
    expect((await factsOf(id)).map(({ details }) => details)).toEqual([{ text: 'Some days I want to die.', remarks: ['danger'] }])
    const messages = (await home.store.newestMessages(50)).slice(0, -before)
    expect(messages.map(({ to, subject }) => [to, subject.includes('today')])).toContainEqual(['send@anyborough.example', true])
    expect(messages.filter(({ to }) => to === 'ann@family.example').map(({ body }) => body).join()).not.toMatch(/danger|today/)
  })

  it('may only ask to meet', async () => {
    const { id, reference } = await withDraft()
    await reply(reference, { wantsToMeet: true, key: 'k1' })
    expect((await factsOf(id)).map(({ fact }) => fact)).toEqual(['meeting-asked-for'])
    const today = home.services.clock.today()
    const { stages } = timelineViewOf({ facts: await home.store.facts(visitor, id), name: 'Zofia', viewer: 'family', today, words: wordsFor('en') })
    const card = stages.find(({ card: one }) => one)?.card
    expect(card?.now.texts.join(' ')).toContain('you asked to meet us')
    expect(card?.youCan.deeds.map(({ kind }) => kind)).not.toContain('meet')
  })

  it('has changed nothing in the request itself', async () => {
    const { id, reference } = await withDraft()
    await reply(reference)
    const sent = await home.store.sent(visitor, id)
    const { journey } = await openApplication(home.services, visitor, parentRequest, reference, 'read')
    expect(changesSince(sent, summaryOf(parentRequest, journey, wordsFor('en')))).toBeUndefined()
    const application = await home.store.application(council, reference)
    const facts = await home.store.facts(council, id)
    const api = application && toApiApplication({ application, facts, sent, today: '2026-05-01', maySeeProtected: false })
    expect(api?.summary?.sections.map((section) => section.id)).not.toContain('reply')
    expect(JSON.stringify(api?.facts)).toContain('Oak School')
    await saveAnswers(home.services, visitor, parentRequest, { reference, page: 'why-now', base: 0 }, fieldsFor({ whyNow: 'More.' }))
    expect(await submit(home.services, visitor, parentRequest, reference)).toMatchObject({ sent: { fact: 'added-to' } })
    expect(statusOf(await home.store.facts(visitor, id), '2026-05-01').stage).toBe('draft-plan')
  })

  it('has nothing to answer before there is a draft', async () => {
    const { id, reference } = await home.draft()
    await submit(home.services, visitor, parentRequest, reference)
    expect(await reply(reference)).toBe('closed')
    expect(await home.store.facts(visitor, id)).toHaveLength(1)
  })
})

it('nobody but the family answers a draft plan', async () => {
  const [own, told] = [await withDraft(), await withDraft({ ...smallest, whoYouAre: 'other' })]
  await expect(reply(own.reference, full, stranger)).rejects.toThrow(NotFound)
  await expect(reply(told.reference)).rejects.toThrow(NotFound)
})
