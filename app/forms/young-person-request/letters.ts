import { is, isOneOf, not } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { choice } from '~/questions/choice/choice'
import { choices } from '~/questions/choices/choices'
import { longText } from '~/questions/long-text/long-text'
import { text } from '~/questions/text/text'
import { yesNo } from '~/questions/yes-no/yes-no'
import { keptPrivate } from '../parent-request/protection'
import { FORMATS } from '../parent-request/you'

/** Who gets letters, and what parents may be told: from the school leaving date on, that is the young person's own choice. */
export const letters = section('letters', { sees: 'council' }, [
  page('letters-to', [choice('lettersTo', { options: ['me', 'me-and-someone', 'someone-for-me'] })]),
  page('letters-person', [text('lettersName'), text('lettersContact', { max: 500, protectedWhen: keptPrivate })], {
    when: isOneOf('lettersTo', ['me-and-someone', 'someone-for-me']),
    exitQuickly: true,
  }),
  page('my-parents', [choice('talkToParents', { options: ['yes', 'some-things', 'no', 'no-parents'], notSaid: ['rather-not-say'] })], {
    when: not(is('ofSchoolAge', 'yes')),
    exitQuickly: true,
  }),
  page('my-parents-some', [longText('parentsMayKnow', { need: 'optional' })], { when: is('talkToParents', 'some-things'), exitQuickly: true }),
  page('my-parents-no', [longText('parentsWhyNot', { need: 'optional', protectedWhen: keptPrivate })], {
    when: is('talkToParents', 'no'),
    exitQuickly: true,
  }),
  page('formats', [choices('formats', { options: FORMATS, none: 'none' })]),
  page('other-format', [text('otherFormat', { max: 500 })], { when: is('formats', 'other') }),
  page('interpreter', [yesNo('interpreter')]),
  page('interpreter-language', [text('interpreterLanguage')], { when: is('interpreter', 'yes') }),
  page('talk', [choice('talk', { options: ['phone', 'video', 'meeting', 'no'] })]),
])
