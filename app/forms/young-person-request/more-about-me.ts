import { isOneOf } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { choice } from '~/questions/choice/choice'
import { choices } from '~/questions/choices/choices'
import { nhsNumber } from '~/questions/nhs-number/nhs-number'
import { text } from '~/questions/text/text'
import { ETHNIC_GROUPS } from '../parent-request/child'
import { always, keptPrivate } from '../parent-request/protection'

const IN_CARE = ['now', 'before'] as const

/** Names, language and what the yearly return counts (SEN2), as far as the young person wants to say. */
export const moreAboutMe = section('more-about-me', { sees: 'advisers-and-school' }, [
  page('other-names', [text('preferredName', { need: 'optional' }), text('formerNames', { max: 500, need: 'optional' })]),
  page('sex', [choice('sex', { options: ['female', 'male'], notSaid: ['rather-not-say'] })]),
  page('pronouns', [text('pronouns', { need: 'optional' })]),
  page('ethnic-group', [
    choice('ethnicGroup', { options: ETHNIC_GROUPS, need: 'optional', protectedWhen: always, privacy: { sees: 'council', special: 'ethnicity' } }),
  ]),
  page('languages', [text('homeLanguages', { max: 500 })]),
  page('talk-with-help', [
    choices('talkWithHelp', { options: ['spoken', 'bsl', 'other-sign', 'symbols', 'none'], none: 'none', notSaid: ['dont-know'] }),
  ]),
  page('nhs-number', [nhsNumber('nhsNumber', { need: 'optional', notSaid: ['dont-know'] })]),
  page('in-care', [choice('inCare', { options: [...IN_CARE, 'no', 'unsure'], notSaid: ['rather-not-say'], privacy: { sees: 'advisers' } })]),
  page('in-care-worker', [text('inCareCouncil', { notSaid: ['dont-know'] }), text('inCareWorker', { max: 500, protectedWhen: keptPrivate })], {
    when: isOneOf('inCare', IN_CARE),
  }),
])
