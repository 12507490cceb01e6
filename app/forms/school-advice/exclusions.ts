import { isOneOf } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { repeat } from '~/engine/repeat'
import { choice } from '~/questions/choice/choice'
import { longText } from '~/questions/long-text/long-text'
import { number } from '~/questions/number/number'
import { text } from '~/questions/text/text'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'
import { yesNo } from '~/questions/yes-no/yes-no'
import { keptPrivate } from '../parent-request/protection'

const optional = { need: 'optional' } as const

/** Suspensions, exclusions, and moves to somewhere else. */
export const exclusions = section('exclusions', { sees: 'advisers' }, [
  page('exclusions', [
    repeat('exclusions', {
      max: 30,
      questions: [
        choice('exclusionKind', { options: ['suspension', 'permanent-exclusion', 'managed-move', 'off-site-direction', 'alternative-provision'] }),
        uncertainDate('exclusionFrom', { past: true }),
        number('exclusionDays', { max: 1000 }),
        text('exclusionPlace', { ...optional, protectedWhen: keptPrivate }),
        text('exclusionWhy', { max: 1000, ...optional }),
      ],
    }),
  ]),
  page('at-risk', [yesNo('atRiskOfExclusion', { unsure: true })]),
  page('at-risk-details', [longText('atRiskDetails', optional)], { when: isOneOf('atRiskOfExclusion', ['yes', 'unsure']) }),
])
