import { page, section } from '~/engine/form'
import { address } from '~/questions/address/address'
import { choices } from '~/questions/choices/choices'
import { email } from '~/questions/email/email'
import { phone } from '~/questions/phone/phone'
import { text } from '~/questions/text/text'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'
import { keptPrivate } from '../parent-request/protection'

const mine = { protectedWhen: keptPrivate, privacy: { sees: 'council' } } as const

/** Who, what and how to reach them: all that the law needs, and so all that is required (Children and Families Act 2014 s.36). */
export const myRequest = section('my-request', { sees: 'advisers-and-school' }, [
  page('my-name', [text('myFirstNames', { autocomplete: 'given-name' }), text('myLastName', { autocomplete: 'family-name' })]),
  page('my-birthday', [uncertainDate('myBirthDate', { past: true, warnFromAge: 25, need: 'required' })]),
  page('ask', [choices('askForAssessment', { options: ['ask'], need: 'required' })]),
  page('reach-me', [email('myEmail', { autocomplete: 'email', ...mine }), phone('myPhone', { autocomplete: 'tel', ...mine })], { exitQuickly: true }),
  page('my-address', [address('myAddress', { autocomplete: true, inArea: true, ...mine })], { exitQuickly: true }),
])
