import { describe, expect, it } from 'vitest'
import { defineForm, page, section } from '~/engine/form'
import { repeat } from '~/engine/repeat'
import { forms } from '~/forms'
import { text } from '~/questions/text/text'
import { privacyFactsOf } from './privacy-facts'

describe('who sees which part of a form', () => {
  it('names the widest audience of a part, and says when some answers are for the council only', () => {
    const form = defineForm('test', {}, [
      section('one', { sees: 'advisers-and-school' }, [page('a', [text('a'), text('b', { privacy: { sees: 'council', special: 'health' } })])]),
      section('two', { sees: 'council' }, [page('c', [text('c')])]),
      section('three', { sees: 'council' }, [
        page('d', [repeat('d', { max: 2, questions: [text('e', { privacy: { sees: 'advisers', special: 'religion' } })] })]),
      ]),
    ])
    expect(privacyFactsOf(form)).toEqual([
      { section: 'one', sees: 'advisers-and-school', someOnlyCouncil: true, special: ['health'] },
      { section: 'two', sees: 'council', someOnlyCouncil: false, special: [] },
      { section: 'three', sees: 'advisers', someOnlyCouncil: true, special: ['religion'] },
    ])
  })

  it('has a row for every part of every form', () => {
    for (const form of forms) expect(privacyFactsOf(form).map((each) => each.section)).toEqual(form.sections.map((each) => each.id))
  })
})
