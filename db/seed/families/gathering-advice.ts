import { named } from '../caseworkers'
import type { ParentAsking } from '../family'

const school = 'Kingfisher Primary School'

export const gatheringAdvice: ParentAsking = {
  id: 'gathering-advice',
  reference: 'TJY5-ZMW4',
  begunDaysAgo: 80,
  sentDaysAgo: 75,
  child: { firstNames: 'Oluwatobi', lastName: 'Adeyemi', sex: 'male', year: 1, birthday: '04-02' },
  requester: { firstNames: 'Folake', lastName: 'Adeyemi', phone: '07700 900108', street: '19 Station Approach', postcode: 'AB2 8GN' },
  said: {
    preferredName: 'Tobi',
    homeLanguages: 'English and Yoruba',
    schoolName: school,
    attendance: 'part-time',
    missingWhy: 'The school asks us to fetch Tobi at lunch, as he is worn out by then.',
    whyNow: 'Tobi has Down’s syndrome. He loves school, but he is there for half a day only.',
    talkingHard: 'yes',
    talkingStrengths: 'He uses signs and about forty words. His smile does the rest.',
    talkingHardAtHome: 'Strangers do not understand him, and he gets cross.',
    talkingHardAtLearning: 'Long sentences, and carpet time.',
    talkingHelps: 'Signs, pictures and time to answer.',
    learningHard: 'yes',
    learningStrengths: 'He learns by copying his twin sister.',
    learningHardAtHome: 'New things take many tries.',
    learningHardAtLearning: 'He cannot yet hold a pencil for long, and forgets yesterday’s letters.',
    learningHelps: 'The same game, every day, with things to touch.',
    independenceStrengths: 'He feeds himself, and washes up with great joy.',
    independenceHard: 'Toilet, buttons and roads.',
    diagnoses: [{ key: 'a1', diagnosisName: 'Down’s syndrome', diagnosisStage: 'given', diagnosisBy: 'The hospital' }],
    supportNow: [
      { key: 'a1', supportWhat: 'An adult beside him', supportWho: 'Mr Grant', supportHowOften: 'Every morning', supportWorks: 'yes', supportWorksHow: 'He settles in five minutes.' },
      { key: 'b2', supportWhat: 'Signing lessons for us', supportWho: 'Portage', supportHowOften: 'Once a month', supportWorks: 'yes' },
    ],
    moreSupport: 'A full day with an adult, and speech therapy in school.',
    goingWell: 'Tobi greets every child by name at the gate, and they wait for it.',
    storySoFar: 'He had heart surgery as a baby and has been well since. He walked at two and a half.',
    hopesNextYear: 'Full days. To sign with his whole class.',
    hopesLater: 'Friends, a job that he is proud of, and a front door key.',
    healthConditions: 'A heart condition, mended when he was a baby. A check each year.',
    helpers: [
      { key: 'a1', helperType: 'portage', helperName: 'June Walsh', helperReport: 'yes', helperAsk: 'please-ask' },
      { key: 'b2', helperType: 'paediatrician', helperName: 'Dr Anand', helperReport: 'yes', helperAsk: 'please-ask' },
    ],
  },
  story: (ago) => [
    named('tom', ago(72)),
    ['assessment-agreed', ago(41)],
    ['advice-requested', ago(39), { from: 'education', name: school }],
    ['advice-requested', ago(39), { from: 'educational-psychologist' }],
    ['advice-requested', ago(38), { from: 'speech-therapist' }],
    ['advice-requested', ago(38), { from: 'social-care' }],
    ['advice-received', ago(20), { from: 'education', name: school }],
    ['advice-received', ago(9), { from: 'social-care' }],
    named('tom', ago(5), { awayFromOn: ago(4), awayUntilOn: ago(-10) }),
  ],
}
