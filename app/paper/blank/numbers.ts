import { itemQuestionsOf, pagesOf, type Form } from '~/engine/form'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** The number of each question by its id: 12, and 12a for what is asked of each of several. */
export const numbersOf = (form: Form): ReadonlyMap<string, string> =>
  new Map(
    pagesOf(form)
      .flatMap((page) => page.questions)
      .flatMap((question, index) => [
        [question.id, `${index + 1}`] as const,
        ...(itemQuestionsOf(question) ?? []).map((item, place) => [item.id, `${index + 1}${LETTERS[place] ?? place}`] as const),
      ]),
  )

/** How often the questions about each of several are printed: more of what is short. The rest goes on the extra sheets. */
export const printedItems = ({ max, questions }: { readonly max: number; readonly questions: readonly unknown[] }): number => Math.min(max, questions.length > 5 ? 2 : 3)
