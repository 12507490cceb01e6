import { page, section } from '~/engine/form'
import { longText } from '~/questions/long-text/long-text'
import { askedBeforePages } from '../parent-request/asked-before'
import { maybe } from '../stage-of-schooling'
import { isMyRight } from './who-decides'

/** Hopes for adult life (2014 Regulations reg 6(1)(g)), why now, and what was asked for before. */
export const whatIWant = section('what-i-want', { sees: 'advisers-and-school' }, [
  page('why-now', [longText('whyNow')]),
  page('want-learning', [longText('wantLearning')]),
  page('want-job', [longText('wantJob')]),
  page('want-home', [longText('wantHome')]),
  page('want-friends', [longText('wantFriends')]),
  page('want-health', [longText('wantHealth')]),
  page('dreams', [longText('dreams', { need: 'optional' })]),
  // 18 or over: may they need longer than most to finish (Children and Families Act 2014 s.36(10))?
  page('more-time', [longText('moreTime')], { when: maybe('adult') }),
  ...askedBeforePages(isMyRight),
])
