import { factsOf } from '../facts'
import { meetingAskedFor, sinceDraft } from '../facts/turns'
import type { Milestone } from '../milestones'
import type { Status } from '../status'
import { datesOf } from './dates'
import { milestoneIn, type Known } from './known'

/** What somebody can do. The page links those that have a place to go to. */
export type DeedKind = (typeof deedKinds)[number]
export const deedKinds = [
  'continue', 'print', 'add', 'copy', 'dates', 'phone', 'visits', 'ask-someone', 'about-me', 'comment', 'meet', 'choose-school', 'ask-answers',
  'ask-feedback', 'ask-reports', 'ask-again', 'ask-new-council', 'ask-adult-care', 'mediation', 'appeal', 'appeal-late', 'appeal-plan', 'sendiass',
  'ipsea', 'ask-manager', 'ask-why', 'complain', 'ombudsman', 'withdraw',
] as const
export interface Deed {
  readonly kind: DeedKind
  readonly text: string
}

/** What a family can do at each stage, the most useful first. */
const deeds: Readonly<Record<Status['stage'], readonly DeedKind[]>> = {
  'draft': ['continue', 'print', 'phone', 'sendiass'],
  'evidence': ['add', 'phone', 'copy'],
  'received': ['add', 'phone', 'copy', 'dates', 'withdraw'],
  'finding-out': ['add', 'phone', 'copy', 'dates', 'withdraw'],
  'no-assessment': ['ask-feedback', 'sendiass', 'ipsea', 'mediation', 'appeal', 'appeal-late', 'dates', 'ask-again'],
  'assessing': ['ask-someone', 'add', 'about-me', 'dates', 'withdraw'],
  'gathering-advice': ['visits', 'ask-someone', 'add', 'about-me', 'dates', 'withdraw'],
  'no-plan': ['ask-feedback', 'ask-reports', 'sendiass', 'ipsea', 'mediation', 'appeal', 'appeal-late', 'dates', 'ask-again'],
  'plan-agreed': ['about-me', 'sendiass', 'dates', 'withdraw'],
  'draft-plan': ['comment', 'choose-school', 'meet', 'sendiass', 'dates', 'withdraw'],
  'asking-schools': ['comment', 'choose-school', 'meet', 'ask-answers', 'sendiass', 'dates', 'withdraw'],
  'final-plan': ['sendiass', 'ipsea', 'mediation', 'appeal-plan', 'appeal-late', 'dates'],
  'withdrawn': ['ask-again', 'copy', 'sendiass'],
  'ended': [],
}
const deedsWhenLate: Readonly<Partial<Record<NonNullable<Status['lateness']>['state'], readonly DeedKind[]>>> = {
  'late': ['ask-manager', 'complain', 'ombudsman'],
  'late-excused': ['ask-why', 'complain', 'ombudsman'],
}

/** Where to turn after an ending: after a death, nothing is offered that would hurt to read. */
const deedsAfter = {
  'moved-away': ['ask-new-council', 'copy', 'ipsea'],
  'over-25': ['ask-adult-care', 'copy'],
  'died': [],
  'other': ['ask-again', 'copy', 'sendiass'],
} as const satisfies Readonly<Record<string, readonly DeedKind[]>>

/** Deeds that a family has until a day to do. */
const limitOf: Readonly<Partial<Record<DeedKind, Milestone['id']>>> = {
  'comment': 'comments',
  'choose-school': 'comments',
  'meet': 'comments',
  'mediation': 'mediation-contact',
  'appeal': 'appeal',
  'appeal-plan': 'appeal',
}

/** Why the assessment ended, where it did before a decision. */
export const endedAs = ({ status, round }: Known) =>
  status.stage === 'ended' ? (factsOf(round?.facts ?? [], 'assessment-ended')[0]?.details.reason ?? 'other') : undefined

/** The child or young person has died, which only the family is told. */
export const isBereaved = (known: Known): boolean => known.viewer === 'family' && endedAs(known) === 'died'

/** What the reader can do now, the most useful first. */
export function deedsOf(known: Known): readonly Deed[] {
  const { words, say } = known
  return kindsFor(known)
    .filter((kind) => applies(known, kind))
    .map((kind) => {
      const dueOn = milestoneIn(known, limitOf[kind])?.dueOn
      const isMore = kind === 'comment' && milestoneIn(known, 'comments')?.metOn !== undefined
      return { kind, text: say(`you-can.${isMore ? 'comment-more' : kind}`, dueOn === undefined ? {} : { date: words.date(dueOn) }) }
    })
}

function kindsFor(known: Known): readonly DeedKind[] {
  const { status, viewer } = known
  if (status.stage === 'evidence') return deeds.evidence
  if (viewer !== 'family') return status.lateness ? ['add', 'phone', 'copy'] : ['copy']
  const ended = endedAs(known)
  if (ended) return deedsAfter[ended]
  return [...(deedsWhenLate[status.lateness?.state ?? 'on-track'] ?? []), ...deeds[status.stage]]
}

function applies(known: Known, kind: DeedKind): boolean {
  const facts = known.round?.facts ?? []
  const decided = factsOf(facts, 'order-made').length > 0
  const limit = milestoneIn(known, limitOf[kind])
  if (kind === 'appeal-late') return !decided && milestoneIn(known, 'appeal')?.state === 'passed'
  if (kind === 'dates') return datesOf(known).length > 0
  if (kind === 'meet' && meetingAskedFor(facts)) return false
  if (kind === 'choose-school' && factsOf(sinceDraft(facts), 'comments-received').some(({ details }) => details.school)) return false
  if (limitOf[kind] === undefined) return true
  const remains = limit !== undefined && limit.dueOn >= known.today
  // A family may say more about the draft as long as its 15 days last; they appeal once.
  return remains && (limit.id === 'comments' || (!decided && limit.metOn === undefined))
}
