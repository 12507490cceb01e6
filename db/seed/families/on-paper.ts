import { named } from '../caseworkers'
import type { ParentAsking } from '../family'

const school = 'Canal Street Primary School'

export const onPaper: ParentAsking = {
  id: 'on-paper',
  reference: 'LTTR-P4Q8',
  begunDaysAgo: 6,
  // It lay in the post room over a weekend; the law counts from the day it came.
  sentDaysAgo: 9,
  cameBy: 'letter',
  child: { firstNames: 'Hodan', lastName: 'Yusuf', sex: 'female', year: 1, birthday: '03-08' },
  requester: { firstNames: 'Sahra', lastName: 'Yusuf', phone: '07700 900114', street: '20 Lock Keepers Row', postcode: 'AB1 4QT' },
  said: {
    bestWay: 'post',
    homeLanguages: 'Somali and some English',
    interpreter: 'yes',
    interpreterLanguage: 'Somali',
    schoolName: school,
    spokenToSchool: 'agree',
    whyNow: 'Hodan does not talk at school. At home she talks all day, in Somali. Her teacher says she is two years behind.',
    talkingHard: 'yes',
    talkingStrengths: 'She sings, and tells her dolls long stories.',
    talkingHardAtHome: 'Visitors. She hides and will not say a word.',
    talkingHardAtLearning: 'She has not said one word in class since September.',
    talkingHelps: 'Pictures that she can point to, and one friend beside her.',
    independenceStrengths: 'She dresses herself and helps to cook.',
    independenceHard: 'Asking for the toilet at school.',
    supportNow: [{ key: 'a1', supportWhat: 'A box of picture cards', supportWho: 'Her teacher', supportHowOften: 'Every day', supportWorks: 'a-little' }],
    moreSupport: 'Someone who knows about children who do not talk at school.',
    goingWell: 'She taught her baby brother all the animals.',
    hopesNextYear: 'One word to one person.',
    hopesLater: 'To be heard.',
    helpers: [{ key: 'a1', helperType: 'health-visitor', helperName: 'Ruth Bird', helperReport: 'no', helperAsk: 'please-ask' }],
  },
  story: (ago) => [named('priya', ago(3))],
}
