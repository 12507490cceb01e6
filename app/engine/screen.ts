import { pagesOf, perForm, repeatOf, type Form, type Page, type RepeatSettings } from './form'

/** A screen of questions: a page of the form, or a page of one item of a repeat; `list` is then the page that has the items. */
export interface Screen {
  readonly page: Page
  readonly list?: Page
}

/** The pages that each item of a repeat is asked on. A repeat without pages of its own asks an item on the page that it stands on. */
export function itemPagesOf(list: Page): readonly Page[] {
  const repeated = repeatOf(list)
  if (!repeated) return []
  const { pages, questions } = repeated.settings as RepeatSettings
  return pages ?? [{ ...list, questions }]
}

/** Every screen of a form, in the order in which they are asked, whether they apply or not. */
export const screensOf = perForm((form): readonly Screen[] =>
  pagesOf(form).flatMap((page): Screen[] => [{ page }, ...itemPagesOf(page).map((each) => ({ page: each, list: page }))]),
)

/** The screen with this page; `ofItem` tells a page of items from the list that may have the same name. */
export const screenNamed = (form: Form, page: string, ofItem: boolean): Screen | undefined =>
  screensOf(form).find((each) => each.page.id === page && (each.list !== undefined) === ofItem)
