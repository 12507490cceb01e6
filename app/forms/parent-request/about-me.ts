import { is } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { choice } from '~/questions/choice/choice'
import { longText } from '~/questions/long-text/long-text'

const optional = { need: 'optional' } as const
const now = { when: is('aboutMe', 'now') }

/** The child's or young person's own views, which become section A of a plan. The first seven make a one-page profile. */
export const aboutMe = section('about-me', { sees: 'advisers-and-school' }, [
  page('about-me', [choice('aboutMe', { options: ['now', 'later', 'no'], ...optional })]),
  page('liked-about-me', [longText('likedAboutMe', optional)], now),
  page('good-at', [longText('goodAt', optional)], now),
  page('matters-now', [longText('mattersNow', optional)], now),
  page('matters-later', [longText('mattersLater', optional)], now),
  page('how-i-talk', [longText('howITalk', optional)], now),
  page('best-help', [longText('bestHelp', optional)], now),
  page('upset-and-calm', [longText('upsetsMe', optional), longText('calmsMe', optional)], now),
  page('days', [longText('goodDay', optional), longText('badDay', optional)], now),
  page('people', [longText('people', optional)], now),
  page('working', [longText('workingHome', optional), longText('workingSchool', optional), longText('workingOut', optional)], now),
  page('not-working', [longText('notWorkingHome', optional), longText('notWorkingSchool', optional), longText('notWorkingOut', optional)], now),
  page('dreams', [longText('dreams', optional)], now),
  page('change', [longText('change', optional)], now),
  page('how-we-asked', [longText('howWeAsked', optional)], now),
])
