import { page, section } from '~/engine/form'
import { repeat } from '~/engine/repeat'
import { choice } from '~/questions/choice/choice'
import { longText } from '~/questions/long-text/long-text'
import { text } from '~/questions/text/text'

/** What is asked of each kind of help that there is. */
export const HELP = [
  text('supportWhat', { max: 1000 }),
  text('supportWho', { notSaid: ['dont-know'] }),
  text('supportHowOften', { notSaid: ['dont-know'] }),
  choice('supportWorks', { options: ['yes', 'a-little', 'no', 'too-soon'], notSaid: ['dont-know'] }),
  longText('supportWorksHow', { need: 'optional' }),
] as const

/** What help there is now, whether it works, and what more is needed. */
export const support = section('support', { sees: 'advisers-and-school' }, [
  page('support-now', [repeat('supportNow', { max: 20, questions: HELP })]),
  page('more-support', [longText('moreSupport', { notSaid: ['dont-know'] })]),
])
