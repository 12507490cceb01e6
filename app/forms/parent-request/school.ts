import { all, is, isOneOf } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { repeat } from '~/engine/repeat'
import { choice } from '~/questions/choice/choice'
import { establishment } from '~/questions/establishment/establishment'
import { longText } from '~/questions/long-text/long-text'
import { text } from '~/questions/text/text'
import { uln } from '~/questions/uln/uln'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'
import { upn } from '~/questions/upn/upn'
import { yearGroup } from '~/questions/year-group/year-group'
import { yesNo } from '~/questions/yes-no/yes-no'
import { PAST_SCHOOL } from '../past-schools'
import { maybe } from '../stage-of-schooling'
import { keptPrivate } from './protection'

const SETTINGS = ['school', 'nursery', 'college', 'training', 'alternative-provision'] as const
const inSetting = isOneOf('schoolSituation', SETTINGS)
const inYears = isOneOf('schoolSituation', ['school', 'alternative-provision', 'college'])

/** Where the child or young person learns, or why they do not. */
export const school = section('school', { sees: 'advisers-and-school' }, [
  page('school-situation', [
    choice('schoolSituation', { options: [...SETTINGS, 'home-educated', 'waiting', 'none', 'custody'], notSaid: ['dont-know', 'rather-not-say'] }),
  ]),
  page('school-name', [establishment('schoolName', { town: 'schoolTown', protectedWhen: keptPrivate }), text('schoolTown', { need: 'optional', protectedWhen: keptPrivate })], {
    when: inSetting,
  }),
  page('year-group', [yearGroup('yearGroup', { suggested: 'usualYear' })], { when: inYears }),
  page('out-of-year', [yesNo('outOfYear', { unsure: true })], { when: inYears }),
  page('school-numbers', [upn('upn', { need: 'optional' }), uln('uln', { need: 'optional' })], { when: inYears }),
  page(
    'attendance',
    [choice('attendance', { options: ['full-time', 'part-time', 'some-days', 'not-attending'], notSaid: ['dont-know', 'rather-not-say'] })],
    { when: inSetting },
  ),
  page('missing-school', [uncertainDate('missingSince', { past: true }), longText('missingWhy')], {
    when: all(inSetting, isOneOf('attendance', ['part-time', 'some-days', 'not-attending'])),
  }),
  page('out-of-school', [uncertainDate('outOfSchoolSince', { past: true }), longText('outOfSchoolWhy')], {
    when: isOneOf('schoolSituation', ['home-educated', 'waiting', 'none']),
  }),
  page(
    'custody',
    [text('custodyPlace', { protectedWhen: keptPrivate, notSaid: ['rather-not-say'], privacy: { sees: 'advisers', special: 'offence' } })],
    { when: is('schoolSituation', 'custody') },
  ),
  page('past-schools', [repeat('pastSchools', { max: 10, need: 'optional', questions: PAST_SCHOOL })]),
  page('early-years-hours', [text('earlyYearsHours', { max: 500, need: 'optional' })], {
    when: all(maybe('underFive'), isOneOf('schoolSituation', ['nursery', 'school'])),
  }),
  page('health-visitor', [text('healthVisitor', { max: 500, need: 'optional', protectedWhen: keptPrivate })], { when: maybe('underFive') }),
  page(
    'two-year-check',
    [
      choice('twoYearCheck', { options: ['done', 'booked', 'not-done'], need: 'optional', notSaid: ['dont-know'] }),
      longText('twoYearCheckSaid', { need: 'optional' }),
    ],
    { when: maybe('underFive') },
  ),
  page('spoken-to-school', [
    choice('spokenToSchool', { options: ['agree', 'disagree', 'not-sure-what-they-think', 'not-spoken'], notSaid: ['rather-not-say'] }),
  ], { when: inSetting }),
  page('invite-school', [choice('inviteSchool', { options: ['yes', 'ask-me-first', 'no'] })], { when: inSetting }),
])
