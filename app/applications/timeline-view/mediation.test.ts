import { expect, it } from 'vitest'
import { wordsFor } from '~/i18n/words'
import type { IsoDate } from '~/timeline'
import { aStory, type Told } from '../facts/a-story'
import { timelineViewOf } from '../timeline-view'

/** Everything that a family reads next, on a day, after a no on 20 February 2026. */
const nextOn = (today: IsoDate, ...more: readonly Told[]) => {
  const facts = aStory(['submitted', '2026-01-12'], ['assessment-refused', '2026-02-20', {}], ...more)
  const { stages } = timelineViewOf({ facts, name: 'Zofia', viewer: 'family', today, words: wordsFor('en') })
  return stages.flatMap(({ card }) => card?.next.texts ?? []).join(' ')
}
const told = 'If you say no to mediation today, your certificate is due by Thursday 23 April 2026.'

it('a family reads what follows from talking to the mediation adviser today, to the last day on which it may', () => {
  expect(nextOn('2026-04-20')).toContain(told)
  expect(nextOn('2026-04-21')).not.toContain('say no to mediation')
})

it('a family that has a certificate, or has come to an agreement, reads nothing of asking for one', () => {
  expect(nextOn('2026-04-20', ['mediation-certificate-issued', '2026-03-02'])).not.toContain('say no to mediation')
  expect(nextOn('2026-04-20', ['mediation-agreed', '2026-03-02', { agreement: 'other' }])).not.toContain('say no to mediation')
})
