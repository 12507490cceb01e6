import type { ParentAsking } from '../family'

export const draft: ParentAsking = {
  id: 'draft',
  reference: 'ZBLD-PX7B',
  begunDaysAgo: 3,
  child: { firstNames: 'Ama', lastName: 'Mensah', sex: 'female', year: -1, birthday: '02-11' },
  requester: { firstNames: 'Grace', lastName: 'Mensah', phone: '07700 900101', street: '8 Orchard Row', postcode: 'AB1 4QT' },
  isUnfinished: true,
  said: {
    whoYouAre: 'parent',
    askForAssessment: ['ask'],
    safeToEmail: 'yes',
    safeToText: 'yes',
    safeToPhone: 'unsure',
    safeToPost: 'yes',
    bestWay: 'text',
    schoolSituation: 'nursery',
    schoolName: 'Little Larks Nursery',
    attendance: 'some-days',
    whyNow: 'Ama starts school next year. She does not use words yet, and I want the right help to be there on her first day.',
    talkingHard: 'yes',
    talkingStrengths: 'Ama takes my hand and leads me to what she wants. She loves songs with actions.',
    goingWell: 'She can do a 24-piece puzzle by herself and laughs out loud when it is done.',
  },
}
