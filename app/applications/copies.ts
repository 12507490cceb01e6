import type { CopyRequest } from '~/engine/copy-request'
import type { Form } from '~/engine/form'
import { summaryOf, withoutProtected, type Summary } from '~/engine/summary'
import type { Words } from '~/engine/words'
import { limitsOf } from '~/timeline'
import type { Actor } from './actor'
import { isFact, type Fact } from './facts'
import { storyOf } from './facts/story'
import type { OpenApplication } from './open-application'
import type { Sent } from './ports'
import { guarded } from './sent-summary'
import type { Services } from './services'
import { viewerFor } from './viewer'

/** What copies are made of: an application that this actor may read. */
export interface CopiesOf extends Pick<OpenApplication, 'application' | 'journey'> {
  readonly actor: Actor
  readonly form: Form
  readonly facts: readonly Fact[]
}

type CopyServices = Pick<Services, 'store' | 'wordsFor' | 'council'>

/**
 * The copies of an application, first sent first; of a draft, the draft as it stands, in `words`. Details that somebody keeps from others
 * are left out of every copy.
 */
export async function copiesOf(services: CopyServices, of: CopiesOf, words: Words): Promise<readonly CopyRequest[]> {
  const { application, journey, actor, form, facts } = of
  const sent = await services.store.sent(actor, application.id)
  const each = { reference: application.reference, councilName: services.council.name, councilPhone: services.council.phone }
  const shown = (summary: Summary) => withoutProtected(summary, services.wordsFor(summary.language).text('common:keptPrivate'))
  if (sent.length === 0) return [{ ...each, summary: shown(summaryOf(form, journey, words)) }]
  const isNotifiers = (await viewerFor(services, actor, form, of)) === 'notifier'
  return guarded(sent, form, journey).map(({ summary, ...one }) => ({
    ...each,
    summary: shown(summary),
    ...sendingOf(one, facts),
    ...(isNotifiers && { isNotifiers }),
  }))
}

/** When and how one thing was sent, and what it means for the dates. */
function sendingOf({ fact: id, hash }: Pick<Sent, 'fact' | 'hash'>, facts: readonly Fact[]): Partial<CopyRequest> {
  const fact = facts.find((each) => each.id === id)
  const startedOn = storyOf(facts).rounds[0]?.startedOn
  if (!fact || startedOn === undefined) return { hash }
  const sending = { hash, sentAt: fact.recordedAt }
  if (fact.fact === 'corrected' || fact.fact === 'added-to') return { ...sending, changes: { kind: fact.fact, firstOn: startedOn } }
  const keyedIn = isFact(fact, 'received-on-paper') && { on: fact.on, ...(fact.details.how && { how: fact.details.how }) }
  return { ...sending, ...(keyedIn && { keyedIn }), due: dueFrom(startedOn) }
}

/** By when the law wants each step of a new request. */
function dueFrom(countedFrom: string): NonNullable<CopyRequest['due']> {
  const [decide, plan, final] = limitsOf({ route: 'new', startedOn: countedFrom })
  if (!decide || !plan || !final) throw new Error(`No limits from ${countedFrom}`)
  return { countedFrom, decideBy: decide.dueOn, planBy: plan.dueOn, finalBy: final.dueOn }
}
