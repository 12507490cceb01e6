import { defineForm, page, section } from '~/engine/form'
import { choices } from '~/questions/choices/choices'
import { longText } from '~/questions/long-text/long-text'
import { text } from '~/questions/text/text'

/**
 * What a family says about a draft plan in the 15 days that they have: what to change, which school, and whether to meet (2014 Regulations
 * reg 13(1)(a)). It goes with a request that was sent before, and is no form that somebody begins.
 */
export const draftPlanReply = defineForm(
  'draft-plan-reply',
  { needs: [{ id: 'something', oneOf: ['draftComments', 'draftSchool', 'draftMeeting'] }] },
  [
    section('reply', { sees: 'council' }, [
      page('reply', [
        longText('draftComments', { need: 'optional' }),
        text('draftSchool', { need: 'optional' }),
        choices('draftMeeting', { options: ['meet'], need: 'optional' }),
      ]),
    ]),
  ],
)
