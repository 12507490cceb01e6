import { factsOf, type DetailsOf, type Fact } from '../facts'
import type { Milestone } from '../milestones'
import type { Status } from '../status'
import type { Caseworker } from './caseworker'
import { toldAs, type Known } from './known'

/** What a family can do. The page links those that have a place to go to. */
export type DeedKind = (typeof deedKinds)[number]
export const deedKinds = [
  'continue', 'print', 'add', 'copy', 'dates', 'phone', 'visits', 'ask-someone', 'about-me', 'comment', 'meet', 'choose-school', 'ask-answers',
  'ask-feedback', 'ask-reports', 'ask-again', 'mediation', 'appeal', 'appeal-late', 'appeal-plan', 'sendiass', 'ipsea', 'ask-manager', 'ask-why',
  'complain', 'ombudsman', 'withdraw',
] as const
export interface Deed {
  readonly kind: DeedKind
  readonly text: string
}

/** The five things a family asks about the stage they are at, in their order. Every text is a paragraph. */
export interface Card {
  /** Said before all else: sorry, how late, why, the first date, the new one. Empty when nothing is late. */
  readonly late: readonly string[]
  readonly now: readonly string[]
  readonly next: readonly string[]
  readonly youCan: { readonly heading: string; readonly deeds: readonly Deed[] }
  readonly talk: { readonly heading: string; readonly texts: readonly string[] }
  readonly ifWrong: { readonly heading: string; readonly text: string }
}

/** What a family can do at each stage, the most useful first. */
const deeds: Readonly<Record<Status['stage'], readonly DeedKind[]>> = {
  'draft': ['continue', 'print', 'phone', 'sendiass'],
  'received': ['add', 'phone', 'copy', 'dates', 'withdraw'],
  'finding-out': ['add', 'phone', 'copy', 'dates', 'withdraw'],
  'no-assessment': ['ask-feedback', 'sendiass', 'ipsea', 'mediation', 'appeal', 'appeal-late', 'dates', 'ask-again'],
  'assessing': ['ask-someone', 'add', 'about-me', 'dates', 'withdraw'],
  'gathering-advice': ['visits', 'ask-someone', 'add', 'about-me', 'dates', 'withdraw'],
  'no-plan': ['ask-feedback', 'ask-reports', 'sendiass', 'ipsea', 'mediation', 'appeal', 'appeal-late', 'dates', 'ask-again'],
  'plan-agreed': ['about-me', 'sendiass', 'dates', 'withdraw'],
  'draft-plan': ['comment', 'choose-school', 'meet', 'sendiass', 'dates', 'withdraw'],
  'asking-schools': ['comment', 'ask-answers', 'choose-school', 'sendiass', 'dates', 'withdraw'],
  'final-plan': ['sendiass', 'ipsea', 'mediation', 'appeal-plan', 'appeal-late', 'dates'],
  'withdrawn': ['ask-again', 'copy', 'sendiass'],
  'ended': ['ask-again', 'copy', 'sendiass'],
}
const deedsWhenLate = { 'late': ['ask-manager', 'complain', 'ombudsman'], 'late-excused': ['ask-why', 'complain', 'ombudsman'] } as const satisfies Record<
  string,
  readonly DeedKind[]
>

/** Deeds that a family has until a day to do. */
const limitOf: Readonly<Partial<Record<DeedKind, Milestone['id']>>> = {
  'comment': 'comments',
  'mediation': 'mediation-contact',
  'appeal': 'appeal',
  'appeal-plan': 'appeal',
}

/** The card of the stage where we are. */
export function cardOf(known: Known, caseworker: Caseworker | undefined): Card {
  const { words } = known
  return {
    late: lateTextsOf(known),
    now: nowTextsOf(known),
    next: nextTextsOf(known),
    youCan: { heading: words.text('timeline:card.you-can'), deeds: deedsOf(known) },
    talk: { heading: words.text('timeline:card.talk'), texts: talkTextsOf(known, caseworker) },
    ifWrong: { heading: words.text(`timeline:if.${ifOf(known)}.heading`), text: words.text(`timeline:if.${ifOf(known)}.text`) },
  }
}

