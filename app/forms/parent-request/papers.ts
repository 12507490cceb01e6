import { isOneOf } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { choice } from '~/questions/choice/choice'
import { longText } from '~/questions/long-text/long-text'

/** Whether there are papers to send. The papers themselves are never needed and are sent apart. */
export const papers = section('papers', { sees: 'advisers-and-school' }, [
  page('papers', [choice('papers', { options: ['yes', 'later', 'no'] })]),
  page('papers-list', [longText('papersList', { need: 'optional' })], { when: isOneOf('papers', ['yes', 'later']) }),
])
