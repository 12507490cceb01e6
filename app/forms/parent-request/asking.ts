import { all, is, isOneOf, not } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { choice } from '~/questions/choice/choice'
import { longText } from '~/questions/long-text/long-text'
import { text } from '~/questions/text/text'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'
import { maybe } from '../stage-of-schooling'
import { askedBeforePages } from './asked-before'
import { keptPrivate } from './protection'
import { isFamily } from './you'

const pastSchoolAge = maybe('overSchoolAge')

/**
 * Past compulsory school age the right to ask is the young person's own (Children and Families Act 2014 s.83(2)), also where a parent began before and
 * sends after. Nothing is held up by it: staff ask the young person, and see who acts for one who cannot decide.
 */
export const remarksOnChoice = {
  'young-person-decides': all(pastSchoolAge, isOneOf('ownChoice', ['asked-me', 'can-decide'])),
  'ask-young-person': all(pastSchoolAge, not(isOneOf('ownChoice', ['asked-me', 'can-decide', 'cannot-decide']))),
  'someone-acts': all(pastSchoolAge, is('ownChoice', 'cannot-decide')),
} as const

/** Why now, whose choice it is, and what was asked for before. */
export const asking = section('asking', { sees: 'advisers-and-school' }, [
  page('why-now', [longText('whyNow')]),
  // The right is the young person's own; a parent may act where they cannot decide (Mental Capacity Act 2005, 2014 Act s.80).
  page('own-choice', [choice('ownChoice', { options: ['asked-me', 'can-decide', 'cannot-decide', 'unsure'], notSaid: ['rather-not-say'] })], {
    when: pastSchoolAge,
  }),
  page(
    'invite-young-person',
    [
      choice('inviteYoungPerson', { options: ['yes', 'through-me', 'not-yet'] }),
      text('youngPersonContact', { max: 500, need: 'optional', protectedWhen: keptPrivate, privacy: { sees: 'council' } }),
    ],
    { when: isOneOf('ownChoice', ['asked-me', 'can-decide', 'unsure']), exitQuickly: true },
  ),
  page('deciding', [longText('howTheyDecide', { notSaid: ['rather-not-say'], privacy: { sees: 'advisers', special: 'health' } })], {
    when: isOneOf('ownChoice', ['cannot-decide', 'unsure']),
  }),
  page(
    'representative',
    [choice('representative', { options: ['deputy', 'attorney', 'parent', 'nobody'], notSaid: ['dont-know', 'rather-not-say'] })],
    { when: is('ownChoice', 'cannot-decide') },
  ),
  page(
    'representative-details',
    [
      text('representativeName'),
      text('representativeOrder', { max: 500, need: 'optional' }),
      uncertainDate('representativeUntil', { need: 'optional' }),
    ],
    { when: isOneOf('representative', ['deputy', 'attorney']) },
  ),
  ...askedBeforePages(isFamily),
  page('talk', [choice('talk', { options: ['phone', 'video', 'meeting', 'no'] })]),
])