/** Sorry and how late; why; the first date, which stays; the new one. Nothing when we are in time. */
export function lateTextsOf({ status: { lateness }, today, words }: Known): readonly string[] {
  if (!lateness || (lateness.state !== 'late' && lateness.state !== 'late-excused')) return []
  const say = (key: string, values?: Record<string, string | number>) => words.text(`timeline:late.${key}`, values)
  const { state, step, days, dueOn, reason, expectedOn } = lateness
  const why = reason === undefined ? say('no-why') : say(state === 'late' ? 'why' : 'why-excused', { reason })
  const aim = expectedOn === undefined ? [] : [say(expectedOn < today ? 'aim-missed' : 'aim', { date: words.date(expectedOn) })]
  const noAim = expectedOn === undefined || expectedOn < today ? [say('no-aim'), say('working')] : []
  return [say(step, { count: days }), why, say('first-date', { date: words.date(dueOn) }), ...aim, ...noAim]
}

function nowTextsOf({ status, round, name, words }: Known): readonly string[] {
  const { stage, since } = status
  const say = (key: string, values: Record<string, string | number> = {}) => words.text(`timeline:now.${key}`, { name, ...values })
  const facts = round?.facts ?? []
  const date = words.date(since ?? round?.startedOn ?? '')
  switch (stage) {
    case 'gathering-advice':
      return adviceTexts(facts, say, words)
    case 'no-assessment':
    case 'no-plan':
      return [say(toldAs(status), { date }), reasonsText(facts, say), ...appealTexts(facts, say, words)]
    case 'draft-plan':
    case 'asking-schools': {
      const served = factsOf(facts, 'draft-plan-sent').at(-1)?.on ?? ''
      const said = factsOf(facts, 'comments-received').at(-1)?.on
      const schools = factsOf(facts, 'school-consulted').map(({ details }) => details.school)
      const waiting = schools.filter((school) => !factsOf(facts, 'school-replied').some(({ details }) => details.school === school))
      return [
        ...(said === undefined ? [say('draft-plan', { date: words.date(served) })] : [say('comments-in', { date: words.date(said) })]),
        ...(stage === 'asking-schools' ? [say('asking-schools', { schools: words.list(schools), waiting: words.list(waiting) })] : []),
        ...schoolAnswers(facts, say, words),
      ]
    }
    case 'final-plan':
      return [say(stage, { date }), ...appealTexts(facts, say, words)]
    case 'ended':
      return [say(`ended.${factsOf(facts, 'assessment-ended')[0]?.details.reason ?? 'other'}`, { date })]
    default:
      return [say(toldAs(status), { date })]
  }
}

type Say = (key: string, values?: Record<string, string | number>) => string

function adviceTexts(facts: readonly Fact[], say: Say, words: Known['words']): readonly string[] {
  const asked = factsOf(facts, 'advice-requested')
  const received = factsOf(facts, 'advice-received')
  const waiting = asked.filter(({ details }) => !received.some((each) => each.details.from === details.from && each.details.name === details.name))
  if (waiting.length === 0) return [say('all-advice')]
  const called = ({ from, name }: DetailsOf<'advice-received'>) => name ?? words.text(`timeline:advisers.${from}`)
  return [say('gathering-advice', { received: received.length, asked: asked.length }), say('waiting', { list: words.list(waiting.map(({ details }) => called(details))) })]
}

function reasonsText(facts: readonly Fact[], say: Say): string {
  const refusal = facts.findLast((fact) => ['assessment-refused', 'plan-refused', 'reassessment-decided'].includes(fact.fact))
  const reasons = refusal?.details['reasons']
  return typeof reasons === 'string' ? say('reasons', { reasons }) : say('no-reasons')
}

function appealTexts(facts: readonly Fact[], say: Say, words: Known['words']): readonly string[] {
  const appeal = factsOf(facts, 'appeal-lodged')[0]
  const order = factsOf(facts, 'order-made')[0]?.details.order
  return [
    ...(appeal ? [say('appealed', { date: words.date(appeal.on) })] : []),
    ...(order === 'dismissed' || order === 'amend-plan' ? [say(`order.${order}`)] : []),
  ]
}

function schoolAnswers(facts: readonly Fact[], say: Say, words: Known['words']): readonly string[] {
  const willing = factsOf(facts, 'school-replied').filter(({ details }) => details.answer === 'yes')
  return willing.length > 0 ? [say('school-answers', { schools: words.list(willing.map(({ details }) => details.school)) })] : []
}

