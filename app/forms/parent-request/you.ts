import { is, not } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { choices } from '~/questions/choices/choices'
import { text } from '~/questions/text/text'
import { yesNo } from '~/questions/yes-no/yes-no'

/** The ways of telling somebody something that people ask for. */
export const FORMATS = ['large-print', 'easy-read', 'bsl', 'audio', 'braille', 'coloured-paper', 'electronic', 'other', 'none'] as const

/** Not a teacher, a doctor or a neighbour who tells the council about a child. */
export const isFamily = not(is('whoYouAre', 'other'))

/** The person who asks: the first of up to six parents and carers. */
export const you = section('you', { sees: 'advisers-and-school' }, [
  page('parental-responsibility', [yesNo('parentalResponsibility', { unsure: true, notSaid: ['rather-not-say'] })], { when: isFamily }),
  page('lives-with-you', [yesNo('livesWithYou', { need: 'optional', notSaid: ['rather-not-say'] })], { when: isFamily }),
  page('formats', [choices('formats', { options: FORMATS, none: 'none', reused: true })]),
  page('other-format', [text('otherFormat', { max: 500, reused: true })], { when: is('formats', 'other') }),
  page('interpreter', [yesNo('interpreter', { reused: true })]),
  page('interpreter-language', [text('interpreterLanguage', { reused: true })], { when: is('interpreter', 'yes') }),
])
