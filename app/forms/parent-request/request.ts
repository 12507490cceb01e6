import { is } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { address } from '~/questions/address/address'
import { choice } from '~/questions/choice/choice'
import { choices } from '~/questions/choices/choices'
import { email } from '~/questions/email/email'
import { phone } from '~/questions/phone/phone'
import { text } from '~/questions/text/text'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'
import { keptPrivate } from './protection'

/** Who, what and how to reach them: all that the law needs, and so all that is required (Children and Families Act 2014 s.36). */
export const request = section('request', { sees: 'advisers-and-school' }, [
  page('who-you-are', [choice('whoYouAre', { options: ['parent', 'foster-carer', 'guardian', 'grandparent', 'other'], need: 'required' })]),
  // Anyone may bring a child to the council's notice, on the same clock (Children and Families Act 2014 s.24, s.36(3)).
  page(
    'your-role',
    [choice('yourRole', { options: ['relative', 'friend', 'education', 'health', 'social-care', 'someone-else'], notSaid: ['rather-not-say'] })],
    { when: is('whoYouAre', 'other') },
  ),
  page('child-name', [text('childFirstNames'), text('childLastName')]),
  page('child-birth-date', [uncertainDate('childBirthDate', { past: true, warnFromAge: 25, need: 'required' })]),
  page('ask', [choices('askForAssessment', { options: ['ask'], need: 'required' })]),
  page('your-name', [
    text('requesterFirstNames', { autocomplete: 'given-name', reused: true }),
    text('requesterLastName', { autocomplete: 'family-name', reused: true }),
  ]),
  page(
    'your-email-and-phone',
    [
      email('requesterEmail', { autocomplete: 'email', reused: true, protectedWhen: keptPrivate, privacy: { sees: 'council' } }),
      phone('requesterPhone', { autocomplete: 'tel', reused: true, protectedWhen: keptPrivate, privacy: { sees: 'council' } }),
    ],
    { exitQuickly: true },
  ),
  page(
    'your-address',
    [address('requesterAddress', { autocomplete: true, reused: true, protectedWhen: keptPrivate, privacy: { sees: 'council' } })],
    { exitQuickly: true },
  ),
])
