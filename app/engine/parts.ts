import { pagesOf, repeatOf, type Answers, type Form } from './form'
import type { Item } from './repeat'

/**
 * Answers are kept in parts: one part a page (`child-name`), one part an item of a repeat (`helpers/x7`), each with a revision of
 * its own. Different parts never clash; the same part changed twice is noticed.
 */
export interface Part {
  readonly name: string
  /** The answers of that page or item; null when an item was removed. */
  readonly answers: Answers | null
  readonly revision: number
}

/** The name of the part that holds a page, or one item of the repeat on it. */
export const partName = (page: string, item?: string): string => (item ? `${page}/${item}` : page)

/** All answers of an application, put together from its parts. Parts of pages that the form no longer has are left out. */
export function answersFrom(form: Form, parts: readonly Part[]): Answers {
  const answers: Record<string, unknown> = {}
  for (const page of pagesOf(form)) {
    const repeated = repeatOf(page)
    const own = parts.find((part) => part.name === page.id)
    if (!repeated) {
      Object.assign(answers, own?.answers)
      continue
    }
    const items = parts
      .filter((part) => part.name.startsWith(`${page.id}/`) && part.answers)
      .map((part): Item => ({ ...part.answers, key: part.name.slice(page.id.length + 1) }))
    if (items.length > 0 || own) answers[repeated.id] = items
  }
  return answers
}

/** The parts that a whole set of answers is kept in (the other way round): for the seed, paper forms and answers files. */
export function partsFrom(form: Form, answers: Answers): readonly Omit<Part, 'revision'>[] {
  return pagesOf(form).flatMap((page) => {
    const repeated = repeatOf(page)
    if (!repeated) {
      const own = Object.fromEntries(page.questions.filter((each) => each.id in answers).map((each) => [each.id, answers[each.id]]))
      return Object.keys(own).length > 0 ? [{ name: page.id, answers: own }] : []
    }
    const items = answers[repeated.id]
    if (!Array.isArray(items)) return []
    return [
      { name: page.id, answers: {} },
      ...(items as Item[]).map(({ key, ...rest }) => ({ name: partName(page.id, key), answers: rest })),
    ]
  })
}
