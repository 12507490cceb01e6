import type { Fact, FactName } from '../facts'
import { routeOfRequest, turns, type Position, type Refusal, type RefusalCode, type Round } from './turns'

/** Everything that happened, in the order in which it happened. */
export interface Story {
  readonly position: Position
  /** None while it is a draft, and none of what belongs to another request. The last is the one that runs now. */
  readonly rounds: readonly Round[]
  /** The fact that led to the position. */
  readonly turnedBy?: Fact
  /** Facts that cannot be true beside the others, by id. The story is told without them. */
  readonly refused: ReadonlyMap<string, Refusal>
}

/** Facts of one day, when nothing else tells which came first: what changes nothing, then decisions in their order. */
const usualOrder: readonly FactName[] = [
  'evidence-sent', 'brought-to-notice', 'received-on-paper', 'submitted', 'caseworker-named', 'corrected', 'added-to', 'put-with-request', 'advice-requested', 'advice-received',
  'exception-claimed', 'exception-ended', 'estimate-given', 'assessment-agreed', 'assessment-refused', 'plan-agreed', 'plan-refused',
  'draft-plan-sent', 'comments-received', 'meeting-asked-for', 'school-consulted', 'school-replied', 'final-plan-sent',
  'mediation-certificate-issued', 'mediation-agreed', 'appeal-lodged', 'order-made', 'decision-reversed', 'reassessment-asked-for',
  'reassessment-decided', 'assessment-ended', 'withdrawn',
]

/**
 * The story that the facts tell, whatever the order in which they were recorded: by date, and on one day whatever can follow first.
 * So a fact that arrives late takes its true place.
 */
export function storyOf(facts: readonly Fact[]): Story {
  const left = [...facts].sort(byDate)
  const refused = new Map<string, Refusal>()
  let story: Omit<Story, 'refused'> = { position: 'draft', rounds: [] }
  for (let first = left[0]; first; first = left[0]) {
    const { on } = first
    const next = left.find((fact) => fact.on === on && !refusalOf(fact, story)) ?? first
    left.splice(left.indexOf(next), 1)
    const refusal = refusalOf(next, story)
    if (refusal) refused.set(next.id, refusal)
    else story = after(story, next)
  }
  return { ...story, refused }
}

/** The run that counts now. */
export const roundOf = (story: Pick<Story, 'rounds'>): Round | undefined => story.rounds.at(-1)

const byDate = (one: Fact, other: Fact) =>
  compare(one.on, other.on) ||
  usualOrder.indexOf(one.fact) - usualOrder.indexOf(other.fact) ||
  compare(one.recordedAt, other.recordedAt) ||
  compare(one.id, other.id)
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

function refusalOf(fact: Fact, { position, rounds, turnedBy }: Omit<Story, 'refused'>): Refusal | undefined {
  const refusal = (code: RefusalCode): Refusal => ({
    code,
    values: { fact: fact.fact, on: fact.on, ...(turnedBy && { after: turnedBy.fact, afterOn: turnedBy.on }) },
  })
  const turn = turns[fact.fact]
  if (!turn.from.includes(position)) return refusal(position === 'draft' ? 'not-received' : isClosed(position) ? 'closed' : 'cannot-follow')
  const round = roundOf({ rounds })
  const barred = round && turn.barredBy?.(fact, round, position)
  return typeof barred === 'string' ? refusal(barred) : barred && { code: barred.code, values: { ...refusal(barred.code).values, ...barred.values } }
}

const isClosed = (position: Position) => position === 'withdrawn' || position === 'ended'

function after({ position, rounds, turnedBy }: Omit<Story, 'refused'>, fact: Fact): Omit<Story, 'refused'> {
  const turn = turns[fact.fact]
  const to = turn.to?.(fact) ?? (position === 'draft' ? 'deciding' : undefined)
  if (to === 'evidence') return { position: to, rounds: [], turnedBy: fact }
  const receives = position === 'draft'
  const route = receives ? routeOfRequest(fact) : turn.opens?.(fact)
  const last = rounds.at(-1)
  const told =
    route === undefined && last
      ? [...rounds.slice(0, -1), { ...last, route: turn.turnsInto?.(fact, position) ?? last.route, facts: [...last.facts, fact] }]
      : rounds
  return {
    position: to ?? position,
    rounds: route === undefined ? told : [...told, { route, startedOn: fact.on, facts: [fact] }],
    ...(to === undefined ? turnedBy && { turnedBy } : { turnedBy: fact }),
  }
}
