import { adviserOf, factsOf, type DetailsOf, type Fact } from '../facts'
import { meetingAskedFor } from '../facts/turns'
import type { Milestone } from '../milestones'
import { endedAs } from './deeds'
import { cameAs, milestoneIn, toldAs, type Known, type Say } from './known'

/** Those we wait for, each with the day by which we want to hear. */
export interface Waiting {
  readonly text: string
  readonly lines: readonly string[]
}

/** What is happening now. Every text is a paragraph. */
export function nowTextsOf(known: Known): readonly string[] {
  const { status, round, words, viewer } = known
  const say: Say = (key, values) => known.say(`now.${key}`, values)
  const facts = round?.facts ?? []
  const date = words.date(status.since ?? round?.startedOn ?? '')
  if (viewer !== 'family') return [say('thanks'), say('private')]
  switch (status.stage) {
    case 'received': {
      const [opening] = facts
      const told = toldAs(known)
      return [say(told === 'received' && opening?.fact === 'received-on-paper' ? cameAs(opening) : told, { date })]
    }
    case 'gathering-advice':
      return [adviceText(facts, say)]
    case 'no-assessment':
    case 'no-plan':
      return [say(toldAs(known), { date }), reasonsText(facts, say), ...appealTexts(known, say)]
    case 'draft-plan':
      return [...draftTexts(known, say), ...schoolAnswers(known, say)]
    case 'asking-schools': {
      // Those who have not answered are named below, with their days.
      const schools = factsOf(facts, 'school-consulted').map(({ details }) => details.school)
      const some = factsOf(facts, 'school-replied').length > 0 ? [say('asking-schools', { schools: words.list(schools) })] : []
      return [...draftTexts(known, say), ...some, ...schoolAnswers(known, say)]
    }
    case 'final-plan':
      return [say('final-plan', { date }), ...appealTexts(known, say)]
    case 'ended':
      return [say(`ended.${endedAs(known) ?? 'other'}`, { date })]
    default:
      return [say(toldAs(known), { date })]
  }
}

/** Whom we wait for, and until when. Nobody but the family is told who was asked. */
export function waitingOf({ status: { stage }, viewer, milestones, rounds, round, words, say }: Known): Waiting | undefined {
  if (viewer !== 'family' || (stage !== 'gathering-advice' && stage !== 'asking-schools')) return undefined
  const owed = milestones.filter(
    ({ id, metOn, ...each }) => id === (stage === 'asking-schools' ? 'school-reply' : 'advice') && metOn === undefined && each.round === rounds.length - 1,
  )
  const asked = factsOf(round?.facts ?? [], 'advice-requested')
  const called = ({ id, of = '' }: Milestone) => {
    const adviser = id === 'advice' ? asked.find(({ details }) => adviserOf(details) === of)?.details : undefined
    return adviser ? calledIn(adviser, say) : of
  }
  const lines = owed.map((each) =>
    say(`waiting.${(each.daysToDue ?? 0) < 0 ? 'late' : 'by'}`, { who: called(each), date: words.date(each.dueOn) }),
  )
  return lines.length > 0 ? { text: say('waiting.text'), lines } : undefined
}

const calledIn = ({ from, name }: DetailsOf<'advice-received'>, say: Say) => name ?? say(`advisers.${from}`)

function adviceText(facts: readonly Fact[], say: Say): string {
  const asked = factsOf(facts, 'advice-requested').length
  const received = factsOf(facts, 'advice-received').length
  return received >= asked ? say('all-advice') : say('gathering-advice', { received, asked })
}

/** What the family said of this draft is said back; while days remain they may say more. */
function draftTexts(known: Known, say: Say): readonly string[] {
  const { today, words } = known
  const comments = milestoneIn(known, 'comments')
  const asked = meetingAskedFor(known.round?.facts ?? [])
  const meeting = asked ? [say('meeting-in', { date: words.date(asked.on) })] : []
  if (comments?.metOn === undefined) return [say('draft-plan', { date: words.date(comments?.startedOn ?? '') }), ...meeting]
  const more = comments.dueOn >= today ? [say('comments-more', { date: words.date(comments.dueOn) })] : []
  return [say('comments-in', { date: words.date(comments.metOn) }), ...meeting, ...more]
}

function reasonsText(facts: readonly Fact[], say: Say): string {
  const refusal = facts.findLast((fact) => ['assessment-refused', 'plan-refused', 'reassessment-decided'].includes(fact.fact))
  const reasons = refusal?.details['reasons']
  return typeof reasons === 'string' ? say('reasons', { reasons }) : say('no-reasons')
}

/** How far a disagreement has come; and what a mediation certificate does to the last day for an appeal (SI 2008/2699 r.20(1)(c)). */
function appealTexts(known: Known, say: Say): readonly string[] {
  const { round, today, words } = known
  const facts = round?.facts ?? []
  const appeal = factsOf(facts, 'appeal-lodged')[0]
  const certificate = factsOf(facts, 'mediation-certificate-issued')[0]
  const dueOn = milestoneIn(known, 'appeal')?.dueOn
  const order = factsOf(facts, 'order-made')[0]?.details.order
  return [
    ...(certificate && !appeal && dueOn !== undefined && dueOn >= today ? [say('certificate', { date: words.date(certificate.on), last: words.date(dueOn) })] : []),
    ...(appeal ? [say('appealed', { date: words.date(appeal.on) })] : []),
    ...(order === 'dismissed' || order === 'amend-plan' ? [say(`order.${order}`)] : []),
  ]
}

function schoolAnswers({ round, words }: Known, say: Say): readonly string[] {
  const willing = factsOf(round?.facts ?? [], 'school-replied').filter(({ details }) => details.answer === 'yes')
  return willing.length > 0 ? [say('school-answers', { schools: words.list(willing.map(({ details }) => details.school)) })] : []
}
