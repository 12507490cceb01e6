import { any, is, isOneOf } from '~/engine/condition'
import { defineForm, type AnswersOf } from '~/engine/form'
import { aboutMe } from './parent-request/about-me'
import { assessedLately, hasPlan, remarksOnBefore } from './parent-request/asked-before'
import { asking, remarksOnChoice } from './parent-request/asking'
import { care } from './parent-request/care'
import { child, childAddressIsKnown } from './parent-request/child'
import { declaration } from './parent-request/declaration'
import { health } from './parent-request/health'
import { needs } from './parent-request/needs'
import { otherParents } from './parent-request/other-parents'
import { papers } from './parent-request/papers'
import { peopleWhoHelp } from './parent-request/people-who-help'
import { request } from './parent-request/request'
import { emailIsSafe, safeContact } from './parent-request/safe-contact'
import { school } from './parent-request/school'
import { sharing } from './parent-request/sharing'
import { story } from './parent-request/story'
import { support } from './parent-request/support'
import { detailsArePrivate } from './parent-request/protection'
import { isFamily, you } from './parent-request/you'
import { everybody, notFreely, remarksOnSharing, somebodyNotToTell, whoeverIsNotToBeAsked } from './remarks-on-sharing'
import { stageOfSchooling } from './stage-of-schooling'

const notToTell = somebodyNotToTell({
  doNotTell: everybody,
  helpers: whoeverIsNotToBeAsked('helperAsk'),
  otherParents: whoeverIsNotToBeAsked('otherParentMayContact'),
})

/** A parent, a carer or anyone else who knows the child asks for an EHC needs assessment. Only the first section is required. */
export const parentRequest = defineForm(
  'parent-request',
  {
    computed: { ...stageOfSchooling('childBirthDate', 'yearGroup'), detailsArePrivate, childAddressIsKnown, assessedLately, somebodyNotToTell: notToTell },
    needs: [
      { id: 'childName', oneOf: ['childFirstNames', 'childLastName'] },
      { id: 'requesterName', oneOf: ['requesterFirstNames', 'requesterLastName'] },
      { id: 'wayToReach', oneOf: ['requesterEmail', 'requesterPhone', 'requesterAddress'] },
    ],
    // Who, who asks, and that they ask (CFA 2014 s.36(1)). A letter without a birth date or an address is a request all the same.
    essentials: ['childName', 'requesterName', 'askForAssessment'],
    contact: { email: 'requesterEmail', safeWhen: emailIsSafe },
    familyWhen: isFamily,
    reassessmentWhen: hasPlan,
    remarks: {
      ...remarksOnBefore,
      ...remarksOnChoice,
      ...remarksOnSharing,
      'ask-before-parents': is('talkToOtherParent', 'ask-me-first'),
      'do-not-tell-parents': is('talkToOtherParent', 'no'),
      'ask-before-school': notFreely('inviteSchool'),
      'custody': is('schoolSituation', 'custody'),
      'not-in-education': any(isOneOf('schoolSituation', ['waiting', 'none']), is('attendance', 'not-attending')),
    },
    named: ['preferredName', 'childFirstNames', 'childLastName'],
    pupil: { firstNames: 'childFirstNames', lastName: 'childLastName', birthDate: 'childBirthDate', school: 'schoolName', upn: 'upn' },
    shareable: ['needs', 'support', 'story', 'about-me'],
  },
  [
    request,
    safeContact,
    you,
    otherParents,
    child,
    school,
    asking,
    needs,
    support,
    story,
    aboutMe,
    health,
    care,
    peopleWhoHelp,
    sharing,
    papers,
    declaration,
  ],
)

export type ParentRequestAnswers = AnswersOf<typeof parentRequest>
