import { defineForm, page, section } from '~/engine/form'
import { choice } from '~/questions/choice/choice'
import { text } from '~/questions/text/text'

/** Why a school does not send what it was asked for. Whoever asked reads it. It goes with an invitation, and is no form that somebody begins. */
export const declineInvitation = defineForm('decline-invitation', {}, [
  section('why', { sees: 'council' }, [
    page('why', [choice('declineReason', { options: ['not-our-pupil', 'has-left', 'not-me', 'sent-already', 'other'], need: 'required' }), text('declineMore', { max: 500, need: 'optional' })]),
  ]),
])
