import { factsOf } from '../facts'
import type { Caseworker } from './caseworker'
import { deedsOf, endedAs, type Deed } from './deeds'
import { isLate, type Known } from './known'
import { nextTextsOf } from './next'
import { nowTextsOf, waitingOf, type Waiting } from './now'
import { promiseOf } from './promise'

/** Words in a card that the page sets apart: a date by which something is due, or a way to reach someone. */
export interface Mark {
  readonly kind: 'due' | 'phone' | 'email'
  readonly text: string
}

/** The five things a reader asks about the stage they are at, in their order. Every text is a paragraph. */
export interface Card {
  /** Said before all else: sorry, how late, why, the first date, the new one. Empty when nothing is late. */
  readonly late: readonly string[]
  readonly now: { readonly heading: string; readonly texts: readonly string[]; readonly waiting?: Waiting }
  readonly next: { readonly heading: string; readonly texts: readonly string[] }
  readonly youCan: { readonly heading: string; readonly deeds: readonly Deed[] }
  readonly talk: { readonly heading: string; readonly texts: readonly string[] }
  readonly ifWrong: { readonly heading: string; readonly text: string }
  /** To be set apart wherever they stand in the texts. */
  readonly marks: readonly Mark[]
}

/** The card of the stage where we are. */
export function cardOf(known: Known, caseworker: Caseworker | undefined): Card {
  const { say } = known
  const waiting = waitingOf(known)
  const card: Omit<Card, 'marks'> = {
    late: lateTextsOf(known),
    now: { heading: say('card.now'), texts: nowTextsOf(known), ...(waiting && { waiting }) },
    next: { heading: say('card.next'), texts: nextTextsOf(known) },
    youCan: { heading: say('card.you-can'), deeds: deedsOf(known) },
    talk: { heading: say('card.talk'), texts: talkTextsOf(known, caseworker) },
    ifWrong: { heading: say(`if.${ifOf(known)}.heading`), text: say(`if.${ifOf(known)}.text`) },
  }
  const told = textsIn(card).join('\n')
  return { ...card, marks: marksOf(known, caseworker).filter(({ text }) => told.includes(text)) }
}

const textsIn = ({ late, now, next, youCan, talk, ifWrong }: Omit<Card, 'marks'>): readonly string[] => [
  ...late, ...now.texts, ...(now.waiting?.lines ?? []), ...next.texts, ...youCan.deeds.map(({ text }) => text), ...talk.texts, ifWrong.text,
]

/** Sorry and how late; why; the first date, which stays; the new one. Nothing when we are in time. */
function lateTextsOf({ status, viewer, today, words, ...known }: Known): readonly string[] {
  const { lateness } = status
  if (!lateness || !isLate(status)) return []
  const say: Known['say'] = (key, values) => known.say(`late.${key}`, values)
  const { state, step, days, dueOn, reason, expectedOn } = lateness
  const why = reason === undefined ? say('no-why') : say(state === 'late' ? 'why' : 'why-excused', { reason })
  const aim = expectedOn === undefined ? [] : [say(expectedOn < today ? 'aim-missed' : 'aim', { date: words.date(expectedOn) })]
  const noAim = expectedOn === undefined || expectedOn < today ? [say('no-aim'), say('working')] : []
  // The reason may be the family's own trouble.
  return [say(step, { count: days }), ...(viewer === 'family' ? [why] : []), say('first-date', { date: words.date(dueOn) }), ...aim, ...noAim]
}

function talkTextsOf(known: Known, caseworker: Caseworker | undefined): readonly string[] {
  const say: Known['say'] = (key, values) => known.say(`talk.${key}`, values)
  if (!caseworker) return [say(known.status.stage === 'evidence' ? 'evidence' : 'nobody')]
  const { name, phone, email, hours, away } = caseworker
  const ways = [
    ...(phone === undefined ? [] : [say('phone', { phone })]),
    ...(email === undefined ? [] : [say('email', { email })]),
    ...(hours === undefined ? [] : [say('hours', { hours })]),
  ]
  return [say('caseworker', { name }), ...(away === undefined ? ways : [away])]
}

/** Every day still to come by which something is due, and every way to reach whoever answers now. */
function marksOf(known: Known, caseworker: Caseworker | undefined): readonly Mark[] {
  const { milestones, rounds, round, today, words } = known
  const open = milestones.filter((each) => each.round === rounds.length - 1 && (each.metOn === undefined || each.id === 'comments'))
  const limits = open.filter((each) => !promiseOf(known, each).isLost).map(({ dueOn }) => dueOn)
  const aims = factsOf(round?.facts ?? [], 'estimate-given').map(({ details }) => details.expectedOn)
  const dues = [...new Set([...limits, ...aims])].filter((on) => on >= today).map((on): Mark => ({ kind: 'due', text: words.date(on) }))
  const phones = [caseworker?.phone, caseworker?.cover?.phone].flatMap((text): readonly Mark[] => (text === undefined ? [] : [{ kind: 'phone', text }]))
  return [...dues, ...phones, ...(caseworker?.email === undefined ? [] : [{ kind: 'email', text: caseworker.email } as const])]
}

function ifOf(known: Known): string {
  const { status, viewer } = known
  const { stage } = status
  if (viewer !== 'family') return 'worried'
  if (isLate(status)) return 'late'
  switch (stage) {
    case 'draft':
    case 'draft-plan':
    case 'final-plan':
      return stage
    case 'ended':
      return endedAs(known) ?? 'other'
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
