import { holds } from '~/engine/condition'
import type { Form } from '~/engine/form'
import type { Journey } from '~/engine/journey'
import type { Words } from '~/engine/words'
import { isFact, type Fact } from '../facts'
import { storyOf } from '../facts/story'
import { meetingAskedFor, type Round } from '../facts/turns'
import { milestonesOf, type Milestone } from '../milestones'
import { statusOf, type Status } from '../status'

/** Words that can also join a list: "a, b and c". */
export interface TimelineWords extends Words {
  list(items: readonly string[]): string
}

/**
 * Who reads the page. Only a parent or the young person may appeal, comment on a draft and read reasons (CFA 2014 ss.36, 38, 51). A school may
 * ask as they may (s.36(1)); anyone else has brought a child to the council's notice, as a child may do for themselves. Both learn where that stands.
 */
export type Viewer = 'family' | 'school' | 'notifier'

/** Who follows a sent form, from what they said of themselves. */
export function viewerOf({ familyWhen, schoolWhen }: Pick<Form, 'familyWhen' | 'schoolWhen'>, { valueOf }: Pick<Journey, 'valueOf'>): Viewer {
  if (!familyWhen || holds(familyWhen, valueOf)) return 'family'
  return schoolWhen && holds(schoolWhen, valueOf) ? 'school' : 'notifier'
}

/** Whoever follows it is the child or young person, to whom the page speaks of "you". */
export const asksForSelf = ({ selfWhen }: Pick<Form, 'selfWhen'>, { valueOf }: Pick<Journey, 'valueOf'>): boolean => selfWhen !== undefined && holds(selfWhen, valueOf)

/** What the page is written from. */
export interface TimelineOf {
  readonly facts: readonly Fact[]
  /** What the child or young person is called. */
  readonly name: string
  readonly viewer: Viewer
  /** The reader is who it is about. */
  readonly isSelf?: boolean
  readonly today: string
  readonly words: TimelineWords
}

/** A sentence of the timeline, in the reader's own words where there are some. {{name}} is filled in. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** The same, with what follows from the facts. */
export interface Known extends TimelineOf {
  readonly status: Status
  readonly milestones: readonly Milestone[]
  readonly rounds: readonly Round[]
  /** The run that counts now; none for a draft. */
  readonly round: Round | undefined
  readonly say: Say
}

export function knownOf(of: TimelineOf): Known {
  const { facts, today } = of
  const { rounds } = storyOf(facts)
  return { ...of, rounds, round: rounds.at(-1), status: statusOf(facts, today), milestones: milestonesOf(facts, today), say: sayTo(of) }
}

function sayTo(of: TimelineOf): Say {
  const { name, words } = of
  return (key, values) => words.text(ownKey(of, key), { name, ...values })
}

/** The key of a sentence of the timeline in the reader's own words, of several the most their own. */
export function ownKey({ viewer, isSelf = false, words }: Pick<TimelineOf, 'viewer' | 'isSelf' | 'words'>, key: string): string {
  const isOther = viewer !== 'family'
  const own = [viewer === 'school' && 'school', isOther && isSelf && 'child', isOther && 'notifier', isSelf && 'self'].find((each) => each && words.has(`timeline:${each}.${key}`))
  return `timeline:${own ? `${own}.` : ''}${key}`
}

/** A milestone of the run that counts now. */
export const milestoneIn = ({ milestones, rounds }: Known, id: Milestone['id'] | undefined): Milestone | undefined =>
  milestones.find((each) => each.id === id && each.round === rounds.length - 1)

/** The council owes a step, and its day has passed. */
export const isLate = ({ lateness }: Status): boolean => lateness?.state === 'late' || lateness?.state === 'late-excused'

/** Which words tell of this stage: another way in has some of its own, and so has a second clock. */
export function toldAs({ status: { stage, route }, round }: Known): Status['stage'] | 'brought-to-notice' | 'asked-again' | 'must-assess' | 'no-reassessment' {
  if (stage === 'received' && route !== 'new') return route === 'reassessment' ? 'asked-again' : 'must-assess'
  if (stage === 'received' && round?.facts[0]?.fact === 'brought-to-notice') return 'brought-to-notice'
  return stage === 'no-assessment' && route === 'reassessment' ? 'no-reassessment' : stage
}

/** When the family said what they think of the draft that they have now, or asked to meet about it. */
export const draftAnsweredOn = (known: Known): string | undefined => {
  const comments = milestoneIn(known, 'comments')
  return comments && (comments.metOn ?? meetingAskedFor(known.round?.facts ?? [])?.on)
}

/** Which words tell of how it came. */
export const cameAs = (fact: Fact): string => (isFact(fact, 'received-on-paper') ? `received-on-paper.${fact.details.how ?? 'not-said'}` : fact.fact)
