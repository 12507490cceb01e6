import type { YoungPersonAsking } from '../family'

/** Still of school age: what she says is brought to the council's notice. */
export const youngChild: YoungPersonAsking = {
  id: 'young-child',
  reference: '7JDF-BMQD',
  begunDaysAgo: 6,
  sentDaysAgo: 6,
  me: { firstNames: 'Esther', lastName: 'Oduya', phone: '07700 900123', street: '52 Chandlers Way', postcode: 'AB2 5MN', year: 9, birthday: '04-22' },
  said: {
    grownUpName: 'My gran, Ruth',
    grownUpContact: '0113 496 0311',
    grownUpKnows: 'yes',
    learnWhere: 'school',
    learnName: 'Beacon Academy',
    yearGroup: '9',
    goodAt: 'Drawing comics. I have made 14 of them.',
    learningIsHard: 'yes',
    learningHard: 'The words move when I read. I copy from my friend so that nobody sees.',
    learningHelps: 'When someone reads it to me first.',
    whyNow: 'I have to choose my subjects, and I do not want to fail them all.',
    wantJob: 'To make comics.',
  },
}
