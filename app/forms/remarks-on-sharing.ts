import { any, is, isOneOf } from '~/engine/condition'
import type { Computed } from '~/engine/form'
import { itemsOf, type Item } from '~/engine/repeat'
import { keptPrivate } from './parent-request/protection'

/** Whether the council should not tell or ask one of several people. */
type NotToTell = (each: Item) => boolean

/** Of a list that asks for nobody else. */
export const everybody: NotToTell = () => true
/** Of a list that asks it of each. */
export const whoeverIsNotToBeAsked =
  (question: string): NotToTell =>
  (each) =>
    ['no', 'no-safety', 'do-not-contact'].includes(String(each[question]))

/** Whether there is somebody on these lists whom the council should not tell or ask. */
export const somebodyNotToTell = (lists: Readonly<Record<string, NotToTell>>): Computed => ({
  of: Object.keys(lists),
  options: ['yes', 'no'],
  from: (answers) => (Object.entries(lists).some(([list, isNot]) => itemsOf(answers, list).some(isNot)) ? 'yes' : 'no'),
})

/** What staff should see first of who must not find the family and who must not be told: every form asks for it. */
export const remarksOnPrivacy = { 'keep-private': keptPrivate, 'do-not-tell': is('somebodyNotToTell', 'yes') } as const

/** Neither no nor ask me first is a yes. */
export const notFreely = (question: string) => isOneOf(question, ['no', 'ask-me-first'])

/** What staff should see first of the choices about who is told. A no never stops a request: somebody has to heed it. */
export const remarksOnSharing = {
  ...remarksOnPrivacy,
  'ask-before-sharing': any(notFreely('shareReports'), notFreely('healthRecords')),
  'has-supporter': is('supporter', 'yes'),
  'talk-about-privacy': is('noticeRead', 'want-to-talk'),
} as const
