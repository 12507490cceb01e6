import { named } from '../caseworkers'
import type { ParentAsking } from '../family'

const school = 'Ysgol y Bont Primary School'

export const lateExcused: ParentAsking = {
  id: 'late-excused',
  reference: 'G6MC-W28Z',
  begunDaysAgo: 119,
  sentDaysAgo: 118,
  child: { firstNames: 'Carys', lastName: 'Pritchard', sex: 'female', year: 5, birthday: '07-08' },
  requester: { firstNames: 'Rhys', lastName: 'Pritchard', phone: '07700 900105', street: '2 Bridge Cottages', postcode: 'AB4 7HS' },
  said: {
    homeLanguages: 'Welsh and English',
    schoolName: school,
    whyNow: 'Carys falls more often, and the stairs at school are now too much. Her doctors say that her muscles will get weaker.',
    otherParents: [
      {
        key: 'a1', otherParentFirstNames: 'Bethan', otherParentLastName: 'Pritchard', otherParentRelationship: 'mother', otherParentResponsibility: 'yes',
        otherParentLivesWithChild: 'yes', otherParentKnows: 'yes', otherParentMayContact: 'yes', otherParentKeepPrivate: 'no', otherParentPhone: '07700 900115',
      },
    ],
    sensesHard: 'yes',
    sensesStrengths: 'In the water she is free. She swims twice a week.',
    sensesHardAtHome: 'Stairs, taps and jar lids. She is tired by four o’clock.',
    sensesHardAtLearning: 'Carrying bags, long corridors, and writing for more than ten minutes.',
    sensesHelps: 'A laptop, a lift pass, and time to get from room to room.',
    independenceStrengths: 'Carys knows what she needs and says so.',
    independenceHard: 'Shoes, coats, and the toilets on the ground floor only.',
    diagnoses: [{ key: 'a1', diagnosisName: 'A muscle condition', diagnosisStage: 'given', diagnosisBy: 'The children’s hospital' }],
    supportNow: [{ key: 'a1', supportWhat: 'Stretches', supportWho: 'A teaching assistant', supportHowOften: 'Every day, 15 minutes', supportWorks: 'yes' }],
    moreSupport: 'An adult who is trained to help her move, and a school with no steps.',
    goingWell: 'She writes stories about dragons, and reads them to the infants.',
    hopesNextYear: 'To move about school without being the last.',
    hopesLater: 'A secondary school where her friends go and every room can be reached.',
    hospital: 'We were away for five weeks for her treatment.',
    dailyHealth: ['sleep', 'movement'],
    dailyHealthDetails: 'She wakes with cramp. A warm bath helps.',
    equipment: 'Ankle splints, and a wheelchair for long days.',
    helpers: [
      { key: 'a1', helperType: 'physiotherapist', helperName: 'Owen Lloyd', helperReport: 'yes', helperAsk: 'please-ask' },
      { key: 'b2', helperType: 'paediatrician', helperName: 'Dr Anand', helperReport: 'yes', helperAsk: 'please-ask' },
    ],
  },
  story: (ago) => [
    named('priya', ago(115)),
    ['assessment-agreed', ago(82)],
    ['advice-requested', ago(79), { from: 'education', name: school }],
    ['advice-requested', ago(79), { from: 'physiotherapist' }],
    // More than four weeks away from the council's area: 2014 Regulations reg 10(4).
    ['exception-claimed', ago(60), {
      exception: 'absent', fromOn: ago(75), toOn: ago(38), reason: 'You were away for more than four weeks for treatment.', evidence: 'Letter from the hospital',
    }],
    ['advice-received', ago(48), { from: 'education', name: school }],
    ['estimate-given', ago(8), { step: 'plan-decision', expectedOn: ago(-14) }],
  ],
}
