import { daysBetween } from '~/timeline'
import type { Fact, FactName } from '../facts'
import type { Round } from '../facts/turns'
import type { Milestone } from '../milestones'
import type { Status } from '../status'
import { cameAs, isLate, type Known } from './known'
import { whenToCome } from './next'
import { promiseOf } from './promise'

/** One stage of the way, in words. */
export interface PathStep {
  readonly id: string
  readonly title: string
  /** A date in words, or how long it takes. */
  readonly when: string
  /** `late` is where we are too, when the date for it has passed. */
  readonly state: 'done' | 'now' | 'late' | 'to-come'
}

const steps = ['opening', 'finding-out', 'assess-decision', 'advice', 'plan-decision', 'writing', 'draft-plan', 'schools', 'final-plan'] as const
type StepName = (typeof steps)[number]

/** Where on the path each stage is. Those that close it come after all others. */
const placeOf: Readonly<Record<Status['stage'], StepName | 'draft' | 'evidence' | 'withdrawn' | 'ended'>> = {
  'draft': 'draft',
  'evidence': 'evidence',
  'received': 'opening',
  'finding-out': 'finding-out',
  'no-assessment': 'assess-decision',
  'assessing': 'advice',
  'gathering-advice': 'advice',
  'no-plan': 'plan-decision',
  'plan-agreed': 'writing',
  'draft-plan': 'draft-plan',
  'asking-schools': 'schools',
  'final-plan': 'final-plan',
  'withdrawn': 'withdrawn',
  'ended': 'ended',
}

/** Seen only while we are there, so that the way stays short. */
const passing: readonly StepName[] = ['finding-out', 'writing']
const closings: readonly Status['stage'][] = ['no-assessment', 'no-plan', 'final-plan', 'withdrawn', 'ended']

/** The way from the request to the plan: what is done, where we are, what is still to come. */
export function pathOf(known: Known): readonly PathStep[] {
  const { rounds, status, words, say } = known
  const place = placeOf[status.stage]
  // It has no way of its own: it is with a request that has.
  if (place === 'evidence') return [{ id: place, title: say('stages.evidence.title'), when: words.date(status.since ?? ''), state: 'now' }]
  const here = { state: isLate(status) ? 'late' : 'now' } as const
  const fromDraft = rounds.length === 0
  const path: PathStep[] = fromDraft
    ? [{ id: 'draft', title: say('stages.draft.title'), when: say('stages.draft.when'), ...here }]
    : rounds.slice(0, -1).flatMap((round, index) => stepsDoneIn(known, round, index))

  const round = rounds.at(-1)
  const index = Math.max(0, rounds.length - 1)
  const reached = steps.findIndex((step) => step === place)
  for (const [at, step] of steps.entries()) {
    const isHere = step === place
    if (isHere) path.push({ ...stepIn(known, step, round, index), ...here })
    else if (round && doneBy(step, round) && (reached < 0 || at < reached)) path.push({ ...stepIn(known, step, round, index), state: 'done' })
    else if (at > reached && isOwed(step, round) && !closings.includes(status.stage)) path.push({ ...stepToCome(known, step, index), state: 'to-come' })
  }
  if (round && (place === 'withdrawn' || place === 'ended')) {
    path.push({ id: place, title: say(`stages.${place}.title`), when: words.date(status.since ?? round.startedOn), ...here })
  }
  return path
}

const stepsDoneIn = (known: Known, round: Round, index: number): readonly PathStep[] =>
  steps.filter((step) => doneBy(step, round)).map((step) => ({ ...stepIn(known, step, round, index), state: 'done' }))

const decisions: Readonly<Partial<Record<StepName, Readonly<Partial<Record<FactName, string>>>>>> = {
  'assess-decision': { 'assessment-agreed': 'agreed', 'assessment-refused': 'refused' },
  'plan-decision': { 'plan-agreed': 'agreed', 'plan-refused': 'refused' },
}
const marks: Readonly<Partial<Record<StepName, FactName>>> = {
  'advice': 'advice-requested',
  'draft-plan': 'draft-plan-sent',
  'schools': 'school-consulted',
  'final-plan': 'final-plan-sent',
}

