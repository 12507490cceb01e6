import { defineForm, page, section } from '~/engine/form'
import { email } from '~/questions/email/email'
import { text } from '~/questions/text/text'

/** A colleague who is to share what their school writes. It goes with a school, and is no form that somebody begins. */
export const schoolMember = defineForm('school-member', {}, [
  section('colleague', { sees: 'council' }, [page('colleague', [text('memberName', { need: 'required' }), email('memberEmail', { need: 'required' })])]),
])
