import { page, section } from '~/engine/form'
import { choice } from '~/questions/choice/choice'
import { choices } from '~/questions/choices/choices'
import { email } from '~/questions/email/email'
import { phone } from '~/questions/phone/phone'
import { establishment } from '~/questions/establishment/establishment'
import { text } from '~/questions/text/text'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'
import { keptPrivate } from '../parent-request/protection'
import { isEvidence, isRequest } from './use'

const ours = { reused: true, protectedWhen: keptPrivate } as const
const mine = { ...ours, privacy: { sees: 'council' } } as const

/** Who asks, for whom, and that they ask: all that the law needs, and so all that is required (Children and Families Act 2014 s.36(1)). */
export const request = section('request', { sees: 'advisers' }, [
  page('use', [choice('schoolUse', { options: ['request', 'evidence'] })]),
  page('which-request', [text('requestReference', { need: 'optional' }), uncertainDate('replyBy', { need: 'optional' })], { when: isEvidence }),
  page('setting', [
    establishment('settingName', { need: 'required', town: 'settingTown', ...ours }),
    text('settingTown', { need: 'optional', ...ours }),
  ]),
  // Who writes tells where the pupil learns.
  page('writer', [text('writerName', { autocomplete: 'name', ...ours }), text('writerRole', { autocomplete: 'organization-title', ...ours })]),
  page('writer-reach', [email('writerEmail', { autocomplete: 'email', ...mine }), phone('writerPhone', { autocomplete: 'tel', ...mine })]),
  page('child-name', [text('childFirstNames'), text('childLastName')]),
  page('child-birth-date', [uncertainDate('childBirthDate', { past: true, warnFromAge: 25, need: 'required' })]),
  page('ask', [choices('askForAssessment', { options: ['ask'], need: 'required' })], { when: isRequest }),
])
