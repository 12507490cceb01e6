import { holds } from './condition'
import type { Page } from './form'
import { itemPagesOf } from './screen'
import { itemsIn, type Item } from './repeat'

/** Where a person is in one item of a repeat: its own small journey, computed like that of the form. */
export interface ItemJourney {
  /** The pages that apply to this item. */
  readonly pages: readonly Page[]
  /** The answers that count, with its key. */
  readonly item: Item
  /** How many questions were not seen. */
  readonly unseen: number
  /** The first page after this one that has a question not seen yet; undefined: back to the list of items. */
  next(page: string): Page | undefined
  back(page: string): Page | undefined
  readonly firstUnfinished: Page | undefined
}

/** @param valueOf looks up what the form asked before; the item's own answers come first */
export function itemJourneyOf(list: Page, item: Item, valueOf: (name: string) => unknown): ItemJourney {
  const counted: Record<string, unknown> = {}
  const all = itemPagesOf(list)
  const pages: Page[] = []
  for (const page of all) {
    if (page.when && !holds(page.when, (name) => counted[name] ?? valueOf(name))) continue
    pages.push(page)
    for (const { id } of page.questions) if (item[id] !== undefined) counted[id] = item[id]
  }
  const at = (page: string) => all.findIndex((each) => each.id === page)
  const unseenOn = (page: Page) => page.questions.filter((each) => counted[each.id] === undefined).length
  return {
    pages,
    item: { ...counted, key: item.key },
    unseen: pages.reduce((sum, page) => sum + unseenOn(page), 0),
    next: (page) => pages.find((each) => at(each.id) > at(page) && unseenOn(each) > 0),
    back: (page) => pages.findLast((each) => at(each.id) < at(page)),
    firstUnfinished: pages.find((each) => unseenOn(each) > 0),
  }
}

/** The journeys of all items of a repeat; none where it was left blank. */
export const itemJourneysOf = (list: Page, items: unknown, valueOf: (name: string) => unknown): readonly ItemJourney[] =>
  itemsIn(items).map((item) => itemJourneyOf(list, item, valueOf))
