import { named } from '../caseworkers'
import type { Family } from '../family'

const school = 'Kingfisher Primary School'

export const planAgreed: Family = {
  id: 'plan-agreed',
  reference: 'YWFQ-5XNB',
  begunDaysAgo: 108,
  sentDaysAgo: 105,
  child: { firstNames: 'Naomi', lastName: 'Campbell-Reid', sex: 'female', year: 4, birthday: '06-09' },
  requester: { firstNames: 'Denise', lastName: 'Campbell-Reid', phone: '07700 900116', street: '47 Chapel Street', postcode: 'AB2 5RW' },
  said: {
    schoolName: school,
    whyNow: 'Naomi speaks at home and nowhere else. In four years her teachers have not heard her voice.',
    talkingHard: 'yes',
    talkingStrengths: 'At home she sings, argues and reads to her gran.',
    talkingHardAtLearning: 'She cannot ask for help, or say that she is ill.',
    talkingHelps: 'One adult whom she knows, cards to point at, and no one who presses her.',
    independenceStrengths: 'She plans her day on a board that she made.',
    independenceHard: 'Shops, phones, and anyone new.',
    supportNow: [{ key: 'a1', supportWhat: 'Small steps with one adult', supportWho: 'Mrs Osei', supportHowOften: 'Twice a week', supportWorks: 'yes' }],
    moreSupport: 'The same adult each day, who is trained for this.',
    goingWell: 'She whispered to Mrs Osei. We had cake.',
    hopesNextYear: 'To answer the register.',
  },
  story: (ago) => [
    named('sam', ago(102)),
    ['assessment-agreed', ago(68)],
    ['advice-requested', ago(66), { from: 'education', name: school }],
    ['advice-requested', ago(66), { from: 'speech-therapist' }],
    ['advice-received', ago(34), { from: 'education', name: school }],
    ['advice-received', ago(29), { from: 'speech-therapist' }],
    ['plan-agreed', ago(4)],
  ],
}
