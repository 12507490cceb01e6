import { named } from '../caseworkers'
import type { ParentAsking } from '../family'

export const withdrawn: ParentAsking = {
  id: 'withdrawn',
  reference: '88Z3-MMT3',
  begunDaysAgo: 31,
  sentDaysAgo: 30,
  child: { firstNames: 'Idris', lastName: 'Warsame', sex: 'male', year: 3, birthday: '06-24' },
  requester: { firstNames: 'Amina', lastName: 'Warsame', phone: '07700 900112', street: '26 Granary Wharf', postcode: 'AB2 4BK' },
  said: {
    homeLanguages: 'Somali and English',
    schoolName: 'Kingfisher Primary School',
    moving: 'moving-soon',
    movingPlaces: 'From Anyborough to the coast, near my sister.',
    whyNow: 'Idris is never still and never sleeps. His teacher said that we could ask.',
    feelingsHard: 'yes',
    feelingsStrengths: 'He makes friends in a minute, anywhere.',
    feelingsHardAtHome: 'Bedtime takes until eleven.',
    feelingsHardAtLearning: 'He is tired, so he gets cross by noon.',
    feelingsHelps: 'Running before school, and the same routine each night.',
    independenceStrengths: 'Idris gets his little brothers dressed.',
    independenceHard: 'Sleep, and waiting his turn.',
    diagnoses: [],
    supportNow: [{ key: 'a1', supportWhat: 'A walk at break', supportWho: 'His teacher', supportHowOften: 'Every day', supportWorks: 'a-little' }],
    moreSupport: 'We are not sure yet. We want to know why.',
    goingWell: 'He can name every country from its flag.',
    hopesNextYear: 'Sleep, for all of us.',
    hopesLater: 'That he sees the countries whose flags he knows.',
    dailyHealth: ['sleep'],
    dailyHealthDetails: 'He sleeps five hours a night.',
  },
  story: (ago) => [named('sam', ago(27)), ['withdrawn', ago(10)]],
}
