import { any } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { repeat } from '~/engine/repeat'
import { address } from '~/questions/address/address'
import { choice } from '~/questions/choice/choice'
import { choices } from '~/questions/choices/choices'
import { nhsNumber } from '~/questions/nhs-number/nhs-number'
import { text } from '~/questions/text/text'
import { uln } from '~/questions/uln/uln'
import { upn } from '~/questions/upn/upn'
import { yesNo } from '~/questions/yes-no/yes-no'
import { ETHNIC_GROUPS } from '../parent-request/child'
import { always, keptPrivate } from '../parent-request/protection'
import { PAST_SCHOOL } from '../past-schools'
import { isEvidence } from './use'

const optional = { need: 'optional' } as const
const dontKnow = ['dont-know'] as const

/** Who the pupil is, as the setting's own records have it. */
export const pupil = section('pupil', { sees: 'advisers' }, [
  page('other-names', [text('preferredName', optional), text('formerNames', { max: 500, ...optional })]),
  // The parent who asked may not be the one with whom the pupil lives.
  page('child-address', [address('childAddress', { inArea: true, protectedWhen: any(keptPrivate, isEvidence) })]),
  page('pupil-numbers', [upn('upn'), uln('uln', optional)]),
  page('child-sex', [choice('childSex', { options: ['female', 'male'], notSaid: dontKnow })]),
  page('pronouns', [text('pronouns', optional)]),
  page('ethnic-group', [
    // As on the family's form: counted for the yearly return, in no copy.
    choice('ethnicGroup', { options: ETHNIC_GROUPS, ...optional, protectedWhen: always, privacy: { sees: 'council', special: 'ethnicity' } }),
  ]),
  page('languages', [text('homeLanguages', { max: 500, notSaid: dontKnow })]),
  page('child-interpreter', [choices('childInterpreter', { options: ['spoken', 'bsl', 'other-sign', 'symbols', 'none'], none: 'none', notSaid: dontKnow })]),
  page('nhs-number', [nhsNumber('nhsNumber', { ...optional, notSaid: dontKnow })]),
  page('armed-forces', [yesNo('armedForces', { ...optional, notSaid: dontKnow })]),
  page('pupil-premium', [yesNo('pupilPremium', { ...optional, notSaid: dontKnow, privacy: { sees: 'council' } })]),
  page('past-schools', [repeat('pastSchools', { max: 10, ...optional, questions: PAST_SCHOOL })]),
])
