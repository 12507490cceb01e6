import { named } from '../caseworkers'
import type { Family } from '../family'

export const ended: Family = {
  id: 'ended',
  reference: 'DW6N-RWW8',
  begunDaysAgo: 70,
  sentDaysAgo: 64,
  child: { firstNames: 'Ilinca', lastName: 'Marin', sex: 'female', year: 6, birthday: '01-16' },
  requester: { firstNames: 'Elena', lastName: 'Marin', phone: '07700 900117', street: '3 Malthouse Court', postcode: 'AB5 7KP' },
  said: {
    homeLanguages: 'Romanian and English',
    schoolName: 'Kingfisher Primary School',
    moving: 'moving-soon',
    movingPlaces: 'From Anyborough to Scotland, for my work.',
    whyNow: 'Ilinca has fits at night. By day she is tired, and she has started to fall behind.',
    independenceStrengths: 'She knows when a fit is coming, and tells someone.',
    independenceHard: 'She cannot be alone in the bath or by a road.',
    moreSupport: 'Rest when she needs it, and help to catch up after a bad week.',
    goingWell: 'She knits hats for the baby ward where she was born.',
    hopesNextYear: 'A good start at her new school.',
    healthConditions: 'Epilepsy. She takes medicine twice a day.',
  },
  story: (ago) => [named('tom', ago(60)), ['assessment-agreed', ago(31)], ['assessment-ended', ago(8), { reason: 'moved-away' }]],
}
