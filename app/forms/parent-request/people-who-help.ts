import { is } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { repeat } from '~/engine/repeat'
import { choice } from '~/questions/choice/choice'
import { text } from '~/questions/text/text'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'
import { yesNo } from '~/questions/yes-no/yes-no'
import { keptPrivate } from './protection'

const optional = { need: 'optional' } as const

/** People who know the child. The council must ask those the family reasonably names (2014 Regulations reg 6(1)(h)). */
export const peopleWhoHelp = section('people-who-help', { sees: 'advisers', special: 'health' }, [
  page('helpers', [
    repeat('helpers', {
      max: 10,
      ...optional,
      pages: [
        page('helper-name', [
          text('helperName', { ...optional }),
          choice('helperType', {
            ...optional,
            options: [
              'educational-psychologist', 'speech-therapist', 'occupational-therapist', 'physiotherapist', 'paediatrician', 'camhs', 'gp',
              'health-visitor', 'school-nurse', 'teacher-of-deaf', 'teacher-of-vision', 'autism-outreach', 'inclusion-team', 'social-worker',
              'early-help', 'youth-justice', 'portage', 'audiology', 'dietitian', 'private', 'charity', 'other',
            ],
          }),
        ]),
        page('helper-reach', [
          text('helperPlace', { ...optional, max: 500, protectedWhen: keptPrivate }),
          text('helperContact', { ...optional, max: 500, protectedWhen: keptPrivate }),
        ]),
        page('helper-work', [uncertainDate('helperLastSeenOn', { ...optional, past: true }), yesNo('helperReport', { ...optional, unsure: true })]),
        page('helper-ask', [choice('helperAsk', { ...optional, options: ['please-ask', 'up-to-you', 'do-not-contact'] })]),
        page('helper-why-not', [text('helperWhyNot', { ...optional, max: 1000 })], { when: is('helperAsk', 'do-not-contact') }),
      ],
    }),
  ]),
])
