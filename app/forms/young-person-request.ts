import { any, is, isOneOf, not } from '~/engine/condition'
import { defineForm, type AnswersOf } from '~/engine/form'
import { assessedLately, hasPlan, remarksOnBefore } from './parent-request/asked-before'
import { care } from './parent-request/care'
import { declaration } from './parent-request/declaration'
import { health } from './parent-request/health'
import { papers } from './parent-request/papers'
import { peopleWhoHelp } from './parent-request/people-who-help'
import { emailIsSafe, safeContactOneByOne } from './parent-request/safe-contact'
import { everybody, notFreely, remarksOnSharing, somebodyNotToTell, whoeverIsNotToBeAsked } from './remarks-on-sharing'
import { calm } from './young-person-request/calm'
import { aboutMe } from './young-person-request/about-me'
import { dayToDay } from './young-person-request/day-to-day'
import { grownUp } from './young-person-request/grown-up'
import { letters } from './young-person-request/letters'
import { moreAboutMe } from './young-person-request/more-about-me'
import { myRequest } from './young-person-request/my-request'
import { detailsArePrivate } from './young-person-request/protection'
import { sharing } from './young-person-request/sharing'
import { whatIWant } from './young-person-request/what-i-want'
import { whatIsHard } from './young-person-request/what-is-hard'
import { whereILearn } from './young-person-request/where-i-learn'
import { actsForMe, adult, isMyRight, myRight, ofSchoolAge, usualYear, whoDecides } from './young-person-request/who-decides'

const notToTell = somebodyNotToTell({ doNotTell: everybody, helpers: whoeverIsNotToBeAsked('helperAsk') })

/** A young person asks for themselves, in the first person. A child who finds it is welcome: it is brought to the council's notice. */
export const youngPersonRequest = defineForm(
  'young-person-request',
  {
    computed: { ofSchoolAge, myRight, adult, usualYear, detailsArePrivate, assessedLately, somebodyNotToTell: notToTell },
    needs: [
      { id: 'myName', oneOf: ['myFirstNames', 'myLastName'] },
      { id: 'wayToReach', oneOf: ['myEmail', 'myPhone', 'myAddress'] },
    ],
    // Who, and that they ask (CFA 2014 s.36(1)). A letter without a birth date or an address is a request all the same.
    essentials: ['myName', 'askForAssessment'],
    contact: { email: 'myEmail', safeWhen: emailIsSafe },
    familyWhen: isMyRight,
    selfWhen: not(actsForMe),
    reassessmentWhen: hasPlan,
    remarks: {
      ...remarksOnBefore,
      'child-asks': not(isMyRight),
      'not-safe-to-tell': is('grownUpKnows', 'not-safe'),
      'someone-acts': actsForMe,
      'do-not-tell-parents': is('talkToParents', 'no'),
      'ask-before-parents': is('talkToParents', 'some-things'),
      ...remarksOnSharing,
      'ask-before-school': notFreely('tellPlace'),
      'wants-advocate': is('wantAdvocate', 'yes'),
      'custody': is('learnWhere', 'custody'),
      'not-in-education': any(isOneOf('learnWhere', ['waiting', 'nowhere']), is('going', 'not-going')),
    },
    named: ['preferredName', 'myFirstNames', 'myLastName'],
    pupil: { firstNames: 'myFirstNames', lastName: 'myLastName', birthDate: 'myBirthDate', school: 'learnName' },
    shareable: ['about-me', 'what-is-hard', 'what-i-want'],
    calm,
  },
  [
    myRequest,
    safeContactOneByOne,
    whoDecides,
    grownUp,
    letters,
    whereILearn,
    aboutMe,
    whatIsHard,
    whatIWant,
    dayToDay,
    health,
    care,
    peopleWhoHelp,
    moreAboutMe,
    sharing,
    papers,
    declaration,
  ],
)

export type YoungPersonRequestAnswers = AnswersOf<typeof youngPersonRequest>
