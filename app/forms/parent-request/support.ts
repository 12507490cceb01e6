import { page, section } from '~/engine/form'
import { repeat } from '~/engine/repeat'
import { choice } from '~/questions/choice/choice'
import { longText } from '~/questions/long-text/long-text'
import { text } from '~/questions/text/text'

/** What help there is now, whether it works, and what more is needed. */
export const support = section('support', { sees: 'advisers-and-school' }, [
  page('support-now', [
    repeat('supportNow', {
      max: 20,
      questions: [
        text('supportWhat', { max: 1000 }),
        text('supportWho', { notSaid: ['dont-know'] }),
        text('supportHowOften', { notSaid: ['dont-know'] }),
        choice('supportWorks', { options: ['yes', 'a-little', 'no', 'too-soon'], notSaid: ['dont-know'] }),
        longText('supportWorksHow', { need: 'optional' }),
      ],
    }),
  ]),
  page('more-support', [longText('moreSupport', { notSaid: ['dont-know'] })]),
])
