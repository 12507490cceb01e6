import type { SchoolAsking } from '../family'

/** A nursery that has only begun. */
export const schoolDraft: SchoolAsking = {
  id: 'school-draft',
  reference: 'SPS4-5S8H',
  begunDaysAgo: 1,
  setting: { name: 'Little Larks Nursery', writer: 'Ines Duarte', role: 'Nursery manager', phone: '0113 496 0321' },
  pupil: { firstNames: 'Jonah', lastName: 'Reid', sex: 'male', street: '3 Mill Bank', postcode: 'AB1 5QT', year: -1, birthday: '12-02' },
  isUnfinished: true,
  said: {
    schoolUse: 'request',
    askForAssessment: ['ask'],
    familyTold: 'yes',
    familyToldHow: 'We talked at pick-up, and sat down together the week after.',
    familyAgrees: 'agree',
    talkingHard: 'yes',
    talkingStrengths: 'Jonah points to what he wants and hums the tunes that we sing.',
    pupilViews: 'He runs to the water tray each morning and pulls us along.',
    beyondWhy: 'Two of us share 16 children. He needs an adult beside him to join in.',
  },
}
