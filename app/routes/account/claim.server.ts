import type { Context } from '~/context.server'
import { listedFor } from './listing.server'

/** What is asked of somebody about to sign in: whether what a guest began in this browser, maybe somebody else, is kept as theirs. */
export interface ClaimView {
  readonly text: string
  readonly label: string
  readonly isTicked: boolean
}

/** @param isTicked as they last left it; null when nobody who is not signed in has begun anything here */
export async function claimOf(context: Context, isTicked: boolean): Promise<ClaimView | null> {
  const { actor, words } = context.visit
  if (actor?.role !== 'visitor') return null
  const begun = await listedFor(context, actor)
  if (begun.length === 0) return null
  const names = [...new Set(begun.map(({ name }) => name))]
  const say = (key: string) => words.text(`account:claim.${key}`, { count: begun.length, names: words.list(names) })
  return { text: say('text'), label: say('label'), isTicked }
}

/** Whether the box was ticked; where none was shown there is nothing to keep. */
export const claims = (posted: URLSearchParams): boolean => posted.get('claim') === 'yes'
