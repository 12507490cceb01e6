import { is, isOneOf } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { choices } from '~/questions/choices/choices'
import { longText } from '~/questions/long-text/long-text'
import { text } from '~/questions/text/text'
import { yesNo } from '~/questions/yes-no/yes-no'
import { keptPrivate } from './protection'

const optional = { need: 'optional' } as const
const rather = ['rather-not-say'] as const
const CARE_AT_HOME = ['short-breaks', 'direct-payments', 'care-at-home', 'adaptations'] as const

/** Social care: all of it may be skipped, and the school does not see it. */
export const care = section('care', { sees: 'council' }, [
  page('care-help', [
    choices('careHelp', {
      ...optional,
      options: ['social-worker-now', 'social-worker-before', 'early-help-now', 'early-help-before', 'none'],
      none: 'none',
      notSaid: rather,
    }),
  ]),
  page('care-worker', [text('careWorker', { ...optional }), text('careWorkerContact', { ...optional, max: 500, protectedWhen: keptPrivate })], {
    when: isOneOf('careHelp', ['social-worker-now', 'early-help-now']),
  }),
  // Children Act 1989 s.17 and s.47; Chronically Sick and Disabled Persons Act 1970 s.2.
  page('care-plans', [
    choices('carePlans', {
      ...optional,
      options: ['child-in-need', 'child-protection', 'looked-after', 'disabled-child', 'carer-assessment', 'other', 'none'],
      none: 'none',
      notSaid: ['dont-know', 'rather-not-say'],
    }),
  ]),
  page('care-at-home', [choices('careAtHome', { ...optional, options: [...CARE_AT_HOME, 'none'], none: 'none', notSaid: rather })]),
  page('care-at-home-details', [longText('careAtHomeDetails', optional)], { when: isOneOf('careAtHome', CARE_AT_HOME) }),
  page('housing', [longText('housing', { ...optional, protectedWhen: keptPrivate })]),
  page('young-carers', [longText('youngCarers', optional)]),
  page('risks', [longText('risks', { ...optional, protectedWhen: keptPrivate })], { exitQuickly: true }),
  page('youth-justice', [yesNo('youthJustice', { ...optional, unsure: true, notSaid: rather, privacy: { sees: 'council', special: 'offence' } })]),
  page('youth-justice-details', [longText('youthJusticeDetails', { ...optional, privacy: { sees: 'council', special: 'offence' } })], {
    when: is('youthJustice', 'yes'),
  }),
  page('look-at-care', [yesNo('lookAtCare', { ...optional, unsure: true })]),
])
