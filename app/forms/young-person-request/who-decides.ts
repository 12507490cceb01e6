import { is, isOneOf } from '~/engine/condition'
import { page, section, type Computed } from '~/engine/form'
import { choice } from '~/questions/choice/choice'
import { longText } from '~/questions/long-text/long-text'
import { text } from '~/questions/text/text'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'
import { stageOfSchooling } from '../stage-of-schooling'

/** Somebody else asks, for a young person who cannot decide. */
export const actsForMe = is('whoAsks', 'for-me')

export const { ofSchoolAge, adult, usualYear } = stageOfSchooling('myBirthDate', 'yearGroup')

/**
 * Past compulsory school age, or perhaps so, the right is the young person's own (Children and Families Act 2014 s.83(2)); before, it is a
 * parent's, who may have taken this form.
 */
export const myRight: Computed = {
  of: ['myBirthDate', 'actsForMe'],
  options: ['yes', 'no'],
  from: (answers, today) => (ofSchoolAge.from(answers, today) !== 'yes' || answers['actsForMe'] === 'parent' ? 'yes' : 'no'),
}
export const isMyRight = is('myRight', 'yes')

/**
 * Somebody may help, and somebody may act where the young person cannot decide: a deputy or attorney first, otherwise a parent
 * (Mental Capacity Act 2005; Children and Families Act 2014 s.80). We ask, and never for proof.
 */
export const whoDecides = section('who-decides', { sees: 'council' }, [
  page('who-asks', [choice('whoAsks', { options: ['me', 'me-with-help', 'for-me'] })]),
  page(
    'who-helped',
    [
      text('helpedByName'),
      choice('helpedByRole', { options: ['family', 'friend', 'teacher', 'sendiass', 'advocate', 'social-worker', 'other'], need: 'optional' }),
    ],
    { when: isOneOf('whoAsks', ['me-with-help', 'for-me']) },
  ),
  page('acts-for-me', [choice('actsForMe', { options: ['deputy', 'attorney', 'parent', 'other'], notSaid: ['dont-know', 'rather-not-say'] })], { when: actsForMe }),
  page('acts-for-me-details', [text('actsForMeOrder', { max: 500, need: 'optional' }), uncertainDate('actsForMeUntil', { need: 'optional' })], {
    when: isOneOf('actsForMe', ['deputy', 'attorney']),
  }),
  page('how-i-decide', [longText('howIDecide', { notSaid: ['rather-not-say'], privacy: { sees: 'advisers', special: 'health' } })], { when: actsForMe }),
  page('want-advocate', [choice('wantAdvocate', { options: ['yes', 'have-one', 'no', 'unsure'] })]),
])
