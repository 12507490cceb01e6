import { defineForm, page, section } from '~/engine/form'
import { choices } from '~/questions/choices/choices'
import { email } from '~/questions/email/email'
import { establishment } from '~/questions/establishment/establishment'

/** What a school can be asked for, in the words of a family; `school-advice/when-asked.ts` says where a school tells it. */
export const ASKS = ['seen', 'support', 'progress', 'attendance', 'views', 'reports'] as const

/** What can be shown of a request besides who the pupil is: their number, and sections of the form that the request is made on. */
const SHOWS = ['upn', 'needs', 'support', 'story', 'about-me', 'what-is-hard', 'what-i-want'] as const

/** A family asks somebody at a school what the school knows. It goes with a request, and is no form that somebody begins. */
export const inviteSchool = defineForm('invite-school', {}, [
  section('school', { sees: 'advisers-and-school' }, [
    page('school', [
      establishment('invitedSchool', { need: 'required' }),
      email('invitedEmail', { need: 'required' }),
      choices('invitedAsks', { options: ASKS, need: 'required' }),
      choices('invitedShows', { options: SHOWS, need: 'optional' }),
    ]),
  ]),
])
