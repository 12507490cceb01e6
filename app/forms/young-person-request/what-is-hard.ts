import { isOneOf } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { longText } from '~/questions/long-text/long-text'
import { yesNo } from '~/questions/yes-no/yes-no'
import { repeat } from '~/engine/repeat'
import { diagnosesOneByOne } from '../diagnoses'
import { oneAPage } from '../one-a-page'
import { HELP } from '../parent-request/support'

/** One of the four broad areas of need (SEND Code of Practice 6.28 to 6.35): is it hard, how, and what helps. */
const area = <const Id extends string>(id: Id) => {
  const asked = { when: isOneOf(`${id}IsHard`, ['yes', 'unsure']) }
  return [
    page(id, [yesNo(`${id}IsHard`, { unsure: true, notSaid: ['rather-not-say'] })]),
    page(`${id}-hard`, [longText(`${id}Hard`)], asked),
    page(`${id}-helps`, [longText(`${id}Helps`)], asked),
  ] as const
}

/** What is hard and what helps. No diagnosis is needed for any of it. */
export const whatIsHard = section('what-is-hard', { sees: 'advisers-and-school', special: 'health' }, [
  ...area('talking'),
  ...area('learning'),
  ...area('feelings'),
  ...area('senses'),
  page('on-my-own', [longText('onMyOwn', { need: 'optional' })]),
  page('does-not-help', [longText('doesNotHelp')]),
  page('support-now', [repeat('supportNow', { max: 20, need: 'optional', pages: oneAPage(HELP) })]),
  page('more-help', [longText('moreHelp')]),
  diagnosesOneByOne,
])
