import { is, not } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { choice } from '~/questions/choice/choice'
import { longText } from '~/questions/long-text/long-text'
import { text } from '~/questions/text/text'
import { keptPrivate } from '../parent-request/protection'
import { isMyRight } from './who-decides'

const ofChild = { when: not(isMyRight), exitQuickly: true } as const

/**
 * A child may tell the council about themselves: it is brought to the council's notice, on the same clock (Children and Families Act 2014
 * s.24, s.36(3)). The right to ask is their parent's until the school leaving date, so we ask who that is, and whether it is safe.
 */
export const grownUp = section('grown-up', { sees: 'council' }, [
  page('grown-up', [text('grownUpName', { protectedWhen: keptPrivate }), text('grownUpContact', { max: 500, need: 'optional', protectedWhen: keptPrivate })], ofChild),
  page('grown-up-knows', [choice('grownUpKnows', { options: ['yes', 'no', 'not-safe'], notSaid: ['rather-not-say'], protectedWhen: keptPrivate })], ofChild),
  page('grown-up-not-safe', [longText('grownUpNotSafe', { need: 'optional', protectedWhen: keptPrivate })], {
    when: is('grownUpKnows', 'not-safe'),
    exitQuickly: true,
  }),
])
