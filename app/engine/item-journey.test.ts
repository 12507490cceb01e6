import { describe, expect, it } from 'vitest'
import { is } from './condition'
import { describeForm } from './describe-form'
import { keysAsWords, line, pick } from './fixtures/little-form'
import { defineForm, page, questionsOf, section } from './form'
import { journeyOf } from './journey'
import { itemJourneyOf } from './item-journey'
import { keysOf } from './keys-of'
import { answersFrom, partsFrom, partsNow, type Part } from './parts'
import { repeat, type Item } from './repeat'
import { screenNamed, screensOf } from './screen'
import { summaryOf } from './summary'

const council = { sees: 'council' } as const
const list = page('helpers', [
  repeat('helpers', {
    max: 3,
    pages: [
      page('helper-name', [line('helperName'), line('helperPlace')]),
      page('helper-ask', [pick('helperAsk', ['yes', 'no'])]),
      page('helper-why', [line('helperWhy', { protectedWhen: is('hide', 'yes') })], { when: is('helperAsk', 'no') }),
      page('helper-paid', [line('helperPaid')], { when: is('rich', 'yes') }),
    ],
  }),
])
const form = defineForm('f', {}, [section('s', council, [page('rich', [pick('rich', ['yes', 'no'])]), list, page('hide', [pick('hide', ['yes', 'no'])])])])
const journey = (answers: object) => journeyOf(form, { ...answers }, '2026-05-04')
const ids = (pages: readonly { readonly id: string }[]) => pages.map(({ id }) => id)
const jo = { key: 'a1', helperName: 'Jo', helperPlace: null, helperAsk: 'no', helperWhy: 'rude' }
const one = (item: Item, answers = {}) => itemJourneyOf(list, item, journey(answers).valueOf)

describe('one item that is asked on pages of its own', () => {
  it('goes only through the pages that apply to it, by its own answers and those given before', () => {
    expect(ids(one({ key: 'a1' }).pages)).toEqual(['helper-name', 'helper-ask'])
    expect(ids(one(jo).pages)).toEqual(['helper-name', 'helper-ask', 'helper-why'])
    expect(ids(one(jo, { rich: 'yes' }).pages)).toEqual(['helper-name', 'helper-ask', 'helper-why', 'helper-paid'])
  })

  it('goes on to what was not asked yet, and back to the list when all of it was', () => {
    expect(one({ key: 'a1' }).next('helper-name')?.id).toBe('helper-ask')
    expect(one({ key: 'a1', helperName: 'Jo', helperPlace: null, helperAsk: 'no' }).next('helper-name')?.id).toBe('helper-why')
    expect(one(jo).next('helper-name')).toBeUndefined()
    expect(one(jo).back('helper-why')?.id).toBe('helper-ask')
    expect(one(jo).back('helper-name')).toBeUndefined()
    expect(one({ key: 'a1' }).firstUnfinished?.id).toBe('helper-name')
  })

  it('keeps an answer off its path, and does not count it', () => {
    const helpers = [{ ...jo, helperAsk: 'yes' }]
    expect(journey({ helpers }).answers['helpers']).toEqual([{ key: 'a1', helperName: 'Jo', helperPlace: null, helperAsk: 'yes' }])
    const rows = summaryOf(form, journey({ helpers }), keysAsWords).sections.flatMap((each) => each.rows).flatMap((row) => row.items ?? []).flatMap((item) => item.rows)
    expect(rows.map((row) => [row.question, row.page])).toEqual([['helperName', 'helper-name'], ['helperPlace', 'helper-name'], ['helperAsk', 'helper-ask']])
  })

  it('leaves its part of the form unfinished until all of it was asked', () => {
    expect(journey({ helpers: [] }).stop('helpers')).toMatchObject({ unseen: 0, done: true })
    expect(journey({ helpers: [jo] }).stop('helpers')).toMatchObject({ unseen: 0, done: true })
    expect(journey({ helpers: [jo, { key: 'b2', helperName: 'Al', helperPlace: null }] }).stop('helpers')).toMatchObject({ unseen: 1, done: false, started: true })
  })
})