const answers = { 'advice': 'advice-received', 'schools': 'school-replied' } as const

/** The fact by which a step was done or begun; of several drafts the one that counts, the last. */
function doneBy(step: StepName, { facts }: Round): Fact | undefined {
  if (step === 'opening') return facts[0]
  if (passing.includes(step)) return undefined
  const names = decisions[step] ? [...Object.keys(decisions[step]), ...(step === 'assess-decision' ? ['reassessment-decided'] : [])] : [marks[step]]
  const found = facts.filter((fact) => names.includes(fact.fact))
  return step === 'draft-plan' ? found.at(-1) : found[0]
}

/** Whether the council owes a step on this route. Asking schools is shown only when it happens. */
function isOwed(step: StepName, round: Round | undefined): boolean {
  if (passing.includes(step) || step === 'schools') return false
  const route = round?.route
  if (route === 'tribunal-make-plan') return step === 'draft-plan' || step === 'final-plan'
  return !(route === 'reassessment' && step === 'plan-decision')
}

type Said = Omit<PathStep, 'state'>
const idOf = (step: StepName, index: number) => (index === 0 ? step : `${step}-${index + 1}`)

/** A step that is done, or where we are. */
function stepIn({ status, milestones, words, ...known }: Known, step: StepName, round: Round | undefined, index: number): Said {
  const fact = round && doneBy(step, round)
  const isHere = placeOf[status.stage] === step
  const say = (variant: string) => known.say(`stages.${step}.${variant}`)
  const id = idOf(step, index)
  if (passing.includes(step) || !fact) return { id, title: say(passing.includes(step) ? 'title' : 'now'), when: known.say('when.now') }
  if (step === 'opening') return { id, title: say(cameAs(fact)), when: words.date(fact.on) }
  if (step === 'advice' || step === 'schools') {
    const lastOn = round.facts.findLast((each) => each.fact === answers[step])?.on ?? fact.on
    return { id, title: say(isHere ? 'now' : 'done'), when: isHere ? known.say('when.since', { date: words.date(fact.on) }) : words.date(lastOn) }
  }
  const outcome = fact.fact === 'reassessment-decided' ? (fact.details['outcome'] === 'refuse' ? 'refused' : 'agreed') : decisions[step]?.[fact.fact]
  const variant = outcome ?? (isHere && step === 'draft-plan' ? 'now' : 'done')
  const limit = milestones.find((each) => each.round === index && each.metOn === fact.on && (each.id === step || each.id === 'reassess-decision'))
  return { id, title: say(variant), when: whenDone(fact.on, fact.fact === 'plan-agreed' ? undefined : limit, { words, say: known.say }) }
}

/** The law gave the council until a day; when it took longer, we say so. A draft has no such day of its own, nor has a yes to a plan. */
function whenDone(on: string, limit: Milestone | undefined, { words, say }: Pick<Known, 'words' | 'say'>): string {
  const date = words.date(on)
  if (!limit || limit.id === 'draft-plan') return date
  return limit.state === 'met-late'
    ? say('when.met-late', { date, count: daysBetween(limit.dueOn, on) })
    : say('when.in-time', { date, due: words.date(limit.dueOn) })
}

function stepToCome(known: Known, step: StepName, index: number): Said {
  const { status, milestones, say } = known
  const limit = milestones.find((each) => each.round === index && each.of === undefined && (each.id === step || (step === 'assess-decision' && each.id === 'reassess-decision')))
  const isPromised = step === 'assess-decision' && status.route !== undefined && status.route !== 'new' && status.route !== 'reassessment'
  const isAgain = status.route === 'reassessment' && (step === 'assess-decision' || step === 'final-plan')
  return {
    id: idOf(step, index),
    title: say(`stages.${step}.${isPromised ? 'must' : isAgain ? 'again' : 'to-come'}`),
    when: limit && step !== 'draft-plan' ? whenToCome(promiseOf(known, limit), known) : say(`stages.${step}.${isAgain ? 'undated-again' : 'undated'}`),
  }
}
