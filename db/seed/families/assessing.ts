import { named } from '../caseworkers'
import type { Family } from '../family'

export const assessing: Family = {
  id: 'assessing',
  reference: 'JVWJ-C3V3',
  begunDaysAgo: 43,
  sentDaysAgo: 40,
  child: { firstNames: 'Mateo', lastName: 'Rivera', sex: 'male', year: 9, birthday: '10-30' },
  requester: { firstNames: 'Lucía', lastName: 'Rivera', phone: '07700 900115', street: '14 Ropewalk', postcode: 'AB4 1LD' },
  said: {
    homeLanguages: 'Spanish and English',
    schoolName: 'Westbrook High School',
    whyNow: 'Mateo must choose his subjects soon. He understands it all, but he can hardly hold a pen.',
    independenceStrengths: 'He gets himself to school, and he cooks on Fridays.',
    independenceHard: 'Buttons, laces and stairs in a crowd.',
    supportNow: [{ key: 'a1', supportWhat: 'A laptop in lessons', supportWho: 'His form tutor', supportHowOften: 'Every day', supportWorks: 'a-little' }],
    moreSupport: 'Someone to scribe for him, and an occupational therapist who knows him.',
    goingWell: 'He tells stories that make the whole bus go quiet.',
    hopesNextYear: 'To take the subjects he likes, not those with the least writing.',
  },
  story: (ago) => [named('priya', ago(37)), ['assessment-agreed', ago(6)]],
}
