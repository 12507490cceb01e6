import { is } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { repeat } from '~/engine/repeat'
import { choice } from '~/questions/choice/choice'
import { longText } from '~/questions/long-text/long-text'
import { text } from '~/questions/text/text'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'
import { yesNo } from '~/questions/yes-no/yes-no'
import { oneAPage } from '../one-a-page'
import { keptPrivate } from '../parent-request/protection'

const ofSupporter = { when: is('supporter', 'yes') } as const

/** Choices about who is told. They are not consent, which is not our legal basis; a "no" never stops a request. */
export const sharing = section('sharing', { sees: 'council' }, [
  page('notice', [choice('noticeRead', { options: ['read', 'later', 'want-to-talk'] })]),
  page(
    'do-not-tell',
    [
      repeat('doNotTell', {
        max: 10,
        questions: [
          text('doNotTellName', { protectedWhen: keptPrivate }),
          text('doNotTellWhy', { max: 2000, need: 'optional', protectedWhen: keptPrivate }),
        ],
      }),
    ],
    { exitQuickly: true },
  ),
  page('share-reports', [choice('shareReports', { options: ['yes', 'ask-me-first', 'no'] })]),
  page('supporter', [yesNo('supporter')]),
  page(
    'supporter-name',
    [text('supporterName'), choice('supporterRole', { options: ['sendiass', 'advocate', 'family-or-friend', 'other'] })],
    ofSupporter,
  ),
  ...oneAPage([text('supporterContact', { max: 500, protectedWhen: keptPrivate }), uncertainDate('supporterUntil')], ofSupporter),
  page('health-records', [choice('healthRecords', { options: ['yes', 'ask-me-first', 'no'], notSaid: ['dont-know'] })]),
  page('view-on-sharing', [longText('viewOnSharing', { need: 'optional' })]),
])
