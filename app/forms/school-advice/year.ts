import { page, section } from '~/engine/form'
import { longText } from '~/questions/long-text/long-text'
import { text } from '~/questions/text/text'
import { yearGroup } from '~/questions/year-group/year-group'
import { yesNo } from '~/questions/yes-no/yes-no'
import { keptPrivate } from '../parent-request/protection'
import { maybeMoves, movesOn } from './phase-transfer'

/** The year that the pupil is taught in, and the move that may come: asked only where the year does not tell. */
export const year = section('year', { sees: 'advisers' }, [
  page('year-group', [yearGroup('yearGroup', { suggested: 'usualYear' })]),
  page('out-of-year', [yesNo('outOfYear')]),
  page('moves-next-year', [yesNo('movesNextYear', { unsure: true })], { when: maybeMoves }),
  page('next-setting', [text('nextSetting', { max: 500, protectedWhen: keptPrivate }), longText('nextSettingPlans', { need: 'optional', protectedWhen: keptPrivate })], { when: movesOn }),
])
