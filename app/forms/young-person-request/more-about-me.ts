import { is, isOneOf } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { choice } from '~/questions/choice/choice'
import { choices } from '~/questions/choices/choices'
import { nhsNumber } from '~/questions/nhs-number/nhs-number'
import { text } from '~/questions/text/text'
import { oneAPage } from '../one-a-page'
import { armedForces, ETHNIC_GROUPS, LOOKED_AFTER_BEFORE, LOOKED_AFTER_NOW, MOVE, moving, ofMove, reviewingOfficer, virtualSchool } from '../parent-request/child'
import { always, keptPrivate } from '../parent-request/protection'

const IN_CARE = ['now', 'before'] as const
const inCare = { when: isOneOf('inCare', IN_CARE) }
const ofCare = { need: 'optional', notSaid: ['rather-not-say'], privacy: { sees: 'advisers' } } as const

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
  armedForces,
  moving,
  ...oneAPage(MOVE, ofMove),
  page('in-care', [choice('inCare', { options: [...IN_CARE, 'no', 'unsure'], notSaid: ['rather-not-say'], privacy: { sees: 'advisers' } })]),
  page('in-care-kind', [choice('inCareKind', { options: [...LOOKED_AFTER_NOW, 'unsure'], ...ofCare })], { when: is('inCare', 'now') }),
  page('in-care-before', [choice('inCareBefore', { options: [...LOOKED_AFTER_BEFORE, 'unsure'], ...ofCare })], { when: is('inCare', 'before') }),
  page('in-care-council', [text('inCareCouncil', { notSaid: ['dont-know'] })], inCare),
  page('in-care-worker', [text('inCareWorker', { max: 500, protectedWhen: keptPrivate })], inCare),
  page('reviewing-officer', [reviewingOfficer], { when: is('inCare', 'now') }),
  page('virtual-school', [virtualSchool], inCare),
])
