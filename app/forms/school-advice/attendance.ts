import { is, isOneOf } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { choice } from '~/questions/choice/choice'
import { longText } from '~/questions/long-text/long-text'
import { number } from '~/questions/number/number'
import { text } from '~/questions/text/text'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'
import { yesNo } from '~/questions/yes-no/yes-no'
import { keptPrivate } from '../parent-request/protection'

const optional = { need: 'optional' } as const
const percent = { max: 100, unit: 'percent', notSaid: ['dont-know'] } as const

/** Where a pupil may learn who is on the roll and does not learn on the premises, or not all the time. */
const ELSEWHERE = ['partly-elsewhere', 'alternative-provision', 'home', 'hospital', 'custody'] as const

/** On roll since when, and how much of it the pupil could be there. */
export const attendance = section('attendance', { sees: 'advisers' }, [
  page('on-roll', [uncertainDate('onRollSince', { past: true })]),
  page('attending', [choice('attending', { options: ['full-time', 'part-time', 'some-days', 'not-attending'], notSaid: ['dont-know'] })]),
  page('attending-since', [uncertainDate('attendingSince', { past: true })], { when: isOneOf('attending', ['part-time', 'some-days', 'not-attending']) }),
  page('learns-where', [choice('learnsWhere', { options: ['here', ...ELSEWHERE, 'nowhere'], notSaid: ['dont-know'] })]),
  page('learns-elsewhere', [text('learnsElsewhere', { max: 500, protectedWhen: keptPrivate })], { when: isOneOf('learnsWhere', ELSEWHERE) }),
  page('attendance', [number('attendanceYear', percent)]),
  page('attendance-terms', [number('attendanceTerm1', percent), number('attendanceTerm2', percent), number('attendanceTerm3', percent)]),
  page('attendance-codes', [longText('attendanceCodes', optional)]),
  page('reduced-timetable', [yesNo('reducedTimetable')]),
  page(
    'reduced-timetable-details',
    [uncertainDate('reducedSince', { past: true }), number('reducedHours', { max: 60 }), longText('reducedWhy', optional)],
    { when: is('reducedTimetable', 'yes') },
  ),
])
