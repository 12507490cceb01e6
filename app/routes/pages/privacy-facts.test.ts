import { describe, expect, it } from 'vitest'
import { defineForm, page, section } from '~/engine/form'
import { repeat } from '~/engine/repeat'
import { forms } from '~/forms'
import { text } from '~/questions/text/text'
import { privacyFactsOf } from './privacy-facts'

describe('the privacy table', () => {
  it('names the widest audience of a part, and says when some answers have a smaller one', () => {
    const form = defineForm('test', { timeline: 'send' }, [
      section('one', { sees: 'advisers-and-school' }, [page('a', [text('a'), text('b', { privacy: { sees: 'council', special: 'health' } })])]),
      section('two', { sees: 'council' }, [page('c', [text('c')])]),
      section('three', { sees: 'council' }, [
        page('d', [repeat('d', { max: 2, questions: [text('e', { privacy: { sees: 'advisers', special: 'religion' } })] })]),
      ]),
    ])
    expect(privacyFactsOf(form)).toEqual([
      { section: 'one', sees: 'advisers-and-school', someSeenByFewer: true, special: ['health'] },
      { section: 'two', sees: 'council', someSeenByFewer: false, special: [] },
      { section: 'three', sees: 'advisers', someSeenByFewer: true, special: ['religion'] },
    ])
  })

  it('has a row for every part of every form', () => {
    for (const form of forms) expect(privacyFactsOf(form).map((each) => each.section)).toEqual(form.sections.map((each) => each.id))
  })
})
