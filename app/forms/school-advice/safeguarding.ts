import { is, isOneOf } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { choice } from '~/questions/choice/choice'
import { choices } from '~/questions/choices/choices'
import { longText } from '~/questions/long-text/long-text'
import { text } from '~/questions/text/text'
import { LOOKED_AFTER_BEFORE, LOOKED_AFTER_NOW } from '../parent-request/child'
import { always } from '../parent-request/protection'

const WITH_WORKER = ['early-help', 'child-in-need', 'child-protection', 'looked-after'] as const
const inCare = { when: isOneOf('socialCare', ['looked-after', 'was-looked-after']) }
const restricted = { protectedWhen: always } as const

/** Help from social care (Children Act 1989 ss.17, 20, 31, 47). The team sees it, and no copy: whoever reads one may be whom it is about. */
export const safeguarding = section('safeguarding', { sees: 'council' }, [
  page('social-care', [
    choices('socialCare', { options: [...WITH_WORKER, 'was-looked-after', 'none'], none: 'none', notSaid: ['dont-know', 'rather-not-say'], ...restricted }),
  ]),
  page('social-worker', [text('socialWorker', restricted), text('socialWorkerContact', { max: 500, ...restricted })], {
    when: isOneOf('socialCare', WITH_WORKER),
  }),
  page('looked-after', [choice('lookedAfter', { options: [...LOOKED_AFTER_NOW, ...LOOKED_AFTER_BEFORE, 'unsure'], ...restricted })], inCare),
  page('looked-after-council', [text('lookedAfterCouncil', restricted)], inCare),
  page('reviewing-officer', [text('reviewingOfficer', { max: 500, ...restricted })], { when: is('socialCare', 'looked-after') }),
  page('virtual-school', [text('virtualSchool', { max: 500, ...restricted })], inCare),
  page('safety', [longText('safety', { need: 'optional', ...restricted })]),
])