describe('the parts of such an item', () => {
  const stored = (parts: readonly Omit<Part, 'revision'>[]) => parts.map((part) => ({ ...part, revision: 1 }))

  it('are one a page, and come together again in the order in which items were added', () => {
    const answers = { helpers: [jo, { key: 'b2', helperAsk: 'yes' }] }
    const parts = partsFrom(form, answers)
    expect(parts.map((part) => part.name)).toEqual(['helpers', 'helper-name/a1', 'helper-ask/a1', 'helper-why/a1', 'helper-name/b2', 'helper-ask/b2'])
    expect(answersFrom(form, stored(parts))).toEqual(answers)
  })

  it('are there for an item of which nothing is known yet', () => {
    expect(answersFrom(form, stored(partsFrom(form, { helpers: [{ key: 'a1' }] })))).toEqual({ helpers: [{ key: 'a1' }] })
  })

  it('are made of an item that was kept whole, under what was saved on a page since', () => {
    const { key: _key, ...whole } = jo
    const parts = [{ name: 'helpers/a1', answers: whole, revision: 4 }, { name: 'helper-ask/a1', answers: { helperAsk: 'yes' }, revision: 1 }]
    expect(answersFrom(form, parts)).toEqual({ helpers: [{ ...jo, helperAsk: 'yes' }] })
    const now = partsNow(form, parts)
    expect(now.map(({ name, revision }) => [name, revision])).toEqual([['helpers/a1', 4], ['helper-name/a1', 0], ['helper-why/a1', 0], ['helper-ask/a1', 1]])
    expect(partsNow(form, now)).toEqual(now)
    expect(answersFrom(form, [{ name: 'helpers/a1', answers: null, revision: 5 }, { name: 'helper-name/a1', answers: null, revision: 1 }])).toEqual({})
  })
})

describe('a form with such items', () => {
  it('finds every screen by the name in its URL, of an item or not', () => {
    expect(screensOf(form).map(({ page: { id }, list: of }) => [id, of?.id])).toEqual([
      ['rich', undefined], ['helpers', undefined], ['helper-name', 'helpers'], ['helper-ask', 'helpers'], ['helper-why', 'helpers'], ['helper-paid', 'helpers'], ['hide', undefined],
    ])
    expect(screenNamed(form, 'helper-ask', true)?.page.questions.map(({ id }) => id)).toEqual(['helperAsk'])
    expect([screenNamed(form, 'helper-ask', false), screenNamed(form, 'helpers', true), screenNamed(form, '__proto__', true)]).toEqual([undefined, undefined, undefined])
  })

  it('has words for each of their pages, and tells the pages apart as plain data', () => {
    expect(keysOf(form).required).toEqual(expect.arrayContaining(['pages.helper-name.title', 'pages.helper-ask.why', 'questions.helperWhy.label']))
    const described = describeForm(form, keysAsWords).sections[0]?.pages[1]?.questions[0]
    expect(described).toMatchObject({
      questions: [{ id: 'helperName' }, { id: 'helperPlace' }, { id: 'helperAsk' }, { id: 'helperWhy' }, { id: 'helperPaid' }],
      pages: [{ id: 'helper-name', questions: ['helperName', 'helperPlace'] }, { id: 'helper-ask' }, { id: 'helper-why', when: is('helperAsk', 'no') }, { id: 'helper-paid' }],
    })
    expect(described).toHaveProperty('settings', { max: 3 })
    expect(questionsOf(form).map(({ id }) => id)).toContain('helperWhy')
  })

  const define = (...pages: readonly ReturnType<typeof page>[]) => () => defineForm('f', {}, [section('s', council, [page('rich', [pick('rich', ['yes', 'no'])]), page('r', [repeat('r', { max: 2, pages })])])])
  it.each([
    ['a page twice', define(page('rich', [line('i')])), 'Form f, page rich: the page is there twice.'],
    ['an empty page', define(page('i', [])), 'Form f, page i: the page asks nothing.'],
    ['a page of the portal', define(page('check', [line('i')])), 'Form f, page check: the name belongs to the portal.'],
    ['a condition on a later answer', define(page('i', [line('i')], { when: is('j', 'x') }), page('j', [line('j')])), 'Form f, page i: the condition names j, which is not asked earlier.'],
    ['a value that is not offered', define(page('i', [pick('i', ['a'])]), page('j', [line('j')], { when: is('i', 'b') })), 'Form f, page j: the condition tests i for b, which is not one of its options.'],
    ['a required answer', define(page('i', [line('i', { need: 'required' })])), 'Form f, page i: i is required inside a repeat; nobody has to add an item.'],
  ])('refuses %s', (_name, making, sentence) => {
    expect(making).toThrow(new Error(sentence))
  })
})
