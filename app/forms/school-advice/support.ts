import { page, section } from '~/engine/form'
import { repeat } from '~/engine/repeat'
import { choice } from '~/questions/choice/choice'
import { longText } from '~/questions/long-text/long-text'
import { number } from '~/questions/number/number'
import { text } from '~/questions/text/text'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'

const optional = { need: 'optional' } as const

/** What was tried. None is a lawful number of cycles: how many there were is no test for an assessment (Children and Families Act 2014 s.36(8)). */
export const support = section('support', { sees: 'advisers' }, [
  page('cycles', [
    repeat('cycles', {
      max: 12,
      pasteable: true,
      pages: [
        page('cycle-dates', [uncertainDate('cycleFrom'), uncertainDate('cycleUntil')]),
        page('cycle-outcome', [longText('cycleOutcome')]),
        page('cycle-provision', [
          longText('cycleProvision'),
          text('cycleWho'),
          number('cycleGroupSize', { max: 100 }),
          number('cycleMinutes', { max: 3000 }),
          number('cycleWeeks', { max: 200 }),
        ]),
        page('cycle-review', [longText('cycleResult')]),
      ],
    }),
  ]),
  page('provision', [
    repeat('provision', {
      max: 40,
      pasteable: true,
      questions: [
        longText('provisionWhat'),
        text('provisionWho'),
        text('provisionOften'),
        // As spreadsheets have it: '1:1', '1:6', 'small group'.
        text('provisionGroup'),
        uncertainDate('provisionSince', { past: true }),
        number('provisionLineCost', { max: 1_000_000, unit: 'pounds', ...optional }),
      ],
    }),
  ]),
  page('provision-map', [longText('provisionMap', optional), number('provisionCost', { max: 1_000_000, unit: 'pounds', ...optional })]),
  page('advice-had', [
    repeat('adviceHad', {
      max: 20,
      questions: [
        choice('adviserType', {
          options: [
            'educational-psychologist', 'speech-therapist', 'occupational-therapist', 'physiotherapist', 'paediatrician', 'camhs', 'school-nurse', 'teacher-of-deaf',
            'teacher-of-vision', 'autism-outreach', 'specialist-teacher', 'inclusion-team', 'early-years', 'other',
          ],
        }),
        text('adviserName', optional),
        uncertainDate('adviserOn', { past: true }),
        longText('adviserSaid'),
        longText('adviserDone'),
      ],
    }),
  ]),
  page('access', [longText('accessArrangements', optional), longText('equipment', optional)]),
  page('medical', [longText('medicalPlan', { ...optional, privacy: { sees: 'advisers', special: 'health' } }), longText('evacuationPlan', optional)]),
  page('behaviour', [longText('behaviour', optional), longText('riskAssessment', optional)]),
])
