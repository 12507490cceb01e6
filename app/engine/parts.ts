import { pageAsking, pagesOf, perForm, repeatOf, type AnswerOf, type Answers, type Form, type Page } from './form'
import { itemsOf, type Item } from './repeat'
import { itemPagesOf } from './screen'

/**
 * Answers are kept in parts: one part a page (`child-name`), one part a page of an item of a repeat (`helper-name/x7`), each with a
 * revision of its own. Different parts never clash; the same part changed twice is noticed.
 */
export interface Part {
  readonly name: string
  /** The answers of that page; null when its item was removed. A store may open them only when they are read. */
  readonly answers: Answers | null
  readonly revision: number
}

/** The name of the part that holds a page, or a page of one item. */
export const partName = (page: string, item?: string): string => (item ? `${page}/${item}` : page)

/** The names of all parts of one item. An item could once be kept as a whole, under the page of its repeat; see `partsNow`. */
export const itemPartNames = (list: Page, item: string): readonly string[] =>
  [...new Set([list.id, ...itemPagesOf(list).map((page) => page.id)])].map((page) => partName(page, item))

/**
 * Looks each answer up in the part of the page that asks it, and opens no other part. Parts of pages that the form no longer has are never
 * looked at.
 */
export function answersIn(form: Form, parts: readonly Part[]): AnswerOf {
  const byName = new Map(partsNow(form, parts).map((part) => [part.name, part]))
  const keys = keysOf(byName.keys())
  return (question) => {
    const page = pageAsking(form, question)
    const own = page && byName.get(page.id)
    if (!page || !repeatOf(page)) return own?.answers?.[question]
    const items = new Map<string, Item>()
    for (const { id } of itemPagesOf(page)) {
      for (const key of keys.get(id) ?? []) {
        const part = byName.get(partName(id, key))
        if (part?.answers) items.set(key, { ...items.get(key), ...part.answers, key })
      }
    }
    return items.size > 0 || own ? [...items.values()] : undefined
  }
}

/** All answers of an application, put together from its parts. */
export function answersFrom(form: Form, parts: readonly Part[]): Answers {
  const answerOf = answersIn(form, parts)
  const all = pagesOf(form).flatMap((page) => page.questions.map(({ id }) => [id, answerOf(id)] as const))
  return Object.fromEntries(all.filter(([, answer]) => answer !== undefined))
}

/** The keys of the items that each page has parts of, in the order in which they were added. */
function keysOf(names: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>()
  for (const name of names) {
    const at = name.indexOf('/')
    if (at > 0) keys.set(name.slice(0, at), [...(keys.get(name.slice(0, at)) ?? []), name.slice(at + 1)])
  }
  return keys
}

/**
 * The parts as they are named now. An item that was kept whole, before its repeat had pages of its own, is shared out to them: such
 * parts have no revision yet.
 */
export function partsNow(form: Form, parts: readonly Part[]): readonly Part[] {
  if (!parts.some((part) => part.name.includes('/'))) return parts
  const names = new Set(parts.map((part) => part.name))
  const listOf = listsWithPages(form)
  return parts.flatMap((part): readonly Part[] => {
    const [id = '', key] = part.name.split('/')
    const list = key === undefined ? undefined : listOf.get(id)
    if (!list || key === undefined || !part.answers) return [part]
    return [part, ...sharedOut(list, key, part.answers).filter((each) => !names.has(each.name)).map((each) => ({ ...each, revision: 0 }))]
  })
}

/** The lists whose items are asked on pages of their own. */
const listsWithPages = perForm((form) => new Map(pagesOf(form).filter((page) => itemPagesOf(page).some((each) => each.id !== page.id)).map((page) => [page.id, page])))

/** The answers of an item, page by page. Pages that hold none of them are left out, but for the first: the item is there. */
const sharedOut = (list: Page, key: string, item: Answers) =>
  itemPagesOf(list).flatMap((page, index) => {
    const own = Object.fromEntries(page.questions.filter((each) => item[each.id] !== undefined).map((each) => [each.id, item[each.id]]))
    return index === 0 || Object.keys(own).length > 0 ? [{ name: partName(page.id, key), answers: own }] : []
  })

/** The parts that a whole set of answers is kept in (the other way round): for the seed, paper forms and answers files. */
export function partsFrom(form: Form, answers: Answers): readonly Omit<Part, 'revision'>[] {
  return pagesOf(form).flatMap((page) => {
    const repeated = repeatOf(page)
    if (!repeated) {
      const own = Object.fromEntries(page.questions.filter((each) => each.id in answers).map((each) => [each.id, answers[each.id]]))
      return Object.keys(own).length > 0 ? [{ name: page.id, answers: own }] : []
    }
    if (!Array.isArray(answers[repeated.id])) return []
    return [{ name: page.id, answers: {} }, ...itemsOf(answers, repeated.id).flatMap(({ key, ...item }) => sharedOut(page, key, item))]
  })
}
