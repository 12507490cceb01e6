import { any, is, not } from '~/engine/condition'
import { page, section } from '~/engine/form'
import { choice } from '~/questions/choice/choice'
import { longText } from '~/questions/long-text/long-text'
import { text } from '~/questions/text/text'
import { yesNo } from '~/questions/yes-no/yes-no'
import { oneAPage } from '../one-a-page'
import { keptPrivate } from './protection'

/** Not being sure that email is safe is a no. */
export const emailIsSafe = not(any(is('safeToEmail', 'no'), is('safeToEmail', 'unsure')))

const quickly = { exitQuickly: true } as const

const WAYS = [
  yesNo('safeToEmail', { unsure: true, reused: true }),
  yesNo('safeToText', { unsure: true, reused: true }),
  yesNo('safeToPhone', { unsure: true, reused: true }),
  yesNo('safeToPost', { unsure: true, reused: true }),
] as const

const BEST = [
  choice('bestWay', { options: ['email', 'text', 'phone', 'post'], reused: true }),
  text('bestTime', { need: 'optional', reused: true, protectedWhen: keptPrivate }),
] as const

const keepingPrivate = [
  page('keep-private', [yesNo('keepDetailsPrivate', { reused: true, notSaid: ['rather-not-say'] })], quickly),
  page('keep-private-from', [longText('keepPrivateFrom', { reused: true, protectedWhen: keptPrivate })], { when: is('keepDetailsPrivate', 'yes'), ...quickly }),
] as const

/** Which ways are safe, and who must not find this family. */
export const safeContact = section('safe-contact', { sees: 'council' }, [page('safe-ways', WAYS, quickly), page('best-way', BEST, quickly), ...keepingPrivate])

/** The same, for whom one question a page is enough. */
export const safeContactOneByOne = section('safe-contact', { sees: 'council' }, [...oneAPage(WAYS, quickly), ...oneAPage(BEST, quickly), ...keepingPrivate])
