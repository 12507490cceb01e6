import type { Form } from '~/engine/form'
import { declineInvitation } from './decline-invitation'
import { draftPlanReply } from './draft-plan-reply'
import { inviteSchool } from './invite-school'
import { paperDetails } from './paper-details'
import { parentRequest } from './parent-request'
import { schoolAdvice } from './school-advice'
import { schoolMember } from './school-member'
import { youngPersonRequest } from './young-person-request'

/** Every form of the portal, in the order in which they are listed. */
export const forms: readonly Form[] = [parentRequest, youngPersonRequest, schoolAdvice]

/** Every form that goes with something else: nobody begins one by itself. */
export const replies: readonly Form[] = [draftPlanReply, paperDetails, inviteSchool, declineInvitation, schoolMember]

export const formNamed = (id: string): Form | undefined => forms.find((form) => form.id === id)
