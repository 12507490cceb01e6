import { describe, expect, it } from 'vitest'
import { wordsFor } from '~/i18n/words'
import type { Fact } from '../facts'
import { aStory } from '../facts/a-story'
import { demoFamilies, demoStoryOf } from '../fixtures/demo-stories'
import { datesOf, timelineViewOf, viewerOf } from '../timeline-view'

const today = '2026-11-23'
const words = wordsFor('en')
const never = { any: [] }

describe('a school that asked', () => {
  const toldTo = (facts: readonly Fact[]) => timelineViewOf({ facts, name: 'Malik', viewer: 'school', today, words })
  const cardOf = (facts: readonly Fact[]) => toldTo(facts).stages.flatMap(({ card }) => card ?? [])[0] ?? expect.fail('no card')

  it('is known from the form', () => {
    const asked = (use: string) => viewerOf({ familyWhen: never, schoolWhen: { is: ['use', 'request'] } }, { valueOf: () => use })
    expect([asked('request'), asked('evidence')]).toEqual(['school', 'notifier'])
  })

  it('reads of its request, by when the family hears, and that its advice will be asked for', () => {
    const facts = aStory(['submitted', today])
    expect([toldTo(facts).heading, toldTo(facts).lead]).toEqual(['Your request about Malik', 'We have your request. The clock has started.'])
    expect(cardOf(facts).now.texts).toEqual([
      'Thank you for asking for Malik. You can send us more at any time.',
      'The rest is private to the family. If we say yes, we ask you for advice.',
    ])
    expect(cardOf(facts).next.texts).toEqual(['We tell the family yes or no, by Monday 4 January 2027.'])
  })

  it('that was asked reads that it is with the request, of no clock and no delay, whenever it looks', () => {
    const facts = aStory(['evidence-sent', '2026-01-12', {}])
    const view = timelineViewOf({ facts, name: 'Malik', viewer: 'notifier', today, words })
    expect([view.heading, view.lead, view.mayAdd]).toEqual(['What you told us about Malik', 'Thank you. We have what you told us.', true])
    expect(view.stages.map(({ id, title, when, state }) => [id, title, when, state])).toEqual([['evidence', 'You told us what you know', 'Monday 12 January 2026', 'now']])
    const [card] = view.stages.flatMap((stage) => stage.card ?? [])
    expect([card?.late, card?.next.texts]).toEqual([[], ['It is with the request that it is about. The dates of that request count.']])
    expect(card?.youCan.deeds.map(({ kind }) => kind)).toEqual(['add', 'phone', 'copy'])
    expect(JSON.stringify(view)).not.toMatch(/clock|days? late|weeks|sorry/i)
    expect(datesOf({ facts, viewer: 'notifier', today, words })).toEqual([])
  })

  it.each(demoFamilies)('%s: reads where it stands, and no reasons, advisers, drafts or ways to disagree, and can stop nothing', (family) => {
    const facts = aStory(...demoStoryOf(family, today))
    const { milestones: _, ...read } = toldTo(facts)
    expect(JSON.stringify({ ...read, status: undefined })).not.toMatch(/appeal|mediation|disagree|our reasons|psychologist|waiting|you get the|what to change|away for|plan is with you/i)
    expect(cardOf(facts).youCan.deeds.filter(({ kind }) => !['add', 'phone', 'copy'].includes(kind))).toEqual([])
  })
})
