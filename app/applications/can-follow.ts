import { earliestFactOn, type Fact, type NewFact } from './facts'
import { storyOf } from './facts/story'
import type { Refusal, RefusalCode } from './facts/turns'

export { refusalCodes, type Refusal, type RefusalCode } from './facts/turns'

/**
 * Whether a fact can be true beside those already recorded. It may have happened before some of them: then those must still be able
 * to follow it.
 * @returns true, or why not: a code whose sentence is `api:refusals.CODE`
 */
export function canFollow(facts: readonly Fact[], next: NewFact, today: string): true | Refusal {
  const refusal = (code: RefusalCode, values: Record<string, string> = {}): Refusal => ({ code, values: { fact: next.fact, on: next.on, ...values } })
  if (next.on > today) return refusal('in-the-future', { today })
  if (next.on < earliestFactOn) return refusal('too-long-ago', { earliestOn: earliestFactOn })
  const before = storyOf(facts)
  const now = storyOf([...facts, { ...next, recordedAt: LAST }])

  const refused = now.refused.get(next.id)
  const startedOn = before.rounds[0]?.startedOn
  if (refused) return refused.code === 'not-received' && startedOn !== undefined ? refusal('before-receipt', { startedOn }) : refused
  const broken = facts.find((fact) => now.refused.has(fact.id) && !before.refused.has(fact.id))
  return broken ? refusal(broken.on === next.on ? 'cannot-follow' : 'cannot-come-before', { after: broken.fact, afterOn: broken.on }) : true
}

/** The newest of all, for a fact not yet recorded. */
const LAST = '9999'
