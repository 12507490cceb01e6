import type { YoungPersonAsking } from '../family'

export const youngDraft: YoungPersonAsking = {
  id: 'young-draft',
  reference: 'J7Q9-7PN3',
  begunDaysAgo: 2,
  me: { firstNames: 'Tariq', lastName: 'Aziz', phone: '07700 900121', street: 'Flat 12, Weavers Court', postcode: 'AB1 2RD', year: 13, birthday: '01-19' },
  isUnfinished: true,
  said: {
    askForAssessment: ['ask'],
    safeToEmail: 'yes',
    safeToText: 'yes',
    safeToPhone: 'no',
    safeToPost: 'unsure',
    bestWay: 'text',
    whoAsks: 'me-with-help',
    helpedByName: 'Miss Okoro',
    helpedByRole: 'teacher',
    talkToParents: 'some-things',
    parentsMayKnow: 'That I asked. Not what I say about home.',
    learnWhere: 'sixth-form',
    learnName: 'Anyborough Sixth Form',
    goodAt: 'Fixing bikes. I can strip a wheel and build it again without looking at a book.',
  },
}
