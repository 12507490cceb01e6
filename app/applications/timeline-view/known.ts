import type { Words } from '~/engine/words'
import type { Fact } from '../facts'
import { storyOf } from '../facts/story'
import type { Round } from '../facts/turns'
import { milestonesOf, type Milestone } from '../milestones'
import { statusOf, type Status } from '../status'

/** Words that can also join a list: "a, b and c". */
export interface TimelineWords extends Words {
  list(items: readonly string[]): string
}

/** What the family's page is written from. */
export interface TimelineOf {
  readonly facts: readonly Fact[]
  /** What the child or young person is called. */
  readonly name: string
  readonly today: string
  readonly words: TimelineWords
}

/** The same, with what follows from the facts. */
export interface Known extends TimelineOf {
  readonly status: Status
  readonly milestones: readonly Milestone[]
  readonly rounds: readonly Round[]
  /** The run that counts now; none for a draft. */
  readonly round: Round | undefined
}

export function knownOf(of: TimelineOf): Known {
  const { rounds } = storyOf(of.facts)
  return { ...of, rounds, round: rounds.at(-1), status: statusOf(of.facts, of.today), milestones: milestonesOf(of.facts, of.today) }
}

/** Which words tell of this stage: a second clock has some of its own. */
export function toldAs({ stage, route }: Status): Status['stage'] | 'asked-again' | 'must-assess' | 'no-reassessment' {
  if (stage === 'received' && route !== 'new') return route === 'reassessment' ? 'asked-again' : 'must-assess'
  return stage === 'no-assessment' && route === 'reassessment' ? 'no-reassessment' : stage
}
