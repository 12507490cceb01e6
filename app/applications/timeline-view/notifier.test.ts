import { describe, expect, it } from 'vitest'
import { wordsFor } from '~/i18n/words'
import type { Fact } from '../facts'
import { aStory } from '../facts/a-story'
import { demoFamilies, demoStoryOf } from '../fixtures/demo-stories'
import { datesOf, timelineViewOf, viewerOf, type TimelineView } from '../timeline-view'

const today = '2026-11-23'
const words = wordsFor('en')
const cardIn = (view: TimelineView) => view.stages.flatMap(({ card }) => card ?? [])[0] ?? expect.fail('no card')

describe('somebody who is not the family', () => {
  const toldTo = (facts: readonly Fact[], on = today) => timelineViewOf({ facts, name: 'Zofia', viewer: 'notifier', today: on, words })

  it('is known from the form', () => {
    const asked = (who: string) => viewerOf({ familyWhen: { not: { is: ['who', 'other'] } } }, { valueOf: () => who })
    expect([asked('parent'), asked('other'), viewerOf({}, { valueOf: () => 'other' })]).toEqual(['family', 'notifier', 'family'])
  })

  it.each(demoFamilies)('%s: reads where it stands, and no reasons, advisers, drafts or ways to disagree', (family) => {
    const view = toldTo(aStory(...demoStoryOf(family, today)))
    const card = cardIn(view)
    expect(card.now.texts[0]).toBe('Thank you for telling us about Zofia. It helped us to know.')
    expect(card.talk.texts[0]).toMatch(/^The caseworker is/)
    expect(card.youCan.deeds.filter(({ kind }) => !['add', 'phone', 'copy'].includes(kind))).toEqual([])
    const { milestones: _, ...read } = view
    expect(JSON.stringify({ ...read, status: undefined })).not.toMatch(/appeal|mediation|disagree|our reasons|psychologist|waiting|you get the|what to change|away for|plan is with you/i)
    expect(JSON.stringify(read.stages)).not.toMatch(/ School/)
  })

  it('learns that it is late, and not why', () => {
    expect(cardIn(toldTo(aStory(...demoStoryOf('late-excused', today)))).late).toEqual([
      'Sorry, we are 6 days late to decide about a plan.', 'The first date was Tuesday 17 November 2026.', 'We now aim for Monday 7 December 2026.',
    ])
  })

  it('is not told why it ended', () => {
    const view = toldTo(aStory(['submitted', '2026-01-12'], ['assessment-ended', '2026-02-20', { reason: 'died' }]))
    expect([view.lead, view.isBereaved, JSON.stringify(view)]).toEqual(['This request is closed.', false, expect.not.stringMatching(/sorry|loss/i)])
  })

  it('has no dates in a calendar that are the family’s', () => {
    const facts = aStory(...demoStoryOf('refused', today))
    expect(datesOf({ facts, viewer: 'family', today, words }).map(({ id }) => id)).toEqual(['mediation-contact-1', 'appeal-1'])
    expect(datesOf({ facts, viewer: 'notifier', today, words })).toEqual([])
  })
})
