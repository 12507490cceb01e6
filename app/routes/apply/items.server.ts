import { randomInt } from 'node:crypto'
import { repeatOf, type Page, type Question, type RepeatSettings } from '~/engine/form'
import { itemJourneyOf, itemJourneysOf, type ItemJourney } from '~/engine/item-journey'
import type { FormWords } from '~/engine/naming'
import { hasRoomFor, itemsIn } from '~/engine/repeat'
import { itemPagesOf, type Screen } from '~/engine/screen'
import { summaryOf, type Row } from '~/engine/summary'
import type { Applying } from './apply.server'
import type { UnfinishedView } from './unfinished-typing'

/** The list of what was added on a page that repeats. */
export interface RepeatView {
  readonly items: readonly {
    readonly key: string
    readonly title: string
    readonly rows: readonly { readonly label: string; readonly lines: readonly string[]; readonly href: string }[]
    /** Where the item goes on, while something was not asked yet. */
    readonly rest: string | null
  }[]
  /** What is typed on pages of items and is not on the list. */
  readonly unfinished: UnfinishedView
  readonly none: string
  readonly add: { readonly text: string; readonly href: string } | null
  /** Where rows of a spreadsheet can be pasted. */
  readonly paste: { readonly text: string; readonly href: string } | null
  readonly full: string
  readonly change: string
  readonly rest: string
  readonly remove: string
}

/** Where the person is in one item; a new one has no answers yet. */
export const ownJourneyOf = ({ journey }: Pick<Applying, 'journey'>, list: Page, key: string): ItemJourney => {
  const items = itemsIn(journey.valueOf(repeatOf(list)?.id ?? ''))
  return itemJourneyOf(list, items.find((each) => each.key === key) ?? { key }, journey.valueOf)
}

/** Whether an item can be on its list: a full one takes no other. */
export function fitsOn({ answerOf }: Pick<Applying, 'answerOf'>, list: Page, key: string): boolean {
  const repeated = repeatOf(list)
  return repeated !== undefined && hasRoomFor(itemsIn(answerOf(repeated.id)), repeated.settings as RepeatSettings, key)
}

/** What a screen is called and says of itself; on a page of one of several items also which of them (`ofItem`). */
export function screenWordsOf({ said, answerOf }: Applying, { page, list }: Screen, key?: string): ReturnType<FormWords['page']> & { readonly ofItem: string } {
  const repeated = list && repeatOf(list)
  if (!repeated) return { ...said.page(page), ofItem: '' }
  const items = itemsIn(answerOf(repeated.id))
  const at = items.findIndex((each) => each.key === key)
  const title = said.words.text(said.naming(repeated).key('item'), { number: (at === -1 ? items.length : at) + 1 })
  // An item that is asked on one screen has the words of its list there, and no name for that screen but its own.
  return list.id === page.id ? { ...said.page(list), title, intro: undefined, ofItem: '' } : { ...said.page(page), ofItem: title }
}

/** What was added to a list so far, and the way to add, change and go on. */
export function repeatViewOf(open: Applying, list: Page, repeated: Question, from: { readonly from?: string }, unfinished: UnfinishedView): RepeatView {
  const { said, journey } = open
  const say = (key: string) => said.words.text(`apply:repeat.${key}`)
  const rows = summaryOf(open.form, journey, said.words).sections.flatMap((each) => each.rows)
  const items = rows.find((row) => row.question === repeated.id)?.items ?? []
  const journeys = itemJourneysOf(list, journey.valueOf(repeated.id), journey.valueOf)
  const { max, pasteable } = repeated.settings as RepeatSettings
  const restOf = (key: string) => journeys.find(({ item }) => item.key === key)?.firstUnfinished?.id
  const first = itemPagesOf(list)[0]?.id
  return {
    items: items.map(({ key, title, rows: own }) => {
      const rest = restOf(key)
      return {
        key,
        title,
        rows: own.filter(hasLines).map(({ label, lines, page }) => ({ label, lines, href: open.path(page, { item: key, ...from }) })),
        rest: rest === undefined ? null : open.path(rest, { item: key, ...from }),
      }
    }),
    unfinished,
    none: said.words.text(said.naming(repeated).key('none')),
    add: items.length < max ? { text: said.words.text(said.naming(repeated).key('add')), href: open.path(first, { item: newKey(), ...from }) } : null,
    paste: pasteable && items.length < max ? { text: said.words.text('apply:paste.link'), href: open.path(`${list.id}/paste`) } : null,
    full: items.length < max ? '' : say('full'),
    change: say('change'),
    rest: say('rest'),
    remove: say('remove'),
  }
}

const hasLines = (row: Row) => row.lines.length > 0

/** The key of a new item: in the link, so that pressing Add twice and saving twice makes one item. */
export const newKey = () => randomInt(36 ** 6).toString(36).padStart(6, '0')
