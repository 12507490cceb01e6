import { is, isOneOf, not } from '~/engine/condition'
import { page, section, type Computed } from '~/engine/form'
import { address } from '~/questions/address/address'
import { choice } from '~/questions/choice/choice'
import { choices } from '~/questions/choices/choices'
import { nhsNumber } from '~/questions/nhs-number/nhs-number'
import { text } from '~/questions/text/text'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'
import { yesNo } from '~/questions/yes-no/yes-no'
import { always, keptPrivate } from './protection'

/** The Department for Education's main ethnicity codes, as the SEN2 return takes them. */
export const ETHNIC_GROUPS = [
  'WBRI', 'WIRI', 'WIRT', 'WROM', 'WOTH', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'AOTH', 'CHNE', 'BCRB', 'BAFR', 'BOTH', 'OOTH',
  'NOBT', 'REFU',
] as const

// Children Act 1989: s.20 is by agreement; an interim (s.38) or full (s.31) care order is made by a court.
export const LOOKED_AFTER_NOW = ['agreement', 'interim-order', 'full-order'] as const
export const LOOKED_AFTER_BEFORE = ['adopted', 'special-guardianship', 'other-before'] as const

export const armedForces = page('armed-forces', [yesNo('armedForces', { need: 'optional', notSaid: ['rather-not-say'] })])

/** A move can change which council it is (2014 Regulations reg 15). */
export const moving = page('moving', [
  choice('moving', { options: ['moving-soon', 'just-moved', 'no'], need: 'optional', notSaid: ['dont-know', 'rather-not-say'] }),
])
export const MOVE = [
  uncertainDate('movingOn', { need: 'optional', protectedWhen: keptPrivate }),
  text('movingPlaces', { max: 500, need: 'optional', protectedWhen: keptPrivate }),
] as const
export const ofMove = { when: isOneOf('moving', ['moving-soon', 'just-moved']), exitQuickly: true } as const

/** Who checks the care of somebody in care, and the council's team for their learning. */
const careContact = { max: 500, protectedWhen: keptPrivate, notSaid: ['dont-know'] } as const
export const reviewingOfficer = text('reviewingOfficer', careContact)
export const virtualSchool = text('virtualSchool', careContact)

/** A child who lives with the person who asks lives where that person does: nothing is typed twice (WCAG 3.3.7). */
export const childAddressIsKnown: Computed = {
  of: ['livesWithYou', 'requesterAddress'],
  options: ['yes', 'no'],
  from: ({ livesWithYou, requesterAddress }) =>
    livesWithYou === 'yes' && typeof requesterAddress === 'object' && requesterAddress !== null && 'lines' in requesterAddress ? 'yes' : 'no',
}

/** Who the child or young person is, apart from the name and birth date that every request has. */
export const child = section('child', { sees: 'advisers-and-school' }, [
  page('other-names', [text('preferredName', { need: 'optional' }), text('formerNames', { max: 500, need: 'optional' })]),
  page('child-address', [address('childAddress', { inArea: true, protectedWhen: keptPrivate })], {
    when: not(is('childAddressIsKnown', 'yes')),
    exitQuickly: true,
  }),
  page('child-sex', [choice('childSex', { options: ['female', 'male'], notSaid: ['dont-know', 'rather-not-say'] })]),
  page('pronouns', [text('pronouns', { need: 'optional' })]),
  page('ethnic-group', [
    choice('ethnicGroup', {
      options: ETHNIC_GROUPS,
      need: 'optional',
      // Counted for the yearly return and for fairness; it says nothing about need, so no copy of the request carries it.
      protectedWhen: always,
      privacy: { sees: 'council', special: 'ethnicity' },
    }),
  ]),
  page('languages', [text('homeLanguages', { max: 500 })]),
  page('child-interpreter', [
    choices('childInterpreter', { options: ['spoken', 'bsl', 'other-sign', 'symbols', 'none'], none: 'none', notSaid: ['dont-know'] }),
  ]),
  page('nhs-number', [nhsNumber('nhsNumber', { need: 'optional', notSaid: ['dont-know'] })]),
  armedForces,
  moving,
  page('moving-details', MOVE, ofMove),
  page('looked-after', [
    choice('lookedAfter', {
      options: ['no', ...LOOKED_AFTER_NOW, ...LOOKED_AFTER_BEFORE, 'unsure'],
      notSaid: ['rather-not-say'],
      privacy: { sees: 'advisers' },
    }),
  ]),
  page('looked-after-council', [text('lookedAfterCouncil', { notSaid: ['dont-know'] })], {
    when: isOneOf('lookedAfter', [...LOOKED_AFTER_NOW, ...LOOKED_AFTER_BEFORE]),
  }),
  page(
    'looked-after-social-worker',
    [text('lookedAfterSocialWorker', { notSaid: ['dont-know'] }), text('lookedAfterSocialWorkerContact', { max: 500, protectedWhen: keptPrivate })],
    { when: isOneOf('lookedAfter', LOOKED_AFTER_NOW) },
  ),
  page('reviewing-officer', [reviewingOfficer], {
    when: isOneOf('lookedAfter', LOOKED_AFTER_NOW),
  }),
  page('virtual-school', [virtualSchool], {
    when: isOneOf('lookedAfter', [...LOOKED_AFTER_NOW, ...LOOKED_AFTER_BEFORE]),
  }),
])
