import { is } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { longText } from '~/questions/long-text/long-text'
import { number } from '~/questions/number/number'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'
import { yesNo } from '~/questions/yes-no/yes-no'

const optional = { need: 'optional' } as const
const percent = { max: 100, unit: 'percent', notSaid: ['dont-know'] } as const

/** On roll since when, and how much of it the pupil could be there. */
export const attendance = section('attendance', { sees: 'advisers' }, [
  page('on-roll', [uncertainDate('onRollSince', { past: true })]),
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
