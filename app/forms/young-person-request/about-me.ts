import { page, section } from '~/engine/form'
import { longText } from '~/questions/long-text/long-text'
import { text } from '~/questions/text/text'

const optional = { need: 'optional' } as const

/** All about me, in the young person's own words: they become section A of a plan. The first seven make a one-page profile. */
export const aboutMe = section('about-me', { sees: 'advisers-and-school' }, [
  page('good-at', [longText('goodAt')]),
  page('liked-about-me', [longText('likedAboutMe', optional)]),
  page('matters-now', [longText('mattersNow', optional)]),
  page('matters-later', [longText('mattersLater', optional)]),
  page('how-i-talk', [longText('howITalk', optional)]),
  page('best-help', [longText('bestHelp', optional)]),
  page('upsets-me', [longText('upsetsMe', optional)]),
  page('calms-me', [longText('calmsMe', optional)]),
  page('good-day', [longText('goodDay', optional)]),
  page('bad-day', [longText('badDay', optional)]),
  page('people', [longText('people', optional)]),
  page('working', [longText('working', optional)]),
  page('not-working', [longText('notWorking', optional)]),
  page('change', [longText('change', optional)]),
  page('story-so-far', [longText('storySoFar', optional)]),
  page('how-i-said-it', [text('howISaidIt', { max: 500, ...optional })]),
])
