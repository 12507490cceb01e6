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

const quickly = { exitQuickly: true } as const

/** Up to five more parents and carers, so six with the person who asks. Parents never see each other's contact details. */
export const otherParents = section('other-parents', { sees: 'council' }, [
  page(
    'other-parents',
    [
      repeat('otherParents', {
        max: 5,
        pages: [
          page('other-parent-name', [text('otherParentFirstNames'), text('otherParentLastName')], quickly),
          page(
            'other-parent-relationship',
            [
              choice('otherParentRelationship', {
                options: ['mother', 'father', 'step-parent', 'adoptive-parent', 'foster-carer', 'special-guardian', 'grandparent', 'other'],
              }),
            ],
            quickly,
          ),
          page(
            'other-parent-rights',
            [
              yesNo('otherParentResponsibility', { unsure: true, notSaid: ['rather-not-say'] }),
              yesNo('otherParentLivesWithChild', { need: 'optional', notSaid: ['rather-not-say'] }),
            ],
            quickly,
          ),
          page(
            'other-parent-contact',
            [yesNo('otherParentKnows', { unsure: true }), choice('otherParentMayContact', { options: ['yes', 'no', 'no-safety', 'unsure'] })],
            quickly,
          ),
          page('other-parent-private', [yesNo('otherParentKeepPrivate', { notSaid: ['rather-not-say'] })], quickly),
          page('other-parent-private-from', [text('otherParentKeepPrivateFrom', { max: 1000, need: 'optional', protectedWhen: theirsKeptPrivate })], {
            ...quickly,
            when: is('otherParentKeepPrivate', 'yes'),
          }),
          page(
            'other-parent-reach',
            [
              phone('otherParentPhone', { protectedWhen: theirsKeptPrivate }),
              email('otherParentEmail', { protectedWhen: theirsKeptPrivate }),
              text('otherParentBestWay', { need: 'optional', protectedWhen: theirsKeptPrivate }),
            ],
            quickly,
          ),
          page('other-parent-address', [address('otherParentAddress', { protectedWhen: theirsKeptPrivate })], quickly),
          page('other-parent-formats', [choices('otherParentFormats', { options: FORMATS, none: 'none' }), text('otherParentInterpreter', { need: 'optional' })], quickly),
        ],
      }),
    ],
    quickly,
  ),
])
