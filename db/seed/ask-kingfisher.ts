import type { Actor } from '~/applications/actor'
import { acceptInvitation, declineInvitation } from '~/applications/schools/answer-invitation'
import { asks, standingOf, type InvitationState } from '~/applications/schools/invitation'
import { inviteSchool } from '~/applications/schools/invite-school'
import { nameMember } from '~/applications/schools/name-member'
import { takeBack } from '~/applications/schools/take-back'
import { sendMessages } from '~/applications/send-messages'
import type { Services } from '~/applications/services'
import { submit } from '~/applications/submit'
import { partsFrom } from '~/engine/parts'
import { formNamed } from '~/forms'
import { declineInvitation as declining } from '~/forms/decline-invitation'
import { schoolAdvice, type SchoolAdviceAnswers } from '~/forms/school-advice'
import { answersWhenAsked } from '~/forms/school-advice/when-asked'

const operator = { role: 'operator' } as const
const URN = '990002'
const senco = { email: 'senco@kingfisher.example', name: 'Rosa Bell', isLead: true }
const colleagues = [{ email: 'amir@kingfisher.example', name: 'Amir Shah', isLead: false }, { email: 'jo@kingfisher.example', name: 'Jo Price', isLead: false }]

/** The people of Kingfisher Primary School: who leads, and two colleagues. */
export async function nameTeam(services: Services): Promise<void> {
  const quiet = { ...services, mailer: { send: async () => undefined } }
  for (const each of [senco, ...colleagues]) await nameMember(quiet, operator, URN, each)
  await sendMessages(quiet)
}

/** A pupil of Kingfisher whose family asked the school: when, and what came of it. The one whose request is withdrawn has ended by that. */
interface Asked {
  readonly daysAgo: number
  readonly shows?: readonly string[]
  readonly then?: { readonly state: Extract<InvitationState, 'accepted' | 'answered' | 'declined' | 'taken-back'>; readonly daysAgo: number }
}

const pupils: Readonly<Record<string, Asked>> = {
  '5VMN-YSWY': { daysAgo: 3, shows: ['story'] },
  'WZHL-X2ZB': { daysAgo: 10, shows: ['needs', 'support'], then: { state: 'accepted', daysAgo: 8 } },
  'TJY5-ZMW4': { daysAgo: 24, shows: ['upn', 'about-me'], then: { state: 'answered', daysAgo: 15 } },
  'YWFQ-5XNB': { daysAgo: 20, then: { state: 'declined', daysAgo: 18 } },
  'LQGC-YLCC': { daysAgo: 30, then: { state: 'taken-back', daysAgo: 28 } },
  '88Z3-MMT3': { daysAgo: 25, then: { state: 'accepted', daysAgo: 20 } },
}

/** What the school has written so far, and what it sends. */
const begun: SchoolAdviceAnswers = {
  writerName: 'Rosa Bell',
  writerRole: 'SENCO',
  writerPhone: '0113 496 0202',
  yearGroup: '2',
  attendanceYear: 94,
  talkingHard: 'yes',
  talkingStrengths: 'She signs fluently, and teaches her table new signs.',
}
const told: SchoolAdviceAnswers = {
  writerName: 'Rosa Bell',
  writerRole: 'SENCO',
  writerPhone: '0113 496 0202',
  yearGroup: '1',
  attendanceYear: 52,
  reducedTimetable: 'yes',
  reducedWhy: 'We cannot yet staff his afternoons. We want him here all day.',
  senStatus: 'sen-support',
  primaryNeed: 'DS',
  talkingHard: 'yes',
  talkingStrengths: 'He greets everybody by name and signs with his whole class.',
  talkingNeed: 'Long sentences lose him. He needs pictures and time.',
  talkingImpact: 'He joins in for about ten minutes at a time.',
  progress: 'He knew four letters in September. He knows eleven now.',
  provision: [
    { key: 'a1', provisionWhat: 'An adult beside him.', provisionWho: 'Teaching assistant', provisionOften: 'Every morning', provisionGroup: 'Alone', provisionSince: '2025-09' },
    { key: 'b2', provisionWhat: 'Signing for the whole class.', provisionWho: 'His teacher', provisionOften: 'Every day' },
  ],
  provisionCost: 8200,
  pupilViews: 'He pointed to the pictures of singing and lunch, and laughed.',
  pupilViewsHow: 'With picture cards, and his twin sister.',
  beyondWhat: 'An adult for the afternoons, and speech therapy in school.',
  beyondWhy: 'Two of us share 28 children.',
  declarationTrue: ['true'],
  declarationName: 'Rosa Bell',
}

/**
 * Asks Kingfisher about a pupil of the demo, and answers for it. Every step says itself whether it is done.
 * @param ago the services as they were some days ago
 * @param signIn signs somebody of the school in
 */
export async function askKingfisher(ago: (daysAgo: number) => Services, family: Actor, reference: string, signIn: (services: Services, email: string) => Promise<Actor>): Promise<void> {
  const asked = pupils[reference]
  const application = asked && (await ago(0).store.application(operator, reference))
  const form = application && formNamed(application.form)
  if (!asked || !form) return
  const first = ago(asked.daysAgo)
  const outcome = await inviteSchool(first, family, form, reference, { key: reference, urn: URN, email: senco.email, asks, shows: asked.shows ?? [] })
  // Asked before, and withdrawn since: a start that goes on after a crash.
  if ('refused' in outcome && outcome.refused === 'closed') return
  if (!('invited' in outcome)) throw new Error(`${reference} could not ask its school: ${outcome.refused}`)
  await sendMessages(first)
  if (!asked.then || standingOf(outcome.invited).state === asked.then.state) return
  const then = ago(asked.then.daysAgo)
  await (asked.then.state === 'taken-back' ? takeBack(then, family, reference, outcome.invited.id) : answer(then, await signIn(then, senco.email), outcome.invited.id, asked.then.state))
  await sendMessages(then)
}

async function answer(services: Services, rosa: Actor, id: string, state: 'accepted' | 'answered' | 'declined'): Promise<void> {
  const { store, clock } = services
  if (state === 'declined') return void (await declineInvitation(services, rosa, { id }, { reason: 'sent-already\nI gave the folder to your office on Monday.', form: declining, answers: {} }))
  const draft = await acceptInvitation(services, rosa, { id }, (known) => ({ form: schoolAdvice, answers: answersWhenAsked(known) }))
  if (!draft) return
  const there = await store.parts(rosa, draft.id)
  for (const part of partsFrom(schoolAdvice, state === 'answered' ? told : begun)) {
    const before = there.find(({ name }) => name === part.name)
    if ((before?.revision ?? 0) <= 1) await store.savePart(rosa, draft.id, { ...part, answers: { ...before?.answers, ...part.answers }, base: before?.revision ?? 0 }, clock.now())
  }
  const amir = (await store.members(rosa, URN))?.find(({ email }) => email === colleagues[0]?.email)
  if (state === 'accepted' && amir) await store.giveSection(rosa, draft.id, 'attainment', amir.person)
  if (state === 'answered') await submit(services, rosa, schoolAdvice, draft.reference)
}
