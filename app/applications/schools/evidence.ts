import { journeyBy } from '~/engine/journey'
import { answersIn } from '~/engine/parts'
import { withoutProtected, type Summary } from '~/engine/summary'
import type { Actor } from '../actor'
import { guarded, whatStands } from '../sent-summary'
import type { Services } from '../services'
import type { Evidence } from './invitation'

/** What a school sent for a request, as it stands. */
export interface StandingEvidence extends Pick<Evidence, 'invitation' | 'application'> {
  /** When it was last added to or corrected. */
  readonly changedAt?: string
  readonly summary: Summary
}

type Reading = Pick<Services, 'store' | 'clock' | 'formNamed'>

/** What schools have sent for a request, with what they keep private now marked so in all of it. */
export async function markedEvidence({ store, clock, formNamed }: Reading, actor: Actor, application: string): Promise<readonly StandingEvidence[]> {
  const all = await store.evidence(actor, application)
  return all.flatMap(({ invitation, application: told, parts, facts, sent }) => {
    const form = formNamed(told.form)
    const summary = form && whatStands(guarded(sent, form, journeyBy(form, answersIn(form, parts), clock.today())), form.id)
    const changedAt = facts.length > 1 ? facts.at(-1)?.recordedAt : undefined
    return summary ? [{ invitation, application: told, summary, ...(changedAt !== undefined && { changedAt }) }] : []
  })
}

/** The same, for whoever asked: without what a school keeps private. */
export async function evidenceFor(services: Reading & Pick<Services, 'wordsFor'>, actor: Actor, application: string): Promise<readonly StandingEvidence[]> {
  const all = await markedEvidence(services, actor, application)
  return all.map((each) => ({ ...each, summary: withoutProtected(each.summary, services.wordsFor(each.summary.language).text('common:keptPrivate')) }))
}

