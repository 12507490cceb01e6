import { describe, expect, it } from 'vitest'
import { typedText } from './context.server'

describe('what a person typed', () => {
  it('is given back, longest first, without what our pages put into their forms or only the code of an option says', () => {
    const hidden = ['csrf', 'base', 'typedAt', 'key', 'ref', 'item', 'intent', 'token', 'code', 'next', 'from', 'warned', 'remove', 'like', 'claim']
    const form = new URLSearchParams([...hidden.map((name) => [name, 'ours, not typed']), ['whyNow', 'School is hard.'], ['childFirstNames', 'Al'], ['whoYouAre', 'step-parent'], ['draftMeeting', 'meet'], ['whyNow.notSaid', 'rather-not'], ['yearGroup', ' ']])
    expect(typedText(form)).toEqual(['School is hard.', 'Al'])
  })
})
