import { describe, expect, it } from 'vitest'
import { wordsFor } from '~/i18n/words'
import { aStory } from '../facts/a-story'
import { demoFamilies, demoStoryOf } from '../fixtures/demo-stories'
import { asksForSelf, ownKey, timelineViewOf, type Viewer } from '../timeline-view'

const today = '2026-11-23'
const words = wordsFor('en')

describe('somebody who asks for themselves', () => {
  it('is known from the form', () => {
    const asks = (who: string) => asksForSelf({ selfWhen: { not: { is: ['who', 'other'] } } }, { valueOf: () => who })
    expect([asks('me'), asks('other'), asksForSelf({}, { valueOf: () => 'me' })]).toEqual([true, false, false])
  })

  it.each(demoFamilies)('%s: is called "you" on the whole page, with rights or without', (family) => {
    for (const viewer of ['family', 'notifier'] satisfies Viewer[]) {
      const { stages, heading, lead } = timelineViewOf({ facts: aStory(...demoStoryOf(family, today)), name: 'Niamh', viewer, isSelf: true, today, words })
      expect(JSON.stringify([heading, lead, stages])).not.toMatch(/Niamh|the child/)
    }
  })

  it('reads what to ask for as it is said to them', () => {
    const rights = words.tree<{ list: readonly string[] }>(ownKey({ viewer: 'family', isSelf: true, words }, 'rights'))
    expect(rights.list).toContain('You can ask to see what we hold about you.')
  })

  it('is thanked as a child, and not told that the rest is private to the family', () => {
    const view = timelineViewOf({ facts: aStory(['brought-to-notice', '2026-11-17']), name: 'Esther', viewer: 'notifier', isSelf: true, today, words })
    expect(view.stages[0]).toMatchObject({ title: 'You told us what you need' })
    expect(view.stages[0]?.card?.now.texts).toEqual(['Thank you for telling us. It was a good thing to do.', 'We want to hear what you think. You can ask us what comes next.'])
  })
})
