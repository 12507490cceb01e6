import { all, is, isOneOf } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { repeat } from '~/engine/repeat'
import { choice } from '~/questions/choice/choice'
import { establishment } from '~/questions/establishment/establishment'
import { longText } from '~/questions/long-text/long-text'
import { text } from '~/questions/text/text'
import { uln } from '~/questions/uln/uln'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'
import { yearGroup } from '~/questions/year-group/year-group'
import { yesNo } from '~/questions/yes-no/yes-no'
import { oneAPage } from '../one-a-page'
import { PAST_SCHOOL } from '../past-schools'
import { keptPrivate } from '../parent-request/protection'

const PLACES = ['school', 'sixth-form', 'college', 'training', 'job', 'alternative-provision'] as const
const inPlace = isOneOf('learnWhere', PLACES)
const inYears = isOneOf('learnWhere', ['school', 'sixth-form', 'college', 'alternative-provision'])
const missing = { when: all(inPlace, isOneOf('going', ['part-time', 'some-days', 'not-going'])) }
const notLearning = { when: isOneOf('learnWhere', ['home', 'waiting', 'nowhere']) }

/** Where the young person learns, works, or waits to. */
export const whereILearn = section('where-i-learn', { sees: 'advisers-and-school' }, [
  page('learn-where', [
    choice('learnWhere', { options: [...PLACES, 'home', 'waiting', 'nowhere', 'custody'], notSaid: ['dont-know', 'rather-not-say'] }),
  ]),
  page('learn-name', [establishment('learnName', { town: 'learnTown', protectedWhen: keptPrivate }), text('learnTown', { need: 'optional', protectedWhen: keptPrivate })], {
    when: inPlace,
  }),
  page('year-group', [yearGroup('yearGroup', { suggested: 'usualYear' })], { when: inYears }),
  page('out-of-year', [yesNo('outOfYear', { unsure: true, need: 'optional' })], { when: inYears }),
  page('course', [text('course', { max: 500, need: 'optional' })], { when: inPlace }),
  page('learner-number', [uln('uln', { need: 'optional' })], { when: inPlace }),
  page('going', [choice('going', { options: ['full-time', 'part-time', 'some-days', 'not-going'], notSaid: ['dont-know', 'rather-not-say'] })], {
    when: inPlace,
  }),
  page('missing-since', [uncertainDate('missingSince', { past: true })], missing),
  page('missing-why', [longText('missingWhy')], missing),
  page('not-learning-since', [uncertainDate('notLearningSince', { past: true })], notLearning),
  page('not-learning-why', [longText('notLearningWhy')], notLearning),
  page(
    'custody',
    [text('custodyPlace', { protectedWhen: keptPrivate, notSaid: ['rather-not-say'], privacy: { sees: 'advisers', special: 'offence' } })],
    { when: is('learnWhere', 'custody') },
  ),
  page('past-schools', [repeat('pastSchools', { max: 10, need: 'optional', pages: oneAPage(PAST_SCHOOL) })]),
  page('spoken-to-place', [
    choice('spokenToPlace', { options: ['agree', 'disagree', 'not-sure-what-they-think', 'not-spoken'], need: 'optional', notSaid: ['rather-not-say'] }),
  ], { when: inPlace }),
  page('tell-place', [choice('tellPlace', { options: ['yes', 'ask-me-first', 'no'] })], { when: inPlace }),
])
