import { guarded } from '~/applications/sent-summary'
import type { Context } from '~/context.server'
import { summaryOf, withoutProtected, type Summary } from '~/engine/summary'
import type { Following } from './follow.server'

/** One thing that was sent (or the draft), as it may be shown: details that somebody keeps from others are left out of every copy. */
export interface Copy {
  readonly summary: Summary
  readonly sentAt?: string
  readonly hash?: string
  /** True for a correction or addition to what was sent first. */
  readonly isChange: boolean
}

/** The copies of an application, first sent first; of a draft, the draft as it stands. */
export async function copiesOf({ services, visit }: Context, open: Following): Promise<readonly Copy[]> {
  const sent = await services.store.sent(open.actor, open.application.id)
  const keptPrivate = (language: string) => services.wordsFor(language).text('common:keptPrivate')
  if (sent.length === 0) {
    const summary = summaryOf(open.form, open.journey, visit.words)
    return [{ summary: withoutProtected(summary, keptPrivate(summary.language)), isChange: false }]
  }
  return guarded(sent, open.form, open.journey).map(({ summary, hash, fact }, index) => {
    const sentAt = open.facts.find((each) => each.id === fact)?.recordedAt
    return { summary: withoutProtected(summary, keptPrivate(summary.language)), hash, isChange: index > 0, ...(sentAt && { sentAt }) }
  })
}
