import { expect, test } from 'vitest'
import { wordsFor } from '~/i18n/words'
import type { Fact } from '../facts'
import { aStory } from '../facts/a-story'
import { demoFamilies, demoStoryOf } from '../fixtures/demo-stories'
import { datesOf, timelineViewOf } from '../timeline-view'

const today = '2026-11-23'
const words = wordsFor('en')
const storyOf = (family: (typeof demoFamilies)[number]) => aStory(...demoStoryOf(family, today))

test('the calendar has the dates to come, and no names', () => {
  expect(datesOf({ facts: storyOf('on-track'), viewer: 'family', today, words })).toEqual([
    { id: 'plan-decision-1', on: '2026-12-30', title: 'Last day for the council to say no to a plan' },
    { id: 'final-plan-1', on: '2027-01-27', title: 'Last day for the council to send the final plan' },
  ])
  expect(JSON.stringify(demoFamilies.map((family) => datesOf({ facts: storyOf(family), viewer: 'family', today, words })))).not.toMatch(/Zofia|School|Sam/)
})

test('it is offered only while it has a date in it', () => {
  const viewOn = (facts: readonly Fact[], on: string) => timelineViewOf({ facts, name: 'Zofia', viewer: 'family', today: on, words })
  const isOffered = ({ stages, hasDates }: ReturnType<typeof viewOn>) => [hasDates, stages.some(({ card }) => card?.youCan.deeds.some(({ kind }) => kind === 'dates'))]
  expect(isOffered(viewOn(storyOf('refused'), today))).toEqual([true, true])
  expect(isOffered(viewOn(storyOf('refused'), '2029-01-08'))).toEqual([false, false])
  expect(isOffered(viewOn(storyOf('withdrawn'), today))).toEqual([false, false])
})
