import { describe, expect, it } from 'vitest'
import { is } from './condition'
import { line, littleForm, pick } from './fixtures/little-form'
import { defineForm, page, pageOf, questionsOf, section, type FormSettings, type Page } from './form'
import { repeat } from './repeat'

const council = { sees: 'council' } as const
const define = (pages: readonly Page[], settings: Partial<FormSettings> = {}) => () =>
  defineForm('f', settings, [section('s', council, pages)])
const a = page('a', [pick('a', ['yes', 'no'])])

describe('a form that makes no sense is refused with a sentence that names the place', () => {
  it.each([
    ['a condition on a later question', define([page('b', [line('b')], { when: is('a', 'yes') }), a]), 'Form f, page b: the condition names a, which is not asked earlier.'],
    ['a condition on itself', define([page('b', [line('b')], { when: is('b', 'x') })]), 'Form f, page b: the condition names b, which is not asked earlier.'],
    ['a value that is not offered', define([a, page('b', [line('b')], { when: is('a', 'maybe') })]), 'Form f, page b: the condition tests a for maybe, which is not one of its options.'],
    ['a page twice', define([a, page('a', [line('b')])]), 'Form f, page a: the page is there twice.'],
    ['a question twice', define([a, page('b', [line('a')])]), 'Form f, page b: the question a is there twice.'],
    ['a page of the portal', define([page('check', [line('a')])]), 'Form f, page check: the name belongs to the portal.'],
    ['an empty page', define([page('a', [])]), 'Form f, page a: the page asks nothing.'],
    ['a repeat beside a question', define([page('a', [line('a'), repeat('r', { max: 2, questions: [line('i')] })])]), 'Form f, page a: a repeat needs a page of its own.'],
    ['a repeat in a repeat', define([page('a', [repeat('r', { max: 2, questions: [repeat('q', { max: 2, questions: [line('i')] })] })])]), 'Form f, page a: the repeat r holds another repeat.'],
    ['a required item', define([page('a', [repeat('r', { max: 2, questions: [line('i', { need: 'required' })] })])]), 'Form f, page a: i is required inside a repeat; nobody has to add an item.'],
    ['a condition on an item', define([page('a', [repeat('r', { max: 2, questions: [line('i')] })]), page('b', [line('b')], { when: is('i', 'x') })]), 'Form f, page b: the condition names i, which is asked of each item of a repeat.'],
    ['an item asked again', define([page('a', [repeat('r', { max: 2, questions: [line('i')] })]), page('b', [line('i')])]), 'Form f, page b: the question i is there twice.'],
    ['a suggestion by a stranger', define([page('b', [line('b', { suggested: 'c' })])]), 'Form f, page b: b is suggested by c, which is no answer to it.'],
    ['a suggestion that is no answer', define([a, page('b', [line('b', { suggested: 'c' })])], { computed: { c: { of: ['a'], options: [], from: () => 'x' } } }), 'Form f, page b: b is suggested by c, which is no answer to it.'],
    ['a suggestion from a later answer', define([page('b', [line('b', { suggested: 'c' })]), a], { computed: { c: { of: ['a'], options: ['x'], from: () => 'x' } } }), 'Form f, page b: b is suggested by c, which is worked out from a, and a is not asked earlier.'],
    ['a need of a stranger', define([a], { needs: [{ id: 'reach', oneOf: ['a', 'x'] }] }), 'Form f, need reach: x is not a question of this form.'],
    ['a stranger as an essential', define([a], { essentials: ['a', 'x'] }), 'Form f, essentials: x is neither a question nor a need of this form.'],
    ['a name from a stranger', define([a], { named: ['x'] }), 'Form f, names: x is not a question of this form.'],
    ['a pupil known by a stranger', define([a], { pupil: { firstNames: 'a', lastName: 'a', birthDate: 'a', school: 'x' } }), 'Form f, pupil: x is not a question of this form.'],
    ['a section to share that is the council’s', define([a], { shareable: ['s'] }), 'Form f, shareable: s is not a section that a school may see.'],
    ['a family known by a stranger', define([a], { familyWhen: is('x', 'yes') }), 'Form f, family: the condition names x, which is not asked earlier.'],
    ['a family known by a value that is not offered', define([a], { familyWhen: is('a', 'maybe') }), 'Form f, family: the condition tests a for maybe, which is not one of its options.'],
    ['a protection by a stranger', define([page('b', [line('b', { protectedWhen: is('x', 'yes') })])]), 'Form f, page b, question b: the condition names x, which is not asked earlier.'],
    ['a protection by a value that is not offered', define([page('b', [line('b', { protectedWhen: is('a', 'maybe') })]), a]), 'Form f, page b, question b: the condition tests a for maybe, which is not one of its options.'],
    ['a value worked out from a later question', define([page('b', [line('b')], { when: is('c', 'x') }), a], { computed: { c: { of: ['a'], options: ['x'], from: () => 'x' } } }), 'Form f, page b: the condition names c, which is worked out from a, and a is not asked earlier.'],
  ])('%s', (_name, making, sentence) => {
    expect(making).toThrow(new Error(sentence))
  })
})

describe('a form that makes sense', () => {
  it('may hide an answer because of a question that is asked later', () => {
    expect(define([page('b', [line('b', { protectedWhen: is('a', 'yes') })]), a])).not.toThrow()
  })

  it('cannot be changed, and finds its pages and questions', () => {
    expect(Object.isFrozen(littleForm)).toBe(true)
    expect(pageOf(littleForm, 'school')?.questions.map((each) => each.id)).toEqual(['school'])
    expect(pageOf(littleForm, 'toString')).toBeUndefined()
    expect(questionsOf(littleForm).map((each) => each.id)).toContain('helperSince')
  })
})
