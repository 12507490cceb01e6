import { named } from '../caseworkers'
import type { ParentAsking } from '../family'

const school = 'Hillside Primary School'

/** This family must not be found: their details are kept from somebody. */
export const noPlan: ParentAsking = {
  id: 'no-plan',
  reference: 'C8ZV-4JWY',
  begunDaysAgo: 141,
  sentDaysAgo: 140,
  child: { firstNames: 'Alfie', lastName: 'Bennett', sex: 'male', year: 3, birthday: '09-14' },
  requester: { firstNames: 'Sophie', lastName: 'Bennett', phone: '07700 900107', street: 'Flat 3, 60 Quay Road', postcode: 'AB5 1UX' },
  said: {
    safeToPost: 'no',
    safeToPhone: 'unsure',
    keepDetailsPrivate: 'yes',
    keepPrivateFrom: 'Alfie’s father. There is a court order. He does not know where we live.',
    schoolName: school,
    talkToOtherParent: 'no',
    doNotTell: [{ key: 'a1', doNotTellName: 'Alfie’s father', doNotTellWhy: 'We are not safe if he finds us.' }],
    whyNow: 'Alfie stammers so much that he has stopped putting up his hand.',
    talkingHard: 'yes',
    talkingStrengths: 'He sings without a stammer, and reads well in his head.',
    talkingHardAtHome: 'Phone calls, and saying his own name.',
    talkingHardAtLearning: 'Reading aloud, and groups that do not wait.',
    talkingHelps: 'Time, and nobody ending his sentences.',
    independenceStrengths: 'He rides his bike to the park and back.',
    independenceHard: 'Asking in a shop.',
    diagnoses: [{ key: 'a1', diagnosisName: 'Stammer', diagnosisStage: 'given', diagnosisBy: 'A speech therapist' }],
    supportNow: [{ key: 'a1', supportWhat: 'Talking group', supportWho: 'A speech therapist', supportHowOften: 'Six weeks each year', supportWorks: 'yes' }],
    moreSupport: 'The talking group all year, and training for his teacher.',
    goingWell: 'He sang alone at the winter concert.',
    hopesNextYear: 'To answer the register out loud.',
    hopesLater: 'To say what he wants to say, to anyone.',
    careHelp: ['early-help-before'],
    helpers: [{ key: 'a1', helperType: 'speech-therapist', helperName: 'Hannah Roe', helperReport: 'yes', helperAsk: 'please-ask' }],
  },
  story: (ago) => [
    named('priya', ago(137)),
    ['assessment-agreed', ago(102)],
    ['advice-requested', ago(99), { from: 'education', name: school }],
    ['advice-requested', ago(99), { from: 'speech-therapist' }],
    ['advice-received', ago(66), { from: 'education', name: school }],
    ['advice-received', ago(61), { from: 'speech-therapist' }],
    ['plan-refused', ago(31), { reasons: 'The talking group and a trained teacher meet these needs. The school has agreed to both.' }],
  ],
}
