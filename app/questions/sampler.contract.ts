import { defineForm, page, questionsOf, section } from '~/engine/form'
import { wordsOf } from '~/engine/naming'
import type { Words } from '~/engine/words'
import { wordsFor } from '~/i18n/words'
import {
  address, choice, choices, date, email, establishment, longText, nhsNumber, number, phone, postcode, repeat, text, uln, uncertainDate, upn, yearGroup, yesNo,
} from './index'

const notSaid = ['dont-know', 'rather-not-say'] as const
const many = Array.from({ length: 14 }, (_, index) => `option-${index}`)

/** A form for tests with every kind of question, once as it is and once with ways to give no answer. */
export const sampler = defineForm('sampler', { needs: [{ id: 'reach', oneOf: ['phone', 'email'] }] }, [
  section('all', { sees: 'council' }, [
    page('plain', [
      text('text', { need: 'required', autocomplete: 'name', width: 'short' }), longText('longText'), date('date', { past: true }), uncertainDate('uncertainDate'),
      choice('choice', { options: ['a', 'b'] }), choice('list', { options: many }), choices('choices', { options: ['a', 'b', 'none'], none: 'none' }),
      yesNo('yesNo'), address('address', { autocomplete: true }), phone('phone', { autocomplete: 'tel' }), email('email', { need: 'optional' }), establishment('establishment'),
      number('number', { max: 100, unit: 'percent' }), nhsNumber('nhsNumber'), upn('upn'), uln('uln'), postcode('postcode'), yearGroup('yearGroup'),
    ]),
    page('with-reasons', [
      text('text2', { notSaid }), longText('longText2', { notSaid }), date('date2', { notSaid }), uncertainDate('uncertainDate2', { notSaid }),
      choice('choice2', { options: ['a', 'b'], notSaid }), choice('list2', { options: many, notSaid }), choices('choices2', { options: ['a', 'b'], notSaid }),
      yesNo('yesNo2', { unsure: true, notSaid }), address('address2', { notSaid }), number('number2', { max: 1000, unit: 'pounds', notSaid }), phone('phone2', { notSaid }),
      yearGroup('yearGroup2', { notSaid }), establishment('establishment2', { notSaid }),
    ]),
    page('repeat', [repeat('repeat', { max: 6, questions: [text('itemText')] })]),
  ]),
])

export const samplerQuestions = questionsOf(sampler)

/** The real words of the kinds; the form's own are the keys themselves. */
export const samplerWords = (language: string) => {
  const real = wordsFor(language)
  const isOwn = (key: string) => key.startsWith('sampler:')
  const words: Words = {
    ...real,
    text: (key, values) => (isOwn(key) ? key : real.text(key, values)),
    has: (key) => (isOwn(key) ? /\.(label|hint|required|options\.(a|b|none|option-\d+)|reach)$/.test(key) : real.has(key)),
  }
  return wordsOf(sampler, words, 'Sam')
}
