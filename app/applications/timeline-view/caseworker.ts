import type { Words } from '~/engine/words'
import { factsOf, type DetailsOf, type Fact } from '../facts'
import { storyOf } from '../facts/story'

/** Who to talk to, and who else while they are away. */
export interface Caseworker extends Pick<DetailsOf<'caseworker-named'>, 'name' | 'phone' | 'email' | 'hours'> {
  /** Said while they are away: that they are, until when, and whom to talk to instead. */
  readonly away?: string
  readonly cover?: DetailsOf<'caseworker-named'>['cover']
}

/** The caseworker named last. */
export function caseworkerOf(facts: readonly Fact[], today: string, words: Words): Caseworker | undefined {
  const told = storyOf(facts).rounds.flatMap((round) => round.facts)
  const details = factsOf(told, 'caseworker-named').at(-1)?.details
  if (!details) return undefined
  const { cover, awayFromOn, awayUntilOn, ...caseworker } = details
  const isAway = (awayFromOn ?? awayUntilOn) !== undefined && (awayFromOn ?? today) <= today && today <= (awayUntilOn ?? today)
  return isAway ? { ...caseworker, away: awaySentences(details, words), ...(cover && { cover }) } : caseworker
}

function awaySentences({ cover, awayUntilOn }: DetailsOf<'caseworker-named'>, words: Words): string {
  const say = (key: string, values?: Record<string, string>) => words.text(`timeline:talk.${key}`, values)
  const away = awayUntilOn === undefined ? say('away-open') : say('away', { date: words.date(awayUntilOn) })
  const instead = !cover
    ? say('no-cover')
    : cover.phone === undefined
      ? say('cover', { name: cover.name })
      : say('cover-phone', { name: cover.name, phone: cover.phone })
  return `${away} ${instead}`
}