function nextTextsOf({ status, milestones, rounds, round, name, today, words }: Known): readonly string[] {
  const say = (key: string, values: Record<string, string> = {}) => words.text(`timeline:next.${key}`, { name, ...values })
  const { stage, lateness, route } = status
  const open = (id: Milestone['id']) => milestones.find((each) => each.id === id && each.metOn === undefined && each.round === rounds.length - 1)
  if (stage === 'draft') return [say('draft')]
  if (stage === 'withdrawn' || stage === 'ended') return [say('closed')]
  if (!lateness) {
    const facts = round?.facts ?? []
    if (factsOf(facts, 'order-made').length > 0) return [say('decided')]
    const appeal = open('appeal')
    const disagree = appeal
      ? say((appeal.daysToDue ?? 0) < 0 ? 'disagree-late' : 'disagree', { date: words.date(appeal.dueOn) })
      : say('appeal-sent')
    return stage === 'final-plan' ? [say('review'), disagree] : [disagree]
  }
  const comments = open('comments')
  const first = comments && (comments.daysToDue ?? -1) >= 0 ? [say('comments', { date: words.date(comments.dueOn) })] : []
  if (lateness.days > 0) {
    const aim = lateness.expectedOn
    return [...first, aim !== undefined && aim >= today ? say('late-aim', { date: words.date(aim) }) : say('late')]
  }
  const key = lateness.step === 'assess-decision' && route !== 'new' ? 'must-assess' : lateness.step
  const step = say(key, { date: words.date(lateness.dueOn) })
  return [...first, lateness.state === 'due-today' ? `${step} ${say('today')}` : step]
}

function deedsOf({ status: { stage, lateness }, milestones, rounds, round, name, words }: Known): readonly Deed[] {
  const late = lateness?.state === 'late' || lateness?.state === 'late-excused' ? deedsWhenLate[lateness.state] : []
  const limit = (id: Milestone['id'] | undefined) => milestones.find((each) => each.id === id && each.round === rounds.length - 1)
  const isOpen = (id: Milestone['id']) => limit(id)?.metOn === undefined && (limit(id)?.daysToDue ?? -1) >= 0
  const decided = factsOf(round?.facts ?? [], 'order-made').length > 0
  const applies = (kind: DeedKind): boolean => {
    if (kind === 'appeal-late') return !decided && limit('appeal')?.state === 'passed'
    if (kind === 'comment' || kind === 'meet') return isOpen('comments') && !(kind === 'meet' && factsOf(round?.facts ?? [], 'meeting-asked-for').length > 0)
    if (kind === 'ask-again') return !hasDied(round)
    const dated = limitOf[kind]
    return dated === undefined || (!decided && isOpen(dated))
  }
  return [...late, ...deeds[stage]].filter(applies).map((kind) => {
    const dueOn = limit(limitOf[kind])?.dueOn
    return { kind, text: words.text(`timeline:you-can.${kind}`, { name, ...(dueOn !== undefined && { date: words.date(dueOn) }) }) }
  })
}

function talkTextsOf({ words }: Known, caseworker: Caseworker | undefined): readonly string[] {
  const say = (key: string, values?: Record<string, string>) => words.text(`timeline:talk.${key}`, values)
  if (!caseworker) return [say('nobody')]
  const { name, phone, email, hours, away } = caseworker
  const ways = [
    ...(phone === undefined ? [] : [say('phone', { phone })]),
    ...(email === undefined ? [] : [say('email', { email })]),
    ...(hours === undefined ? [] : [say('hours', { hours })]),
  ]
  return [say('caseworker', { name }), ...(away === undefined ? ways : [away])]
}

/** After a death, nothing is offered that would hurt to read. */
const hasDied = (round: Known['round']) => factsOf(round?.facts ?? [], 'assessment-ended')[0]?.details.reason === 'died'

function ifOf({ status: { stage, lateness }, round }: Known): string {
  if (hasDied(round)) return 'died'
  if (lateness?.state === 'late' || lateness?.state === 'late-excused') return 'late'
  switch (stage) {
    case 'draft':
    case 'draft-plan':
    case 'final-plan':
    case 'ended':
      return stage
    case 'asking-schools':
      return 'draft-plan'
    case 'no-assessment':
    case 'no-plan':
      return 'refused'
    case 'withdrawn':
      return 'closed'
    case 'plan-agreed':
      return 'plan'
    default:
      return 'decision'
  }
}
