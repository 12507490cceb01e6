import { any, is, not } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { choice } from '~/questions/choice/choice'
import { longText } from '~/questions/long-text/long-text'
import { text } from '~/questions/text/text'
import { yesNo } from '~/questions/yes-no/yes-no'
import { keptPrivate } from './protection'

/** Not being sure that email is safe is a no. */
export const emailIsSafe = not(any(is('safeToEmail', 'no'), is('safeToEmail', 'unsure')))

/** Which ways are safe, and who must not find this family. */
export const safeContact = section('safe-contact', { sees: 'council' }, [
  page(
    'safe-ways',
    [
      yesNo('safeToEmail', { unsure: true, reused: true }),
      yesNo('safeToText', { unsure: true, reused: true }),
      yesNo('safeToPhone', { unsure: true, reused: true }),
      yesNo('safeToPost', { unsure: true, reused: true }),
    ],
    { exitQuickly: true },
  ),
  page(
    'best-way',
    [
      choice('bestWay', { options: ['email', 'text', 'phone', 'post'], reused: true }),
      text('bestTime', { need: 'optional', reused: true, protectedWhen: keptPrivate }),
    ],
    { exitQuickly: true },
  ),
  page('keep-private', [yesNo('keepDetailsPrivate', { reused: true, notSaid: ['rather-not-say'] })], { exitQuickly: true }),
  page('keep-private-from', [longText('keepPrivateFrom', { reused: true, protectedWhen: keptPrivate })], {
    when: is('keepDetailsPrivate', 'yes'),
    exitQuickly: true,
  }),
])
