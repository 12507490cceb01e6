import { named } from '../caseworkers'
import type { ParentAsking } from '../family'

const school = 'St Aidan’s Junior School'

export const askingSchools: ParentAsking = {
  id: 'asking-schools',
  reference: '8V5C-LBS7',
  begunDaysAgo: 136,
  sentDaysAgo: 131,
  child: { firstNames: 'Anjali', lastName: 'Kumar', sex: 'female', year: 6, birthday: '11-27' },
  requester: { firstNames: 'Shanthi', lastName: 'Kumar', phone: '07700 900110', street: '73 Viaduct Street', postcode: 'AB1 6ZE' },
  said: {
    homeLanguages: 'Tamil and English',
    interpreter: 'yes',
    interpreterLanguage: 'Tamil',
    schoolName: school,
    otherParents: [
      {
        key: 'a1', otherParentFirstNames: 'Ravi', otherParentLastName: 'Kumar', otherParentRelationship: 'father', otherParentResponsibility: 'yes',
        otherParentLivesWithChild: 'yes', otherParentKnows: 'yes', otherParentMayContact: 'yes', otherParentKeepPrivate: 'no', otherParentInterpreter: 'Tamil',
      },
    ],
    whyNow: 'Anjali moves to secondary school soon. She cannot see the board, and she must learn to find her way in a new place.',
    sensesHard: 'yes',
    sensesStrengths: 'She knows people by their steps, and remembers every path that she has walked.',
    sensesHardAtHome: 'Bright sun, and small print on her games.',
    sensesHardAtLearning: 'The board, books in small print, and ball games.',
    sensesHelps: 'Big print, a tablet with the board on it, and strong contrast.',
    sight: 'yes',
    sightDetails: 'Her sight is low in both eyes. Glasses do not mend it.',
    independenceStrengths: 'Anjali reads braille labels and cooks rice.',
    independenceHard: 'New places, and stairs that are all one colour.',
    diagnoses: [{ key: 'a1', diagnosisName: 'Sight impairment', diagnosisStage: 'given', diagnosisBy: 'The eye hospital' }],
    supportNow: [{ key: 'a1', supportWhat: 'Touch typing and braille', supportWho: 'A teacher of vision', supportHowOften: 'Two hours a week', supportWorks: 'yes' }],
    moreSupport: 'Someone to teach her the way around her new school, and books in a form that she can read.',
    goingWell: 'Anjali won the school quiz two years in a row.',
    hopesNextYear: 'To walk into her new school by herself.',
    hopesLater: 'To be a judge, she says. We believe her.',
    helpers: [{ key: 'a1', helperType: 'teacher-of-vision', helperName: 'Colette James', helperReport: 'yes', helperAsk: 'please-ask' }],
    talk: 'meeting',
  },
  story: (ago) => [
    named('tom', ago(128)),
    ['assessment-agreed', ago(95)],
    ['advice-requested', ago(92), { from: 'education', name: school }],
    ['advice-requested', ago(92), { from: 'sensory-teacher' }],
    ['advice-received', ago(64), { from: 'education', name: school }],
    ['advice-received', ago(58), { from: 'sensory-teacher' }],
    ['plan-agreed', ago(27)],
    ['draft-plan-sent', ago(20)],
    ['comments-received', ago(9)],
    ['school-consulted', ago(6), { school: 'Westbrook High School' }],
    ['school-consulted', ago(6), { school: 'The Arches Academy' }],
  ],
}
