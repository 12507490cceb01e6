import { isOneOf } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { choice } from '~/questions/choice/choice'
import { choices } from '~/questions/choices/choices'
import { longText } from '~/questions/long-text/long-text'
import { text } from '~/questions/text/text'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'
import { yesNo } from '~/questions/yes-no/yes-no'
import { keptPrivate } from './protection'

const optional = { need: 'optional' } as const
const YES_OR_UNSURE = ['yes', 'unsure'] as const
const DAILY = ['eating', 'sleep', 'toilet', 'movement', 'pain'] as const

/** Health: all of it may be skipped. */
export const health = section('health', { sees: 'advisers', special: 'health' }, [
  page('doctor', [text('doctor', { ...optional, max: 500, protectedWhen: keptPrivate })]),
  page('health-conditions', [longText('healthConditions', optional)]),
  page('waiting-lists', [longText('waitingLists', optional)]),
  page('medicines', [longText('medicines', optional)]),
  page('hospital', [longText('hospital', { ...optional, protectedWhen: keptPrivate })]),
  page('hearing', [yesNo('hearing', { ...optional, unsure: true })]),
  page('hearing-details', [longText('hearingDetails', optional)], { when: isOneOf('hearing', YES_OR_UNSURE) }),
  page('hearing-test', [uncertainDate('hearingTestOn', { ...optional, past: true })], { when: isOneOf('hearing', YES_OR_UNSURE) }),
  page('sight', [yesNo('sight', { ...optional, unsure: true })]),
  page('sight-details', [longText('sightDetails', optional)], { when: isOneOf('sight', YES_OR_UNSURE) }),
  page('sight-test', [uncertainDate('sightTestOn', { ...optional, past: true })], { when: isOneOf('sight', YES_OR_UNSURE) }),
  page('daily-health', [choices('dailyHealth', { ...optional, options: [...DAILY, 'none'], none: 'none' })]),
  page('daily-health-details', [longText('dailyHealthDetails', optional)], { when: isOneOf('dailyHealth', DAILY) }),
  page('mental-health', [longText('mentalHealth', optional)], { exitQuickly: true }),
  page('allergies', [longText('allergies', optional)]),
  page('equipment', [longText('equipment', optional)]),
  page('continuing-care', [choice('continuingCare', { ...optional, options: ['yes', 'asked', 'no'], notSaid: ['dont-know'] })]),
])
