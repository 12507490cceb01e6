import { any, is } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { repeat } from '~/engine/repeat'
import { address } from '~/questions/address/address'
import { choice } from '~/questions/choice/choice'
import { choices } from '~/questions/choices/choices'
import { email } from '~/questions/email/email'
import { phone } from '~/questions/phone/phone'
import { text } from '~/questions/text/text'
import { yesNo } from '~/questions/yes-no/yes-no'
import { keptPrivate } from './protection'
import { FORMATS } from './you'

/** This person asks to be kept private, it is not safe to contact them, or the whole family is kept private. */
const theirsKeptPrivate = any(keptPrivate, is('otherParentMayContact', 'no-safety'), is('otherParentKeepPrivate', 'yes'))

/** Up to five more parents and carers, so six with the person who asks. Parents never see each other's contact details. */
export const otherParents = section('other-parents', { sees: 'council' }, [
  page(
    'other-parents',
    [
      repeat('otherParents', {
        max: 5,
        questions: [
          text('otherParentFirstNames'),
          text('otherParentLastName'),
          choice('otherParentRelationship', {
            options: ['mother', 'father', 'step-parent', 'adoptive-parent', 'foster-carer', 'special-guardian', 'grandparent', 'other'],
          }),
          yesNo('otherParentResponsibility', { unsure: true, notSaid: ['rather-not-say'] }),
          yesNo('otherParentLivesWithChild', { need: 'optional', notSaid: ['rather-not-say'] }),
          yesNo('otherParentKnows', { unsure: true }),
          choice('otherParentMayContact', { options: ['yes', 'no', 'no-safety', 'unsure'] }),
          yesNo('otherParentKeepPrivate', { notSaid: ['rather-not-say'] }),
          text('otherParentKeepPrivateFrom', { max: 1000, need: 'optional', protectedWhen: theirsKeptPrivate }),
          phone('otherParentPhone', { protectedWhen: theirsKeptPrivate }),
          email('otherParentEmail', { protectedWhen: theirsKeptPrivate }),
          address('otherParentAddress', { protectedWhen: theirsKeptPrivate }),
          text('otherParentBestWay', { need: 'optional', protectedWhen: theirsKeptPrivate }),
          choices('otherParentFormats', { options: FORMATS, none: 'none' }),
          text('otherParentInterpreter', { need: 'optional' }),
        ],
      }),
    ],
    { exitQuickly: true },
  ),
])
