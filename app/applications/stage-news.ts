import { randomUUID } from 'node:crypto'
import type { Form } from '~/engine/form'
import { journeyBy } from '~/engine/journey'
import { answersIn } from '~/engine/parts'
import type { Actor } from './actor'
import { factsOf, type Fact, type NewFact } from './facts'
import { safeEmailOf } from './notices'
import type { Application, NewMessage } from './ports'
import type { Services } from './services'
import type { Status } from './status'
import { viewerFor } from './viewer'

/** What changed: where the request was and is, the facts until then, and the one that changed it. */
export interface Change {
  readonly before: Status
  readonly after: Status
  readonly facts: readonly Fact[]
  readonly next: NewFact
}

export type NewsServices = Pick<Services, 'store' | 'clock' | 'wordsFor' | 'formNamed' | 'council' | 'baseUrl'>

/**
 * The email that tells a family what changed, where their email is safe to use. It names the stage in plain words, since "you have
 * news" tells nothing, and never the child, the form or the council's reasons. Somebody who is not the family learns only that there is a step.
 * @returns no message when neither the stage nor the day we aim for has changed
 */
export async function stageNewsOf(
  { store, clock, wordsFor, council, baseUrl }: NewsServices,
  actor: Actor,
  form: Form,
  application: Application,
  change: Change,
): Promise<readonly NewMessage[]> {
  const news = newsIn(change)
  if (!news) return []
  const journey = journeyBy(form, answersIn(form, await store.parts(actor, application.id)), clock.today())
  const to = safeEmailOf(form, journey)
  if (to === undefined) return []
  const viewer = await viewerFor({ store, wordsFor }, actor, form, { application, journey })
  const told = viewer === 'family' ? news : 'notifier'
  const words = wordsFor(application.language)
  const link = `${baseUrl}/applications/${application.reference}`
  const values = { council: council.name, reference: application.reference, link, news: words.text(`timeline:news.${told}`) }
  return [{ id: randomUUID(), to, subject: words.text('timeline:news.subject', values), body: words.text('timeline:news.body', values), isToFamily: true }]
}

/** A request may have ended because a child died: nobody learns of that, or is told it again, by an email. */
function newsIn({ before, after, facts, next }: Change): string | undefined {
  if (after.stage === 'ended') return undefined
  if (before.stage !== after.stage) return after.stage
  return isNewDate(facts, next) ? 'new-date' : undefined
}

/** Another day that we aim for, for the step that is open or a later one; the same day told again is no news. */
function isNewDate(facts: readonly Fact[], next: NewFact): boolean {
  const [told] = factsOf([{ ...next, recordedAt: '' }], 'estimate-given')
  if (!told) return false
  const before = factsOf(facts, 'estimate-given').findLast(({ details }) => details.step === told.details.step)
  return before?.details.expectedOn !== told.details.expectedOn
}
