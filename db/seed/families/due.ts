import { named } from '../caseworkers'
import type { ParentAsking } from '../family'

const school = 'Kingfisher Primary School'

export const due: ParentAsking = {
  id: 'due',
  reference: 'WZHL-X2ZB',
  begunDaysAgo: 45,
  // Six weeks: the council must answer today (2014 Regulations reg 5(1)).
  sentDaysAgo: 42,
  child: { firstNames: 'Zara', lastName: 'Hussain', sex: 'female', year: 2, birthday: '10-19' },
  requester: { firstNames: 'Imran', lastName: 'Hussain', phone: '07700 900103', street: '5 Mill Terrace', postcode: 'AB1 2DW' },
  said: {
    homeLanguages: 'English, and Urdu with grandparents',
    schoolName: school,
    whyNow: 'The new classroom is big and loud. Zara misses most of what is said, even with her hearing aids in.',
    talkingHard: 'yes',
    talkingStrengths: 'She watches faces closely and signs with her sister.',
    talkingHardAtHome: 'She misses things when we all talk at once.',
    talkingHardAtLearning: 'She copies others because she has not heard what to do. In the hall she hears only echo.',
    talkingHelps: 'Sitting at the front, a radio aid, and people who face her when they talk.',
    sensesHard: 'yes',
    sensesStrengths: 'She swims like a fish and draws tiny, careful pictures.',
    sensesHardAtHome: 'She is worn out after school and takes her aids out.',
    sensesHardAtLearning: 'Noise in the room, and speakers with no picture.',
    sensesHelps: 'Soft flooring, a quiet corner and rest breaks.',
    hearing: 'yes',
    hearingDetails: 'Hearing loss in both ears. She wears two hearing aids.',
    independenceStrengths: 'Zara looks after her own hearing aids and knows when a battery is low.',
    independenceHard: 'Crossing the road, and speaking up when she has not heard.',
    diagnoses: [{ key: 'a1', diagnosisName: 'Hearing loss', diagnosisStage: 'given', diagnosisBy: 'The hearing clinic' }],
    supportNow: [
      { key: 'a1', supportWhat: 'Visit from a teacher of the deaf', supportWho: 'Ms Adair', supportHowOften: 'Once a month', supportWorks: 'yes', supportWorksHow: 'She comes home proud and tells us new words.' },
    ],
    moreSupport: 'A radio aid that works in every room, and more time with the teacher of the deaf.',
    goingWell: 'She made up a whole puppet show with signs, and taught it to her class.',
    hopesNextYear: 'To follow a story with everyone else.',
    hopesLater: 'To go to the same secondary school as her sister.',
    helpers: [{ key: 'a1', helperType: 'teacher-of-deaf', helperName: 'Ms Adair', helperReport: 'yes', helperAsk: 'please-ask' }],
  },
  story: (ago) => [
    named('priya', ago(40)),
    ['advice-requested', ago(30), { from: 'education', name: school }],
    ['advice-received', ago(12), { from: 'education', name: school }],
  ],
}
