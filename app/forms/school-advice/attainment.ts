import { page, section } from '~/engine/form'
import { repeat } from '~/engine/repeat'
import { choice } from '~/questions/choice/choice'
import { longText } from '~/questions/long-text/long-text'
import { text } from '~/questions/text/text'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'

/** What the pupil can do and how fast it grows: line by line, or a table pasted as it is. */
export const attainment = section('attainment', { sees: 'advisers' }, [
  page('attainments', [
    repeat('attainments', {
      max: 40,
      pasteable: true,
      questions: [
        choice('attainmentFramework', {
          options: ['eyfs', 'phonics', 'key-stage', 'gcse', 'engagement-model', 'b-squared', 'standardised', 'teacher', 'other'],
        }),
        text('attainmentSubject'),
        text('attainmentScore'),
        uncertainDate('attainmentOn', { past: true }),
        text('attainmentExpected', { need: 'optional' }),
      ],
    }),
  ]),
  page('attainment-table', [longText('attainmentTable', { need: 'optional' })]),
  page('progress', [longText('progress')]),
])
