import { page, section } from '~/engine/form'
import { longText } from '~/questions/long-text/long-text'
import { yesNo } from '~/questions/yes-no/yes-no'
import { maybe } from '../stage-of-schooling'

/** The story so far, what goes well, and hopes. */
export const story = section('story', { sees: 'advisers-and-school' }, [
  page('going-well', [longText('goingWell')]),
  page('story-so-far', [longText('storySoFar', { need: 'optional' })]),
  page('hopes-next-year', [longText('hopesNextYear')]),
  page('hopes-later', [longText('hopesLater')]),
  page('adult-life', [longText('adultLife')], { when: maybe('yearNineOrAbove') }),
  page('more-time', [longText('moreTime')], { when: maybe('adult') }),
  page('family-life', [longText('familyLife', { need: 'optional', privacy: { sees: 'advisers' } })]),
  page('carer-help', [yesNo('carerHelp', { unsure: true, need: 'optional', privacy: { sees: 'council' } })]),
  page('travel', [longText('travel', { need: 'optional' })]),
  page('safety', [longText('safety', { need: 'optional', privacy: { sees: 'advisers' } })], { exitQuickly: true }),
])
