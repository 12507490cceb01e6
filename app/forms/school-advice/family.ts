import { any, is, isOneOf } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { repeat } from '~/engine/repeat'
import { address } from '~/questions/address/address'
import { choice } from '~/questions/choice/choice'
import { email } from '~/questions/email/email'
import { longText } from '~/questions/long-text/long-text'
import { phone } from '~/questions/phone/phone'
import { text } from '~/questions/text/text'
import { uncertainDate } from '~/questions/uncertain-date/uncertain-date'
import { yesNo } from '~/questions/yes-no/yes-no'
import { always, keptPrivate } from '../parent-request/protection'
import { maybe } from '../stage-of-schooling'
import { isEvidence } from './use'

const optional = { need: 'optional' } as const
// Whoever asked reads what the school sends for them, and another parent may have to be safe from them.
const fromWhoeverAsked = any(keptPrivate, isEvidence)
const theirs = { ...optional, protectedWhen: any(fromWhoeverAsked, is('parentMayContact', 'no-safety')) } as const

/**
 * What the parents or the young person were told, and how to reach them: the council must consult them (Children and Families Act 2014
 * s.36(4)). That they disagree stops no request.
 */
export const family = section('family', { sees: 'council' }, [
  page('family-told', [choice('familyTold', { options: ['yes', 'no', 'not-safe'] })]),
  page('family-told-how', [uncertainDate('familyToldOn', { past: true }), text('familyToldHow', { max: 500 })], { when: is('familyTold', 'yes') }),
  page('family-agrees', [choice('familyAgrees', { options: ['agree', 'disagree', 'unsure'], notSaid: ['dont-know'] })], { when: is('familyTold', 'yes') }),
  page('family-disagrees', [longText('familyDisagreesWhy', optional)], { when: is('familyAgrees', 'disagree') }),
  page('family-not-told', [longText('familyNotToldWhy', { ...optional, protectedWhen: always })], { when: isOneOf('familyTold', ['no', 'not-safe']) }),
  page('keep-private', [yesNo('keepDetailsPrivate', { unsure: true })]),
  page('keep-private-from', [longText('keepPrivateFrom', { ...optional, protectedWhen: always })], { when: is('keepDetailsPrivate', 'yes') }),
  // Past compulsory school age, the rights are the young person's own (s.83(2)).
  page('young-person', [text('youngPersonContact', { max: 500, protectedWhen: fromWhoeverAsked })], { when: maybe('overSchoolAge') }),
  page('parents', [
    repeat('parents', {
      max: 6,
      pages: [
        page('parent-name', [
          text('parentName'),
          choice('parentRelationship', {
            options: ['mother', 'father', 'step-parent', 'adoptive-parent', 'foster-carer', 'special-guardian', 'grandparent', 'other'],
          }),
        ]),
        page('parent-rights', [
          yesNo('parentResponsibility', { unsure: true }),
          yesNo('parentLivesWithChild', { ...optional, unsure: true }),
          choice('parentMayContact', { options: ['yes', 'no', 'no-safety', 'unsure'] }),
        ]),
        page('parent-reach', [phone('parentPhone', theirs), email('parentEmail', theirs), address('parentAddress', theirs)]),
        page('parent-needs', [text('parentNeeds', { max: 500, ...optional })]),
      ],
    }),
  ]),
])
