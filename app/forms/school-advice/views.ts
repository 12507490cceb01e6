import { page, section } from '~/engine/form'
import { longText } from '~/questions/long-text/long-text'
import { text } from '~/questions/text/text'
import { maybe } from '../stage-of-schooling'
import { keptPrivate } from '../parent-request/protection'

/** What the pupil and the parents think, and what is needed that the setting cannot give. */
export const views = section('views', { sees: 'advisers' }, [
  page('pupil-views', [longText('pupilViews'), text('pupilViewsHow', { max: 500 })]),
  page('parents-views', [longText('parentsViews', { protectedWhen: keptPrivate }), text('parentsViewsHow', { max: 500 })]),
  page('beyond', [longText('beyondWhat'), longText('beyondWhy')]),
  page('adult-life', [longText('adultLife')], { when: maybe('yearNineOrAbove') }),
  page('more-time', [longText('moreTime')], { when: maybe('adult') }),
])
