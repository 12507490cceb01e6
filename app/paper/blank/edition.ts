import { createHash } from 'node:crypto'
import { itemQuestionsOf, type Form, type Question } from '~/engine/form'

/** Which questions a form asks, in which order and how, as eight signs: whoever reads a paper form back knows from which one it came. */
export const editionOf = ({ sections }: Form): string =>
  createHash('sha256')
    .update(JSON.stringify(sections.map(({ id, pages }) => [id, pages.map((page) => [page.id, page.when, page.questions.map(factsOf)])])))
    .digest('hex')
    .slice(0, 8)

/** What a paper form says of itself: which form it is, in which language, and its edition. */
export const codeOf = (form: Form, language: string): string => [form.id, language, editionOf(form)].join(' ')

const factsOf = (question: Question): unknown => {
  const { questions: _items, ...settings } = question.settings as { questions?: unknown }
  return [question.id, question.kind.name, settings, question.need, question.notSaid, itemQuestionsOf(question)?.map(factsOf)]
}
